//! Rules of the house that a compiler does not keep: layers, essays, words.

use std::path::{Path, PathBuf};

/// The layers from the bottom up; a module names only what stands in its own line or in a line above it.
const LAYERS: [&[&str]; 10] = [
    &["time", "id", "diagnostic", "writer", "parallel"],
    &["scenario"],
    &["statement"],
    &["decision", "timeline"],
    &["simulation"],
    &["session"],
    &["scoring", "ensemble"],
    &["debrief", "compare"],
    &["export", "places"],
    &["cli", "app"],
];

fn layer(module: &str) -> usize {
    LAYERS.iter().position(|layer| layer.contains(&module)).unwrap_or_else(|| panic!("`{module}` has no layer"))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// All files of the library with their path below `src` and their text.
fn library() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    sources(&root, &mut found);
    found.sort();
    let read = |path: &PathBuf| {
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        (name, std::fs::read_to_string(path).unwrap())
    };
    found.iter().map(read).collect()
}

fn module(name: &str) -> &str {
    name.split(['/', '.']).next().unwrap_or(name)
}

/// What a line of code names of this crate.
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

#[test]
fn modules_name_only_what_lies_below_them() {
    for (name, text) in library() {
        let own = module(&name);
        if ["lib", "main"].contains(&own) {
            continue;
        }
        for line in text.lines() {
            for other in named(line) {
                assert!(other == own || layer(&other) < layer(own) || sibling(own, &other), "{name}: {line}");
            }
        }
    }
}

/// Modules of one line may name each other, but for the two faces of the program.
fn sibling(own: &str, other: &str) -> bool {
    layer(own) == layer(other) && layer(own) + 1 < LAYERS.len()
}

#[test]
fn the_ecs_shows_only_in_the_simulation_and_egui_only_in_the_window() {
    for (name, text) in library() {
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            assert!(module(&name) == "simulation" || !line.contains("bevy_ecs"), "{name}: {line}");
            assert!(module(&name) == "app" || !line.contains("egui"), "{name}: {line}");
        }
    }
}

#[test]
fn only_named_modules_touch_the_file_system_and_only_the_writer_replaces_a_file() {
    let may_touch = ["writer.rs", "session/file.rs", "scenario/folder.rs", "scenario/library.rs"];
    let touching = ["std::fs", "File::open", "File::create", "OpenOptions"];
    // A draft is kept at every keystroke; no flush to disk could keep up with that.
    let may_write = ["writer.rs", "scenario/library.rs", "app/draft.rs"];
    let writing = ["fs::write(", "fs::rename(", "fs::copy(", "File::create("];
    for (name, text) in library() {
        let tests = text.find("#[cfg(test)]").unwrap_or(text.len());
        let is_core = !["cli", "app"].contains(&module(&name));
        for line in text[..tests].lines().filter(|line| !line.trim_start().starts_with("//")) {
            // A session file is begun through the module that owns it.
            let line = line.replace("DrillFile::create", "");
            let names = |banned: &[&str]| banned.iter().any(|call| line.contains(call));
            assert!(!is_core || may_touch.contains(&name.as_str()) || !names(&touching), "{name}: {line}");
            assert!(may_write.contains(&name.as_str()) || !names(&writing), "{name}: {line}");
        }
    }
}

#[test]
fn every_module_opens_with_an_essay() {
    for (name, text) in library() {
        assert!(text.starts_with("//! "), "{name}");
    }
}

#[test]
fn no_scenario_is_named_in_the_library() {
    let slugs = goldenhour_core::scenario::source::BuiltIn::scenarios();
    for (name, text) in library() {
        let tests = text.find("#[cfg(test)]").unwrap_or(text.len());
        for slug in &slugs {
            assert!(!text[..tests].replace("//!", "").contains(&format!("\"{slug}\"")), "{name} names {slug}");
        }
    }
}

#[test]
fn files_are_named_by_nouns() {
    for (name, _) in library() {
        for banned in ["util", "helper", "common", "manager", "types", "misc"] {
            assert!(!name.contains(banned), "{name}");
        }
    }
}
