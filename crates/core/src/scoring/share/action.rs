//! `ActionsTold`: the share of claims about ongoing actions that are sound.

use super::claim::{claims, in_words, soundness_credit};
use super::counted::{Counted, Items};
use super::signal::heard;
use crate::scenario::{ClaimNature, Detail};
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::record::Record;
use crate::statement::{JudgedClaim, Soundness};

/// Counts the sound claims about ongoing actions.
pub(super) fn count(record: &Record<'_>) -> Counted {
    let mut items = Items::default();
    let mut repeated = Vec::new();
    let about =
        |claim: &JudgedClaim| claim.detail == Detail::OngoingActions && claim.soundness != Soundness::NamedUnknown;
    for made in claims(record).into_iter().filter(|made| about(made.claim)) {
        let claim = made.claim;
        let credit = match claim.nature {
            ClaimNature::Minimizes | ClaimNature::Blames => 0.0,
            _ => soundness_credit(claim.soundness),
        };
        let text = format!("about {}: {}", claim.detail.title(), in_words(claim));
        let item = EvidenceItem::at(made.said.at, Some(made.said.entry), text.as_str());
        items.add(credit, item.with_words(made.words(record)));
        let again = made.again.into_iter();
        repeated.extend(again.map(|said| EvidenceItem::at(said.at, Some(said.entry), text.as_str())));
    }
    let counted = items.mean_or(Counted::undone("nothing was said about what is being done"));
    heard(counted.with_more(repeated), record)
}
