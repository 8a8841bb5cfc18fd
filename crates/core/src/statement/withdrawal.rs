//! Removes claims from a statement, to show what could have been said instead of something false.
//!
//! The claims on the given topics are replaced by "not known yet", which is always truthful. The sentences that
//! express them are removed from the text. These are the sentences that contain the wording of the scenario's claim
//! or the stated number. If the team used its own words, they are the sentences in which the topic is detected. A
//! sentence that names the open questions is added instead.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::claim::{Claim, Says};
use super::place::Place;
use super::reading::{Subject, read_in};
use super::reading_record::{ReadClaim, ReadFinding, ReadUpdate, ReadingRecord, Stance, ToneRecord};
use super::{Statement, in_a_row, thousands};
use crate::id::TopicId;
use crate::scenario::{Detail, Scenario};

/// Returns the statement without the claims on these topics.
pub fn withdraw(statement: &Statement, topics: &[TopicId], scenario: &Scenario) -> Statement {
    match &statement.reading {
        Some(reading) => withdraw_read(statement, reading, topics, scenario),
        None => withdraw_outlined(statement, topics, scenario),
    }
}

/// Removes claims from a statement that was read. What was read in the other sentences stays as recorded.
fn withdraw_read(statement: &Statement, reading: &ReadingRecord, topics: &[TopicId], scenario: &Scenario) -> Statement {
    let is_withdrawn = |topic: &TopicId| topics.contains(topic);
    let carried: Vec<Range<usize>> =
        reading.asserted().filter(|claim| is_withdrawn(&claim.topic)).map(|claim| claim.at.range()).collect();
    let kept = without(&statement.text, &carried);
    let open = open_details(&reading.claims(), topics, scenario);
    let text = with_open_questions(&kept, &open);
    let moved = |place: Place| {
        let words = place.of(&statement.text);
        text.find(words).filter(|_| !words.is_empty()).map(|at| Place(at, at + words.len()))
    };
    let note = Place(kept.len().min(text.len()), text.len());
    let said = reading.said.iter().filter_map(|claim| {
        if !is_withdrawn(&claim.topic) {
            return moved(claim.at).map(|at| ReadClaim { at, ..claim.clone() });
        }
        let is_first = reading.said.iter().find(|other| other.topic == claim.topic) == Some(claim);
        let is_open = is_first && is_asked(&claim.topic, scenario);
        is_open.then(|| ReadClaim { says: Says::NotKnownYet, stance: Stance::Asserted, at: note, ..claim.clone() })
    });
    let tone = reading.tone.as_ref().map(|tone| {
        let found = tone.found.iter().filter_map(|finding| {
            let at: Vec<Place> = finding.at.iter().filter_map(|place| moved(*place)).collect();
            (!at.is_empty() || finding.at.is_empty()).then(|| ReadFinding { at, ..finding.clone() })
        });
        ToneRecord { found: found.collect(), ..tone.clone() }
    });
    let record = ReadingRecord {
        reader: reading.reader.clone(),
        said: said.collect(),
        unchecked: reading.unchecked.iter().filter_map(|place| moved(*place)).collect(),
        update: reading.update.and_then(|update| Some(ReadUpdate { at: moved(update.at)?, ..update })),
        tone,
    };
    Statement { text, reading: Some(Box::new(record)), ..statement.clone() }
}

/// Removes claims from the outline of a statement without a reading, and the sentences that express them.
fn withdraw_outlined(statement: &Statement, topics: &[TopicId], scenario: &Scenario) -> Statement {
    let is_withdrawn = |claim: &&Claim| topics.contains(&claim.topic);
    let carried: Vec<Range<usize>> = statement
        .claims
        .iter()
        .filter(is_withdrawn)
        .flat_map(|claim| places(claim, &statement.text, scenario))
        .collect();
    let claims = statement.claims.iter().filter_map(|claim| match is_withdrawn(&claim) {
        false => Some(claim.clone()),
        true if is_asked(&claim.topic, scenario) => Some(Claim { says: Says::NotKnownYet, ..claim.clone() }),
        true => None,
    });
    let kept = without(&statement.text, &carried);
    let open = open_details(&statement.claims, topics, scenario);
    let text = if statement.text.is_empty() { kept } else { with_open_questions(&kept, &open) };
    Statement { claims: claims.collect(), text, ..statement.clone() }
}

fn with_open_questions(text: &str, open: &[&str]) -> String {
    if open.is_empty() {
        return text.to_owned();
    }
    let named = format!("{text} We cannot yet say {}. We will say so when we can.", in_a_row(open));
    named.trim().to_owned()
}

/// Returns whether the topic belongs to the nine details. Only these can be listed as open questions.
fn is_asked(topic: &TopicId, scenario: &Scenario) -> bool {
    scenario.topic(topic).is_some_and(|topic| Detail::NINE.contains(&topic.detail))
}

fn open_details(claims: &[Claim], topics: &[TopicId], scenario: &Scenario) -> Vec<&'static str> {
    let mut open = Vec::new();
    for claim in claims.iter().filter(|claim| topics.contains(&claim.topic) && is_asked(&claim.topic, scenario)) {
        let title = scenario.topic(&claim.topic).map_or("", |topic| topic.detail.title());
        if !open.contains(&title) {
            open.push(title);
        }
    }
    open
}

/// Returns the parts of the text that express a claim.
fn places(claim: &Claim, text: &str, scenario: &Scenario) -> Vec<Range<usize>> {
    let Some(topic) = scenario.topic(&claim.topic) else { return Vec::new() };
    let words: Vec<String> = match &claim.says {
        Says::NotKnownYet
        | Says::Data { .. }
        | Says::Done { .. }
        | Says::Cause(_)
        | Says::WrongDay
        | Says::Ruled(_) => {
            return Vec::new();
        }
        Says::Number(number) => vec![thousands(*number), number.to_string()],
        Says::Option(id) => {
            topic.claims.iter().filter(|option| option.id == *id).map(|option| option.text.clone()).collect()
        }
    };
    let literal: Vec<Range<usize>> = words
        .iter()
        .filter(|words| !words.is_empty())
        .flat_map(|words| text.match_indices(words.as_str()).map(|(at, found)| at..at + found.len()))
        .collect();
    if !literal.is_empty() {
        return literal;
    }
    let reading = read_in(&scenario.language, text);
    let subject = Subject::of(topic.detail);
    reading
        .zip(subject)
        .map(|(reading, subject)| reading.finding(subject).spans.iter().map(|span| span.bytes(text)).collect())
        .unwrap_or_default()
}

/// Returns the text without the sentences that overlap any of the given ranges.
fn without(text: &str, places: &[Range<usize>]) -> String {
    let touched =
        |sentence: &Range<usize>| places.iter().any(|place| place.start < sentence.end && sentence.start < place.end);
    let kept = text.split_sentence_bound_indices().filter(|(at, sentence)| !touched(&(*at..at + sentence.len())));
    kept.map(|(_, sentence)| sentence).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sentences_with_the_claim_are_removed() {
        let text = "We are sorry. No card data is affected. Call us on 0800 1.\nMore at six.";
        let place = text.find("card data").unwrap();
        let range = |range: Range<usize>| vec![range];
        assert_eq!(without(text, &range(place..place + 4)), "We are sorry. Call us on 0800 1.\nMore at six.");
        assert_eq!(without(text, &[]), text);
        assert_eq!(without("One lie.", &range(0..3)), "");
    }
}
