//! `ContactsGiven`: the share of the two contacts, for the media and for customers, that were published.

use super::counted::{Counted, Items};
use super::detail::detail_credit;
use super::signal::heard;
use crate::scenario::Detail;
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::record::Record;
use crate::scoring::text;
use crate::timeline::Publication;

/// Counts the contacts that public statements gave.
pub(super) fn count(record: &Record<'_>) -> Counted {
    let mut items = Items::default();
    let mut again = Vec::new();
    for detail in [Detail::MediaContact, Detail::CustomerContact] {
        let text = format!("given: {}", detail.title());
        let given = |said: &Publication| {
            said.claims.iter().any(|claim| {
                claim.detail == detail && detail_credit(claim) >= 1.0 && text::is_written(claim, said, record.scenario)
            })
        };
        let mut giving = record.spoken().map(|(_, said)| said).filter(|said| given(said));
        match giving.next() {
            Some(said) => items.add(1.0, EvidenceItem::at(said.at, Some(said.entry), text.as_str())),
            None => items.add(0.0, EvidenceItem::general(format!("not given: {}", detail.title()))),
        }
        again.extend(giving.map(|said| EvidenceItem::at(said.at, Some(said.entry), text.as_str())));
    }
    heard(items.mean_or(Counted::undone("no contact was given")).with_more(again), record)
}
