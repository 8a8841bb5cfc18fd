//! Statements that a team publishes, consisting of structured claims and free text.
//!
//! A statement says what its *text* says. The text is read when the decision is recorded ([`claim_reader`]), and the
//! result is recorded with it ([`reading_record`]): what the text says about the topics of the scenario, its numbers,
//! kinds of data, deeds and promises, and its content and tone ([`reading`]). These claims are checked against the
//! ground truth and determine the effect of the statement on the world.
//!
//! The *outline* is what the writer intended to say, as claims by topic. It has no effect of its own. It counts as said only if
//! the statement has no reading, which is the case in sessions recorded before format 5 and in languages that
//! cannot be read.

pub mod claim;
pub mod claim_reader;
pub mod judge;
pub mod linear;
pub mod place;
pub mod reading;
pub mod reading_record;
pub mod ruling;
pub mod withdrawal;
pub mod wording;
pub mod wording_check;

use serde::{Deserialize, Serialize};

pub use claim::{Claim, JudgedClaim, Says, Soundness};
pub use judge::{NUMBER_TOLERANCE, judge};
pub use place::Place;
pub use reading_record::{ReadClaim, ReadingRecord, Stance};
pub use ruling::{Ruling, RulingError, Verdict};

use crate::id::TopicId;
use crate::scenario::Scenario;
use crate::time::SimTime;

/// A statement addressed to an audience.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Outline: what the writer intended to say, at most one claim per topic.
    #[serde(default)]
    pub claims: Vec<Claim>,
    /// Text of the statement.
    #[serde(default)]
    pub text: String,
    /// Intended time of the next update, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_update: Option<SimTime>,
    /// What the text says. Absent before the statement is recorded, in sessions before format 5, and in languages
    /// that cannot be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<Box<ReadingRecord>>,
}

impl Statement {
    /// Returns when the statement promises the next update.
    pub fn promised_update(&self) -> Option<SimTime> {
        match &self.reading {
            Some(reading) => reading.update.map(|update| update.due),
            None => self.next_update,
        }
    }

    /// Returns what the statement says on a topic first.
    pub fn on(&self, topic: &TopicId) -> Option<Says> {
        self.said().into_iter().find(|claim| claim.topic == *topic).map(|claim| claim.says)
    }

    /// Returns what the statement says: what was read in its text or, without a reading, its outline.
    pub fn said(&self) -> Vec<Claim> {
        self.reading.as_ref().map_or_else(|| self.claims.clone(), |reading| reading.claims())
    }

    /// Returns the first sentence of the text for use as a quote, shortened to about 140 characters.
    pub fn quote(&self) -> String {
        const LONGEST: usize = 140;
        let sentence = first_sentence(self.text.trim());
        match sentence.char_indices().nth(LONGEST) {
            None => sentence.to_owned(),
            Some((cut, _)) => {
                let cut = sentence[..cut].rfind(' ').unwrap_or(cut);
                format!("{} …", &sentence[..cut])
            }
        }
    }
}

/// Returns the text up to the end of its first sentence, without the final punctuation mark. A period inside a
/// word, as in an address, does not end the sentence.
fn first_sentence(text: &str) -> &str {
    let ends = |(at, c): &(usize, char)| match c {
        '\n' => true,
        '.' | '!' | '?' => text[at + 1..].chars().next().is_none_or(char::is_whitespace),
        _ => false,
    };
    let end = text.char_indices().find(ends).map_or(text.len(), |(at, _)| at);
    text[..end].trim()
}

/// Drafts a plain text from the claims, for the player to edit.
pub fn draft(statement: &Statement, scenario: &Scenario) -> String {
    let mut sentences: Vec<String> = Vec::new();
    let mut unknown: Vec<&str> = Vec::new();
    for claim in &statement.claims {
        let Some(topic) = scenario.topic(&claim.topic) else { continue };
        match &claim.says {
            Says::NotKnownYet if unknown.contains(&topic.detail.title()) => {}
            Says::NotKnownYet => unknown.push(topic.detail.title()),
            Says::Number(number) => sentences.push(number_sentence(&topic.title, *number)),
            Says::Option(id) => {
                sentences.extend(topic.claims.iter().find(|option| option.id == *id).map(|option| option.text.clone()));
            }
            // An outline consists of options, numbers and unknowns.
            Says::Data { .. } | Says::Done { .. } | Says::Cause(_) | Says::WrongDay | Says::Ruled(_) => {}
        }
    }
    if !unknown.is_empty() {
        sentences.push(format!("We cannot yet say {}. We will say so when we can.", in_a_row(&unknown)));
    }
    if let Some(update) = statement.next_update {
        sentences.push(format!("Our next update follows by {}.", scenario.calendar.say(update)));
    }
    sentences.join(" ")
}

/// Returns a sentence that answers the question of a topic with a number.
pub fn number_sentence(question: &str, number: u64) -> String {
    let question = question.trim_end_matches(['?', '.', ' ']);
    format!("{question}: {}.", thousands(number))
}

/// Encloses a text in quotation marks, unless it is already quoted.
pub fn quoted(text: &str) -> String {
    if text.starts_with('“') && text.ends_with('”') { text.to_owned() } else { format!("“{text}”") }
}

/// Formats a number with commas as thousands separators.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Joins words into a list: `a, b and c`.
pub fn in_a_row(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quote(text: &str) -> String {
        Statement { text: text.to_owned(), ..Statement::default() }.quote()
    }

    #[test]
    fn a_quote_is_the_first_sentence() {
        assert_eq!(quote("We are sorry. More soon."), "We are sorry");
        assert_eq!(quote("Write to help@halewick.example today. Thanks"), "Write to help@halewick.example today");
        assert_eq!(quote("  One line\nand another"), "One line");
        assert_eq!(quote(""), "");
    }

    #[test]
    fn a_long_quote_is_cut_between_words() {
        let long = quote(&"word ".repeat(60));
        assert!(long.ends_with("word …") && long.chars().count() < 145, "{long}");
    }

    #[test]
    fn numbers_are_written_with_commas() {
        assert_eq!(thousands(7), "7");
        assert_eq!(thousands(61_400), "61,400");
        assert_eq!(thousands(1_240_000), "1,240,000");
    }

    #[test]
    fn a_quoted_title_gets_no_second_pair_of_quotation_marks() {
        assert_eq!((quoted("A. “B”").as_str(), quoted("“They knew”").as_str()), ("“A. “B””", "“They knew”"));
    }

    #[test]
    fn words_are_joined_as_a_list() {
        assert_eq!(in_a_row(&["a", "b", "c"]), "a, b and c");
        assert_eq!(in_a_row(&["a"]), "a");
    }
}
