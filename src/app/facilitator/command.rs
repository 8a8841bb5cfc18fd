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
    /// Holds an inject back for this long after it would be due, or after now if that is later.
    Postpone(InjectId, SimDuration),
    /// Resumes the automatic release of an inject.
    Resume(InjectId),
    /// Releases a random inject of the contingency deck that fits now.
    Surprise,
    /// Begins a note or rating at the present moment.
    BeginNote(NoteKind),
    /// Sets the text of the note.
    NoteText(String),
    /// Keeps the note in the session.
    KeepNote,
    /// Discards the note.
    DropNote,
    /// Selects the objective to rate.
    Objective(ObjectiveId),
    /// Counts the points so far.
    Score,
    /// Copies the session so far and continues in the copy.
    Fork,
}
