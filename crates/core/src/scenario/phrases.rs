//! Sentence templates for generated texts such as headlines, leads and posts.
//!
//! Each entry is a list of sentences for one situation. A slot in braces (`{organization}`, `{quote}`) is filled
//! with data from the run. A part (`{*opener}`) is replaced by a random entry of the list with that name in
//! `parts`, so that a few templates produce many different sentences. The templates are data files in
//! `assets/text/`, where trainers can add to them.

use std::collections::BTreeMap;

use serde::Deserialize;

/// All templates, grouped by situation.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    /// Headlines by kind of story.
    pub headlines: BTreeMap<String, Vec<String>>,
    /// Opening sentences, by kind of story.
    pub leads: BTreeMap<String, Vec<String>>,
    /// Customer posts, by mood.
    pub posts: BTreeMap<String, Vec<String>>,
    /// Posts that repeat a narrative, by narrative.
    #[serde(default)]
    pub narratives: BTreeMap<String, Vec<String>>,
    /// Replies to other people's posts, by mood.
    #[serde(default)]
    pub replies: BTreeMap<String, Vec<String>>,
    /// Quotes from parties other than the organization and its customers, by speaker.
    #[serde(default)]
    pub quotes: BTreeMap<String, Vec<String>>,
    /// Questions from outlets, by subject, with their subject lines under `title`.
    #[serde(default)]
    pub questions: BTreeMap<String, Vec<String>>,
    /// Frames placed around a sentence, which replaces the slot `{core}`. Keys: headlines, leads, quotes, questions
    /// and posts by mood.
    #[serde(default)]
    pub frames: BTreeMap<String, Vec<String>>,
    /// Fragments of sentences and syllables of user names, by name.
    #[serde(default)]
    pub parts: BTreeMap<String, Vec<String>>,
    /// User names of customers.
    pub handles: Vec<String>,
}

/// Fills the slots of a sentence. A slot without a value is left in the text so that the error is visible.
pub fn fill(sentence: &str, slots: &[(&str, &str)]) -> String {
    let mut text = sentence.to_owned();
    for (slot, value) in slots {
        if has_slot(&text, slot) {
            text = text.replace(&format!("{{{slot}}}"), value);
        }
    }
    text
}

/// Returns whether the sentence contains the slot.
pub fn has_slot(sentence: &str, slot: &str) -> bool {
    let opens = |rest: &str| rest.strip_prefix(slot).is_some_and(|rest| rest.starts_with('}'));
    sentence.match_indices('{').any(|(at, _)| opens(&sentence[at + 1..]))
}
