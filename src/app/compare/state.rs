//! The state of the comparison.

use goldenhour_core::compare::{Compare, Proposal};

/// The most sessions that are compared: as many as have a color and a dash of their own.
pub const MOST: usize = 6;

/// Several sessions side by side, as they are shown.
pub struct Shown {
    /// The sessions.
    pub compare: Compare,
    /// What to drill next, where something was missed in most of them.
    pub proposal: Option<Proposal>,
    /// Whether only criteria are shown in which the runs differ.
    pub only_different: bool,
}
