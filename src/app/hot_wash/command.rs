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
    /// Sets what was said to the question at this position.
    Answer(usize, String),
    /// Picks what a remark will be about, or nothing where it is picked already.
    Pick(About),
    /// Adds a remark about what is picked.
    Remark(RemarkKind),
    /// Sets the words of the remark at this position.
    RemarkText(usize, String),
    /// Removes the remark at this position.
    RemarkDrop(usize),
    /// Adds a corrective action that answers the criterion that is picked.
    Action,
    /// Sets what will be done in the corrective action at this position.
    ActionText(usize, String),
    /// Sets who sees to the corrective action at this position.
    ActionOwner(usize, RoleId),
    /// Sets by which day, as `2027-01-15`.
    ActionDue(usize, String),
    /// Removes the corrective action at this position.
    ActionDrop(usize),
    /// Sets how a role did, from 1 (could not do its part) to 4 (without trouble).
    Mark(RoleId, u8),
    /// Sets why.
    Because(RoleId, String),
    /// Sets the words of a lesson.
    Lesson(String),
    /// Keeps the lesson, without a name, at once.
    LessonKeep,
    /// Keeps everything and opens the debrief.
    Keep,
    /// Opens the debrief and keeps nothing more.
    Skip,
}
