//! The phrasing that `docs/style.md` rules out, looked for in every text a person reads.
//!
//! The patterns are in `voice.ron`. A finding is printed with file, line, the words and what to write instead. Text is
//! searched by paragraph, so a phrase is found across a line break as well.

use std::fmt::Write;
use std::ops::Range;
use std::path::{Path, PathBuf};

use regex::{Regex, RegexBuilder};
use serde::Deserialize;

use crate::root;

/// The patterns of both languages.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Patterns {
    english: Vec<PatternText>,
    german: Vec<PatternText>,
}

/// One kind of phrasing, as written in `voice.ron`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PatternText {
    name: String,
    pattern: String,
    #[serde(default)]
    unless: Option<String>,
    instead: String,
}

/// One kind of phrasing, compiled.
struct Pattern {
    name: String,
    phrase: Regex,
    unless: Option<Regex>,
    instead: String,
}

impl Pattern {
    fn compile(text: PatternText) -> Self {
        let regex = |source: &str| RegexBuilder::new(source).case_insensitive(true).build().unwrap();
        Self {
            phrase: regex(&text.pattern),
            unless: text.unless.as_deref().map(regex),
            name: text.name,
            instead: text.instead,
        }
    }

    fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let accepted = |at: usize| self.unless.as_ref().is_some_and(|unless| unless.is_match(&text[at..]));
        self.phrase.find_iter(text).map(|found| found.range()).filter(move |range| !accepted(range.start))
    }
}

fn patterns() -> [Vec<Pattern>; 2] {
    let text = include_str!("voice.ron");
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let patterns: Patterns = options.from_str(text).unwrap();
    [patterns.english, patterns.german].map(|list| list.into_iter().map(Pattern::compile).collect())
}

/// How the text a person reads is taken out of a file.
#[derive(Clone, Copy)]
enum Extract {
    /// Every line.
    Lines,
    /// The values of Fluent messages.
    Messages,
    /// Comments of Rust code.
    Comments,
    /// String literals of Rust code.
    Strings,
    /// Comments of RON and shell files.
    DataComments,
}

/// A layer of text with the place of its files, relative to the project's root.
struct Layer {
    name: &'static str,
    german: bool,
    extract: Extract,
    folders: &'static [&'static str],
    extensions: &'static [&'static str],
    /// The least number of words; fewer mean that the layer has been moved and is no longer searched.
    words: usize,
}

const LAYERS: [Layer; 8] = [
    Layer {
        name: "window",
        german: false,
        extract: Extract::Messages,
        folders: &["assets/language/en"],
        extensions: &["ftl"],
        words: 4_000,
    },
    Layer {
        name: "window in German",
        german: true,
        extract: Extract::Messages,
        folders: &["assets/language/de"],
        extensions: &["ftl"],
        words: 4_000,
    },
    Layer {
        name: "report templates",
        german: false,
        extract: Extract::Lines,
        folders: &["assets/report"],
        extensions: &["md", "html", "typ"],
        words: 3_000,
    },
    Layer {
        name: "command line",
        german: false,
        extract: Extract::Strings,
        folders: &["src/cli"],
        extensions: &["rs"],
        words: 500,
    },
    Layer {
        name: "errors and diagnostics",
        german: false,
        extract: Extract::Strings,
        folders: &["crates/core/src/scenario", "crates/core/src/session", "crates/core/src/decision.rs"],
        extensions: &["rs"],
        words: 1_000,
    },
    Layer {
        name: "documentation",
        german: false,
        extract: Extract::Lines,
        folders: &["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs", "tests/README.md"],
        extensions: &["md"],
        words: 15_000,
    },
    Layer {
        name: "comments",
        german: false,
        extract: Extract::Comments,
        folders: &["src", "crates", "tests", "benches"],
        extensions: &["rs"],
        words: 60_000,
    },
    Layer {
        name: "comments of data",
        german: false,
        extract: Extract::DataComments,
        folders: &["assets", "scenarios", "Cargo.toml", "crates/core/Cargo.toml", "crates/report/Cargo.toml"],
        extensions: &["ron", "toml"],
        words: 500,
    },
];

/// Returns the files of a layer in the order of their paths.
fn files(layer: &Layer) -> Vec<PathBuf> {
    fn collect(path: &Path, extensions: &[&str], found: &mut Vec<PathBuf>) {
        if path.is_dir() {
            for entry in std::fs::read_dir(path).unwrap() {
                collect(&entry.unwrap().path(), extensions, found);
            }
        } else if path.extension().is_some_and(|own| extensions.iter().any(|extension| own == *extension)) {
            found.push(path.to_owned());
        }
    }
    let mut found = Vec::new();
    for folder in layer.folders {
        collect(&root().join(folder), layer.extensions, &mut found);
    }
    found.sort();
    found
}

/// A paragraph with its lines joined by spaces.
#[derive(Default)]
struct Paragraph {
    text: String,
    /// For each line, the offset in `text` at which it starts and its number, counted from one.
    lines: Vec<(usize, usize)>,
}

impl Paragraph {
    fn line_at(&self, offset: usize) -> usize {
        let after = self.lines.partition_point(|(start, _)| *start <= offset);
        self.lines[after.saturating_sub(1)].1
    }
}

/// Joins consecutive lines of text to paragraphs; `None` and empty lines end one.
fn paragraphs<'a>(lines: impl Iterator<Item = (usize, Option<&'a str>)>) -> Vec<Paragraph> {
    let mut found = vec![Paragraph::default()];
    for (number, line) in lines {
        let line = line.map(str::trim).unwrap_or_default();
        let last = found.last_mut().unwrap();
        if line.is_empty() {
            if !last.text.is_empty() {
                found.push(Paragraph::default());
            }
            continue;
        }
        if !last.text.is_empty() {
            last.text.push(' ');
        }
        last.lines.push((last.text.len(), number));
        last.text.push_str(line);
    }
    found.retain(|paragraph| !paragraph.text.is_empty());
    found
}

fn message_value(line: &str) -> Option<&str> {
    if line.starts_with('#') {
        return None;
    }
    match line.split_once(" = ") {
        Some((id, value)) if !id.contains(' ') => Some(value),
        _ => line.starts_with(' ').then_some(line),
    }
}

/// Returns the comment of a line of Rust code. Slashes in a string or a web address do not start one.
fn comment(line: &str) -> Option<&str> {
    let at = line.find("//")?;
    let quotes = line[..at].replace("\\\"", "").matches('"').count();
    let is_code = quotes % 2 == 1 || line[..at].ends_with(':');
    (!is_code).then(|| line[at..].trim_start_matches(['/', '!']))
}

/// Blanks out code spans, which quote names and patterns. The length stays the same.
fn without_code_spans(text: &str) -> String {
    let mut inside = false;
    let blank = |character: char| {
        inside ^= character == '`';
        if inside { "x".repeat(character.len_utf8()) } else { character.to_string() }
    };
    text.chars().map(blank).collect()
}

/// Returns the string literals of a line that contain a space. Literals over several lines are not seen.
fn literals(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = None;
    let mut escaped = false;
    for (at, character) in line.char_indices() {
        match (character, from) {
            _ if escaped => escaped = false,
            ('\\', Some(_)) => escaped = true,
            ('"', None) => from = Some(at + 1),
            ('"', Some(start)) => {
                found.push(&line[start..at]);
                from = None;
            }
            ('/', None) if line[at..].starts_with("//") => break,
            _ => {}
        }
    }
    found.retain(|text| text.contains(' '));
    found
}

fn extract(text: &str, how: Extract) -> Vec<Paragraph> {
    let numbered = || text.lines().enumerate().map(|(index, line)| (index + 1, line));
    match how {
        Extract::Lines => paragraphs(numbered().map(|(number, line)| (number, Some(line)))),
        // Each message is a text of its own: its first line follows on an end.
        Extract::Messages => paragraphs(numbered().flat_map(|(number, line)| {
            let ends = (!line.starts_with(' ')).then_some((number, None));
            ends.into_iter().chain([(number, message_value(line))])
        })),
        Extract::Comments => paragraphs(numbered().map(|(number, line)| (number, comment(line)))),
        Extract::DataComments => paragraphs(numbered().map(|(number, line)| {
            let line = line.trim_start();
            (number, line.strip_prefix("//").or_else(|| line.strip_prefix('#')))
        })),
        Extract::Strings => {
            let each = numbered().flat_map(|(number, line)| literals(line).into_iter().map(move |text| (number, text)));
            paragraphs(each.flat_map(|(number, text)| [(number, Some(text)), (number, None)]))
        }
    }
}

/// Returns one line for each finding in a file's text.
fn findings(name: &str, paragraphs: &[Paragraph], patterns: &[Pattern]) -> Vec<String> {
    let mut found = Vec::new();
    for paragraph in paragraphs {
        let text = without_code_spans(&paragraph.text);
        for pattern in patterns {
            for range in pattern.find(&text) {
                let line = paragraph.line_at(range.start);
                let words = text[range].trim();
                found.push(format!("{name}:{line}: {} (\"{words}\"); write: {}", pattern.name, pattern.instead));
            }
        }
    }
    found
}

#[test]
fn no_text_contains_phrasing_that_the_style_guide_rules_out() {
    let [english, german] = patterns();
    let mut report = String::new();
    for layer in &LAYERS {
        let patterns = if layer.german { &german } else { &english };
        let mut words = 0;
        for path in files(layer) {
            let paragraphs = extract(&std::fs::read_to_string(&path).unwrap(), layer.extract);
            words += paragraphs.iter().map(|paragraph| paragraph.text.split_whitespace().count()).sum::<usize>();
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            for finding in findings(&name, &paragraphs, patterns) {
                writeln!(report, "{}: {finding}", layer.name).unwrap();
            }
        }
        assert!(words >= layer.words, "{}: only {words} words were found", layer.name);
    }
    assert!(report.is_empty(), "see docs/style.md\n{report}");
}

#[test]
fn a_phrase_is_found_in_every_kind_of_file_with_its_line() {
    let [english, _] = patterns();
    let phrase = "This must not stand\nin a text";
    for (how, text) in [
        (Extract::Lines, format!("# Heading\n\n{phrase}")),
        (Extract::Messages, "# stand\nid = Fine\nother = Fine\n    but must stand\nstand = Fine".to_owned()),
        (Extract::Comments, "let stand = 1;\nfn f() {}\n/// This must stand\n/// in a comment".to_owned()),
        (Extract::Strings, "// stand\nlet stand = 0;\nlet text = \"fine\"; let text = \"must \\\"stand\";".to_owned()),
        (Extract::DataComments, "stand: \"stand\",\n\n// This must stand".to_owned()),
    ] {
        let found = findings("file", &extract(&text, how), &english);
        let line = if matches!(how, Extract::Messages) { 4 } else { 3 };
        assert_eq!(found, [format!("file:{line}: stand (\"stand\"); write: is, exists, appears, contains")], "{text}");
    }
}

#[test]
fn a_phrase_is_found_across_a_line_break_and_an_accepted_use_is_not() {
    let [english, _] = patterns();
    let names = |text: &str| {
        let lines = extract(text, Extract::Lines);
        findings("file", &lines, &english).len()
    };
    assert_eq!(names("a result that comes\nof nothing"), 1);
    assert_eq!(names("it stands for the whole, and they stand\nby it"), 0);
    assert_eq!(names("Who publishes early wins. Who is it? Who knows?"), 1);
    assert_eq!(names("not until then, not under load; the claim `stand` is code"), 0);
}
