//! Statements that repeated an earlier one as announced. They are evidence but do not change a share.

use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::record::Record;
use crate::timeline::Publication;

/// Returns the announced repeats as evidence.
pub(super) fn said_again(record: &Record<'_>) -> Vec<EvidenceItem> {
    let again = |said: &Publication| EvidenceItem::at(said.at, Some(said.entry), "said again, as announced");
    record.announced_repeats().map(again).collect()
}
