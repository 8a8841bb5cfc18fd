//! `ClocksMet`: the share of clocks that fell due and were met in time.

use super::counted::{Counted, Items};
use crate::scenario::StakeholderKind;
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::record::Record;
use crate::timeline::EventKind;

/// Counts the clocks owed to one kind of stakeholder, or to all if `kind` is `None`. A clock met late earns `late`.
pub(super) fn count(kind: Option<StakeholderKind>, late: f64, record: &Record<'_>) -> Counted {
    let mut items = Items::default();
    let mut again = Vec::new();
    let clock = |id| {
        let clock = record.scenario.clock(id)?;
        let owed = record.scenario.stakeholder(&clock.recipient).map(|party| party.kind);
        (kind.is_none() || owed == kind).then_some(clock)
    };
    for event in &record.timeline.events {
        let (EventKind::ClockMet(id) | EventKind::ClockOverdue(id)) = &event.what else { continue };
        let Some(clock) = clock(id) else { continue };
        let afterwards = record.timeline.first(|what| matches!(what, EventKind::ClockLate(other) if other == id));
        let (credit, word) = match (&event.what, afterwards) {
            (EventKind::ClockMet(_), _) => (1.0, "in time"),
            (_, Some(_)) => (late, "met late"),
            (_, None) => (0.0, "never met"),
        };
        items.add(credit, EvidenceItem::at(event.at, event.cause, format!("{word}: {}", clock.title)));
        again.extend(
            afterwards.map(|event| EvidenceItem::at(event.at, event.cause, format!("fulfilled late: {}", clock.title))),
        );
    }
    items.mean_or(Counted::Nothing("no clock fell due".to_owned())).with_more(again)
}
