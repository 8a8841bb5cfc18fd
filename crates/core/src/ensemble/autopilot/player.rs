//! The interface of scripted players.

use crate::decision::Decision;
use crate::scoring::HotWash;
use crate::session::Review;
use crate::simulation::Situation;

/// A scripted player.
pub trait Autopilot {
    /// Returns the decisions for this turn. A decision that is not possible is dropped.
    fn decide(&mut self, situation: &Situation) -> Vec<Decision>;

    /// Returns the review that it writes after EndEx from what players know then, if it writes one.
    fn review(&mut self, hot_wash: &HotWash<'_>) -> Option<Review> {
        let _ = hot_wash;
        None
    }
}
