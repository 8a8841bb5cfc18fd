//! The recorded run in which alternatives are searched.

use std::sync::Arc;

use crate::decision::Decision;
use crate::scenario::Scenario;
use crate::session::{Entry, Session};
use crate::simulation::Seed;
use crate::time::SimTime;
use crate::timeline::{EntryNumber, Timeline};

/// A recorded run, reduced to what the search for alternatives needs.
#[derive(Clone, Debug)]
pub struct Recording {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The seed it was played with.
    pub seed: Seed,
    /// The log.
    pub entries: Vec<Entry>,
    /// What happened.
    pub timeline: Timeline,
    /// How far it was played.
    pub until: SimTime,
}

impl Recording {
    /// Returns the recording of a session, as far as it was played.
    pub fn of(session: &Session) -> Self {
        Recording {
            scenario: session.scenario().clone(),
            seed: session.seed(),
            entries: session.entries().to_vec(),
            timeline: session.timeline().clone(),
            until: session.now(),
        }
    }

    /// Returns the decisions with their entry numbers.
    pub(super) fn decisions(&self) -> impl Iterator<Item = (EntryNumber, &Decision)> {
        (0..).map(EntryNumber).zip(&self.entries).filter_map(|(number, entry)| match entry {
            Entry::Decision(decision) => Some((number, decision)),
            _ => None,
        })
    }

    /// Returns the first decision for an action.
    pub(super) fn first(&self, wanted: &Decision) -> Option<(EntryNumber, &Decision)> {
        self.decisions().find(|(_, decision)| decision.action == wanted.action)
    }

    /// Returns the title of a decision's action.
    pub(super) fn title(&self, decision: &Decision) -> String {
        self.scenario.action(&decision.action).map_or_else(String::new, |action| action.title.clone())
    }
}
