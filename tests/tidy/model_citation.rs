//! Citations of the model basis, `docs/model.md`.
//!
//! Comments and the `basis` of constants cite its sections ("section 2.4 of `docs/model.md`",
//! "`model.md` 3.2, 3.5"), its acceptance bands ("band S6") and its event archetypes ("X15 of `model.md` 10"). A
//! citation may continue on the next line of a comment. A file that says "Sections refer to `docs/model.md`" may
//! omit the name of the page. Links to the page are checked for their anchors.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use crate::root;

/// Folders whose files may cite the page.
const FOLDERS: [&str; 7] = ["src", "crates", "tests", "benches", "assets", "scenarios", "docs"];

/// Pages in the project's root that may cite it.
const ROOT_PAGES: [&str; 3] = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"];

/// Folders in which every label such as S13 is a band, whether or not the page is named next to it.
const LABELED: [&str; 3] = ["assets/model", "tests/stylised", "tests/history"];

/// The name by which the page is cited.
const PAGE: &str = "model.md";

/// Declares that all sections cited in a file are those of the page.
const DECLARATION: &str = "Sections refer to docs/model.md";

/// Words that may come between the items of a citation.
const CONNECTIVES: [&str; 10] = ["and", "or", "to", "of", "in", "the", "band", "bands", "archetype", "archetypes"];

/// A reference to a part of the page: a section number, a label, or an anchor with its `#`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Citation {
    line: usize,
    target: String,
}

/// The parts of the page that can be cited.
#[derive(Debug, Default)]
struct Basis {
    sections: BTreeSet<String>,
    labels: BTreeSet<String>,
    anchors: BTreeSet<String>,
}

impl Basis {
    /// Reads the page. Sections are headings that start with a number, bands are the rows of section 11, archetypes
    /// those of section 10.
    fn of(page: &str) -> Self {
        let mut basis = Basis::default();
        let mut section = String::new();
        for line in page.lines() {
            let heading = line.trim_start_matches('#');
            if heading.len() < line.len() && heading.starts_with(' ') {
                let heading = heading.trim();
                basis.anchors.insert(anchor(heading));
                section = leading_number(heading).map_or_else(String::new, |(number, _)| number.to_owned());
                if !section.is_empty() {
                    basis.sections.insert(section.clone());
                }
            } else if let Some(row) = line.strip_prefix("| ") {
                let id = row.split(" |").next().unwrap_or("");
                let is_defined = match section.as_str() {
                    "10" => id.starts_with('X'),
                    "11" => id.starts_with('S'),
                    _ => false,
                };
                if is_defined && labels(id) == [id] {
                    basis.labels.insert(id.to_owned());
                }
            }
        }
        basis
    }

    fn has(&self, target: &str) -> bool {
        match target.strip_prefix('#') {
            Some(anchor) => self.anchors.contains(anchor),
            None => self.sections.contains(target) || self.labels.contains(target),
        }
    }
}

/// Returns the anchor that GitHub gives to a heading.
fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).flat_map(char::to_lowercase).collect()
}

/// A source text as one line, without comment markers and backticks.
struct Flat {
    text: String,
    /// The offset in `text` at which each line starts.
    starts: Vec<usize>,
}

impl Flat {
    fn of(source: &str) -> Self {
        let mut flat = Flat { text: String::new(), starts: Vec::new() };
        for line in source.lines() {
            flat.starts.push(flat.text.len());
            let line = line.trim().trim_start_matches('/').trim_start_matches('!').trim_start();
            flat.text.extend(line.chars().filter(|c| !matches!(c, '`' | '[')));
            flat.text.push(' ');
        }
        flat
    }

    /// Returns the number of the line that contains an offset, counted from 1.
    fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }
}

/// Splits a section number off the start of a text. Each of its parts has up to two digits, and it is neither part of
/// a longer word nor a percentage.
fn leading_number(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let number = text[..end].trim_end_matches('.');
    let rest = &text[number.len()..];
    let parts_are_short = number.split('.').all(|part| matches!(part.len(), 1 | 2));
    let is_separate = !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '%' | '_'));
    (parts_are_short && is_separate).then_some((number, rest))
}

/// Returns the labels in a text: S or X with one or two digits, not part of a longer word.
fn labels(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| is_label(word)).collect()
}

fn is_label(word: &str) -> bool {
    let digits = word.strip_prefix(['S', 'X']).unwrap_or("");
    matches!(digits.len(), 1 | 2) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns the section numbers that follow the name of the page: "model.md 5 and 6", "model.md, section 5".
fn sections_after(text: &str) -> Vec<&str> {
    let bare = text.trim_start_matches([' ', ',', '(']);
    let named = ["sections ", "section ", "§"].into_iter().find_map(|word| bare.strip_prefix(word));
    named.or_else(|| text.strip_prefix(' ')).map(leading_numbers).unwrap_or_default()
}

/// Returns the section numbers in the list that starts a text: "3.2 and 3.5", "7, 2.3".
fn leading_numbers(mut rest: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut is_listed = false;
    while let Some((number, after)) = leading_number(rest) {
        // After a comma a number may be a quantity ("model.md 5, 15 days") and must end its part of the sentence.
        let ends = after.trim_end().is_empty() || after.starts_with([',', ';', ':', '.', ')', '"', ']']);
        if is_listed && !ends && ![" and ", " or ", " to "].iter().any(|word| after.starts_with(word)) {
            break;
        }
        found.push(number);
        let strong = [" and ", ", and ", " or ", " to ", "-"].into_iter().find_map(|word| after.strip_prefix(word));
        is_listed = strong.is_none();
        let Some(next) = strong.or_else(|| after.strip_prefix(", ")) else { break };
        rest = next;
    }
    found
}

/// Returns the sections and labels that precede "of" and the name of the page: "sections 3.2 and 3.5 of", "X6 of".
fn targets_before(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut section_was_named = false;
    let Some(text) = text.strip_suffix(" of ") else { return found };
    for word in text.split(' ').rev() {
        let word = word.trim_matches([',', '(', '"', ';']);
        let labels = labels(word);
        if !labels.is_empty() {
            found.extend(labels);
        } else if let Some((number, "")) = leading_number(word)
            && !section_was_named
        {
            found.push(number);
        } else if matches!(word, "section" | "sections" | "Section" | "Sections") {
            section_was_named = true;
        } else if !CONNECTIVES.contains(&word) {
            break;
        }
    }
    found
}

/// Returns everything that a text cites from the page.
fn citations(source: &str) -> Vec<Citation> {
    let flat = Flat::of(source);
    let mut found = BTreeSet::new();
    for (at, _) in flat.text.match_indices(PAGE) {
        let (before, after) = (&flat.text[..at], &flat.text[at + PAGE.len()..]);
        let before = before.strip_suffix("docs/").unwrap_or(before).trim_end_matches("../");
        if before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '_' | '-' | '.')) {
            continue;
        }
        let mut targets = targets_before(before);
        let linked = after.starts_with('#').then(|| {
            let end = after[1..].find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_'));
            &after[..end.map_or(after.len(), |end| end + 1)]
        });
        targets.extend(linked);
        targets.extend(sections_after(after));
        let sentence = after.split([')', '"']).next().unwrap_or("").split(". ").next().unwrap_or("");
        targets.extend(labels(sentence));
        let line = flat.line(at);
        found.extend(targets.into_iter().map(|target| Citation { line, target: target.to_owned() }));
    }
    if flat.text.contains(DECLARATION) {
        for name in ["section ", "sections "] {
            for (at, _) in flat.text.match_indices(name) {
                let line = flat.line(at);
                let numbers = leading_numbers(&flat.text[at + name.len()..]).into_iter();
                found.extend(numbers.map(|number| Citation { line, target: number.to_owned() }));
            }
        }
    }
    found.into_iter().collect()
}

/// Returns the labels that a text calls bands: "band S10", "bands S1 to S5".
fn bands(source: &str) -> Vec<Citation> {
    let flat = Flat::of(source);
    let mut found = Vec::new();
    for name in ["band ", "bands "] {
        for (at, _) in flat.text.match_indices(name) {
            let words = flat.text[at + name.len()..].split(' ');
            let items = words.take_while(|word| !labels(word).is_empty() || matches!(*word, "and" | "to" | "or"));
            let line = flat.line(at);
            found.extend(items.flat_map(labels).map(|label| Citation { line, target: label.to_owned() }));
        }
    }
    found
}

/// Returns every label of a text with its line.
fn all_labels(source: &str) -> Vec<Citation> {
    let lines = source.lines().zip(1..);
    lines
        .flat_map(|(text, line)| labels(text).into_iter().map(move |label| Citation { line, target: label.to_owned() }))
        .collect()
}

/// Returns a file's extension.
fn ending(path: &Path) -> &str {
    path.extension().and_then(OsStr::to_str).unwrap_or("")
}

/// Collects the files below a folder that may contain citations.
fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if matches!(ending(&path), "rs" | "ron" | "md") {
            found.push(path);
        }
    }
}

#[test]
fn every_cited_model_section_exists() {
    let root = root();
    let basis = Basis::of(&std::fs::read_to_string(root.join("docs/model.md")).unwrap());
    assert!(basis.sections.len() > 30 && basis.labels.len() > 30, "docs/model.md was not read: {basis:?}");
    let mut files: Vec<PathBuf> = ROOT_PAGES.iter().map(|page| root.join(page)).collect();
    for folder in FOLDERS {
        collect(&root.join(folder), &mut files);
    }
    files.sort();
    let (mut cited_in_code, mut cited_in_data) = (0, 0);
    let mut missing = Vec::new();
    for path in files {
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        // The examples in this file are not citations.
        if name == "tests/tidy/model_citation.rs" {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let mut found = citations(&text);
        match ending(&path) {
            "rs" => cited_in_code += found.len(),
            "ron" => cited_in_data += found.len(),
            _ => {}
        }
        found.extend(bands(&text));
        if LABELED.iter().any(|folder| name.starts_with(folder)) {
            found.extend(all_labels(&text));
        }
        found.retain(|citation| !basis.has(&citation.target));
        found.sort();
        found.dedup();
        missing.extend(found.iter().map(|citation| format!("{name}:{}: {}", citation.line, citation.target)));
    }
    assert!(
        missing.is_empty(),
        "docs/model.md has no such section, band, archetype or anchor:\n{}",
        missing.join("\n")
    );
    assert!(cited_in_code >= 10, "only {cited_in_code} citations were recognized in code");
    assert!(cited_in_data >= 100, "only {cited_in_data} citations were recognized in constants");
}

#[test]
fn a_model_citation_is_recognized_in_every_form() {
    let targets = |text: &str| -> Vec<String> { citations(text).into_iter().map(|found| found.target).collect() };
    let examples: &[(&str, &[&str])] = &[
        ("//! The recipe of `model.md` 2.4, a discretized process", &["2.4"]),
        ("//! others (`docs/model.md` 5 and 6):", &["5", "6"]),
        ("//! - *Match* (`model.md` 3.2, 3.5). `Q = .25`", &["3.2", "3.5"]),
        ("/// See section 2.4 of `docs/model.md`.", &["2.4"]),
        ("//! between sections 3.2\n//! and 3.5 of `docs/model.md`", &["3.2", "3.5"]),
        (
            "/// Sections 2.1, 2.2 and 4 of\n/// [`docs/model.md`](../docs/model.md#4-leak)",
            &["#4-leak", "2.1", "2.2", "4"],
        ),
        ("`docs/model.md`, section 5, and more", &["5"]),
        ("X15 of `model.md` 10, which is a gaffe", &["10", "X15"]),
        ("archetype X6 in section 10 of `docs/model.md`: 3 lines", &["10", "X6"]),
        ("(Freshfields 2013; `model.md` 2.2, band S6). That", &["2.2", "S6"]),
        ("(`model.md` 7, 2.3, S18):", &["2.3", "7", "S18"]),
        ("basis: \"model.md 2.3: t_r; keeps S1-S5 throughout\"", &["2.3", "S1", "S5"]),
        ("basis: \"responsibility dominates (model.md 1.1)\"", &["1.1"]),
        ("basis: \"model.md 5: 3-7 days\"", &["5"]),
        ("basis: \"model.md 5, 15 days\"", &["5"]),
        ("see [model.md](model.md). 3 of them", &[]),
        ("the file data_model.md 3", &[]),
        ("a factor of 3 in section 4.3 of docs/model.md", &["4.3"]),
    ];
    for &(text, expected) in examples {
        assert_eq!(targets(text), expected, "{text}");
    }
    let declared =
        "//! Sections refer to `docs/model.md`.\n//!\n//! - *Match* (sections 3.2\n//! and 3.5). See section 8.";
    assert_eq!(targets(declared), ["3.2", "3.5", "8"]);
    let found = bands("a late firm ends lower\n//! (band S10), unlike the bands S1 to S5: it");
    assert_eq!(found.iter().map(|found| found.target.as_str()).collect::<Vec<_>>(), ["S10", "S1", "S5"]);
}

#[test]
fn a_missing_model_section_is_found() {
    let basis =
        Basis::of("# Basis\n\n## 2 Attention and media\n\n### 2.1 What is known\n\n## 11 Bands\n\n| S1 | lag |\n");
    for present in ["2", "2.1", "11", "S1", "#2-attention-and-media", "#21-what-is-known"] {
        assert!(basis.has(present), "{present}");
    }
    for absent in ["2.2", "1", "S2", "X1", "#2-attention"] {
        assert!(!basis.has(absent), "{absent}");
    }
    let found = citations("//! One\n//! and `model.md` 2.2, then\n//! `model.md` 9");
    let lines: Vec<(usize, &str)> = found.iter().map(|found| (found.line, found.target.as_str())).collect();
    assert_eq!(lines, [(2, "2.2"), (3, "9")]);
}
