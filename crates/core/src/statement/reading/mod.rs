//! Reading: what is in a statement and how it sounds, from its words alone.
//!
//! [`read`] takes any English text and a [`Lexicon`] and returns a [`Reading`]: for each [`Subject`] whether it is
//! found, in part or not, with the words that decided; how hard it is to read; how much it says at all; and a
//! grade. The stages are [`token`] (words, numbers, addresses, dates, each of a [`kind`]) on top of [`place`],
//! [`sentence`] (which of them say something), [`negation`], [`pattern`] and [`lexicon`] (what counts as evidence,
//! as data), [`evidence`], [`substance`], and [`quality`] with its [`scale`]. [`mention`] lists numbers, dates and kinds of data, to be held against claims.
//!
//! Nothing here knows a scenario, a network or chance: the same text and lexicon give the same reading, bit for
//! bit, in time proportional to the length of the text. No truth is judged; a lie that is told well reads well.

pub mod evidence;
pub mod finding;
pub mod kind;
pub mod lexicon;
pub mod mention;
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
pub use lexicon::Lexicon;
pub use mention::{Mentions, mentions};
pub use quality::Part;
pub use readability::Readability;
pub use reading_cache::ReadingCache;
pub use substance::{Hollow, Substance};

use sentence::Sentence;
use token::Token;

/// What was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// What was found about each subject; all twenty-four are there.
    pub findings: BTreeMap<Subject, Finding>,
    /// How hard the text is to read.
    pub readability: Readability,
    /// Whether it says enough of its own.
    pub substance: Substance,
    /// The grade, 1.0–5.0 in steps of a tenth.
    pub quality: f64,
    /// How the grade came about.
    pub parts: Vec<Part>,
    /// What it mentions.
    pub mentions: Mentions,
}

/// Reads a text in a language with the lexicon of the program; nothing where it has none for the language, or where
/// there are no words.
pub fn read_in(language: &str, text: &str) -> Option<Reading> {
    let is_english = language == "en" || language.starts_with("en-");
    (is_english && text.chars().any(char::is_alphanumeric)).then(|| read(text, Lexicon::built_in()))
}

/// Reads a text.
pub fn read(text: &str, lexicon: &Lexicon) -> Reading {
    let tokens = token::tokens(text);
    let sentences = sentence::sentences(text, &tokens, lexicon);
    let evidence = evidence::search(&tokens, &sentences, lexicon);
    let (findings, counted) = evidence::settle(text, &evidence, lexicon);
    let substance = substance::weigh(&tokens, &sentences, &counted, lexicon);
    let relevant = relevant(&tokens, &sentences, &counted, lexicon);
    let about = readability::readability(&tokens, &relevant);
    let (quality, parts) = quality::grade(&findings, &substance, &about, &lexicon.scale);
    let readability = readability::readability(&tokens, &sentences);
    let mentions = mention::collect(text, &tokens, &sentences, lexicon);
    Reading { findings, readability, substance, quality, parts, mentions }
}

/// Returns the sentences about the incident.
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
    /// Returns what was found about a subject.
    pub fn finding(&self, subject: Subject) -> &Finding {
        &self.findings[&subject]
    }

    /// Returns how far a subject was found.
    pub fn label(&self, subject: Subject) -> Label {
        self.finding(subject).label
    }

    /// Returns how far a subject is found, 0 to 1.
    pub fn degree(&self, subject: Subject) -> f64 {
        match self.label(subject) {
            Label::No => 0.0,
            Label::Partial => 0.5,
            Label::Yes => 1.0,
        }
    }

    /// Returns how far the text may take credit for a subject, 0 to 1: nothing where it says hardly anything.
    pub fn merit(&self, subject: Subject) -> f64 {
        if self.substance.substantive { self.degree(subject) } else { 0.0 }
    }

    /// Goes through the findings of a group in the order of the document.
    pub fn group(&self, group: Group) -> impl Iterator<Item = (Subject, &Finding)> {
        self.findings
            .iter()
            .filter(move |(subject, _)| subject.group() == group)
            .map(|(subject, found)| (*subject, found))
    }
}

/// A group as a map from names to findings.
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
