//! Who knew what when: the history of each fact, from when it became true to its first public mention.
//!
//! A fact is true whether or not it is known. The team first suspects it and then confirms it. A role learns of it
//! by leading the action that reveals it, by receiving the inject that mentions it, or at the next briefing. Most
//! claims that are later reversed concern an unconfirmed fact, so the first public mention is part of the same row.
//!
//! A claim refers to the facts named in its `known_when` and `true_when` conditions. Most false claims name no
//! fact. Such a claim refers to the number that its topic asks for or, if there is none, to the topic's only fact.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::id::{FactId, TopicId};
use crate::scenario::{AudienceKind, Condition, Fact, FactKind, Scenario};
use crate::session::Session;
use crate::statement::{JudgedClaim, Says, Soundness, thousands};
use crate::time::SimTime;
use crate::timeline::{EntryNumber, EventKind, Publication, Timeline, TimelineEvent};

/// A fact, and when each role learned of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FactHistory {
    /// Question that the fact answers.
    pub title: String,
    /// Kind of fact.
    pub kind: FactKind,
    /// True answer.
    pub truth: String,
    /// When it became true, in minutes since StartEx; 0 for anything true at StartEx or earlier.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub true_since: SimTime,
    /// When the team began to suspect it.
    pub suspected: Option<Learned>,
    /// When it was confirmed.
    pub confirmed: Option<Learned>,
    /// Earlier belief that turned out to be wrong, if any.
    pub believed: Option<String>,
    /// First public mention.
    pub said: Option<Said>,
    /// Roles that knew of it, in the order in which they learned it.
    pub known_by: Vec<Knower>,
}

/// When and how a fact was learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Learned {
    /// Time, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub at: SimTime,
    /// Log entry through which it was learned; absent if an inject revealed it.
    pub entry: Option<EntryNumber>,
}

/// First public mention of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Said {
    /// Time, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub at: SimTime,
    /// Log entry of the statement.
    pub entry: EntryNumber,
    /// Whether the claim was true, and whether the team could know it.
    pub soundness: Soundness,
    /// Whether the fact was confirmed by then.
    pub was_confirmed: bool,
}

/// A role that knew of a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Knower {
    /// Role.
    pub role: String,
    /// When it learned of the fact, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub since: SimTime,
}

/// Returns the history of every fact, in the scenario's order.
pub fn who_knew_what(session: &Session) -> Vec<FactHistory> {
    let (scenario, timeline) = (session.scenario(), session.timeline());
    let board = session.situation().facts;
    let history = |fact: &Fact| {
        let learned = |wanted: &dyn Fn(&EventKind) -> bool| timeline.first(wanted).map(learned);
        let confirmed = learned(&|what| matches!(what, EventKind::FactConfirmed(id) if *id == fact.id));
        // A fact that is confirmed immediately has no separate event for the suspicion.
        let suspected = learned(&|what| matches!(what, EventKind::FactSuspected(id) if *id == fact.id)).or(confirmed);
        let known_by = board.iter().find(|seen| seen.id == fact.id).map(|seen| seen.known_by.as_slice());
        FactHistory {
            title: fact.title.clone(),
            kind: fact.kind,
            truth: fact.truth.clone(),
            true_since: true_since(fact, scenario, timeline),
            suspected,
            confirmed,
            believed: believed(fact, timeline),
            said: said(fact, confirmed, scenario, timeline),
            known_by: knowers(known_by.unwrap_or_default(), scenario),
        }
    };
    scenario.facts.iter().map(history).collect()
}

/// Returns the facts to which a claim refers.
pub(super) fn facts_of(topic: &TopicId, says: &Says, scenario: &Scenario) -> BTreeSet<FactId> {
    let Some(topic) = scenario.topic(topic) else { return BTreeSet::new() };
    let of_number = topic.number.clone();
    let claim = match says {
        Says::NotKnownYet | Says::Done { .. } | Says::WrongDay | Says::Ruled(_) => return BTreeSet::new(),
        Says::Number(_) => return of_number.into_iter().collect(),
        Says::Option(id) => topic.claims.iter().find(|claim| claim.id == *id),
        Says::Data { class, .. } => {
            let names = |fact: &&Fact| fact.taken.contains(class) || fact.spared.contains(class);
            return scenario.facts.iter().filter(names).map(|fact| fact.id.clone()).collect();
        }
        Says::Cause(_) => {
            let named = scenario.facts.iter().filter(|fact| !fact.causes.is_empty());
            return named.map(|fact| fact.id.clone()).collect();
        }
    };
    let own = claim.map(|claim| named_in(&[&claim.known_when, &claim.true_when])).unwrap_or_default();
    if !own.is_empty() {
        return own;
    }
    if of_number.is_some() {
        return of_number.into_iter().collect();
    }
    let conditions = topic.claims.iter().flat_map(|claim| [&claim.known_when, &claim.true_when]);
    let all = named_in(&conditions.collect::<Vec<&Condition>>());
    // If the topic has several facts, it is ambiguous which of them the claim is about.
    if all.len() == 1 { all } else { BTreeSet::new() }
}

fn named_in(conditions: &[&Condition]) -> BTreeSet<FactId> {
    let mut found = BTreeSet::new();
    for condition in conditions {
        condition.walk(&mut |part| {
            if let Condition::Confirmed(fact) | Condition::Suspected(fact) = part {
                found.insert(fact.clone());
            }
        });
    }
    found
}

fn learned(event: &TimelineEvent) -> Learned {
    Learned { at: event.at, entry: event.cause }
}

/// Returns when a fact became true. Facts are true from StartEx, except for the number of affected people, which
/// may grow during play.
fn true_since(fact: &Fact, scenario: &Scenario, timeline: &Timeline) -> SimTime {
    let is_scope = scenario.scope().is_some_and(|scope| scope.id == fact.id);
    let mut number = fact.number.filter(|_| is_scope).unwrap_or(u64::MAX);
    let mut since = SimTime::START;
    for event in &timeline.events {
        if let EventKind::Dumped { records } | EventKind::ScopePublic { records } = event.what
            && records > number
        {
            (number, since) = (records, event.at);
        }
    }
    since
}

fn believed(fact: &Fact, timeline: &Timeline) -> Option<String> {
    timeline.events.iter().find_map(|event| match &event.what {
        EventKind::BeliefRevised { fact: id, believed, true_number } if *id == fact.id => {
            Some(format!("{} instead of {}", thousands(*believed), thousands(*true_number)))
        }
        _ => None,
    })
}

fn said(fact: &Fact, confirmed: Option<Learned>, scenario: &Scenario, timeline: &Timeline) -> Option<Said> {
    let about = |claim: &&JudgedClaim| facts_of(&claim.topic, &claim.says, scenario).contains(&fact.id);
    let in_public = |said: &&Publication| said.audience == AudienceKind::Public;
    timeline.publications.iter().filter(in_public).find_map(|publication| {
        let claim = publication.claims.iter().find(about)?;
        Some(Said {
            at: publication.at,
            entry: publication.entry,
            soundness: claim.soundness,
            was_confirmed: confirmed.is_some_and(|learned| learned.at <= publication.at),
        })
    })
}

fn knowers(known_by: &[(crate::id::RoleId, SimTime)], scenario: &Scenario) -> Vec<Knower> {
    let mut knowers: Vec<Knower> = known_by
        .iter()
        .filter_map(|(role, since)| Some(Knower { role: scenario.role(role)?.title.clone(), since: *since }))
        .collect();
    knowers.sort_by_key(|knower| knower.since);
    knowers
}
