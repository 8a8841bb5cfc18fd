//! Commands of the facilitator, besides pace.

use super::state::{FacilitatorPage, MselFilter, NoteKind};
use goldenhour_core::id::{InjectId, ObjectiveId};
use goldenhour_core::time::SimDuration;

/// What the facilitator can do, besides pace.
#[derive(Clone, Debug)]
pub enum FacilitatorCommand {
    /// Opens the facilitator's window.
    Open,
    /// Closes it.
    Close,
    /// Shows another part of it.
    Page(FacilitatorPage),
    /// Shows other injects of the MSEL.
    Filter(MselFilter),
    /// Opens an inject, or closes it where it is open.
    Select(InjectId),
    /// Releases an inject now.
    Release(InjectId),
    /// Holds an inject back.
    Hold(InjectId),
    /// Holds an inject back for so long after it would be due, or after now where that is later.
    Postpone(InjectId, SimDuration),
    /// Gives an inject back to its trigger.
    Resume(InjectId),
    /// Releases an inject of the contingency deck that fits now, drawn by chance.
    Surprise,
    /// Begins a note or a mark at the present moment.
    BeginNote(NoteKind),
    /// Sets the text of the note.
    NoteText(String),
    /// Keeps the note in the session.
    KeepNote,
    /// Discards the note.
    DropNote,
    /// Sets which objective the marks are about.
    Objective(ObjectiveId),
    /// Counts the points so far.
    Score,
    /// Copies the session so far and goes on in the copy.
    Fork,
}
