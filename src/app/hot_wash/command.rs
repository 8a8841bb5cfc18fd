//! Commands of the hot wash.

use super::state::{HotWashPage, RemarkKind};
use goldenhour_core::id::RoleId;
use goldenhour_core::session::review::About;

/// A user action in the hot wash.
#[derive(Clone, Debug)]
pub enum HotWashCommand {
    /// Reopens the hot wash from the debrief.
    Open,
    /// Switches to another page.
    Page(HotWashPage),
    /// Sets the answer to the question at this index.
    Answer(usize, String),
    /// Selects the subject of the next remark, or deselects it.
    Pick(About),
    /// Adds a remark about the selected subject.
    Remark(RemarkKind),
    /// Sets the text of the remark at this index.
    RemarkText(usize, String),
    /// Removes the remark at this index.
    RemarkDrop(usize),
    /// Adds a corrective action for the selected criterion.
    Action,
    /// Sets the text of the corrective action at this index.
    ActionText(usize, String),
    /// Sets the owner of the corrective action at this index.
    ActionOwner(usize, RoleId),
    /// Sets the due date of the corrective action at this index, in the form `2027-01-15`.
    ActionDue(usize, String),
    /// Removes the corrective action at this index.
    ActionDrop(usize),
    /// Rates a role, from 1 (unable to do its part) to 4 (without trouble).
    Mark(RoleId, u8),
    /// Sets the reason for a role's rating.
    Because(RoleId, String),
    /// Sets the text of the lesson.
    Lesson(String),
    /// Records the lesson anonymously and immediately.
    LessonKeep,
    /// Records everything and opens the debrief.
    Keep,
    /// Opens the debrief without recording anything more.
    Skip,
}
