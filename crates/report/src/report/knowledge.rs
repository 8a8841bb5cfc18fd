//! When each fact was learned, by which roles, and when it was first published.

use serde::Serialize;

use super::blank::{NOTHING, moment_or_nothing};
use super::state::State;
use goldenhour_core::debrief::knowledge::{FactHistory, Knower, Learned, Said};
use goldenhour_core::statement::Soundness;
use goldenhour_core::time::SimTime;

/// A fact, and when each role learned of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct KnowledgeRow {
    /// Question that the fact answers.
    pub title: String,
    /// True answer.
    pub truth: String,
    /// Earlier belief and its correction; empty if the team held no wrong belief.
    pub believed: String,
    /// When it became true.
    pub true_since: String,
    /// When it was suspected.
    pub suspected: String,
    /// When it was confirmed.
    pub confirmed: String,
    /// Log entry that confirmed it or else raised the suspicion, or `inject` if an inject did.
    pub entry: String,
    /// When it was first mentioned in public.
    pub said: String,
    /// Log entry of that mention; empty if there was none.
    pub said_entry: String,
    /// Whether that mention was true, and whether the team could know it.
    pub standing: State,
    /// Roles that knew of it and since when. Roles that learned of it at the same time share one text.
    pub known_by: Vec<String>,
}

pub(super) fn knowledge_row(fact: &FactHistory) -> KnowledgeRow {
    let learned = |learned: &Option<Learned>| moment_or_nothing(learned.map(|learned| learned.at));
    let source = fact.confirmed.or(fact.suspected).map(|learned| learned.entry);
    let entry = source.map(|entry| entry.map_or_else(|| "inject".to_owned(), |entry| entry.0.to_string()));
    KnowledgeRow {
        title: fact.title.clone(),
        truth: fact.truth.clone(),
        believed: fact.believed.as_ref().map(|believed| format!("believed: {believed}")).unwrap_or_default(),
        true_since: if fact.true_since == SimTime::START {
            "before StartEx".to_owned()
        } else {
            fact.true_since.to_string()
        },
        suspected: learned(&fact.suspected),
        confirmed: learned(&fact.confirmed),
        entry: entry.unwrap_or_else(|| NOTHING.to_owned()),
        said: moment_or_nothing(fact.said.map(|said| said.at)),
        said_entry: fact.said.map(|said| said.entry.0.to_string()).unwrap_or_default(),
        standing: standing(fact.said.as_ref()),
        known_by: known_by(&fact.known_by),
    }
}

/// Compares the first public mention of a fact with what the team knew at that time.
fn standing(said: Option<&Said>) -> State {
    match said {
        None => State { word: "not stated in public", sign: NOTHING, key: "none" },
        Some(said) if said.soundness == Soundness::False => State { word: "stated in error", sign: "✕", key: "bad" },
        Some(said) if said.was_confirmed => State { word: "stated after confirmation", sign: "✓", key: "good" },
        Some(said) if said.soundness == Soundness::TrueButUnknown => {
            State { word: "stated before confirmation", sign: "!", key: "fair" }
        }
        Some(_) => State { word: "stated within what was known", sign: "✓", key: "good" },
    }
}

/// Groups the roles by the time at which they learned of a fact.
fn known_by(knowers: &[Knower]) -> Vec<String> {
    let mut groups: Vec<(SimTime, Vec<&str>)> = Vec::new();
    for knower in knowers {
        match groups.last_mut().filter(|(since, _)| *since == knower.since) {
            Some((_, roles)) => roles.push(&knower.role),
            None => groups.push((knower.since, vec![&knower.role])),
        }
    }
    groups.into_iter().map(|(since, roles)| format!("{since} {}", roles.join(", "))).collect()
}
