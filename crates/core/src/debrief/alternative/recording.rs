//! The recorded run from which alternatives are derived.

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
    /// Scenario.
    pub scenario: Arc<Scenario>,
    /// Random seed of the run.
    pub seed: Seed,
    /// Session log.
    pub entries: Vec<Entry>,
    /// Events of the run.
    pub timeline: Timeline,
    /// Simulated time at which the run ended.
    pub until: SimTime,
}

impl Recording {
    /// Returns the recording of a session up to its current time.
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

    /// Returns the first decision for the action of `wanted`.
    pub(super) fn first(&self, wanted: &Decision) -> Option<(EntryNumber, &Decision)> {
        self.decisions().find(|(_, decision)| decision.action == wanted.action)
    }

    /// Returns the title of a decision's action.
    pub(super) fn title(&self, decision: &Decision) -> String {
        self.scenario.action(&decision.action).map_or_else(String::new, |action| action.title.clone())
    }
}
