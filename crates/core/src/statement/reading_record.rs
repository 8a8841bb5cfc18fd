//! What a reader understood of a statement, as recorded with the log entry.
//!
//! A statement is read when the decision is recorded, and the result is stored in the entry. The world, the score
//! and a replay use the stored reading and never read the text again, so a session gives the same result whatever
//! reader a later version of the program has. Positions are byte offsets in the text.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::claim::{Claim, Says};
use super::place::Place;
use super::reading::{Finding, Label, Mentions, Readability, Reading, Span, Subject, Substance};
use crate::id::TopicId;
use crate::time::SimTime;

/// A reading of a statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadingRecord {
    /// Name and version of the reader.
    pub reader: String,
    /// What the text says about the topics of the scenario, in text order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub said: Vec<ReadClaim>,
    /// Assertions about the incident that match no known fact.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unchecked: Vec<Place>,
    /// Announced next update.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub update: Option<ReadUpdate>,
    /// Content and tone, if the reader covers them in this language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tone: Option<ToneRecord>,
}

/// What a passage says about a topic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadClaim {
    /// Topic of the passage.
    pub topic: TopicId,
    /// What it says about the topic.
    pub says: Says,
    /// Whether it is asserted.
    #[serde(default, skip_serializing_if = "Stance::is_asserted")]
    pub stance: Stance,
    /// Passage.
    pub at: Place,
    /// Confidence of the reader in percent, 0 to 100.
    pub sure: u8,
}

/// Attitude of a passage toward what it mentions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Stance {
    /// It is stated as a fact.
    #[default]
    Asserted,
    /// It is denied.
    Denied,
    /// It is called possible, planned or reported by others.
    Hedged,
}

/// Announcement of the next update.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadUpdate {
    /// Announced time.
    pub due: SimTime,
    /// Passage.
    pub at: Place,
}

/// Content and tone of a text, in the form in which they are recorded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToneRecord {
    /// Findings by subject. Subjects that were not found are omitted.
    pub found: Vec<ReadFinding>,
    /// Whether the text is substantive.
    pub substance: Substance,
    /// Readability.
    pub readability: Readability,
    /// Quality grade, 1 to 5.
    pub grade: f64,
}

/// A finding with its passages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadFinding {
    /// Subject.
    pub subject: Subject,
    /// Extent to which it was found.
    pub label: Label,
    /// Passages that show it.
    pub at: Vec<Place>,
}

impl Stance {
    /// Returns whether the passage states something as a fact.
    pub fn is_asserted(&self) -> bool {
        *self == Stance::Asserted
    }
}

impl ReadingRecord {
    /// Iterates over what is asserted, in text order.
    pub fn asserted(&self) -> impl Iterator<Item = &ReadClaim> {
        self.said.iter().filter(|claim| claim.stance.is_asserted())
    }

    /// Returns what is asserted as claims without positions.
    pub fn claims(&self) -> Vec<Claim> {
        self.asserted().map(|claim| Claim { topic: claim.topic.clone(), says: claim.says.clone() }).collect()
    }
}

impl ToneRecord {
    /// Returns the record of a reading of this text.
    pub fn of(reading: &Reading, text: &str) -> Self {
        let place = |span: &Span| Place::from(span.bytes(text));
        let found = reading.findings.iter().filter(|(_, finding)| finding.label != Label::No);
        let found = found.map(|(subject, finding)| ReadFinding {
            subject: *subject,
            label: finding.label,
            at: finding.spans.iter().map(place).collect(),
        });
        ToneRecord {
            found: found.collect(),
            substance: reading.substance.clone(),
            readability: reading.readability,
            grade: reading.quality,
        }
    }

    /// Returns the reading that was recorded for this text. The components of the grade and the mentions are not
    /// recorded.
    pub fn reading(&self, text: &str) -> Reading {
        let mut findings: BTreeMap<Subject, Finding> =
            Subject::ALL.into_iter().map(|subject| (subject, Finding::default())).collect();
        for found in &self.found {
            let spans = found.at.iter().map(|place| span(*place, text)).collect();
            findings.insert(found.subject, Finding { label: found.label, spans });
        }
        Reading {
            findings,
            readability: self.readability,
            substance: self.substance.clone(),
            quality: self.grade,
            parts: Vec::new(),
            mentions: Mentions::default(),
        }
    }
}

fn span(place: Place, text: &str) -> Span {
    let start = text.get(..place.0).map_or(0, |before| before.chars().count());
    let words = place.of(text);
    Span { start, end: start + words.chars().count(), text: words.to_owned() }
}
