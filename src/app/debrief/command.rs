//! Commands of the debrief: pages, turning points, what-ifs, overrides, report edits, exports.

use super::state::DebriefPage;
use crate::app::debrief::report::state::Slot;
use crate::app::debrief::turning::state::Opened;
use goldenhour_core::id::{ChoiceId, CriterionId};
use goldenhour_core::scenario::Metric;
use goldenhour_core::session::edit::Line;
use goldenhour_core::time::SimTime;
use goldenhour_core::timeline::EntryNumber;

/// What can be done in the debrief.
#[derive(Clone, Debug)]
pub enum DebriefCommand {
    /// Shows another part of it.
    Page(DebriefPage),
    /// Looks no further for turning points; what was found stays.
    Stop,
    /// Looks for turning points again.
    LookAgain,
    /// Unfolds a turning point.
    Open(Opened),
    /// Draws the what-if curves of another metric, by its place.
    Curve(usize),
    /// Whether everything that was tried is listed.
    ListAll(bool),
    /// Which metric of doing nothing and of the best known play is drawn beside the story.
    Beside(Metric),
    /// Changes what would have been different.
    Whatif(WhatifCommand),
    /// Overrides the credit of a criterion.
    Mark(MarkCommand),
    /// Edits the report.
    Edit(EditCommand),
    /// Writes the debrief to a file next to the session.
    Export(ExportFormat),
    /// Replays the session from a moment on.
    Watch(SimTime),
}

/// What a reviewer can do about the credit of a criterion.
#[derive(Clone, Debug)]
pub enum MarkCommand {
    /// Sets who reviews; the name is kept with the settings.
    Reviewer(String),
    /// Begins a mark.
    Begin(CriterionId),
    /// Sets the credit that the criterion should have, in hundredths.
    Credit(u8),
    /// Sets why.
    Reason(String),
    /// Keeps the mark in the session.
    Keep,
    /// Throws it away.
    Drop,
}

/// What a reviewer can write in the report.
#[derive(Clone, Debug)]
pub enum EditCommand {
    /// Begins to write, from the words that stand.
    Begin(Slot, String),
    /// Sets the words.
    Text(String),
    /// Sets the words of the second field.
    Second(String),
    /// Keeps them in the session.
    Keep,
    /// Throws them away.
    Drop,
    /// Takes back what was written, so that the program's own words stand again.
    TakeBack(Slot),
    /// Takes back that a line was struck.
    Restore(Line),
    /// Declares the report final.
    Final,
    /// Makes it a draft again.
    Draft,
}

/// What can be different in a run.
#[derive(Clone, Debug)]
pub enum WhatifCommand {
    /// Picks a decision.
    Pick(EntryNumber),
    /// Picks none.
    PutAway,
    /// Leaves a decision out.
    LeaveOut(EntryNumber),
    /// Has a decision taken at another time.
    Move(EntryNumber, SimTime),
    /// Has a decision taken some minutes earlier (below 0) or later.
    Shift(EntryNumber, i32),
    /// Has a decision made another way.
    Choose(EntryNumber, ChoiceId),
    /// Takes the change of a decision back.
    Restore(EntryNumber),
    /// Takes all changes back.
    Reset,
}

/// What a debrief is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// A page to read and print.
    Html,
    /// Text to work on.
    Markdown,
    /// Data.
    Json,
    /// Tables.
    Csv,
    /// A paper to sign and file.
    #[cfg(feature = "pdf")]
    Pdf,
}
