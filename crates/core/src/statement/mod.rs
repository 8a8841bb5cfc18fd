//! Statements that a team publishes, consisting of structured claims and free text.
//!
//! A statement carries its content in two forms. The *claims* are structured: for each topic one of the scenario's
//! claims, a number, or "not known yet". They are checked against the ground truth and determine the effect of the
//! statement on the world. The *text* is what audiences read and outlets quote. Its content and tone are analyzed
//! from its words alone ([`reading`]).

pub mod reading;
pub mod withdrawal;

use serde::{Deserialize, Serialize};

use crate::id::{ClaimId, TopicId};
use crate::scenario::{ClaimNature, ClaimOption, Detail, Scenario, World};
use crate::time::SimTime;

/// A statement addressed to an audience.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Claims in the order in which they are made, at most one per topic.
    pub claims: Vec<Claim>,
    /// Text of the statement.
    #[serde(default)]
    pub text: String,
    /// Announced time of the next update, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_update: Option<SimTime>,
}

/// What a statement says on one topic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Topic of the claim.
    pub topic: TopicId,
    /// Content of the claim.
    pub says: Says,
}

/// Content of a claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Says {
    /// One of the claims defined by the scenario.
    Option(ClaimId),
    /// A number.
    Number(u64),
    /// The answer is not known yet.
    NotKnownYet,
}

/// Whether a claim was true and known to the team when it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Soundness {
    /// True and known to the team.
    TrueAndKnown,
    /// True, but the team could not have known it.
    TrueButUnknown,
    /// False.
    False,
    /// Acknowledges that the answer is not known yet.
    NamedUnknown,
}

/// A claim with its assessment at the time it was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JudgedClaim {
    /// Topic of the claim.
    pub topic: TopicId,
    /// Detail of the playbook that the topic covers.
    pub detail: Detail,
    /// Content of the claim.
    pub says: Says,
    /// Whether the claim was true and known.
    pub soundness: Soundness,
    /// Rhetorical nature of the claim.
    pub nature: ClaimNature,
}

/// Maximum relative deviation at which a stated number still counts as true.
pub const NUMBER_TOLERANCE: f64 = 0.1;

impl Statement {
    /// Returns what the statement says on a topic.
    pub fn on(&self, topic: &TopicId) -> Option<&Says> {
        self.claims.iter().find(|claim| claim.topic == *topic).map(|claim| &claim.says)
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

/// Checks the claims of a statement against the state of the world. Claims on topics unknown to the scenario are
/// omitted.
pub fn judge(statement: &Statement, scenario: &Scenario, world: &dyn World) -> Vec<JudgedClaim> {
    statement.claims.iter().filter_map(|claim| judge_claim(claim, scenario, world)).collect()
}

fn judge_claim(claim: &Claim, scenario: &Scenario, world: &dyn World) -> Option<JudgedClaim> {
    let topic = scenario.topic(&claim.topic)?;
    let (soundness, nature) = match &claim.says {
        Says::NotKnownYet => (Soundness::NamedUnknown, ClaimNature::Informs),
        Says::Option(id) => {
            let option = topic.claims.iter().find(|option| option.id == *id)?;
            (option_soundness(option, world), option.nature)
        }
        Says::Number(stated) => {
            let fact = scenario.fact(topic.number.as_ref()?)?;
            let truth = world.grown(&fact.id).or(fact.number)?;
            (number_soundness(*stated, truth, world.confirmed(&fact.id)), ClaimNature::Informs)
        }
    };
    Some(JudgedClaim { topic: topic.id.clone(), detail: topic.detail, says: claim.says.clone(), soundness, nature })
}

fn option_soundness(option: &ClaimOption, world: &dyn World) -> Soundness {
    match (option.true_when.holds(world), option.known_when.holds(world)) {
        (true, true) => Soundness::TrueAndKnown,
        (true, false) => Soundness::TrueButUnknown,
        (false, _) => Soundness::False,
    }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of records are far below 2^52")]
fn number_soundness(stated: u64, truth: u64, known: bool) -> Soundness {
    let off = (stated as f64 - truth as f64).abs() / (truth as f64).max(1.0);
    match (off <= NUMBER_TOLERANCE, known) {
        (true, true) => Soundness::TrueAndKnown,
        (true, false) => Soundness::TrueButUnknown,
        (false, _) => Soundness::False,
    }
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
