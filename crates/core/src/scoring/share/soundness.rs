//! `ClaimsSound`: the share of factual claims that were true and known when made.

use super::claim::{claims, in_words, soundness_credit};
use super::counted::{Counted, Items};
use super::signal::heard;
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::record::Record;
use crate::statement::Soundness;

/// Counts the sound claims. Repeating a sound claim does not count again, but repeating a false one does, and the first
/// time it counts twice, so that sound claims cannot dilute it.
pub(super) fn count(record: &Record<'_>) -> Counted {
    let mut items = Items::default();
    let mut again = Vec::new();
    for made in claims(record) {
        let claim = made.claim;
        if claim.soundness == Soundness::NamedUnknown {
            continue;
        }
        let text = format!("about {}: {}", claim.detail.title(), in_words(claim));
        let item = EvidenceItem::at(made.said.at, Some(made.said.entry), text.as_str()).with_words(made.words(record));
        if claim.soundness == Soundness::False {
            items.add(0.0, item.clone());
        }
        items.add(soundness_credit(claim.soundness), item);
        for said in made.again {
            let item = EvidenceItem::at(said.at, Some(said.entry), text.as_str());
            match claim.soundness {
                Soundness::False => items.add(0.0, item),
                Soundness::TrueAndKnown | Soundness::TrueButUnknown | Soundness::NamedUnknown => again.push(item),
            }
        }
    }
    let mut counted = items.mean_or(Counted::undone("nothing was claimed")).with_more(again);
    if let Counted::Share { evidence, .. } = &mut counted {
        evidence.dedup();
    }
    heard(counted, record)
}
