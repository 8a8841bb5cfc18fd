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
    /// Goes to the next thing that people did or met.
    Next,
    /// Goes to the one before.
    Previous,
    /// Whether what was so is shown beside what the players knew.
    Truth(bool),
    /// Goes back to where it was opened from.
    Back,
}
