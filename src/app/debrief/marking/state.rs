//! An override in the making: a reviewer gives a criterion another credit than the program, with a reason.
//!
//! A saved override is recorded in the session at once; from then on the debrief shows both results.

use goldenhour_core::id::CriterionId;

/// The credits to choose from, in hundredths.
pub const CREDITS: [u8; 5] = [0, 25, 50, 75, 100];

/// An override in the making.
#[derive(Clone, Debug, PartialEq)]
pub struct Marking {
    /// The criterion.
    pub criterion: CriterionId,
    /// The new credit in percent; `None` until one is chosen.
    pub credit: Option<u8>,
    /// The reason.
    pub reason: String,
}

impl Marking {
    /// Starts an override of a criterion.
    pub fn of(criterion: CriterionId) -> Self {
        Marking { criterion, credit: None, reason: String::new() }
    }

    /// Returns whether the override is complete, given the reviewer's name.
    pub fn is_complete(&self, reviewer: &str) -> bool {
        self.credit.is_some() && !self.reason.trim().is_empty() && !reviewer.trim().is_empty()
    }
}
