//! `PromisesKept`: the share of due promises that were kept.

use super::counted::{Counted, Items};
use crate::id::TopicId;
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::record::Record;
use crate::timeline::EventKind;

/// Counts the promises that were kept.
pub(super) fn count(record: &Record<'_>) -> Counted {
    let mut items = Items::default();
    let about = |topic: &Option<TopicId>| match topic.as_ref().and_then(|topic| record.scenario.topic(topic)) {
        Some(topic) => topic.detail.title(),
        None => "the next update",
    };
    for event in &record.timeline.events {
        match &event.what {
            EventKind::PromiseKept { topic, .. } => {
                items.add(1.0, EvidenceItem::at(event.at, event.cause, format!("promise kept: {}", about(topic))));
            }
            EventKind::PromiseBroken { topic, .. } => {
                // Breaking a promise is worse than making none, so it cancels out one that was kept.
                items.add(-1.0, EvidenceItem::at(event.at, event.cause, format!("promise broken: {}", about(topic))));
            }
            _ => {}
        }
    }
    let spoke = record.spoken().next().is_some();
    items.mean_or(if spoke {
        Counted::Nothing("no promise fell due".to_owned())
    } else {
        Counted::undone("nothing was promised")
    })
}
