//! Finds assertions beyond the options of the scenario: numbers, kinds of data, deeds, causes and days.
//!
//! Deeds, causes and what is said about data are recognized by the general classifier ([`general`](super::general)), and
//! confirmed by a word that the assertion cannot do without. A number is compared with the scope of the breach only if
//! the scenario's own texts do not contain it in another meaning. An assertion that no fact of the scenario can confirm or
//! refute is not reported here.

use std::collections::BTreeSet;

use super::general::{General, Sense};
use super::moment::{KnownMoments, moments};
use super::number::number;
use super::option::Options;
use super::phrase::any;
use super::stance;
use super::unit::Unit;
use super::vocabulary::Vocabulary;
use super::word::{Word, words};
use crate::id::TopicId;
use crate::scenario::{ActionTaken, CauseClass, Condition, DataClass, Detail, Fact, Scenario, Topic};
use crate::statement::claim::Says;
use crate::statement::judge::{NUMBER_TOLERANCE, can_be_checked};
use crate::statement::place::Place;
use crate::statement::reading_record::{ReadClaim, Stance};

/// Confidence in an assertion found by its words, in percent.
const SURE: u8 = 80;

/// Maximum number of words between a number and what it counts.
const REACH: usize = 4;

/// Maximum number of words between `the number of people` and the number.
const BACK: usize = 10;

/// Score of the general classifier from which a sense counts as asserted.
const ASSERTED: f32 = -0.25;

/// The same for causes, which are worded in more ways.
const CAUSED: f32 = -0.5;

/// Least number of words in a sentence that names a cause.
const SHORTEST: usize = 6;

/// How much stronger the score for taken data must be in a clause with a negation.
const NEGATED: f32 = 0.4;

/// How much weaker than the strongest cause a true one may be and still count as the one that is meant.
const MENTIONED: f32 = 0.3;

/// Numbers and days that the scenario knows, prepared once per scenario.
pub struct Known {
    numbers: BTreeSet<u64>,
    moments: KnownMoments,
}

impl Known {
    /// Collects the numbers and days in the texts of a scenario.
    pub fn of(scenario: &Scenario, vocabulary: &Vocabulary) -> Known {
        let facts = scenario.facts.iter().map(|fact| &fact.truth);
        let claims = scenario.topics.iter().flat_map(|topic| &topic.claims);
        let claims = claims.filter(|claim| claim.true_when != Condition::Never).map(|claim| &claim.text);
        let mut numbers = BTreeSet::new();
        for text in facts.chain(claims) {
            let words = words(text, 0..text.len());
            numbers.extend((0..words.len()).filter_map(|at| number(&words, at, vocabulary)).map(|(value, _)| value));
        }
        Known { numbers, moments: KnownMoments::of(scenario, vocabulary) }
    }
}

/// Returns all assertions in text order. `said` contains what was recognized before.
pub fn find(
    text: &str,
    units: &[Unit],
    said: &[ReadClaim],
    scenario: &Scenario,
    vocabulary: &Vocabulary,
    known: &Known,
    options: &Options,
) -> Vec<ReadClaim> {
    let mut found: Vec<ReadClaim> = Vec::new();
    for unit in units.iter().filter(|unit| stance::asserts(unit, vocabulary)) {
        let is_canonical =
            |claim: &ReadClaim| claim.sure == 100 && claim.at.0 <= unit.range.start && unit.range.end <= claim.at.1 + 1;
        if said.iter().any(is_canonical) {
            continue;
        }
        let is_explained = options.is_explained(&text[unit.range.clone()]);
        let search = Search { text, unit, said, scenario, vocabulary, known, is_explained };
        for (topic, says) in search.all() {
            let stance = if search.is_doubted() { Stance::Hedged } else { Stance::Asserted };
            let claim = ReadClaim { topic, says, stance, at: Place::from(unit.range.clone()), sure: SURE };
            if !found.iter().any(|other| other.topic == claim.topic && other.says == claim.says) {
                found.push(claim);
            }
        }
    }
    found
}

type Found = (TopicId, Says);

/// A sentence in which assertions are looked for.
struct Search<'a> {
    text: &'a str,
    unit: &'a Unit,
    said: &'a [ReadClaim],
    scenario: &'a Scenario,
    vocabulary: &'a Vocabulary,
    known: &'a Known,
    /// Whether the sentence is close to a claim of the scenario that can be true.
    is_explained: bool,
}

impl Search<'_> {
    fn all(&self) -> Vec<Found> {
        let general = General::of(&self.scenario.language);
        let scores = general.scores(&self.text[self.unit.range.clone()]);
        let mut found = self.numbers(&scores);
        found.extend(self.data(general));
        found.extend(self.deed(&scores));
        found.extend(self.cause(&scores));
        found.extend(self.day(&scores));
        found
    }

    fn is_doubted(&self) -> bool {
        any(&self.vocabulary.doubted, &self.unit.words) || any(&self.vocabulary.unknown, &self.unit.words)
    }

    fn topic(&self, detail: Detail) -> Option<&Topic> {
        self.scenario.topics.iter().find(|topic| topic.detail == detail)
    }

    /// Numbers of people, accounts and records affected.
    fn numbers(&self, scores: &[(Sense, f32)]) -> Vec<Found> {
        let words = &self.unit.words;
        let Some((topic, fact)) = counted_topic(self.scenario) else { return Vec::new() };
        let is_extent =
            any(&self.vocabulary.extent, words) || any(&self.vocabulary.tally, words) || votes(scores, Sense::Extent);
        if !is_extent || self.says_a_number(topic) {
            return Vec::new();
        }
        let stated = (0..words.len()).filter_map(|at| {
            let (value, length) = number(words, at, self.vocabulary)?;
            let rest = &words[at + length..];
            let near = &rest[..rest.len().min(REACH)];
            let before = &words[at.saturating_sub(BACK)..at];
            let is_length = near
                .first()
                .is_some_and(|word| self.vocabulary.units.iter().any(|(_, names)| names.contains(&word.text)));
            ((any(&self.vocabulary.counted, near) || any(&self.vocabulary.tally, before)) && !is_length)
                .then_some(value)
        });
        let compared = |value: &u64| is_near(*value, fact) || !self.known.numbers.contains(value);
        stated.filter(compared).map(|value| (topic.id.clone(), Says::Number(value))).collect()
    }

    /// Returns whether an option that states a number was recognized in the sentence.
    fn says_a_number(&self, topic: &Topic) -> bool {
        let overlaps = |claim: &&ReadClaim| {
            claim.topic == topic.id && claim.at.0 < self.unit.range.end && self.unit.range.start < claim.at.1
        };
        self.said.iter().filter(overlaps).any(|claim| {
            let option = topic.claims.iter().find(|option| claim.says == Says::Option(option.id.clone()));
            option.is_none_or(|option| option.text.chars().any(|c| c.is_ascii_digit()))
        })
    }

    /// Kinds of data that were taken, or were not, clause by clause.
    fn data(&self, general: &General) -> Vec<Found> {
        let Some(topic) = self.topic(Detail::PersonalData) else { return Vec::new() };
        let facts = self.scenario.facts.iter().flat_map(|fact| fact.taken.iter().chain(&fact.spared));
        let classes: BTreeSet<DataClass> = facts.copied().collect();
        let mut found = Vec::new();
        for clause in clauses(self.text, self.unit, self.vocabulary) {
            let is_mentioned =
                |class: &&DataClass| self.vocabulary.data.get(class).is_some_and(|phrases| any(phrases, &clause));
            let mentioned: Vec<DataClass> = classes.iter().filter(is_mentioned).copied().collect();
            let (Some(first), Some(last)) = (clause.first(), clause.last()) else { continue };
            if mentioned.is_empty() {
                continue;
            }
            let scores = general.scores(&self.text[first.range.start..last.range.end]);
            let score = |taken: bool| {
                scores.iter().find(|(sense, _)| *sense == Sense::Data(taken)).map_or(f32::MIN, |(_, score)| *score)
            };
            let (taken, spared) = (score(true), score(false));
            if taken.max(spared) < ASSERTED {
                continue;
            }
            let is_negated = any(&self.vocabulary.negated, &clause);
            let is_taken = taken > spared + if is_negated { NEGATED } else { 0.0 };
            if !is_taken && !is_negated {
                continue;
            }
            if is_taken && taken < 0.0 && !any(&self.vocabulary.taken, &clause) {
                continue;
            }
            found.extend(mentioned.into_iter().map(|class| (topic.id.clone(), Says::Data { class, taken: is_taken })));
        }
        found
    }

    /// What the organization has done.
    fn deed(&self, scores: &[(Sense, f32)]) -> Option<Found> {
        let topic = self.topic(Detail::OngoingActions)?;
        let deeds = scores.iter().filter_map(|(sense, score)| match sense {
            Sense::Done(deed, done) if *score >= ASSERTED && self.is_worded(*deed, *done) => {
                Some((*deed, *done, *score))
            }
            Sense::Done(..) | Sense::Cause(_) | Sense::Data(_) | Sense::Extent | Sense::Dated => None,
        });
        let (deed, done, _) = deeds.max_by(|one, other| one.2.total_cmp(&other.2))?;
        can_be_checked(deed, self.scenario).then(|| (topic.id.clone(), Says::Done { deed, done }))
    }

    /// Returns whether a sentence contains a word without which it cannot assert a deed.
    fn is_worded(&self, deed: ActionTaken, done: bool) -> bool {
        let words = &self.unit.words;
        let is_negated = any(&self.vocabulary.negated, words);
        match deed {
            ActionTaken::PoliceTold | ActionTaken::RegulatorTold | ActionTaken::StaffTold => {
                let named = self.vocabulary.authorities.get(&deed).is_some_and(|names| any(names, words));
                named && (done || is_negated)
            }
            ActionTaken::CustomersTold => {
                let is_planned = any(&self.vocabulary.planned, words);
                any(&self.vocabulary.reach, words) && (if done { !is_planned } else { is_negated })
            }
            ActionTaken::ShopClosed => {
                let is_open = any(&self.vocabulary.open, words);
                any(&self.vocabulary.shop, words) && (!done || (any(&self.vocabulary.shut, words) && !is_open))
            }
        }
    }

    /// Cause of the breach. Where a true cause is mentioned, the others are taken as its description.
    fn cause(&self, scores: &[(Sense, f32)]) -> Option<Found> {
        let topic = self.topic(Detail::Responsibility).or_else(|| self.topic(Detail::Discovery))?;
        let named: BTreeSet<CauseClass> =
            self.scenario.facts.iter().flat_map(|fact| fact.causes.iter().copied()).collect();
        if named.is_empty() {
            return None;
        }
        let causes: Vec<(CauseClass, f32)> = scores
            .iter()
            .filter_map(|(sense, score)| match sense {
                Sense::Cause(cause) if self.is_named(*cause, *score) => Some((*cause, *score)),
                Sense::Cause(_) | Sense::Done(..) | Sense::Data(_) | Sense::Extent | Sense::Dated => None,
            })
            .collect();
        let (best, score) = causes.iter().max_by(|one, other| one.1.total_cmp(&other.1))?;
        let is_loose = matches!(best, CauseClass::StolenLogin | CauseClass::Misconfiguration);
        let least = if is_loose { ASSERTED } else { CAUSED };
        if self.unit.words.len() < SHORTEST || *score < least || (self.is_explained && *score < 0.0) {
            return None;
        }
        let is_true = |(cause, own): &&(CauseClass, f32)| named.contains(cause) && *own >= score - MENTIONED;
        let cause = causes.iter().find(is_true).map_or(*best, |(cause, _)| *cause);
        Some((topic.id.clone(), Says::Cause(cause)))
    }

    /// Returns whether a sentence contains a word without which it cannot name a cause.
    fn is_named(&self, cause: CauseClass, score: f32) -> bool {
        let is_denied =
            any(&self.vocabulary.negated, &self.unit.words) && score < 0.0 && cause != CauseClass::SoftwareFlaw;
        !is_denied && self.vocabulary.causes.get(&cause).is_some_and(|names| any(names, &self.unit.words))
    }

    /// Days and durations of the incident that no fact allows.
    fn day(&self, scores: &[(Sense, f32)]) -> Option<Found> {
        let words = &self.unit.words;
        let topic = self.topic(Detail::Discovery)?;
        let is_dated = (any(&self.vocabulary.began, words) && any(&self.vocabulary.incident, words))
            || votes(scores, Sense::Dated);
        if !is_dated || self.is_doubted() || any(&self.vocabulary.update, words) {
            return None;
        }
        let is_wrong = moments(words, self.vocabulary).into_iter().any(|moment| !self.known.moments.allow(moment));
        is_wrong.then(|| (topic.id.clone(), Says::WrongDay))
    }
}

/// Returns whether the general classifier finds a sense in a sentence.
fn votes(scores: &[(Sense, f32)], wanted: Sense) -> bool {
    scores.iter().any(|(sense, score)| *sense == wanted && *score >= ASSERTED)
}

/// Returns the topic that states the scope of the breach, with its fact.
fn counted_topic(scenario: &Scenario) -> Option<(&Topic, &Fact)> {
    scenario.topics.iter().find_map(|topic| Some((topic, scenario.fact(topic.number.as_ref()?)?)))
}

#[expect(clippy::cast_precision_loss, reason = "numbers of records are far below 2^52")]
fn is_near(value: u64, fact: &Fact) -> bool {
    fact.number.is_some_and(|truth| (value as f64 - truth as f64).abs() <= NUMBER_TOLERANCE * truth as f64)
}

/// Returns the clauses of a sentence: the parts between semicolons, dashes, and words such as `but`.
fn clauses(text: &str, unit: &Unit, vocabulary: &Vocabulary) -> Vec<Vec<Word>> {
    const JOINS: [&str; 3] = ["and", "nor", "und"];
    const BREAKS: [&str; 8] = ["but", "however", "while", "whereas", "aber", "sondern", "jedoch", "während"];
    let mut clauses: Vec<Vec<Word>> = vec![Vec::new()];
    let mut end = unit.range.start;
    for (at, word) in unit.words.iter().enumerate() {
        let gap = &text[end..word.range.start];
        end = word.range.end;
        let ahead = &unit.words[at + 1..unit.words.len().min(at + 4)];
        let denies = gap.contains(',') && JOINS.contains(&word.text.as_str()) && any(&vocabulary.negated, ahead);
        if gap.contains([';', '–', '—', ':']) || denies || BREAKS.contains(&word.text.as_str()) {
            clauses.push(Vec::new());
        }
        if let Some(clause) = clauses.last_mut() {
            clause.push(word.clone());
        }
    }
    clauses.retain(|clause| !clause.is_empty());
    clauses
}
