//! Documents in `docs/` that are generated from code and committed, so that they can be read without a build.

use std::path::PathBuf;

/// Maximum number of differing lines shown on failure.
const SHOWN: usize = 20;

/// Compares a committed document with its generated text, or overwrites it when `INSTA_UPDATE=always`.
///
/// # Panics
/// Panics if the texts differ, showing the differing lines and the command that updates the document.
pub fn assert_document(name: &str, generated: &str, update: &str) {
    let path = folder().join(name);
    #[expect(clippy::disallowed_methods, reason = "uses the same variable as insta snapshots")]
    let updates = std::env::var("INSTA_UPDATE").is_ok_and(|mode| mode == "always");
    if updates {
        std::fs::write(&path, generated).expect("`docs` is writable");
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

/// Returns the lines between the first and the last difference, formatted like a diff.
fn differences(committed: &str, generated: &str) -> Vec<String> {
    let (old, new): (Vec<&str>, Vec<&str>) = (committed.lines().collect(), generated.lines().collect());
    let start = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let tails = old[start..].iter().rev().zip(new[start..].iter().rev());
    let end = tails.take_while(|(old, new)| old == new).count();
    let removed = old[start..old.len() - end].iter().take(SHOWN).map(|line| format!("- {line}"));
    let added = new[start..new.len() - end].iter().take(SHOWN).map(|line| format!("+ {line}"));
    std::iter::once(format!("@ line {}", start + 1)).chain(removed).chain(added).collect()
}

/// Returns the workspace's `docs` folder for a test of any package.
fn folder() -> PathBuf {
    let package = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let found = package.ancestors().map(|folder| folder.join("docs")).find(|docs| docs.is_dir());
    found.expect("the workspace contains a folder `docs`")
}
