//! Strata: each segment is divided into customers whose data was taken and all others.

use crate::scenario::audience::MOST_SEGMENTS;

/// Maximum number of strata: two per segment.
pub(crate) const STRATA: usize = 2 * MOST_SEGMENTS;

/// Returns the stratum of a segment's customers, affected or not.
pub(super) fn stratum_of(segment: usize, affected: bool) -> usize {
    2 * segment + usize::from(affected)
}
