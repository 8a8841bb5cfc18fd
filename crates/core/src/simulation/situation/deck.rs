//! The contingency deck: injects that the facilitator can still release by hand.

use serde::Serialize;

use super::view::View;
use crate::id::{InjectId, RoleId};
use crate::scenario::{Inject, InjectKind, Trigger};

/// An inject that the facilitator can still release.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DeckCard {
    /// ID of the inject.
    pub inject: InjectId,
    /// Subject line.
    pub title: String,
    /// Role that receives it.
    pub to: RoleId,
    /// Whether the facilitator is holding it back.
    pub held: bool,
}

impl View<'_> {
    /// Returns the injects that can still be released: contingency injects and those triggered only by hand.
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
