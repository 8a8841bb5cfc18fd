//! Evidence for a score: time, log entry and text.

use serde::Serialize;

use super::blank::moment_or_empty;
use goldenhour_core::scoring::EvidenceItem;

/// Maximum number of evidence items listed for a criterion.
const MOST_EVIDENCE: usize = 12;

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EvidenceRow {
    /// Time; empty if it has none.
    pub at: String,
    /// Log entry; empty if there is none.
    pub entry: String,
    /// Description.
    pub text: String,
}

/// Returns the evidence, limited to what fits on a page. The score document contains all of it.
pub(super) fn evidence_rows(items: &[EvidenceItem]) -> Vec<EvidenceRow> {
    let mut rows: Vec<EvidenceRow> = items.iter().take(MOST_EVIDENCE).map(evidence_row).collect();
    if items.len() > MOST_EVIDENCE {
        let text = format!("and {} more in the score export", items.len() - MOST_EVIDENCE);
        rows.push(EvidenceRow { at: String::new(), entry: String::new(), text });
    }
    rows
}

pub(super) fn evidence_row(item: &EvidenceItem) -> EvidenceRow {
    EvidenceRow {
        at: moment_or_empty(item.at),
        entry: item.entry.map(|entry| entry.0.to_string()).unwrap_or_default(),
        text: item.text.clone(),
    }
}
