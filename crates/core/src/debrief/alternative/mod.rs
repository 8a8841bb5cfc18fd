//! Alternatives: for everything that was done and left undone, what could have been done instead.
//!
//! Each is a [`Branch`](crate::ensemble::branch::Branch) as data, with words for people; what it would have changed is
//! asked of the [counterfactual](crate::ensemble::counterfactual). Nobody has to think of them: they follow from the log,
//! from what turned out false in it, and from what somebody who goes by the book does in the same world
//! ([`book`]). One file for each kind:
//!
//! - [`absence`]: a decision is not taken.
//! - [`lateness`]: something that came later than by the book comes when the book has it.
//! - [`choice`]: another way of doing it is chosen.
//! - [`falsehood`]: what was false is not said, in any statement.
//! - [`omission`]: what was never done is done; a question that nobody answered is answered.

pub mod absence;
pub mod book;
pub mod choice;
pub mod falsehood;
pub mod lateness;
pub mod omission;

use std::sync::Arc;

use serde::Serialize;

use crate::decision::Decision;
use crate::ensemble::branch::Change;
use crate::scenario::Scenario;
use crate::session::{Entry, Session};
use crate::simulation::{Population, Seed};
use crate::time::SimTime;
use crate::timeline::{EntryNumber, Timeline};
use book::Book;

/// What kind of thing could have been different.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AlternativeKind {
    /// A decision could have been left out.
    Decision,
    /// Something could have come earlier.
    Lateness,
    /// Another way could have been chosen.
    Choice,
    /// Something false could have been left unsaid.
    Falsehood,
    /// Something that was never done could have been done.
    Omission,
    /// Somebody asks what would have been.
    Asked,
}

impl AlternativeKind {
    /// Returns the word for people.
    pub fn word(self) -> &'static str {
        match self {
            AlternativeKind::Decision => "decision",
            AlternativeKind::Lateness => "late",
            AlternativeKind::Choice => "choice",
            AlternativeKind::Falsehood => "false claim",
            AlternativeKind::Omission => "omission",
            AlternativeKind::Asked => "asked",
        }
    }
}

/// Something that could have been different.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// What kind of thing.
    pub kind: AlternativeKind,
    /// What was done or left undone.
    pub title: String,
    /// What could have been instead, as the beginning of a sentence.
    pub instead: String,
    /// When it was done; for what was left undone, when it could have been.
    pub at: SimTime,
    /// The entries of the log that did it; none for what was left undone.
    pub entries: Vec<EntryNumber>,
    /// What is different in the log.
    pub changes: Vec<Change>,
}

/// A recorded run, as far as alternatives are looked for in it.
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

    /// Goes through the decisions with the numbers of their entries.
    fn decisions(&self) -> impl Iterator<Item = (EntryNumber, &Decision)> {
        (0..).map(EntryNumber).zip(&self.entries).filter_map(|(number, entry)| match entry {
            Entry::Decision(decision) => Some((number, decision)),
            _ => None,
        })
    }

    /// Returns the first decision for an action.
    fn first(&self, wanted: &Decision) -> Option<(EntryNumber, &Decision)> {
        self.decisions().find(|(_, decision)| decision.action == wanted.action)
    }

    fn title(&self, decision: &Decision) -> String {
        self.scenario.action(&decision.action).map_or_else(String::new, |action| action.title.clone())
    }
}

/// Returns everything that could have been different in a run, in the order of time.
pub fn find(recording: &Recording, population: Population) -> Vec<Alternative> {
    let book = Book::play(recording, population);
    let mut found = absence::find(recording);
    found.extend(lateness::find(recording, &book));
    found.extend(choice::find(recording, &book));
    found.extend(falsehood::find(recording));
    found.extend(omission::find(recording, &book, population));
    found.sort_by_key(|alternative| alternative.at);
    found
}
