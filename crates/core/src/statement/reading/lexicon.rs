//! The lexicon: data that defines what counts as evidence for each subject.
//!
//! The lexicon of a language consists of five files in `assets/text/reading`, for German in a folder of its own.
//! `words.ron` contains classes of words and the patterns that distinguish kinds of sentences. `details.ron`,
//! `contacts.ron` and `tone.ron` contain the rules for each subject; German has none and relies on the classifier.
//! `quality.ron` contains the weights of the quality grade, for all languages. Trainers can replace any of these files
//! with their own. The built-in lexicons are loaded only once. Errors are reported together as diagnostics with their
//! positions.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::finding::{Label, Subject};
use super::language::Language;
use super::model::Model;
use super::pattern::{BadPattern, Classes, KINDS, Pattern};
use super::scale::Scale;
use super::token::Stems;
use crate::diagnostic::{Diagnostic, Diagnostics, Source, Sources, nearest};
use crate::scenario::file::{self, Text};
use crate::scenario::source::{BuiltIn, FileError, Files};

/// Words, patterns and rules used for the analysis of texts in one language.
#[derive(Debug)]
pub struct Lexicon {
    /// Language of the texts.
    pub(super) language: Language,
    /// Words that can start an outline topic, as in `How it was discovered`.
    pub(super) asking: BTreeSet<String>,
    /// Abbreviations that do not end a sentence, without their final period.
    pub(super) abbreviations: BTreeSet<String>,
    /// Function words.
    function: BTreeSet<String>,
    /// Words that negate what follows.
    pub(super) negators: BTreeSet<String>,
    /// Words that end the scope of a negation.
    pub(super) breaks: BTreeSet<String>,
    /// Patterns that indicate a finite verb.
    pub(super) finite: Vec<Pattern>,
    /// Patterns of instructions addressed to the writer of a statement.
    pub(super) instructions: Vec<Pattern>,
    /// Patterns that show that a sentence is about an incident.
    pub(super) topic: Vec<Pattern>,
    /// Patterns for countable nouns, by the name that is reported.
    pub(super) counted: Vec<(String, Vec<Pattern>)>,
    /// Patterns for kinds of data, by the name that is reported.
    pub(super) data: Vec<(String, Vec<Pattern>)>,
    /// Rules for all subjects.
    pub(super) rules: Vec<Rule>,
    /// Number of different partial matches that together count as a full finding.
    pub(super) add_up: BTreeMap<Subject, usize>,
    /// Index from the first word of a pattern to its rule and pattern number. Patterns that can start with any
    /// token are listed under the empty string.
    pub(super) index: BTreeMap<String, Vec<(usize, usize)>>,
    /// Parameters of the quality grade.
    pub(super) scale: Scale,
    /// Classifier that weighs what the rules find, if it is not the built-in one.
    model: Option<&'static Model>,
}

/// A rule that defines evidence for a subject.
#[derive(Debug)]
pub struct Rule {
    /// Subject of the evidence.
    pub subject: Subject,
    /// Extent to which a match shows the subject.
    pub label: Label,
    /// Patterns that count as evidence. A match of any one is enough.
    pub any: Vec<Pattern>,
    /// Patterns, at least one of which must occur in the same sentence. Ignored if empty.
    pub with: Vec<Pattern>,
    /// Patterns, at least one of which must occur within [`within`](Self::within) sentences. Ignored if empty.
    pub near: Vec<Pattern>,
    /// Maximum distance for [`near`](Self::near), in sentences.
    pub within: usize,
    /// Patterns that must not occur in the same sentence.
    pub unless: Vec<Pattern>,
    /// How negation affects the evidence.
    pub negated: Negated,
    /// Whether matches in sentence fragments count.
    pub fragment: bool,
    /// Subjects that must not have been found in full.
    pub without: Vec<Subject>,
    /// Whether the rule is from a file of the trainer's own.
    pub is_own: bool,
}

/// Effect of negation on evidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum Negated {
    /// The evidence counts whether it is negated or not.
    #[default]
    Either,
    /// Negated evidence does not count.
    Refuse,
    /// Only negated evidence counts.
    Require,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WordsFile {
    #[serde(rename = "format")]
    _format: u32,
    classes: Vec<(String, Vec<Text>)>,
    asking: Vec<String>,
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

/// File names of a lexicon.
pub const FILES: [&str; 5] = ["words.ron", "details.ron", "contacts.ron", "tone.ron", "quality.ron"];

static ENGLISH: LazyLock<Lexicon> = LazyLock::new(|| loaded(Language::English));
static GERMAN: LazyLock<Lexicon> = LazyLock::new(|| loaded(Language::German));

fn loaded(language: Language) -> Lexicon {
    let loaded = Lexicon::load(language, None);
    assert!(loaded.is_ok(), "the lexicon in assets/text/reading is invalid: {:?}", loaded.err());
    loaded.unwrap_or_else(|_| unreachable!())
}

impl Lexicon {
    /// Returns the built-in English lexicon, which is loaded on first use.
    ///
    /// # Panics
    /// Panics if the built-in files are invalid. A test ensures that they are not.
    pub fn built_in() -> &'static Lexicon {
        &ENGLISH
    }

    /// Returns the built-in lexicon of a language, which is loaded on first use.
    ///
    /// # Panics
    /// Panics if the built-in files are invalid. A test ensures that they are not.
    pub fn of(language: Language) -> &'static Lexicon {
        match language {
            Language::English => &ENGLISH,
            Language::German => &GERMAN,
        }
    }

    /// Returns the built-in lexicon whose function words are most frequent in a text.
    pub fn for_text(text: &str) -> &'static Lexicon {
        let lexicons = Language::ALL.map(Lexicon::of);
        let lower = text.to_lowercase();
        let words = || lower.split(|c: char| !c.is_alphanumeric());
        let count = |lexicon: &Lexicon| words().filter(|word| lexicon.is_function(word)).count();
        let [english, german] = lexicons;
        if count(german) > count(english) { german } else { english }
    }

    /// Loads a lexicon. The built-in version is used for each file that the folder does not contain.
    ///
    /// # Errors
    /// Returns all errors found in the files, with their positions.
    pub fn load(language: Language, folder: Option<&dyn Files>) -> Result<Lexicon, Diagnostics> {
        let stems = Stems::of_language(language);
        let (sources, diagnostics, classes) = Default::default();
        let mut loader = Loader { language, folder, sources, diagnostics, classes, stems };
        let words: Option<WordsFile> = loader.parse(FILES[0]);
        let rules: Vec<(bool, RulesFile)> = FILES[1..4].iter().filter_map(|name| loader.rules(name)).collect();
        let scale: Option<Scale> = loader.parse(FILES[4]);
        let lexicon = words.zip(scale).map(|(words, scale)| loader.assemble(&words, &rules, scale));
        loader.diagnostics.sort();
        match lexicon {
            Some(lexicon) if loader.diagnostics.is_empty() => Ok(lexicon),
            _ => Err(loader.diagnostics),
        }
    }

    /// Returns the lexicon with another classifier, for cross-validation.
    #[must_use]
    pub fn with_model(self, model: &'static Model) -> Lexicon {
        Lexicon { model: Some(model), ..self }
    }

    /// Returns the classifier.
    pub(super) fn model(&self) -> &'static Model {
        self.model.unwrap_or_else(|| Model::of(self.language))
    }

    /// Returns the language of the texts that it is for.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Returns whether a word is a function word.
    pub fn is_function(&self, word: &str) -> bool {
        self.function.contains(word)
    }
}

struct Loader<'a> {
    language: Language,
    folder: Option<&'a dyn Files>,
    sources: Sources,
    diagnostics: Diagnostics,
    classes: Classes,
    stems: Stems,
}

impl Loader<'_> {
    /// Returns the rules in a file, and whether the file is the trainer's own.
    fn rules(&mut self, name: &str) -> Option<(bool, RulesFile)> {
        let is_own = self.folder.is_some_and(|folder| !matches!(folder.read(name), Err(FileError::Missing(_))));
        let has_rules = is_own || self.language == Language::English;
        if has_rules { self.parse(name).map(|file| (is_own, file)) } else { None }
    }

    /// Returns the path of a built-in file. Only the words differ between the languages.
    fn built_in(&self, name: &str) -> String {
        match self.language {
            Language::German if name == FILES[0] => format!("text/reading/{}/{name}", self.language.tag()),
            Language::English | Language::German => format!("text/reading/{name}"),
        }
    }

    fn parse<T: serde::de::DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let text = match self.folder.map(|folder| folder.read(name)) {
            None | Some(Err(FileError::Missing(_))) => BuiltIn::Assets.read(&self.built_in(name)),
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

    fn assemble(&mut self, words: &WordsFile, files: &[(bool, RulesFile)], scale: Scale) -> Lexicon {
        for (name, alternatives) in &words.classes {
            let texts: Vec<&str> = alternatives.iter().map(|text| text.value.as_str()).collect();
            if let Err((index, bad)) = self.classes.add(name, &texts, &self.stems) {
                self.complain(&alternatives[index], &bad);
            }
        }
        let set = |list: &[String]| list.iter().cloned().collect();
        let mut lexicon = Lexicon {
            language: self.language,
            asking: set(&words.asking),
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
            model: None,
        };
        for (is_own, file) in files {
            file.subjects.iter().for_each(|entry| self.subject(entry, *is_own, &mut lexicon));
        }
        lexicon.index = index(&lexicon.rules);
        lexicon
    }

    fn subject(&mut self, entry: &SubjectEntry, is_own: bool, lexicon: &mut Lexicon) {
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
                is_own,
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
