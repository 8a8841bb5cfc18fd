//! `ActsSound`: the share of begun actions that neither raise blame nor destroy evidence.

use std::collections::BTreeSet;

use super::counted::{Counted, Items};
use super::work::{harm, works};
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::record::Record;

/// Counts the actions that do no harm. An action counts once per kind of harm.
pub(super) fn count(record: &Record<'_>) -> Counted {
    let mut items = Items::default();
    let mut seen = BTreeSet::new();
    let mut again = Vec::new();
    for work in works(record) {
        let harm = work.effects(record).into_iter().find_map(harm);
        let text = format!("{}: {}", work.action.title, harm.unwrap_or("harms nothing"));
        let item = EvidenceItem::at(work.begun, work.entry, text);
        if seen.insert((&work.action.id, harm)) {
            items.add(f64::from(u8::from(harm.is_none())), item);
        } else {
            again.push(item);
        }
    }
    items.mean_or(Counted::undone("no decision was taken")).with_more(again)
}
