//! Recognizes the options of a scenario's topics in a text.

use super::classifier::Classifier;
use super::general::General;
use super::phrase::any;
use super::unit::Unit;
use super::vocabulary::Vocabulary;
use super::word::words;
use crate::id::{ClaimId, TopicId};
use crate::scenario::{ClaimOption, Condition, Scenario};
use crate::statement::claim::Says;
use crate::statement::number_sentence;
use crate::statement::place::Place;
use crate::statement::reading_record::{ReadClaim, Stance};

/// Score of the classifier from which an option counts as said. Chosen on one half of the sentences in
/// `tests/fixtures/claims`; the other half measures it.
const THRESHOLD: f32 = -0.22;

/// Score from which a sentence counts as close to an option.
const EXPLAINED: f32 = -0.5;

/// Bonus for a passage that states the same number as the option.
const SAME_NUMBER: f32 = 0.15;

/// Distance from the threshold at which the reader is as sure as it can be.
const CERTAIN: f32 = 1.0;

/// Maximum number of neighboring sentences that are read as one.
const WINDOW: usize = 3;

/// The options of all topics, with their wordings and the classifier that tells them apart.
pub struct Options {
    list: Vec<Wording>,
    /// Topics with a number: the beginning of the canonical sentence that states it.
    numbers: Vec<(TopicId, String)>,
    classifier: std::sync::OnceLock<Classifier>,
    examples: Vec<(String, Option<usize>)>,
}

/// An option with its canonical wording.
struct Wording {
    topic: TopicId,
    claim: ClaimId,
    canonical: String,
    can_be_true: bool,
    numbers: Vec<u64>,
    /// Whether its wordings contain a negation, without which a passage says the opposite.
    is_negative: bool,
}

impl Wording {
    /// Returns what the numbers of a passage add to the score: a bonus if they agree with those of the option, and a
    /// veto if they do not.
    fn agreement(&self, numbers: &[u64]) -> f32 {
        match (self.numbers.is_empty(), numbers.is_empty()) {
            (false, false) if numbers.iter().any(|number| self.numbers.contains(number)) => SAME_NUMBER,
            (false, false) => f32::MIN,
            (true, _) | (_, true) => 0.0,
        }
    }
}

/// How much higher the threshold of a negative option is in a passage without a negation.
const NOT_NEGATED: f32 = 0.35;

/// Least share of negated wordings from which an option counts as negative.
const NEGATIVE: f64 = 0.9;

/// Returns whether almost all wordings of a claim contain a negation.
fn is_negative(claim: &ClaimOption, vocabulary: &Vocabulary) -> bool {
    let is_negated = |text: &&String| any(&vocabulary.negated, &words(text, 0..text.len()));
    let all = std::iter::once(&claim.text).chain(&claim.also);
    #[expect(clippy::cast_precision_loss, reason = "a claim has a few dozen wordings")]
    let share = all.clone().filter(is_negated).count() as f64 / all.count() as f64;
    share >= NEGATIVE
}

/// Least number of digits of a number that tells options apart.
const LEAST_DIGITS: usize = 3;

/// Returns the numbers in a passage that have at least some number of digits.
fn numbers(passage: &str, least_digits: usize) -> Vec<u64> {
    passage
        .split(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'))
        .filter(|word| word.split([',', '.']).skip(1).all(|group| group.len() == 3 || group.is_empty()))
        .map(|word| word.chars().filter(char::is_ascii_digit).collect::<String>())
        .filter(|digits| digits.len() >= least_digits)
        .filter_map(|digits| digits.parse().ok())
        .collect()
}

impl Options {
    /// Prepares the options of a scenario.
    pub fn of(scenario: &Scenario, vocabulary: &Vocabulary) -> Options {
        let mut list = Vec::new();
        let mut examples = Vec::new();
        for topic in &scenario.topics {
            for claim in &topic.claims {
                let class = Some(list.len());
                examples.push((claim.text.clone(), class));
                examples.extend(claim.also.iter().map(|text| (text.clone(), class)));
                examples.extend(claim.unlike.iter().map(|text| (text.clone(), None)));
                list.push(Wording {
                    topic: topic.id.clone(),
                    claim: claim.id.clone(),
                    canonical: claim.text.trim().to_owned(),
                    numbers: numbers(&claim.text, LEAST_DIGITS),
                    is_negative: is_negative(claim, vocabulary),
                    can_be_true: claim.true_when != Condition::Never,
                });
            }
        }
        examples.extend(General::of(&scenario.language).idle().iter().map(|text| (text.clone(), None)));
        let counts = scenario.topics.iter().filter(|topic| topic.number.is_some());
        let numbers = counts.map(|topic| {
            let sentence = number_sentence(&topic.title, 0);
            (topic.id.clone(), sentence.trim_end_matches("0.").to_owned())
        });
        Options { numbers: numbers.collect(), list, classifier: std::sync::OnceLock::new(), examples }
    }

    /// Returns the options that a text asserts, with their passages.
    pub fn find(&self, text: &str, units: &[Unit], vocabulary: &Vocabulary) -> Vec<ReadClaim> {
        let mut found = self.canonical(text);
        found.extend(self.canonical_numbers(text));
        let free: Vec<&Unit> = units.iter().filter(|unit| !found.iter().any(|claim| covers(claim.at, unit))).collect();
        found.extend(self.classified(text, &free, &found, vocabulary));
        found
    }

    /// Returns how strongly a sentence asserts each option, relative to the threshold.
    pub fn strengths(&self, sentence: &str) -> Vec<(TopicId, ClaimId, f32)> {
        let scores = self.classifier().scores(sentence);
        let mut strengths: Vec<_> = self
            .list
            .iter()
            .zip(scores)
            .map(|(option, score)| (option.topic.clone(), option.claim.clone(), score - THRESHOLD))
            .collect();
        strengths.sort_by(|one, other| other.2.total_cmp(&one.2));
        strengths
    }

    /// Returns whether a sentence is close to an option that can be true.
    pub fn is_explained(&self, sentence: &str) -> bool {
        let scores = self.classifier().scores(sentence);
        self.list.iter().zip(scores).any(|(option, score)| option.can_be_true && score >= EXPLAINED)
    }

    fn classifier(&self) -> &Classifier {
        self.classifier.get_or_init(|| Classifier::train(&self.examples, self.list.len()))
    }

    /// Returns the options whose canonical wording the text contains. An option whose wording lies within that of
    /// another one on the same topic is not reported there.
    fn canonical(&self, text: &str) -> Vec<ReadClaim> {
        let mut found: Vec<ReadClaim> = Vec::new();
        let mut options: Vec<&Wording> = self.list.iter().collect();
        options.sort_by_key(|option| std::cmp::Reverse(option.canonical.len()));
        for option in options.into_iter().filter(|option| !option.canonical.is_empty()) {
            let places = text.match_indices(option.canonical.as_str()).map(|(at, words)| Place(at, at + words.len()));
            let taken = |place: &Place| found.iter().any(|claim| claim.at.0 < place.1 && place.0 < claim.at.1);
            if let Some(at) = places.filter(|place| !taken(place)).collect::<Vec<_>>().first() {
                found.push(claim(option, *at, 100));
            }
        }
        found
    }

    /// Returns the numbers stated in the form `title of the topic: number`.
    fn canonical_numbers(&self, text: &str) -> Vec<ReadClaim> {
        let mut found = Vec::new();
        for (topic, opening) in &self.numbers {
            let Some(start) = text.find(opening.as_str()) else { continue };
            let rest = &text[start + opening.len()..];
            let length =
                rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.' | ' ')).unwrap_or(rest.len());
            let stated = rest[..length].trim_end_matches([',', '.', ' ']);
            let digits: String = stated.chars().filter(char::is_ascii_digit).collect();
            if let Ok(number) = digits.parse() {
                let at = Place(start, start + opening.len() + stated.len());
                let says = Says::Number(number);
                found.push(ReadClaim { topic: topic.clone(), says, stance: Stance::Asserted, at, sure: 100 });
            }
        }
        found
    }

    /// Returns the options recognized by the classifier: on each topic the strongest ones in passages that do not
    /// overlap.
    fn classified(&self, text: &str, units: &[&Unit], known: &[ReadClaim], vocabulary: &Vocabulary) -> Vec<ReadClaim> {
        let mut candidates: Vec<(f32, usize, Place)> = Vec::new();
        for first in 0..units.len() {
            for last in first..(first + WINDOW).min(units.len()) {
                let window = &units[first..=last];
                let is_gap = window.windows(2).any(|pair| {
                    known.iter().any(|claim| claim.at.0 >= pair[0].range.end && claim.at.1 <= pair[1].range.start)
                });
                if is_gap || window.iter().any(|unit| unit.is_question) {
                    break;
                }
                let at = Place(window[0].range.start, window[window.len() - 1].range.end);
                let scores = self.classifier().scores(at.of(text));
                let mut numbers = numbers(at.of(text), LEAST_DIGITS - 1);
                // A number in words counts as well if it is large enough to tell options apart.
                let spelled = window.iter().flat_map(|unit| super::number::numbers(&unit.words, vocabulary));
                numbers.extend(spelled.filter(|number| *number >= 1_000));
                let is_negated = window.iter().any(|unit| any(&vocabulary.negated, &unit.words));
                let weighed =
                    scores.into_iter().zip(&self.list).map(|(score, option)| score + option.agreement(&numbers));
                candidates.extend(
                    weighed
                        .enumerate()
                        .filter(|(option, score)| {
                            let missing = !is_negated && self.list[*option].is_negative;
                            *score >= THRESHOLD + if missing { NOT_NEGATED } else { 0.0 }
                        })
                        .map(|(option, score)| (score, option, at)),
                );
            }
        }
        candidates.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.2.cmp(&other.2)).then(one.1.cmp(&other.1)));
        let mut found: Vec<ReadClaim> = Vec::new();
        for (score, option, at) in candidates {
            let option = &self.list[option];
            let overlaps = |claim: &&ReadClaim| claim.topic == option.topic && claim.at.0 < at.1 && at.0 < claim.at.1;
            let says = Says::Option(option.claim.clone());
            let is_said = |claim: &ReadClaim| claim.topic == option.topic && claim.says == says;
            if found.iter().any(|claim| overlaps(&claim)) || known.iter().chain(&found).any(is_said) {
                continue;
            }
            found.push(claim(option, at, sure(score)));
        }
        found
    }
}

fn claim(option: &Wording, at: Place, sure: u8) -> ReadClaim {
    let says = Says::Option(option.claim.clone());
    ReadClaim { topic: option.topic.clone(), says, stance: Stance::Asserted, at, sure }
}

/// Returns the confidence for a score, from 50 % at the threshold.
fn sure(score: f32) -> u8 {
    let share = ((score - THRESHOLD) / CERTAIN).clamp(0.0, 1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the value is between 50 and 99")]
    let percent = (50.0 + 49.0 * share) as u8;
    percent
}

fn covers(place: Place, unit: &Unit) -> bool {
    place.0 <= unit.range.start && unit.range.end <= place.1 + 1
}
