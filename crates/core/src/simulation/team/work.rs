//! An action in progress, and its stage.

use serde::Serialize;

use crate::decision::Content;
use crate::id::{ActionId, RoleId};
use crate::scenario::{Action, Effect};
use crate::time::{SimDuration, SimTime};
use crate::timeline::EntryNumber;

/// Stage of an action in progress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum WorkStage {
    /// The action is being carried out.
    Working,
    /// The statement is being drafted.
    Drafting,
    /// The draft is waiting for this role to approve it.
    Waiting(RoleId),
    /// This role is reviewing the draft.
    Approving(RoleId),
}

/// An action in progress.
#[derive(Clone, Debug, Serialize)]
pub(in crate::simulation) struct Work {
    pub(in crate::simulation) action: ActionId,
    pub(in crate::simulation) by: RoleId,
    pub(in crate::simulation) begun: SimTime,
    /// Expected completion.
    pub(in crate::simulation) until: SimTime,
    /// Total duration, without the extra time for proceeding without an absent approver.
    pub(super) whole: SimDuration,
    /// Expected end of the current stage.
    pub(super) ready: SimTime,
    pub(in crate::simulation) stage: WorkStage,
    /// Roles that still have to approve it, in order.
    pub(super) approvers: Vec<RoleId>,
    /// Roles that have approved it.
    pub(super) approved_by: Vec<RoleId>,
    /// Whether part of it already had to be redone.
    pub(super) redone: bool,
    pub(super) entry: EntryNumber,
    pub(super) content: Content,
}

impl Work {
    /// Returns the role whose capacity it occupies, if any.
    pub(in crate::simulation) fn holder(&self) -> Option<&RoleId> {
        match &self.stage {
            WorkStage::Working | WorkStage::Drafting => Some(&self.by),
            WorkStage::Waiting(_) => None,
            WorkStage::Approving(role) => Some(role),
        }
    }

    /// Returns whether it is waiting for an approver.
    pub(in crate::simulation) fn waits(&self) -> bool {
        matches!(self.stage, WorkStage::Waiting(_))
    }
}

/// Returns whether an action confirms facts.
pub(super) fn investigates(action: &Action) -> bool {
    action.all_effects().any(|effect| matches!(effect, Effect::Confirm(_)))
}

/// Returns a duration multiplied by a factor, rounded to minutes.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "durations are small and positive")]
pub(super) fn scaled(length: SimDuration, factor: f64) -> SimDuration {
    SimDuration::from_minutes((f64::from(length.minutes()) * factor).round() as u32)
}
