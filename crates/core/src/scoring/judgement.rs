//! The result of judging a criterion: a credit between 0 and 1, or the reason why it could not be judged.

use super::evidence_item::EvidenceItem;

/// Credit of a criterion, or of a part of it, with its evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// Credit, 0 to 1; `None` if it could not be judged.
    pub credit: Option<f64>,
    /// Whether lateness cost credit.
    pub late: bool,
    /// Evidence for the credit.
    pub evidence: Vec<EvidenceItem>,
}

impl Judgement {
    /// Returns a judgement with a credit, clamped to 0 to 1.
    pub fn credit(credit: f64, evidence: Vec<EvidenceItem>) -> Self {
        Judgement { credit: Some(credit.clamp(0.0, 1.0) + 0.0), late: false, evidence }
    }

    /// Returns a judgement without credit, with the reason why it is not applicable.
    pub fn not_applicable(why: impl Into<String>) -> Self {
        Judgement { credit: None, late: false, evidence: vec![EvidenceItem::general(why)] }
    }
}
