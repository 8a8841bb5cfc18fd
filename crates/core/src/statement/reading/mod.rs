//! Analyzes the content and tone of a statement from its words alone.
//!
//! [`read`] takes a text and the [`Lexicon`] of its [`Language`] and returns a [`Reading`]. It states for each
//! [`Subject`] whether it was found in full, in part or not at all, and which words are the evidence. It also contains
//! the readability, whether the text is substantive, and a quality grade. The stages are: [`place`] and [`token`]
//! (words, numbers, addresses and dates, each of a [`kind`]), [`sentence`] (which sentences are informative),
//! [`negation`], [`pattern`] and [`lexicon`] (the rules for evidence, as data), [`feature`] and [`model`] (a classifier
//! that weighs them), [`evidence`], [`substance`], and [`quality`] with its [`scale`]. [`mention`] lists numbers, dates
//! and kinds of data for comparison with the claims.
//!
//! The analysis does not use the scenario, the network or random numbers. The same text and lexicon always give
//! exactly the same reading, in time proportional to the length of the text. It does not judge whether a text is
//! true, so a well-written lie gets a good grade.

pub mod evidence;
pub mod feature;
pub mod finding;
pub mod kind;
pub mod language;
pub mod lexicon;
pub mod mention;
pub mod model;
pub mod negation;
pub mod pattern;
pub mod place;
pub mod quality;
pub mod readability;
pub mod reading_cache;
pub mod scale;
pub mod sentence;
pub mod substance;
pub mod token;

use std::collections::BTreeMap;

use serde::ser::{Serialize, SerializeMap, Serializer};

pub use finding::{Finding, Group, Label, Span, Subject};
pub use language::Language;
pub use lexicon::Lexicon;
pub use mention::{Mentions, mentions};
pub use quality::Part;
pub use readability::Readability;
pub use reading_cache::ReadingCache;
pub use substance::{Hollow, Substance};

use sentence::Sentence;
use token::Token;

/// Result of analyzing a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Findings for all 24 subjects.
    pub findings: BTreeMap<Subject, Finding>,
    /// Readability of the text.
    pub readability: Readability,
    /// Whether the text is substantive.
    pub substance: Substance,
    /// Quality grade from 1.0 to 5.0, in steps of 0.1.
    pub quality: f64,
    /// Components of the grade.
    pub parts: Vec<Part>,
    /// Numbers, dates and kinds of data mentioned in the text.
    pub mentions: Mentions,
}

/// Analyzes a text with the built-in lexicon. Returns `None` if there is no lexicon for the language or the text
/// contains no words.
pub fn read_in(language: &str, text: &str) -> Option<Reading> {
    let lexicon = Lexicon::of(Language::of(language)?);
    text.chars().any(char::is_alphanumeric).then(|| read(text, lexicon))
}

/// Analyzes a text.
pub fn read(text: &str, lexicon: &Lexicon) -> Reading {
    let tokens = token::tokens(text, lexicon.language);
    let sentences = sentence::sentences(text, &tokens, lexicon);
    let evidence = evidence::search(&tokens, &sentences, lexicon);
    let (findings, counted) = evidence::settle(text, &evidence, lexicon);
    let substance = substance::weigh(&tokens, &sentences, &counted, lexicon);
    let relevant = relevant(&tokens, &sentences, &counted, lexicon);
    let about = readability::readability(&tokens, &relevant, lexicon.language);
    let (quality, parts) = quality::grade(&findings, &substance, &about, &lexicon.scale);
    let readability = readability::readability(&tokens, &sentences, lexicon.language);
    let mentions = mention::collect(text, &tokens, &sentences, lexicon);
    Reading { findings, readability, substance, quality, parts, mentions }
}

/// Returns the sentences that are about the incident.
fn relevant(
    tokens: &[Token],
    sentences: &[Sentence],
    counted: &[evidence::Evidence],
    lexicon: &Lexicon,
) -> Vec<Sentence> {
    let about = substance::about(tokens, sentences, counted, lexicon);
    sentences.iter().zip(about).filter(|(_, about)| *about).map(|(sentence, _)| sentence.clone()).collect()
}

impl Reading {
    /// Returns the finding for a subject.
    pub fn finding(&self, subject: Subject) -> &Finding {
        &self.findings[&subject]
    }

    /// Returns the extent to which a subject was found.
    pub fn label(&self, subject: Subject) -> Label {
        self.finding(subject).label
    }

    /// Returns the extent to which a subject was found, as a number from 0 to 1.
    pub fn degree(&self, subject: Subject) -> f64 {
        match self.label(subject) {
            Label::No => 0.0,
            Label::Partial => 0.5,
            Label::Yes => 1.0,
        }
    }

    /// Returns the credit the text can earn for a subject, 0 to 1. It is 0 if the text is not substantive.
    pub fn merit(&self, subject: Subject) -> f64 {
        if self.substance.substantive { self.degree(subject) } else { 0.0 }
    }

    /// Iterates over the findings of a group in output order.
    pub fn group(&self, group: Group) -> impl Iterator<Item = (Subject, &Finding)> {
        self.findings
            .iter()
            .filter(move |(subject, _)| subject.group() == group)
            .map(|(subject, found)| (*subject, found))
    }
}

/// Serializes a group as a map from subject keys to findings.
struct Named<'a>(&'a Reading, Group);

impl Serialize for Named<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.group(self.1).map(|(subject, finding)| (subject.key(), finding)))
    }
}

impl Serialize for Reading {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut document = serializer.serialize_map(None)?;
        document.serialize_entry("details", &Named(self, Group::Details))?;
        document.serialize_entry("contacts", &Named(self, Group::Contacts))?;
        document.serialize_entry("tone", &Named(self, Group::Tone))?;
        document.serialize_entry("readability", &self.readability)?;
        document.serialize_entry("quality", &self.quality)?;
        document.serialize_entry("quality_parts", &self.parts)?;
        document.serialize_entry("substance", &self.substance)?;
        document.serialize_entry("mentions", &self.mentions)?;
        document.end()
    }
}
