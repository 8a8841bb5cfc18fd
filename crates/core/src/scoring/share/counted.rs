//! The result of counting: a share with its evidence, or the reason why there was nothing to count.

use crate::scoring::evidence_item::EvidenceItem;

/// Result of counting a share.
#[derive(Clone, Debug, PartialEq)]
pub enum Counted {
    /// A share with its evidence.
    Share {
        /// Share, 0 to 1.
        share: f64,
        /// Evidence for what was done and what was not.
        evidence: Vec<EvidenceItem>,
    },
    /// There was nothing to count, with the reason.
    Nothing(String),
}

impl Counted {
    /// Returns a share of 0, for a team that did nothing although it could have.
    pub(super) fn undone(text: &str) -> Self {
        Counted::Share { share: 0.0, evidence: vec![EvidenceItem::general(text)] }
    }

    /// Adds evidence that does not change the share.
    pub(super) fn with_more(self, more: Vec<EvidenceItem>) -> Self {
        match self {
            Counted::Share { share, mut evidence } => {
                evidence.extend(more);
                Counted::Share { share, evidence }
            }
            nothing @ Counted::Nothing(_) => nothing,
        }
    }
}

/// Items that each earn a credit, usually 0 to 1.
#[derive(Default)]
pub(super) struct Items(Vec<(f64, EvidenceItem)>);

impl Items {
    /// Adds an item with its credit.
    pub(super) fn add(&mut self, credit: f64, item: EvidenceItem) {
        self.0.push((credit, item.with_worth(credit)));
    }

    /// Returns the mean credit with all items as evidence, or `nothing` if there are none.
    pub(super) fn mean_or(self, nothing: Counted) -> Counted {
        if self.0.is_empty() {
            return nothing;
        }
        #[expect(clippy::cast_precision_loss, reason = "there are at most a few dozen items")]
        let share = self.0.iter().map(|(credit, _)| credit).sum::<f64>() / self.0.len() as f64;
        Counted::Share { share, evidence: self.0.into_iter().map(|(_, item)| item).collect() }
    }
}
