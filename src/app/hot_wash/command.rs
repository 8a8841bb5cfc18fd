//! Commands of the hot wash.

use super::state::{HotWashPage, RemarkKind};
use goldenhour_core::id::RoleId;
use goldenhour_core::session::review::About;

/// What can be done in the hot wash.
#[derive(Clone, Debug)]
pub enum HotWashCommand {
    /// Opens it again from the debrief.
    Open,
    /// Shows another part of it.
    Page(HotWashPage),
    /// Sets the answer to the question at this position.
    Answer(usize, String),
    /// Selects the subject of the next remark, or deselects it.
    Pick(About),
    /// Adds a remark about the selected subject.
    Remark(RemarkKind),
    /// Sets the text of the remark at this position.
    RemarkText(usize, String),
    /// Removes the remark at this position.
    RemarkDrop(usize),
    /// Adds a corrective action for the selected criterion.
    Action,
    /// Sets what will be done in the corrective action at this position.
    ActionText(usize, String),
    /// Sets the owner of the corrective action at this position.
    ActionOwner(usize, RoleId),
    /// Sets the due date of the corrective action at this position, as `2027-01-15`.
    ActionDue(usize, String),
    /// Removes the corrective action at this position.
    ActionDrop(usize),
    /// Sets how a role did, from 1 (could not do its part) to 4 (without trouble).
    Mark(RoleId, u8),
    /// Sets why.
    Because(RoleId, String),
    /// Sets the text of the lesson.
    Lesson(String),
    /// Records the lesson anonymously, at once.
    LessonKeep,
    /// Records everything and opens the debrief.
    Keep,
    /// Opens the debrief without recording more.
    Skip,
}
