//! `DutiesKept`: the share of begun actions that were led by the role responsible for them.

use std::collections::{BTreeMap, BTreeSet};

use super::counted::{Counted, Items};
use super::work::works;
use crate::id::ActionId;
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::record::Record;

/// Counts each action once. An action that another role led at least once counts as not kept.
pub(super) fn count(record: &Record<'_>) -> Counted {
    let mut kept: BTreeMap<&ActionId, bool> = BTreeMap::new();
    for work in works(record) {
        *kept.entry(&work.action.id).or_insert(true) &= work.action.role == *work.by;
    }
    let mut items = Items::default();
    let mut seen = BTreeSet::new();
    let mut again = Vec::new();
    for work in works(record) {
        let kept = kept[&work.action.id];
        let word = if kept { "led by the role whose duty it is" } else { "led by another role" };
        let item = EvidenceItem::at(work.begun, work.entry, format!("{}: {word}", work.action.title));
        if seen.insert(&work.action.id) {
            items.add(f64::from(u8::from(kept)), item);
        } else {
            again.push(item);
        }
    }
    items.mean_or(Counted::undone("no decision was taken")).with_more(again)
}
