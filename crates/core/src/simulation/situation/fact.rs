//! Facts in the players' view.

use serde::Serialize;

use super::view::View;
use crate::id::{FactId, RoleId};
use crate::scenario::{Fact, FactKind};
use crate::statement::thousands;
use crate::time::SimTime;

/// How much the team knows about a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Knowledge {
    /// The team does not know the fact.
    Unknown,
    /// The team has an early indication that may be wrong.
    Suspected,
    /// The team has established the truth.
    Confirmed,
}

/// A fact as the players see it.
#[derive(Clone, Debug)]
pub struct FactView {
    /// ID of the fact.
    pub id: FactId,
    /// Category of the fact.
    pub kind: FactKind,
    /// Question that the fact answers.
    pub title: String,
    /// How much the team knows.
    pub knowledge: Knowledge,
    /// What the team currently believes or knows.
    pub text: String,
    /// When the team first suspected or confirmed it, matching `knowledge`; `None` while it is unknown.
    pub since: Option<SimTime>,
    /// Roles that know the fact, and when each learned it.
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
