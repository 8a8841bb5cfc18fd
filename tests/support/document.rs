//! Documents in `docs/` that are generated from the code and committed, so that they can be read without building.

use std::path::PathBuf;

/// Differing lines that a failure shows.
const SHOWN: usize = 20;

/// Compares a committed document with its generated text; with `INSTA_UPDATE=always` writes it instead.
///
/// # Panics
/// Where they differ, with the differing lines and the command that updates the document.
pub fn assert_document(name: &str, generated: &str, update: &str) {
    let path = folder().join(name);
    #[expect(clippy::disallowed_methods, reason = "the switch that updates snapshots updates documents as well")]
    let updates = std::env::var("INSTA_UPDATE").is_ok_and(|mode| mode == "always");
    if updates {
        std::fs::write(&path, generated).expect("the folder exists");
        return;
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    if committed != generated {
        let lines = differences(&committed, generated).join("\n");
        panic!(
            "docs/{name} differs from the code (- committed, + generated):\n{lines}\nupdate it with\n    INSTA_UPDATE=always {update}"
        );
    }
}

/// Returns the lines from the first difference to the last, as a diff would show them.
fn differences(committed: &str, generated: &str) -> Vec<String> {
    let (old, new): (Vec<&str>, Vec<&str>) = (committed.lines().collect(), generated.lines().collect());
    let start = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let tails = old[start..].iter().rev().zip(new[start..].iter().rev());
    let end = tails.take_while(|(old, new)| old == new).count();
    let removed = old[start..old.len() - end].iter().take(SHOWN).map(|line| format!("- {line}"));
    let added = new[start..new.len() - end].iter().take(SHOWN).map(|line| format!("+ {line}"));
    std::iter::once(format!("@ line {}", start + 1)).chain(removed).chain(added).collect()
}

/// Returns the folder `docs` of the workspace, whichever package the test belongs to.
fn folder() -> PathBuf {
    let package = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let found = package.ancestors().map(|folder| folder.join("docs")).find(|docs| docs.is_dir());
    found.expect("the workspace has a folder `docs`")
}
