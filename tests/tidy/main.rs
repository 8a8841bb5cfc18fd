//! House rules that neither the compiler nor a lint enforces: layers inside a package, import cycles, module
//! descriptions, file names.
//!
//! Layers between packages are dependencies in their manifests, so the compiler enforces them. What remains here is
//! the order inside the core and the separation of command line and window, which share a package.

#![expect(clippy::unwrap_used, reason = "a failing test should say where")]

mod import_graph;
mod model_citation;
mod voice;

use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The layers of the core from the bottom up; a module uses its own layer and those above it in this list.
const CORE_LAYERS: [&[&str]; 8] = [
    &["time", "id", "diagnostic", "writer", "parallel"],
    &["scenario"],
    &["statement"],
    &["decision", "timeline"],
    &["simulation"],
    &["session"],
    &["scoring", "ensemble"],
    &["debrief", "compare"],
];

/// The packages with the folder of their sources, relative to the project's root.
const PACKAGES: [&str; 3] = ["src", "crates/core/src", "crates/report/src"];

/// A source file of one of the packages.
struct SourceFile {
    /// The folder of the package's sources, as in [`PACKAGES`].
    package: &'static str,
    /// The path below that folder.
    name: String,
    text: String,
}

impl SourceFile {
    /// Returns the top-level module that the file belongs to.
    fn module(&self) -> &str {
        self.name.split(['/', '.']).next().unwrap_or(&self.name)
    }

    /// Returns the code without its tests.
    fn without_tests(&self) -> &str {
        self.text.split("#[cfg(test)]\nmod tests").next().unwrap_or(&self.text)
    }

    /// Returns the lines of code, without comments.
    fn code(&self) -> impl Iterator<Item = &str> {
        self.without_tests().lines().filter(|line| !line.trim_start().starts_with("//"))
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Returns the source files of a package in the order of their paths.
fn sources(package: &'static str) -> Vec<SourceFile> {
    let folder = root().join(package);
    let mut found = Vec::new();
    collect(&folder, &mut found);
    found.sort();
    assert!(found.len() > 5, "{package} has been moved");
    let read = |path: &PathBuf| {
        let name = path.strip_prefix(&folder).unwrap().to_string_lossy().replace('\\', "/");
        SourceFile { package, name, text: std::fs::read_to_string(path).unwrap() }
    };
    found.iter().map(read).collect()
}

fn all_sources() -> Vec<SourceFile> {
    PACKAGES.into_iter().flat_map(sources).collect()
}

/// Returns the top-level modules of its own package that a line of code names.
fn named(line: &str) -> Vec<String> {
    let code = line.split("//").next().unwrap_or("");
    let after = code.split("crate::").skip(1);
    after
        .flat_map(|rest| match rest.strip_prefix('{') {
            Some(list) => list.split(',').map(|part| part.trim().to_owned()).collect::<Vec<_>>(),
            None => vec![rest.to_owned()],
        })
        .map(|path| path.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect())
        .filter(|name: &String| !name.is_empty())
        .collect()
}

fn layer(module: &str) -> usize {
    let found = CORE_LAYERS.iter().position(|layer| layer.contains(&module));
    found.unwrap_or_else(|| panic!("`{module}` has no layer; add it to CORE_LAYERS and to ARCHITECTURE.md"))
}

#[test]
fn a_module_of_the_core_uses_only_the_layers_below_it() {
    let mut checked = 0;
    for file in sources("crates/core/src") {
        if file.module() == "lib" {
            continue;
        }
        for line in file.text.lines() {
            for other in named(line) {
                checked += 1;
                assert!(layer(&other) <= layer(file.module()), "{}: {line}", file.name);
            }
        }
    }
    assert!(checked > 500, "only {checked} imports were recognized");
}

#[test]
fn command_line_and_window_do_not_know_each_other() {
    for file in sources("src") {
        let other = match file.module() {
            "app" => "cli",
            "cli" => "app",
            _ => continue,
        };
        for line in file.text.lines() {
            assert!(!named(line).contains(&other.to_owned()), "{}: {line}", file.name);
        }
    }
}

#[test]
fn no_file_imports_itself_through_others() {
    let mut report = String::new();
    for package in PACKAGES {
        let folder = root().join(package);
        let edges = import_graph::edges(&folder);
        assert!(edges.len() > 5, "the imports of {package} were not recognized");
        for cycle in import_graph::cycles(&edges) {
            writeln!(report, "\na cycle of {} files in {package}:", cycle.len()).unwrap();
            for file in &cycle {
                for (other, names) in edges.get(file).into_iter().flatten().filter(|(other, _)| cycle.contains(other)) {
                    let [from, to] = [file, other].map(|path| path.strip_prefix(&folder).unwrap().display());
                    let names: Vec<&str> = names.iter().map(String::as_str).collect();
                    writeln!(report, "  {from} -> {to}: {}", names.join(", ")).unwrap();
                }
            }
        }
    }
    assert!(report.is_empty(), "{report}");
}

#[test]
fn a_cycle_is_found_through_re_exports_and_names_in_macros() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write("lib.rs", "mod shop; mod cart;");
    write("shop/mod.rs", "mod price; mod tax; pub use price::Price; use tax::rate; pub fn total() -> u32 { rate() }");
    write("shop/price.rs", "pub struct Price; fn show() -> String { format!(\"{}\", crate::cart::SIZE) }");
    write("shop/tax.rs", "pub fn rate() -> u32 { 0 } #[cfg(test)] mod tests { use super::super::total; }");
    write("cart.rs", "use crate::shop::Price; pub const SIZE: usize = 0; pub struct Cart(Price);");
    let cycles = import_graph::cycles(&import_graph::edges(folder.path()));
    assert_eq!(cycles, [["cart.rs", "shop/price.rs"].map(|name| folder.path().join(name))]);
}

#[test]
fn the_ecs_stays_in_the_simulation_and_egui_in_the_window() {
    for file in all_sources() {
        for line in file.code() {
            let in_simulation = file.package == "crates/core/src" && file.module() == "simulation";
            assert!(in_simulation || !line.contains("bevy_ecs"), "{}: {line}", file.name);
            assert!(file.module() == "app" || !line.contains("egui"), "{}: {line}", file.name);
        }
    }
}

#[test]
fn only_named_modules_touch_the_file_system_and_only_the_writer_replaces_a_file() {
    let may_touch = ["writer.rs", "session/file.rs", "scenario/folder.rs", "scenario/library.rs"];
    let touching = ["std::fs", "File::open", "File::create", "OpenOptions"];
    // A draft is saved at every keystroke; flushing it to disk each time would be too slow.
    let may_write = |name: &str| {
        ["writer.rs", "scenario/library.rs"].contains(&name)
            || (name.starts_with("app/") && name.ends_with("/draft.rs"))
    };
    let writing = ["fs::write(", "fs::rename(", "fs::copy(", "File::create("];
    for file in all_sources() {
        let is_core = file.package != "src";
        for line in file.code() {
            // A session file is created through the module that owns it.
            let line = line.replace("DrillFile::create", "");
            let names = |banned: &[&str]| banned.iter().any(|call| line.contains(call));
            let name = file.name.as_str();
            assert!(!is_core || may_touch.contains(&name) || !names(&touching), "{name}: {line}");
            assert!(may_write(name) || !names(&writing), "{name}: {line}");
        }
    }
}

#[test]
fn every_module_opens_with_a_description() {
    for file in all_sources() {
        assert!(file.text.starts_with("//! "), "{}", file.name);
    }
}

#[test]
fn no_scenario_is_named_in_code() {
    let folders = std::fs::read_dir(root().join("scenarios")).unwrap();
    let slugs: Vec<String> = folders.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    assert!(slugs.len() >= 4, "{slugs:?}");
    for file in all_sources() {
        for slug in &slugs {
            for line in file.code() {
                assert!(!line.contains(&format!("\"{slug}\"")), "{} names {slug}", file.name);
            }
        }
    }
}

#[test]
fn no_file_has_a_name_that_says_nothing() {
    for file in all_sources() {
        for banned in ["util", "helper", "common", "manager", "types", "misc"] {
            assert!(!file.name.contains(banned), "{}", file.name);
        }
    }
}
