//! A work of the team, and the stage that it is in.

use serde::Serialize;

use crate::decision::Content;
use crate::id::{ActionId, RoleId};
use crate::scenario::{Action, Effect};
use crate::time::{SimDuration, SimTime};
use crate::timeline::EntryNumber;

/// Where a work stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum WorkStage {
    /// It is being done.
    Working,
    /// The statement is being written.
    Drafting,
    /// The draft waits until this role can approve it.
    Waiting(RoleId),
    /// This role looks it through.
    Approving(RoleId),
}

/// A work under way.
#[derive(Clone, Debug, Serialize)]
pub(in crate::simulation) struct Work {
    pub(in crate::simulation) action: ActionId,
    pub(in crate::simulation) by: RoleId,
    pub(in crate::simulation) begun: SimTime,
    /// When it will be finished, as far as can be foreseen.
    pub(in crate::simulation) until: SimTime,
    /// How long it takes altogether, approval not counted where nobody is there to give it.
    pub(super) whole: SimDuration,
    /// When its present stage is over, as far as can be foreseen.
    pub(super) ready: SimTime,
    pub(in crate::simulation) stage: WorkStage,
    /// The roles that still have to approve it.
    pub(super) approvers: Vec<RoleId>,
    /// Those who approved it.
    pub(super) approved_by: Vec<RoleId>,
    /// It had to be done again in part.
    pub(super) redone: bool,
    pub(super) entry: EntryNumber,
    pub(super) content: Content,
}

impl Work {
    /// Returns the role that has it in hand.
    pub(in crate::simulation) fn holder(&self) -> Option<&RoleId> {
        match &self.stage {
            WorkStage::Working | WorkStage::Drafting => Some(&self.by),
            WorkStage::Waiting(_) => None,
            WorkStage::Approving(role) => Some(role),
        }
    }

    /// Returns whether it waits for an approver.
    pub(in crate::simulation) fn waits(&self) -> bool {
        matches!(self.stage, WorkStage::Waiting(_))
    }
}

/// Whether an action finds something out.
pub(super) fn investigates(action: &Action) -> bool {
    action.all_effects().any(|effect| matches!(effect, Effect::Confirm(_)))
}

/// Returns a duration times a factor, rounded to minutes.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "durations are small and positive")]
pub(super) fn scaled(length: SimDuration, factor: f64) -> SimDuration {
    SimDuration::from_minutes((f64::from(length.minutes()) * factor).round() as u32)
}
