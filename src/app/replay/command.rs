//! Commands for the replay screen.

use crate::app::exercise::command::{LookCommand, PaceCommand};
use goldenhour_core::time::SimTime;

/// A user action on the replay screen.
#[derive(Clone, Debug)]
pub enum ReplayCommand {
    /// Plays, pauses, steps or changes the speed.
    Pace(PaceCommand),
    /// Selects a message, tab or document to show.
    Look(LookCommand),
    /// Seeks to a time.
    Seek(SimTime),
    /// Seeks by a number of minutes, backward if negative.
    Shift(i32),
    /// Seeks to the next marker.
    Next,
    /// Seeks to the previous marker.
    Previous,
    /// Shows or hides the ground truth.
    Truth(bool),
    /// Returns to the screen from which the replay was opened.
    Back,
}
