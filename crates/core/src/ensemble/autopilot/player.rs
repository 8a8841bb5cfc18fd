//! The interface of a scripted player.

use crate::decision::Decision;
use crate::scoring::HotWash;
use crate::session::Review;
use crate::simulation::Situation;

/// A scripted player.
pub trait Autopilot {
    /// Returns what to do now. A decision that turns out impossible is dropped.
    fn decide(&mut self, situation: &Situation) -> Vec<Decision>;

    /// Returns the review it writes after EndEx from what players can see then, if it writes one.
    fn review(&mut self, hot_wash: &HotWash<'_>) -> Option<Review> {
        let _ = hot_wash;
        None
    }
}
