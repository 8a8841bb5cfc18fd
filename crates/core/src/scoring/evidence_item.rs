//! The smallest unit of evidence: one reason for a credit, citing the session record.

use serde::Serialize;

use crate::time::{SimDuration, SimTime};
use crate::timeline::EntryNumber;

/// One reason for a credit: what happened, when, and which log entry caused it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct EvidenceItem {
    /// Time in minutes since StartEx; absent if the item has no time.
    #[serde(serialize_with = "crate::time::as_minutes_if_any")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    pub at: Option<SimTime>,
    /// Log entry that caused it.
    pub entry: Option<EntryNumber>,
    /// Description of what happened.
    pub text: String,
    /// Delay in minutes since the moment it is measured from, if the delay affects the credit.
    #[serde(serialize_with = "crate::time::length_as_minutes_if_any", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<u32>"))]
    pub latency: Option<SimDuration>,
    /// Passages of the statement that the item refers to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<Span>,
    /// Credit of this item in a counted share, 1 for full credit; absent if no share is counted.
    #[serde(skip)]
    pub worth: Option<f64>,
}

/// Byte range in the text of the statement that the entry published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
    /// Text in that range.
    pub text: String,
}

impl EvidenceItem {
    /// Returns an item without a time.
    pub fn general(text: impl Into<String>) -> Self {
        EvidenceItem { at: None, entry: None, text: text.into(), latency: None, words: Vec::new(), worth: None }
    }

    /// Returns an item with its time and log entry.
    pub fn at(at: SimTime, entry: Option<EntryNumber>, text: impl Into<String>) -> Self {
        EvidenceItem { at: Some(at), entry, ..EvidenceItem::general(text) }
    }

    /// Returns whether another item is identical apart from its credit.
    pub(super) fn repeats(&self, other: &EvidenceItem) -> bool {
        (self.at, self.entry, &self.text) == (other.at, other.entry, &other.text)
            && (self.latency, &self.words) == (other.latency, &other.words)
    }

    /// Sets the credit of this item in a counted share.
    #[must_use]
    pub fn with_worth(mut self, worth: f64) -> Self {
        self.worth = Some(worth);
        self
    }

    /// Adds passages of the statement that the item refers to.
    #[must_use]
    pub fn with_words(mut self, words: impl IntoIterator<Item = Span>) -> Self {
        self.words.extend(words);
        self
    }
}
