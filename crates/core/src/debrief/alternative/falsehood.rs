//! Alternatives that omit a false claim from every statement that contains it, to measure the effect of the claim.
//!
//! A false claim that was repeated five times is one mistake. It is removed from all statements at once, because
//! removing it from one would still leave four. If several topics were affected, one more alternative removes all
//! false claims together, because a single exposed falsehood can cost as much as two.

use super::{Alternative, AlternativeKind, Recording};
use crate::decision::{Content, Decision};
use crate::ensemble::branch::Change;
use crate::id::TopicId;
use crate::scenario::Scenario;
use crate::session::Entry;
use crate::statement::withdrawal::withdraw;
use crate::statement::wording::in_words;
use crate::statement::{JudgedClaim, Says, Soundness, number_sentence};
use crate::timeline::EntryNumber;

/// Returns an alternative for each topic with a false claim, in which no statement addresses the topic.
pub fn find(recording: &Recording) -> Vec<Alternative> {
    let mut topics: Vec<(&TopicId, Vec<EntryNumber>, &JudgedClaim)> = Vec::new();
    for said in &recording.timeline.publications {
        for claim in said.claims.iter().filter(|claim| claim.soundness == Soundness::False) {
            match topics.iter_mut().find(|(topic, ..)| **topic == claim.topic) {
                Some((_, entries, _)) => entries.push(said.entry),
                None => topics.push((&claim.topic, vec![said.entry], claim)),
            }
        }
    }
    let all = (topics.len() > 1).then(|| nothing_false(recording, &topics)).flatten();
    let each = topics.into_iter().filter_map(|(topic, entries, claim)| unsaid(recording, topic, entries, claim));
    all.into_iter().chain(each).collect()
}

/// Returns the alternative in which no statement contains a false claim on any topic.
fn nothing_false(recording: &Recording, topics: &[(&TopicId, Vec<EntryNumber>, &JudgedClaim)]) -> Option<Alternative> {
    let mut entries: Vec<EntryNumber> = topics.iter().flat_map(|(_, entries, _)| entries.clone()).collect();
    entries.sort_unstable();
    entries.dedup();
    let names: Vec<TopicId> = topics.iter().map(|(topic, ..)| (*topic).clone()).collect();
    let change = |entry: &EntryNumber| {
        let with = unsaid_in(decision(recording, *entry)?, &names, &recording.scenario)?;
        Some(Change::Replace { entry: *entry, with })
    };
    let changes: Vec<Change> = entries.iter().filter_map(change).collect();
    Some(Alternative {
        kind: AlternativeKind::Falsehood,
        title: format!("False claims about {} topics, in {} statements", names.len(), changes.len()),
        instead: "Without any false claim".to_owned(),
        at: entries.iter().filter_map(|entry| Some(decision(recording, *entry)?.at)).min()?,
        entries,
        changes,
    })
}

fn decision(recording: &Recording, entry: EntryNumber) -> Option<&Decision> {
    match recording.entries.get(entry.0 as usize)? {
        Entry::Decision(decision) => Some(decision),
        _ => None,
    }
}

fn unsaid(
    recording: &Recording,
    topic: &TopicId,
    entries: Vec<EntryNumber>,
    claim: &JudgedClaim,
) -> Option<Alternative> {
    let words = words(&recording.scenario, claim)?;
    let at = entries.iter().filter_map(|entry| Some(decision(recording, *entry)?.at)).min()?;
    let change = |entry: &EntryNumber| {
        let with = unsaid_in(decision(recording, *entry)?, std::slice::from_ref(topic), &recording.scenario)?;
        Some(Change::Replace { entry: *entry, with })
    };
    let changes: Vec<Change> = entries.iter().filter_map(change).collect();
    let times = match changes.len() {
        0 => return None,
        1 => String::new(),
        count => format!(", said {count} times"),
    };
    Some(Alternative {
        kind: AlternativeKind::Falsehood,
        title: format!("False: “{words}”{times}"),
        instead: "Without that claim".to_owned(),
        at,
        entries,
        changes,
    })
}

fn unsaid_in(decision: &Decision, topics: &[TopicId], scenario: &Scenario) -> Option<Decision> {
    let statement = withdraw(decision.content.statement()?, topics, scenario);
    let content = match &decision.content {
        Content::Statement(_) => Content::Statement(statement),
        Content::Reply { inquiry, .. } => Content::Reply { inquiry: inquiry.clone(), statement },
        Content::Nothing | Content::Choice(_) => return None,
    };
    Some(Decision { content, ..decision.clone() })
}

/// Returns the text of a claim.
fn words(scenario: &Scenario, claim: &JudgedClaim) -> Option<String> {
    match &claim.says {
        Says::NotKnownYet => None,
        Says::Number(number) => Some(number_sentence(&scenario.topic(&claim.topic)?.title, *number)),
        Says::Option(_) | Says::Data { .. } | Says::Done { .. } | Says::Cause(_) | Says::WrongDay | Says::Ruled(_) => {
            in_words(&claim.topic, &claim.says, scenario)
        }
    }
}
