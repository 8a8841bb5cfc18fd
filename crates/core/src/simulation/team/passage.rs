//! Forecast of an action's course: how long it would take, and which roles would approve it.

use super::check_context::CheckContext;
use super::work::{investigates, scaled};
use crate::id::RoleId;
use crate::scenario::{Action, Ask, Channel, RoleKind, Scenario};
use crate::simulation::random::{Purpose, key_of};
use crate::time::{SimDuration, SimTime};

/// Factor on the duration if the leader is not the role responsible for the action.
const ANOTHER_ROLE: f64 = 1.5;

/// Factor on the duration of a statement that changes only the website, once the fast-update path is available.
const FAST_PATH: f64 = 0.25;

/// Expected course of an action. A statement is drafted and then approved; other actions have no approval stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Duration of drafting, or of the whole action if it needs no approval.
    pub drafting: SimDuration,
    /// Approving roles in order, each with its approval time or, if the role is absent, the time to proceed without
    /// it.
    pub approvals: Vec<(RoleId, SimDuration)>,
}

impl Passage {
    /// Returns the total duration.
    pub fn length(&self) -> SimDuration {
        let approvals: u32 = self.approvals.iter().map(|(_, takes)| takes.minutes()).sum();
        SimDuration::from_minutes(self.drafting.minutes() + approvals)
    }
}

impl CheckContext<'_> {
    /// Returns how long an action would take if a role started leading it now.
    pub(in crate::simulation) fn duration(&self, action: &Action, by: &RoleId) -> SimDuration {
        self.passage(action, by).length()
    }

    /// Returns the expected course of an action if a role started leading it now.
    pub(in crate::simulation) fn passage(&self, action: &Action, by: &RoleId) -> Passage {
        let whole = scaled(action.takes, self.factor(action, by));
        if !matches!(action.asks, Ask::Statement { .. }) {
            return Passage { drafting: whole, approvals: Vec::new() };
        }
        let approval = |role: RoleId| {
            let takes = self.approval(whole, &role, by);
            (role, takes)
        };
        let approvals = self.approvers(by).into_iter().map(approval).collect();
        Passage { drafting: self.drafting(whole, by), approvals }
    }

    /// Returns the factor on the duration of an action that a role starts now.
    pub(super) fn factor(&self, action: &Action, by: &RoleId) -> f64 {
        let model = &self.scenario.model;
        let mut factor = if action.role == *by { 1.0 } else { ANOTHER_ROLE };
        factor *= 1.0 + model.fatigue_slowness.value * self.team.fatigue(by);
        if let Ask::Statement { channels, .. } = &action.asks {
            let only_site = channels.iter().all(|channel| matches!(channel, Channel::Web | Channel::Banner));
            if only_site && self.operation.fast_updates {
                factor *= FAST_PATH;
            }
        }
        if investigates(action) {
            let key = key_of(action.id.as_str());
            factor *= self.team.pace_now(self.scenario, self.ledger);
            factor *= 0.8 + 0.45 * self.luck.draw(Purpose::WorkDuration, key, SimTime::START);
        }
        factor
    }

    /// Returns the roles that approve a statement led by a role, in order.
    pub(super) fn approvers(&self, by: &RoleId) -> Vec<RoleId> {
        let named = self.scenario.approvers.iter().filter(|role| *role != by).cloned();
        let lawyer = self.scenario.role_of(RoleKind::Lawyer).map(|role| role.id.clone());
        match self.scenario.approvers.is_empty() {
            true => lawyer.into_iter().filter(|role| role != by).collect(),
            false => named.collect(),
        }
    }

    /// Returns the drafting part of a statement's total duration, which is all of it if no other role approves.
    pub(super) fn drafting(&self, whole: SimDuration, by: &RoleId) -> SimDuration {
        let share = if self.approvers(by).is_empty() { 0.0 } else { self.scenario.model.approval_share.value };
        scaled(whole, 1.0 - share)
    }

    /// Returns how long the approval by a role takes, or proceeding without it if the role is absent.
    pub(super) fn approval(&self, whole: SimDuration, role: &RoleId, by: &RoleId) -> SimDuration {
        let present = self.ledger.active.contains_key(role);
        let count = self.approvers(by).len();
        approval(whole, present, count, self.team.approvals, self.scenario)
    }
}

/// Returns how long the approval by one of `count` approvers takes.
pub(super) fn approval(
    whole: SimDuration,
    present: bool,
    count: usize,
    rules: f64,
    scenario: &Scenario,
) -> SimDuration {
    let model = &scenario.model;
    let without = if present { 0.0 } else { model.approval_without_lawyer.value - 1.0 };
    let count = f64::from(u32::try_from(count.max(1)).unwrap_or(1));
    scaled(whole, rules * (model.approval_share.value + without) / count)
}
