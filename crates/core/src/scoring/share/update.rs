//! `UpdatesAnnounced`: the share of public statements that announce the time of the next update.

use super::counted::{Counted, Items};
use super::repeat::said_again;
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::record::Record;

/// Counts the statements that announce the next update.
pub(super) fn count(record: &Record<'_>) -> Counted {
    let mut items = Items::default();
    for (says_something, said) in record.words() {
        match said.statement.promised_update().filter(|_| says_something) {
            Some(time) => {
                let text = format!("next update announced for {time}");
                items.add(1.0, EvidenceItem::at(said.at, Some(said.entry), text));
            }
            None => items.add(0.0, EvidenceItem::at(said.at, Some(said.entry), "no next update announced")),
        }
    }
    items.mean_or(Counted::undone("nothing was said")).with_more(said_again(record))
}
