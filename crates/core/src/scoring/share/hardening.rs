//! `Hardening`: the share of the hazard of a second breach that was removed.

use super::counted::Counted;
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::record::Record;

/// Returns the share of the hazard that was removed.
pub(super) fn count(record: &Record<'_>) -> Counted {
    let share = record.timeline.hardening;
    let text = format!("the hazard of a second breach was lowered by {:.0} %", 100.0 * share);
    Counted::Share { share, evidence: vec![EvidenceItem::general(text)] }
}
