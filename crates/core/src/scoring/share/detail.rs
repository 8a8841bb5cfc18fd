//! `DetailsGiven`: the share of the nine details that public statements addressed truthfully.

use super::claim::in_words;
use super::counted::{Counted, Items};
use super::signal::heard;
use crate::scenario::{ClaimNature, Detail};
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::record::Record;
use crate::scoring::text;
use crate::statement::{JudgedClaim, Soundness};
use crate::timeline::{EventKind, Publication};

/// Credit of "not known yet" if the promised answer was not delivered.
const BROKEN_DETAIL: f64 = -0.3;

/// Counts the details given. For each detail, only the best claim counts, and only claims made after the last false
/// one: whoever reads a truth and then its opposite does not know which of the two to believe, until it is corrected.
pub(super) fn count(record: &Record<'_>) -> Counted {
    let mut items = Items::default();
    let mut again = Vec::new();
    for detail in Detail::NINE {
        let claims: Vec<_> = record
            .spoken()
            .flat_map(|(index, said)| said.claims.iter().map(move |claim| (index, said, claim)))
            .filter(|(_, _, claim)| claim.detail == detail)
            .collect();
        let is_false = |(_, _, claim): &&(usize, &Publication, &JudgedClaim)| claim.soundness == Soundness::False;
        let last_false = claims.iter().rfind(is_false).map(|(index, _, _)| *index);
        let claims: Vec<_> = claims
            .into_iter()
            .map(|(index, said, claim)| {
                let is_overtaken = last_false.is_some_and(|last| index <= last);
                (if is_overtaken { 0.0 } else { credit_of(index, said, claim, record) }, said, claim)
            })
            .collect();
        let best = claims.iter().map(|(credit, _, _)| *credit).fold(f64::NEG_INFINITY, f64::max);
        let mut best_ones = claims.iter().filter(|(credit, _, _)| *credit >= best);
        let item = |(_, said, claim): &(f64, &Publication, &JudgedClaim)| {
            let text = format!("{}: {}", detail.title(), in_words(claim));
            let words = text::words_of(claim, said, record.scenario);
            EvidenceItem::at(said.at, Some(said.entry), text).with_words(words)
        };
        match best_ones.next() {
            Some(first) => items.add(first.0, item(first)),
            None => items.add(0.0, EvidenceItem::general(format!("{}: nothing said", detail.title()))),
        }
        again.extend(best_ones.map(item));
    }
    heard(items.mean_or(Counted::undone("nothing was said")).with_more(again), record)
}

/// Returns the credit of a claim for giving a detail. "Not known yet" with a broken promise is worse than silence.
fn credit_of(index: usize, said: &Publication, claim: &JudgedClaim, record: &Record<'_>) -> f64 {
    let broken = |what: &EventKind| {
        matches!(what, EventKind::PromiseBroken { publication, topic: Some(topic) }
            if *publication == index && *topic == claim.topic)
    };
    if claim.soundness == Soundness::NamedUnknown && record.timeline.first(broken).is_some() {
        return BROKEN_DETAIL;
    }
    detail_credit(claim) * text::written_worth(claim, said, record.scenario)
}

/// Returns the credit of a claim for giving a detail, by soundness and nature.
pub(super) fn detail_credit(claim: &JudgedClaim) -> f64 {
    match (claim.soundness, claim.nature) {
        (Soundness::False, _) => 0.0,
        (Soundness::NamedUnknown, _) => 0.4,
        (_, ClaimNature::Minimizes | ClaimNature::Blames) => 0.2,
        (Soundness::TrueButUnknown, _) => 0.5,
        (Soundness::TrueAndKnown, _) => 1.0,
    }
}
