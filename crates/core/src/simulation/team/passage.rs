//! The passage of an action: how long it would take, and who would have to approve it.

use super::check_context::CheckContext;
use super::work::{investigates, scaled};
use crate::id::RoleId;
use crate::scenario::{Action, Ask, Channel, RoleKind, Scenario};
use crate::simulation::random::{Purpose, key_of};
use crate::time::{SimDuration, SimTime};

/// A factor on the duration where another role than the one whose duty it is leads.
const ANOTHER_ROLE: f64 = 1.5;

/// The factor on a statement that only changes the site, once the fast-update path stands.
const FAST_PATH: f64 = 0.25;

/// The way of a work to its end, as far as can be foreseen: a statement is drafted and then approved, anything else
/// is only done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// How long drafting takes.
    pub drafting: SimDuration,
    /// Who approves it, in order, and how long each takes, or how long it takes to do without who is not at work.
    pub approvals: Vec<(RoleId, SimDuration)>,
}

impl Passage {
    /// Returns how long all of it takes.
    pub fn length(&self) -> SimDuration {
        let approvals: u32 = self.approvals.iter().map(|(_, takes)| takes.minutes()).sum();
        SimDuration::from_minutes(self.drafting.minutes() + approvals)
    }
}

impl CheckContext<'_> {
    /// Returns how long an action would take if a role led it from now.
    pub(in crate::simulation) fn duration(&self, action: &Action, by: &RoleId) -> SimDuration {
        self.passage(action, by).length()
    }

    /// Returns the way that an action would take if a role led it from now.
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

    /// The factor on the duration of an action that a role begins to lead now.
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

    /// Returns the roles that approve a statement led by a role.
    pub(super) fn approvers(&self, by: &RoleId) -> Vec<RoleId> {
        let named = self.scenario.approvers.iter().filter(|role| *role != by).cloned();
        let lawyer = self.scenario.role_of(RoleKind::Lawyer).map(|role| role.id.clone());
        match self.scenario.approvers.is_empty() {
            true => lawyer.into_iter().filter(|role| role != by).collect(),
            false => named.collect(),
        }
    }

    /// Returns how long drafting takes of all that a statement takes; all of it where nobody else approves.
    pub(super) fn drafting(&self, whole: SimDuration, by: &RoleId) -> SimDuration {
        let share = if self.approvers(by).is_empty() { 0.0 } else { self.scenario.model.approval_share.value };
        scaled(whole, 1.0 - share)
    }

    /// Returns how long one role's approval takes, or doing without it where the role is not at work.
    pub(super) fn approval(&self, whole: SimDuration, role: &RoleId, by: &RoleId) -> SimDuration {
        let present = self.ledger.active.contains_key(role);
        let count = self.approvers(by).len();
        approval(whole, present, count, self.team.approvals, self.scenario)
    }
}

/// How long the approval by one of several takes.
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
