//! An override in the making: a reviewer gives a criterion another credit than the program, with a reason.
//!
//! A saved override is recorded in the session at once; from then on the debrief shows both results.

use goldenhour_core::id::CriterionId;

/// The credits to choose from, in hundredths.
pub const CREDITS: [u8; 5] = [0, 25, 50, 75, 100];

/// A mark in the making.
#[derive(Clone, Debug, PartialEq)]
pub struct Marking {
    /// The criterion.
    pub criterion: CriterionId,
    /// The credit that it should have, in hundredths; none until one is chosen.
    pub credit: Option<u8>,
    /// Why.
    pub reason: String,
}

impl Marking {
    /// Begins a mark of a criterion.
    pub fn of(criterion: CriterionId) -> Self {
        Marking { criterion, credit: None, reason: String::new() }
    }

    /// Returns whether everything is there that a mark by somebody of this name needs.
    pub fn is_complete(&self, reviewer: &str) -> bool {
        self.credit.is_some() && !self.reason.trim().is_empty() && !reviewer.trim().is_empty()
    }
}
