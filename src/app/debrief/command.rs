//! Commands of the debrief: pages, turning points, what-ifs, overrides, report edits, exports.

use super::state::DebriefPage;
use crate::app::debrief::report::state::Slot;
use crate::app::debrief::turning::state::Opened;
use goldenhour_core::id::{ChoiceId, CriterionId};
use goldenhour_core::scenario::Metric;
use goldenhour_core::session::edit::Line;
use goldenhour_core::time::SimTime;
use goldenhour_core::timeline::EntryNumber;
use goldenhour_report::Format;

/// What can be done in the debrief.
#[derive(Clone, Debug)]
pub enum DebriefCommand {
    /// Shows another part of it.
    Page(DebriefPage),
    /// Stops the search for turning points; its results stay.
    Stop,
    /// Restarts the search for turning points.
    LookAgain,
    /// Opens a turning point.
    Open(Opened),
    /// Draws the what-if curves of another metric, by its position.
    Curve(usize),
    /// Whether everything that was tried is listed.
    ListAll(bool),
    /// Which metric of doing nothing and of the best known play is drawn in the story.
    Beside(Metric),
    /// Changes the what-if.
    Whatif(WhatifCommand),
    /// Overrides the credit of a criterion.
    Mark(MarkCommand),
    /// Edits the report.
    Edit(EditCommand),
    /// Writes the debrief to a file next to the session.
    Export(Format),
    /// Replays the session from a moment on.
    Watch(SimTime),
}

/// What a reviewer can do to override the credit of a criterion.
#[derive(Clone, Debug)]
pub enum MarkCommand {
    /// Sets the reviewer's name, which is stored with the settings.
    Reviewer(String),
    /// Starts an override.
    Begin(CriterionId),
    /// Sets the new credit of the criterion, in percent.
    Credit(u8),
    /// Sets the reason.
    Reason(String),
    /// Records the override in the session.
    Keep,
    /// Discards it.
    Drop,
}

/// What a reviewer can edit in the report.
#[derive(Clone, Debug)]
pub enum EditCommand {
    /// Starts an edit from the current text.
    Begin(Slot, String),
    /// Sets the text.
    Text(String),
    /// Sets the text of the second field.
    Second(String),
    /// Records the edit in the session.
    Keep,
    /// Discards the edit.
    Drop,
    /// Reverts an edit to the program's text.
    TakeBack(Slot),
    /// Restores a struck line.
    Restore(Line),
    /// Declares the report final.
    Final,
    /// Makes it a draft again.
    Draft,
}

/// What can be different in a run.
#[derive(Clone, Debug)]
pub enum WhatifCommand {
    /// Selects a decision.
    Pick(EntryNumber),
    /// Deselects the decision.
    PutAway,
    /// Removes a decision.
    LeaveOut(EntryNumber),
    /// Has a decision taken at another time.
    Move(EntryNumber, SimTime),
    /// Has a decision taken some minutes earlier (below 0) or later.
    Shift(EntryNumber, i32),
    /// Has a decision made another way.
    Choose(EntryNumber, ChoiceId),
    /// Reverts the change of a decision.
    Restore(EntryNumber),
    /// Reverts all changes.
    Reset,
}
