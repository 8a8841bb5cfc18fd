//! Reads what a text says about the topics of a scenario.
//!
//! A text is split into sentences ([`unit`](mod@unit)). Sentences and pairs of neighboring sentences are compared with the options of
//! the scenario by a linear classifier over word and character n-grams ([`classifier`]). It is trained on the
//! scenario's own wordings when a text of the scenario is read for the first time, so its weights always match the
//! scenario. A sentence that contains the canonical wording of an option needs no classifier.
//!
//! Beyond the options, [`assertion`] finds numbers, kinds of data, deeds, causes and days, [`unknown`] finds what is called
//! not known yet, and [`update`] finds the announced next update. The words they look for are data, one file per
//! language ([`vocabulary`]). Questions, instructions to customers and reports of what others say assert nothing.
//! Sentences about the incident in which nothing was recognized are listed as unchecked.
//!
//! A reading depends on the text, the scenario and the time at which the statement is made, and on nothing else.

mod assertion;
mod classifier;
mod general;
mod gram;
mod moment;
mod number;
mod option;
mod phrase;
mod stance;
mod unit;
mod unknown;
mod update;
mod vocabulary;
mod word;

use std::sync::{Arc, Mutex, PoisonError};

use xxhash_rust::xxh3::Xxh3;

use super::place::Place;
use super::reading::ReadingCache;
use super::reading_record::{ReadClaim, ReadingRecord, ToneRecord};
use crate::scenario::Scenario;
use crate::time::SimTime;
use assertion::Known;
use option::Options;
use unit::Unit;
use vocabulary::Vocabulary;

/// Name and version of the reader, as recorded with each reading.
pub const READER: &str = "words-1";

/// Reads texts in the language and with the topics of one scenario.
pub struct ClaimReader {
    vocabulary: &'static Vocabulary,
    options: Options,
    readings: ReadingCache,
    known: Known,
}

impl ClaimReader {
    /// Returns the reader for a scenario, or `None` if its language cannot be read. Readers are cached by the
    /// content of the scenario.
    pub fn of(scenario: &Scenario) -> Option<Arc<ClaimReader>> {
        reader(scenario)
    }

    fn new(scenario: &Scenario) -> Option<ClaimReader> {
        let vocabulary = Vocabulary::of(&scenario.language)?;
        let known = Known::of(scenario, vocabulary);
        Some(ClaimReader {
            vocabulary,
            options: Options::of(scenario, vocabulary),
            readings: ReadingCache::default(),
            known,
        })
    }

    /// Reads a text at the moment it is submitted.
    pub fn read(&self, text: &str, now: SimTime, scenario: &Scenario) -> ReadingRecord {
        let units = unit::units(text, self.vocabulary);
        let mut said = self.options.find(text, &units, self.vocabulary);
        said.extend(assertion::find(text, &units, &said, scenario, self.vocabulary, &self.known, &self.options));
        said.extend(unknown::find(text, &units, &said, scenario, self.vocabulary));
        said.sort_by_key(|claim| (claim.at, claim.topic.clone()));
        let update = update::find(text, &units, now, scenario, self.vocabulary);
        let unchecked = unchecked(text, &units, &said, self.vocabulary);
        let tone = self.readings.read(&scenario.language, text).map(|reading| ToneRecord::of(&reading, text));
        ReadingRecord { reader: READER.to_owned(), said, unchecked, update, tone }
    }

    /// Returns for each option of a topic how strongly a single sentence asserts it, strongest first. At 0 or above,
    /// the option counts as said.
    pub fn strengths(&self, sentence: &str) -> Vec<(crate::id::TopicId, crate::id::ClaimId, f32)> {
        self.options.strengths(sentence)
    }
}

/// Returns the sentences that assert something about the incident in which nothing was recognized.
fn unchecked(text: &str, units: &[Unit], said: &[ReadClaim], vocabulary: &Vocabulary) -> Vec<Place> {
    let is_read = |unit: &Unit| said.iter().any(|claim| claim.at.0 < unit.range.end && unit.range.start < claim.at.1);
    units
        .iter()
        .filter(|unit| stance::asserts(unit, vocabulary) && !is_read(unit))
        .filter(|unit| vocabulary.topic.iter().any(|phrase| phrase.occurs(&unit.words)))
        .filter(|unit| !text[unit.range.clone()].trim().is_empty())
        .map(|unit| Place::from(unit.range.clone()))
        .collect()
}

/// Number of readers that are kept.
const MOST: usize = 8;

static READERS: Mutex<Vec<(u64, Arc<ClaimReader>)>> = Mutex::new(Vec::new());

/// Returns the reader for a scenario from the cache, which only saves time: ensembles begin thousands of sessions of the
/// same scenario.
fn reader(scenario: &Scenario) -> Option<Arc<ClaimReader>> {
    let key = key(scenario);
    let mut readers = READERS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(at) = readers.iter().position(|(known, _)| *known == key) {
        let entry = readers.remove(at);
        let reader = entry.1.clone();
        readers.push(entry);
        return Some(reader);
    }
    let reader = Arc::new(ClaimReader::new(scenario)?);
    if readers.len() >= MOST {
        readers.remove(0);
    }
    readers.push((key, reader.clone()));
    Some(reader)
}

fn key(scenario: &Scenario) -> u64 {
    let mut hasher = Xxh3::new();
    let mut add = |text: &str| {
        hasher.update(text.as_bytes());
        hasher.update(&[0]);
    };
    add(&scenario.language);
    add(&scenario.calendar.say_full(SimTime::START));
    for fact in &scenario.facts {
        add(fact.id.as_str());
        add(&fact.truth);
        add(&fact.unknown);
        add(fact.early.as_ref().map_or("", |early| &early.text));
    }
    for topic in &scenario.topics {
        add(topic.id.as_str());
        add(&topic.title);
        add(topic.number.as_ref().map_or("", |fact| fact.as_str()));
        for claim in &topic.claims {
            add(claim.id.as_str());
            add(&claim.text);
            claim.also.iter().chain(&claim.unlike).for_each(|text| add(text));
        }
    }
    hasher.digest()
}
