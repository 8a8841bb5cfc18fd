//! Words for what the simulated world says: headlines, leads, posts.
//!
//! Each entry is a list of sentences for one situation, with slots in braces (`{organization}`, `{quote}`)
//! that are filled from what actually happened. They are data in `assets/text/`, so that a trainer can add
//! to them.

use std::collections::BTreeMap;

use serde::Deserialize;

/// All sentences, by situation.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    /// Headlines by kind of story.
    pub headlines: BTreeMap<String, Vec<String>>,
    /// First sentences by kind of story.
    pub leads: BTreeMap<String, Vec<String>>,
    /// Posts of customers by mood.
    pub posts: BTreeMap<String, Vec<String>>,
    /// Handles of customers.
    pub handles: Vec<String>,
}

/// Fills the slots of a sentence; a slot without a value stays as it is, so that it is noticed.
pub fn fill(sentence: &str, slots: &[(&str, &str)]) -> String {
    slots.iter().fold(sentence.to_owned(), |text, (slot, value)| text.replace(&format!("{{{slot}}}"), value))
}
