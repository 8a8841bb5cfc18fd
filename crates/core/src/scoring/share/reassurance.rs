//! `ReassurancesHeld`: the share of reassurances that were never reversed.

use super::claim::{claims, in_words, soundness_credit};
use super::counted::{Counted, Items};
use crate::scenario::ClaimNature;
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::record::Record;
use crate::scoring::text;
use crate::statement::JudgedClaim;
use crate::timeline::EventKind;

/// Amount subtracted from the share for each reassurance that turned out to be false.
const REVERSAL: f64 = 0.5;

/// Counts the reassurances that held.
pub(super) fn count(record: &Record<'_>) -> Counted {
    let mut items = Items::default();
    let mut again = Vec::new();
    let mut reversals = 0.0;
    let reassuring = |claim: &JudgedClaim| matches!(claim.nature, ClaimNature::Reassures | ClaimNature::Minimizes);
    for made in claims(record).into_iter().filter(|made| reassuring(made.claim)) {
        let (said, claim) = (made.said, made.claim);
        let about = claim.detail.title();
        let written = text::is_written(claim, said, record.scenario);
        let reversed = record.timeline.first(|what| {
            matches!(what, EventKind::ClaimReversed { publication, topic }
                if *topic == claim.topic
                    && record.timeline.publications.get(*publication).is_some_and(|other| other.entry == said.entry))
        });
        let text = match reversed {
            Some(event) => format!("reassurance about {about} turned out false at {}", event.at),
            None if claim.nature == ClaimNature::Minimizes => format!("{about} was made smaller than it is"),
            None if !written => format!("reassurance about {about}: claimed, but not in the words"),
            None => format!("reassurance about {about}: {}", in_words(claim)),
        };
        let credit = match (reversed, claim.nature) {
            (Some(_), _) | (None, ClaimNature::Minimizes) => 0.0,
            _ if !written => 0.0,
            _ => soundness_credit(claim.soundness),
        };
        reversals += if reversed.is_some() { REVERSAL } else { 0.0 };
        let item = EvidenceItem::at(said.at, Some(said.entry), text.as_str());
        items.add(credit, item.with_words(made.words(record)));
        let others = made.again.into_iter();
        again.extend(others.map(|said| EvidenceItem::at(said.at, Some(said.entry), text.as_str())));
    }
    match items.mean_or(Counted::undone("nobody was reassured")).with_more(again) {
        Counted::Share { share, evidence } => Counted::Share { share: (share - reversals).max(0.0), evidence },
        nothing @ Counted::Nothing(_) => nothing,
    }
}
