//! Commands of the replay.

use crate::app::exercise::command::{LookCommand, PaceCommand};
use goldenhour_core::time::SimTime;

/// What can be done with a recorded session.
#[derive(Clone, Debug)]
pub enum ReplayCommand {
    /// Changes how time runs.
    Pace(PaceCommand),
    /// Selects what is shown.
    Look(LookCommand),
    /// Shows a moment.
    Seek(SimTime),
    /// Shows a moment some minutes earlier (below 0) or later.
    Shift(i32),
    /// Goes to the next marker.
    Next,
    /// Goes to the previous marker.
    Previous,
    /// Whether the ground truth is shown as well.
    Truth(bool),
    /// Goes back to where it was opened from.
    Back,
}
