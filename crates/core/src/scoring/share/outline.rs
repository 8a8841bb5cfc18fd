//! `WithinOutline`: the share of public statements that keep to the outline.

use std::collections::BTreeSet;

use super::counted::{Counted, Items};
use crate::scenario::{ClaimNature, Share};
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::record::{PublicationKind, Record};
use crate::statement::Soundness;
use crate::timeline::{EventKind, TimelineEvent};

/// Counts the statements that were drafted after the outline was set, do not speculate, do not shift blame and are
/// not empty.
pub(super) fn count(record: &Record<'_>) -> Counted {
    let set = outline(record);
    let mut items = Items::default();
    for (index, said) in record.own_words() {
        let claims = || said.claims.iter();
        let guessed = claims().any(|claim| matches!(claim.soundness, Soundness::False | Soundness::TrueButUnknown));
        let shifted = claims().any(|claim| matches!(claim.nature, ClaimNature::Blames | ClaimNature::Minimizes));
        let (credit, text) = match (set, record.standing(index)) {
            (None, _) => (0.0, "published without an outline"),
            (Some(set), _) if said.drafted < set.at => (0.0, "drafted before the outline"),
            (_, PublicationKind::Empty) => (0.0, "published although it says hardly anything"),
            (_, PublicationKind::Repeat) if !record.was_promised(index) => {
                (0.0, "published although it says nothing new")
            }
            _ if guessed => (0.0, "says what was not known"),
            _ if shifted => (0.0, "blames others or makes it smaller than it is"),
            _ => (1.0, "keeps to the outline"),
        };
        items.add(credit, EvidenceItem::at(said.at, Some(said.entry), text));
    }
    let set = set.map(|event| EvidenceItem::at(event.at, event.cause, "the outline stood"));
    items.mean_or(Counted::undone("nothing was said")).with_more(set.into_iter().collect())
}

/// Returns the event that set the outline: the milestone required by a criterion that also uses this share.
fn outline<'a>(record: &Record<'a>) -> Option<&'a TimelineEvent> {
    let milestones: BTreeSet<_> = record
        .scenario
        .playbook
        .criteria()
        .filter(|(_, criterion)| criterion.evidence.shares().contains(&Share::WithinOutline))
        .flat_map(|(_, criterion)| criterion.evidence.milestones())
        .collect();
    let reached = |what: &EventKind| matches!(what, EventKind::MilestoneReached(id) if milestones.contains(id));
    record.timeline.first(reached)
}
