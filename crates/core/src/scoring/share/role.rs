//! `RolesActive`: the share of the six functions that were staffed.

use super::counted::{Counted, Items};
use crate::scenario::RoleKind;
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::record::Record;
use crate::timeline::EventKind;

/// Counts the functions that were staffed.
pub(super) fn count(record: &Record<'_>) -> Counted {
    let mut items = Items::default();
    for kind in RoleKind::ALL {
        let Some(role) = record.scenario.role_of(kind) else { continue };
        match record.timeline.first(|what| matches!(what, EventKind::RoleArrived(id) if *id == role.id)) {
            Some(event) => {
                let entry = event.cause.or_else(|| record.call_of(&role.id));
                items.add(1.0, EvidenceItem::at(event.at, entry, format!("on duty: {}", role.title)));
            }
            None => items.add(0.0, EvidenceItem::general(format!("never called: {}", role.title))),
        }
    }
    items.mean_or(Counted::undone("nobody was on duty"))
}
