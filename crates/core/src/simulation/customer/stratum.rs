//! Strata: a segment's customers whose data was taken, and its others.

use crate::scenario::audience::MOST_SEGMENTS;

/// The most strata: each segment twice.
pub(crate) const STRATA: usize = 2 * MOST_SEGMENTS;

/// Returns the stratum of a segment's customers.
pub(super) fn stratum_of(segment: usize, affected: bool) -> usize {
    2 * segment + usize::from(affected)
}
