//! Words for what the simulated world says: headlines, leads, posts.
//!
//! Each entry is a list of sentences for one situation, with slots in braces (`{organization}`, `{quote}`)
//! that are filled from what actually happened, and parts (`{*opener}`), each drawn from the list of its name
//! in `parts`, so that few lines make many sentences. They are data in `assets/text/`, so that a trainer can add
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
    /// Posts that echo a narrative, by narrative.
    #[serde(default)]
    pub narratives: BTreeMap<String, Vec<String>>,
    /// Answers to the posts of others, by mood.
    #[serde(default)]
    pub replies: BTreeMap<String, Vec<String>>,
    /// Words of others than the organization and its customers, by who speaks.
    #[serde(default)]
    pub quotes: BTreeMap<String, Vec<String>>,
    /// What outlets ask of themselves, by subject, and their subject lines under `title`.
    #[serde(default)]
    pub questions: BTreeMap<String, Vec<String>>,
    /// Ways to frame a sentence, which stands in the slot `{core}`: headlines, leads, quotes, questions, posts by mood.
    #[serde(default)]
    pub frames: BTreeMap<String, Vec<String>>,
    /// Parts of sentences, and syllables of handles, by name.
    #[serde(default)]
    pub parts: BTreeMap<String, Vec<String>>,
    /// Handles of customers.
    pub handles: Vec<String>,
}

/// Fills the slots of a sentence; a slot without a value stays as it is, so that it is noticed.
pub fn fill(sentence: &str, slots: &[(&str, &str)]) -> String {
    let mut text = sentence.to_owned();
    for (slot, value) in slots {
        if has_slot(&text, slot) {
            text = text.replace(&format!("{{{slot}}}"), value);
        }
    }
    text
}

/// Returns whether a sentence has a slot.
pub fn has_slot(sentence: &str, slot: &str) -> bool {
    let opens = |rest: &str| rest.strip_prefix(slot).is_some_and(|rest| rest.starts_with('}'));
    sentence.match_indices('{').any(|(at, _)| opens(&sentence[at + 1..]))
}
