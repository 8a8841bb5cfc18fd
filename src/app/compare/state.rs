//! State of the comparison screen.

use goldenhour_core::compare::{Compare, Proposal};

/// Maximum number of sessions in a comparison, limited by the number of distinct colors and line styles.
pub const MOST: usize = 6;

/// The comparison on screen.
pub struct Shown {
    /// The compared sessions.
    pub compare: Compare,
    /// What to drill next, if most of the sessions missed something.
    pub proposal: Option<Proposal>,
    /// Whether the list is limited to criteria in which the sessions differ.
    pub only_different: bool,
}
