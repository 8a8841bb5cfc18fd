//! Commands of the facilitator's window. Pace commands are shared with the exercise.

use super::state::{FacilitatorPage, MselFilter, NoteKind};
use goldenhour_core::id::{InjectId, ObjectiveId};
use goldenhour_core::statement::Ruling;
use goldenhour_core::time::SimDuration;
use goldenhour_core::timeline::EntryNumber;

/// A user action in the facilitator's window, other than changing the pace.
#[derive(Clone, Debug)]
pub enum FacilitatorCommand {
    /// Opens the facilitator's window.
    Open,
    /// Closes the facilitator's window.
    Close,
    /// Switches to another page.
    Page(FacilitatorPage),
    /// Filters the injects listed in the MSEL.
    Filter(MselFilter),
    /// Expands an inject, or collapses it if it is already expanded.
    Select(InjectId),
    /// Releases an inject now.
    Release(InjectId),
    /// Holds an inject.
    Hold(InjectId),
    /// Postpones an inject by a duration, counted from its due time or from now, whichever is later.
    Postpone(InjectId, SimDuration),
    /// Resumes the automatic release of an inject.
    Resume(InjectId),
    /// Releases a random inject from the contingency deck that fits the current situation.
    Surprise,
    /// Starts a note or rating dated at the current moment.
    BeginNote(NoteKind),
    /// Sets the text of the note.
    NoteText(String),
    /// Records the note in the session.
    KeepNote,
    /// Discards the note.
    DropNote,
    /// Selects the objective to rate.
    Objective(ObjectiveId),
    /// Recalculates the playbook score so far.
    Score,
    /// Rules on the statement of an entry.
    Rule(EntryNumber, Ruling),
    /// Forks the session: copies it and continues in the copy.
    Fork,
}
