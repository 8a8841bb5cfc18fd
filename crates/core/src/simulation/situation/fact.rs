//! Facts as the players see them.

use serde::Serialize;

use super::view::View;
use crate::id::{FactId, RoleId};
use crate::scenario::{Fact, FactKind};
use crate::statement::thousands;
use crate::time::SimTime;

/// How far a fact is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Knowledge {
    /// Nobody knows.
    Unknown,
    /// It is believed, and may be wrong.
    Suspected,
    /// It is so.
    Confirmed,
}

/// A fact as the players see it.
#[derive(Clone, Debug)]
pub struct FactView {
    /// Its id.
    pub id: FactId,
    /// What it is about.
    pub kind: FactKind,
    /// The question it answers.
    pub title: String,
    /// How far it is known.
    pub knowledge: Knowledge,
    /// What is believed or known.
    pub text: String,
    /// Since when.
    pub since: Option<SimTime>,
    /// Who knows of it, and since when.
    pub known_by: Vec<(RoleId, SimTime)>,
}

impl View<'_> {
    pub(super) fn knowledge(&self, fact: &FactId) -> Knowledge {
        match (self.ledger().suspected.contains_key(fact), self.ledger().confirmed.contains_key(fact)) {
            (_, true) => Knowledge::Confirmed,
            (true, false) => Knowledge::Suspected,
            (false, false) => Knowledge::Unknown,
        }
    }

    fn known_by(&self, fact: &FactId) -> Vec<(RoleId, SimTime)> {
        let knowers = self.ledger().knows.get(fact);
        knowers.into_iter().flatten().map(|(role, since)| (role.clone(), *since)).collect()
    }

    pub(super) fn facts(&self) -> Vec<FactView> {
        let ledger = self.ledger();
        let view = |fact: &Fact| {
            let knowledge = self.knowledge(&fact.id);
            let (text, since) = match knowledge {
                Knowledge::Unknown => (&fact.unknown, None),
                Knowledge::Suspected => {
                    (fact.early.as_ref().map_or(&fact.unknown, |early| &early.text), ledger.suspected.get(&fact.id))
                }
                Knowledge::Confirmed => (&fact.truth, ledger.confirmed.get(&fact.id)),
            };
            FactView {
                id: fact.id.clone(),
                kind: fact.kind,
                title: fact.title.clone(),
                knowledge,
                text: match ledger.grown.get(&fact.id) {
                    Some(number) => format!("{text} By now it is public that it is {}.", thousands(*number)),
                    None => text.clone(),
                },
                since: since.copied(),
                known_by: self.known_by(&fact.id),
            }
        };
        self.scenario().facts.iter().map(view).collect()
    }
}
