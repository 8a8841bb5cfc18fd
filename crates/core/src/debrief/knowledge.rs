//! Who knew what when: each fact from the moment at which it was so to the moment at which the public heard of it.
//!
//! A fact is so whether or not anybody knows it. The team suspects it and confirms it, each role hears of it when it
//! leads the work or receives the inject that brings it up, or at the next briefing. Speaking of it before it is
//! confirmed is what most reversals begin with, so the first public word about it stands in the same row.
//!
//! A claim speaks of the facts that the scenario names where it says when the claim can be known. One that names
//! none, as a false one cannot, speaks of the number that its topic asks for, or else of the fact of its topic, where
//! the topic is about one fact only.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::id::{FactId, TopicId};
use crate::scenario::{AudienceKind, Condition, Fact, FactKind, Scenario};
use crate::session::Session;
use crate::statement::{JudgedClaim, Says, Soundness, thousands};
use crate::time::SimTime;
use crate::timeline::{EntryNumber, EventKind, Publication, Timeline, TimelineEvent};

/// One fact, and who knew it when.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FactHistory {
    /// The question it answers.
    pub title: String,
    /// What it is about.
    pub kind: FactKind,
    /// What is so.
    pub truth: String,
    /// Since when, in minutes since StartEx; 0 stands for StartEx and everything before it.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub true_since: SimTime,
    /// When the team came to suspect it.
    pub suspected: Option<Learned>,
    /// When it was confirmed.
    pub confirmed: Option<Learned>,
    /// What was believed until then, where it turned out wrong.
    pub believed: Option<String>,
    /// When it was first spoken of in public.
    pub said: Option<Said>,
    /// Who knew of it, in the order in which they learned it; nobody else did.
    pub known_by: Vec<Knower>,
}

/// When something was learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Learned {
    /// When, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub at: SimTime,
    /// The entry of the log that brought it about; none where an inject did.
    pub entry: Option<EntryNumber>,
}

/// When something was said in public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Said {
    /// When, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub at: SimTime,
    /// The entry of the log.
    pub entry: EntryNumber,
    /// How it stood to truth and knowledge.
    pub soundness: Soundness,
    /// Whether it was confirmed by then.
    pub was_confirmed: bool,
}

/// Who knew of a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Knower {
    /// The role.
    pub role: String,
    /// Since when, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub since: SimTime,
}

/// Returns who knew what when, in the scenario's order.
pub fn who_knew_what(session: &Session) -> Vec<FactHistory> {
    let (scenario, timeline) = (session.scenario(), session.timeline());
    let board = session.situation().facts;
    let history = |fact: &Fact| {
        let learned = |wanted: &dyn Fn(&EventKind) -> bool| timeline.first(wanted).map(learned);
        let confirmed = learned(&|what| matches!(what, EventKind::FactConfirmed(id) if *id == fact.id));
        // What is confirmed at once is suspected with it, and the timeline says only the former.
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

/// Returns the facts that a claim of a statement speaks of.
pub(super) fn facts_of(topic: &TopicId, says: &Says, scenario: &Scenario) -> BTreeSet<FactId> {
    let Some(topic) = scenario.topic(topic) else { return BTreeSet::new() };
    let of_number = topic.number.clone();
    let claim = match says {
        Says::NotKnownYet => return BTreeSet::new(),
        Says::Number(_) => return of_number.into_iter().collect(),
        Says::Option(id) => topic.claims.iter().find(|claim| claim.id == *id),
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
    // Of a topic with several facts nobody can say which of them a claim without any is about.
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

/// A fact is so from before StartEx; the number of those affected may grow while one plays.
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
