//! State of an override being entered: a reviewer's own credit for a criterion, with a reason.
//!
//! A saved override is recorded in the session immediately. From then on, the debrief shows both results.

use goldenhour_core::id::CriterionId;

/// Credits offered for selection, in percent.
pub const CREDITS: [u8; 5] = [0, 25, 50, 75, 100];

/// An override being entered.
#[derive(Clone, Debug, PartialEq)]
pub struct Marking {
    /// The criterion.
    pub criterion: CriterionId,
    /// New credit in percent, or `None` until one is selected.
    pub credit: Option<u8>,
    /// Reason for the override.
    pub reason: String,
}

impl Marking {
    /// Starts an override of a criterion.
    pub fn of(criterion: CriterionId) -> Self {
        Marking { criterion, credit: None, reason: String::new() }
    }

    /// Returns whether the override can be saved under the given reviewer's name.
    pub fn is_complete(&self, reviewer: &str) -> bool {
        self.credit.is_some() && !self.reason.trim().is_empty() && !reviewer.trim().is_empty()
    }
}
