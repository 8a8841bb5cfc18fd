//! The contingency deck: injects that the facilitator may still send.

use serde::Serialize;

use super::view::View;
use crate::id::{InjectId, RoleId};
use crate::scenario::{Inject, InjectKind, Trigger};

/// An inject that the facilitator may still send.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DeckCard {
    /// Its id.
    pub inject: InjectId,
    /// Its subject line.
    pub title: String,
    /// The role it is for.
    pub to: RoleId,
    /// Whether it is held back.
    pub held: bool,
}

impl View<'_> {
    /// Returns what the facilitator may still send: contingency injects and those released by hand only.
    pub(super) fn deck(&self) -> Vec<DeckCard> {
        let in_deck =
            |inject: &&Inject| inject.kind == InjectKind::Contingency || matches!(inject.trigger, Trigger::ByHand);
        let card = |inject: &Inject| {
            let held = self.context.injects.waits(&inject.id)?;
            Some(DeckCard { inject: inject.id.clone(), title: inject.title.clone(), to: inject.to.clone(), held })
        };
        self.scenario().injects.iter().filter(in_deck).filter_map(card).collect()
    }
}
