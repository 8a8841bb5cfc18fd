//! The lexicon: what counts as evidence for which subject, as data.
//!
//! Five files in `assets/text/reading`: `words.ron` has the classes of words and what sentences are told apart
//! by, `details.ron`, `contacts.ron` and `tone.ron` the rules for each subject, `quality.ron` the weights of the
//! grade. A folder of a trainer may bring any of them in place of ours. They are read once; whatever is wrong
//! with them is a diagnostic with its place, many at once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::finding::{Label, Subject};
use super::pattern::{BadPattern, Classes, KINDS, Pattern};
use super::scale::Scale;
use super::token::Stems;
use crate::diagnostic::{Diagnostic, Diagnostics, Source, Sources, nearest};
use crate::scenario::file::{self, Text};
use crate::scenario::source::{BuiltIn, FileError, Files};

/// Everything that reading knows about words.
#[derive(Debug)]
pub struct Lexicon {
    /// Abbreviations that end no sentence, without their last stop.
    pub(super) abbreviations: BTreeSet<String>,
    /// Words that hold sentences together.
    function: BTreeSet<String>,
    /// Words that negate what follows.
    pub(super) negators: BTreeSet<String>,
    /// Words that end the scope of a negation.
    pub(super) breaks: BTreeSet<String>,
    /// What makes a sentence of words.
    pub(super) finite: Vec<Pattern>,
    /// What is said to those who write statements.
    pub(super) instructions: Vec<Pattern>,
    /// What shows that a sentence is about an incident.
    pub(super) topic: Vec<Pattern>,
    /// What can be counted, by the noun that is reported.
    pub(super) counted: Vec<(String, Vec<Pattern>)>,
    /// Kinds of data, by the name that is reported.
    pub(super) data: Vec<(String, Vec<Pattern>)>,
    /// All rules.
    pub(super) rules: Vec<Rule>,
    /// From how many different signs in part on a subject is found in full.
    pub(super) add_up: BTreeMap<Subject, usize>,
    /// Rule and pattern by the first word; those that can begin with anything stand under the empty word.
    pub(super) index: BTreeMap<String, Vec<(usize, usize)>>,
    /// How the grade is made.
    pub(super) scale: Scale,
}

/// What counts as evidence for a subject.
#[derive(Debug)]
pub struct Rule {
    /// The subject.
    pub subject: Subject,
    /// What it shows.
    pub label: Label,
    /// Any of these is evidence.
    pub any: Vec<Pattern>,
    /// One of these must stand in the same sentence, where there are any.
    pub with: Vec<Pattern>,
    /// One of these must stand within a few sentences, where there are any.
    pub near: Vec<Pattern>,
    /// How many sentences away.
    pub within: usize,
    /// None of these may stand in the same sentence.
    pub unless: Vec<Pattern>,
    /// Whether the evidence may, must or must not be negated.
    pub negated: Negated,
    /// Whether words without a verb count.
    pub fragment: bool,
    /// None of these subjects may have been found in full.
    pub without: Vec<Subject>,
}

/// What a negation does to evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Negated {
    /// Nothing.
    #[default]
    Either,
    /// It takes it away.
    Refuse,
    /// It is needed.
    Require,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    #[serde(rename = "format")]
    _format: u32,
    classes: Vec<(String, Vec<Text>)>,
    abbreviations: Vec<String>,
    function: Vec<String>,
    negators: Vec<String>,
    breaks: Vec<String>,
    finite: Vec<Text>,
    instructions: Vec<Text>,
    topic: Vec<Text>,
    counted: Vec<(String, Vec<Text>)>,
    data: Vec<(String, Vec<Text>)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RulesFile {
    #[serde(rename = "format")]
    _format: u32,
    subjects: Vec<SubjectEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SubjectEntry {
    subject: Text,
    #[serde(default)]
    add_up: Option<usize>,
    rules: Vec<RuleEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleEntry {
    label: Label,
    any: Vec<Text>,
    #[serde(default)]
    with: Vec<Text>,
    #[serde(default)]
    near: Vec<Text>,
    #[serde(default = "next_door")]
    within: usize,
    #[serde(default)]
    unless: Vec<Text>,
    #[serde(default)]
    negated: Negated,
    #[serde(default)]
    fragment: bool,
    #[serde(default)]
    without: Vec<Text>,
}

fn next_door() -> usize {
    1
}

/// The files of a lexicon.
pub const FILES: [&str; 5] = ["words.ron", "details.ron", "contacts.ron", "tone.ron", "quality.ron"];

static BUILT_IN: LazyLock<Lexicon> = LazyLock::new(|| {
    let loaded = Lexicon::load(None);
    assert!(loaded.is_ok(), "the lexicon in assets/text/reading is broken: {:?}", loaded.err());
    loaded.unwrap_or_else(|_| unreachable!())
});

impl Lexicon {
    /// Returns the program's own lexicon, which is read at the first call.
    ///
    /// # Panics
    /// Where the files built into the program are broken; a test holds that they are not.
    pub fn built_in() -> &'static Lexicon {
        &BUILT_IN
    }

    /// Reads a lexicon; a file that the folder lacks is taken from the program.
    ///
    /// # Errors
    /// Everything that is wrong with the files, each with its place.
    pub fn load(folder: Option<&dyn Files>) -> Result<Lexicon, Diagnostics> {
        let mut loader = Loader { folder, ..Loader::default() };
        let words: Option<WordsFile> = loader.parse(FILES[0]);
        let rules: Vec<RulesFile> = FILES[1..4].iter().filter_map(|name| loader.parse(name)).collect();
        let scale: Option<Scale> = loader.parse(FILES[4]);
        let lexicon = words.zip(scale).map(|(words, scale)| loader.assemble(&words, &rules, scale));
        loader.diagnostics.sort();
        match lexicon {
            Some(lexicon) if loader.diagnostics.is_empty() => Ok(lexicon),
            _ => Err(loader.diagnostics),
        }
    }

    /// Returns whether a word is one of those that hold sentences together.
    pub fn is_function(&self, word: &str) -> bool {
        self.function.contains(word)
    }
}

#[derive(Default)]
struct Loader<'a> {
    folder: Option<&'a dyn Files>,
    sources: Sources,
    diagnostics: Diagnostics,
    classes: Classes,
    stems: Stems,
}

impl Loader<'_> {
    fn parse<T: serde::de::DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let own = || BuiltIn::Assets.read(&format!("text/reading/{name}"));
        let text = match self.folder.map(|folder| folder.read(name)) {
            None | Some(Err(FileError::Missing(_))) => own(),
            Some(found) => found,
        };
        let parsed = match text {
            Ok(text) => {
                self.sources.add(name, text.clone());
                file::parse(&Source { name: name.to_owned(), text })
            }
            Err(error) => Err(Diagnostic::error("unreadable", error.to_string()).in_file(name)),
        };
        parsed.map_err(|diagnostic| self.diagnostics.push(diagnostic)).ok()
    }

    fn assemble(&mut self, words: &WordsFile, files: &[RulesFile], scale: Scale) -> Lexicon {
        for (name, alternatives) in &words.classes {
            let texts: Vec<&str> = alternatives.iter().map(|text| text.value.as_str()).collect();
            if let Err((index, bad)) = self.classes.add(name, &texts, &self.stems) {
                self.complain(&alternatives[index], &bad);
            }
        }
        let set = |list: &[String]| list.iter().cloned().collect();
        let mut lexicon = Lexicon {
            abbreviations: set(&words.abbreviations),
            function: set(&words.function),
            negators: set(&words.negators),
            breaks: set(&words.breaks),
            finite: self.patterns(&words.finite),
            instructions: self.patterns(&words.instructions),
            topic: self.patterns(&words.topic),
            counted: self.named(&words.counted),
            data: self.named(&words.data),
            rules: Vec::new(),
            add_up: BTreeMap::new(),
            index: BTreeMap::new(),
            scale,
        };
        for entry in files.iter().flat_map(|file| &file.subjects) {
            self.subject(entry, &mut lexicon);
        }
        lexicon.index = index(&lexicon.rules);
        lexicon
    }

    fn subject(&mut self, entry: &SubjectEntry, lexicon: &mut Lexicon) {
        let Some(subject) = self.lookup(&entry.subject) else { return };
        if let Some(count) = entry.add_up {
            lexicon.add_up.insert(subject, count);
        }
        for rule in &entry.rules {
            let without = rule.without.iter().filter_map(|name| self.lookup(name)).collect();
            let rule = Rule {
                subject,
                label: rule.label,
                any: self.patterns(&rule.any),
                with: self.patterns(&rule.with),
                near: self.patterns(&rule.near),
                within: rule.within,
                unless: self.patterns(&rule.unless),
                negated: rule.negated,
                fragment: rule.fragment,
                without,
            };
            lexicon.rules.push(rule);
        }
    }

    fn lookup(&mut self, name: &Text) -> Option<Subject> {
        let found = Subject::named(&name.value);
        if found.is_none() {
            let message = format!("unknown subject `{}`", name.value);
            let diagnostic = Diagnostic::error("unknown-subject", message)
                .at(&self.sources, name.mark)
                .suggest(&name.value, Subject::ALL.map(Subject::key));
            self.diagnostics.push(diagnostic);
        }
        found
    }

    fn named(&mut self, lists: &[(String, Vec<Text>)]) -> Vec<(String, Vec<Pattern>)> {
        lists.iter().map(|(name, texts)| (name.clone(), self.patterns(texts))).collect()
    }

    fn patterns(&mut self, texts: &[Text]) -> Vec<Pattern> {
        let mut patterns = Vec::with_capacity(texts.len());
        for text in texts {
            match Pattern::parse(&text.value, &self.classes, &self.stems) {
                Ok(pattern) => patterns.push(pattern),
                Err(bad) => self.complain(text, &bad),
            }
        }
        patterns
    }

    fn complain(&mut self, text: &Text, bad: &BadPattern) {
        let diagnostic = Diagnostic::error("bad-pattern", bad.to_string()).at(&self.sources, text.mark);
        let near = match bad {
            BadPattern::UnknownClass(name) => nearest(name, self.classes.names()).map(|near| format!("@{near}")),
            BadPattern::UnknownKind(name) => nearest(name, KINDS).map(|near| format!("#{near}")),
            _ => None,
        };
        self.diagnostics.push(match near {
            Some(near) => diagnostic.hint(format!("did you mean `{near}`?")),
            None => diagnostic,
        });
    }
}

fn index(rules: &[Rule]) -> BTreeMap<String, Vec<(usize, usize)>> {
    let mut index: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for (rule_at, rule) in rules.iter().enumerate() {
        for (pattern_at, pattern) in rule.any.iter().enumerate() {
            let openings = pattern.openings().unwrap_or_else(|| vec![""]);
            for word in openings {
                let places = index.entry(word.to_owned()).or_default();
                if places.last() != Some(&(rule_at, pattern_at)) {
                    places.push((rule_at, pattern_at));
                }
            }
        }
    }
    index
}
