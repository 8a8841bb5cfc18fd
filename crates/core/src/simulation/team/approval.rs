//! Approval: between draft and publication a statement lies on somebody's context.
//!
//! The scenario names the roles that approve (`approvers`; the lawyer, where it names none); who leads a
//! statement does not approve it. Of the time `w` that a statement takes altogether, drafting takes
//! `(1 - approval_share) w` and approval `approval_share w`, in equal parts where several approve one after the
//! other, each times the share that agreed rules and templates leave (`Approvals`). Approving occupies one of the
//! approver's places, and the leader's is free again:
//!
//! - an approver with no place free lets it wait, first come, first served;
//! - one who was called and is on the way is waited for, if that is no later than doing without;
//! - where none is to be had, the leader asks around: it takes `(approval_without_lawyer - 1) w` longer.
//!
//! Nothing waits for ever: a draft that waits occupies nobody, and every place falls free. Ignored: that an
//! approver may refuse, and that texts get worse by many hands.

use serde::Serialize;

use super::{CheckContext, Team, Work, scaled};
use crate::id::RoleId;
use crate::scenario::{RoleKind, Scenario};
use crate::simulation::ledger::Stage;
use crate::time::SimDuration;
use crate::timeline::EventKind;

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
fn approval(whole: SimDuration, present: bool, count: usize, rules: f64, scenario: &Scenario) -> SimDuration {
    let model = &scenario.model;
    let without = if present { 0.0 } else { model.approval_without_lawyer.value - 1.0 };
    let count = f64::from(u32::try_from(count.max(1)).unwrap_or(1));
    scaled(whole, rules * (model.approval_share.value + without) / count)
}

impl Work {
    /// Returns the role that has it in hand.
    pub(super) fn holder(&self) -> Option<&RoleId> {
        match &self.stage {
            WorkStage::Working | WorkStage::Drafting => Some(&self.by),
            WorkStage::Waiting(_) => None,
            WorkStage::Approving(role) => Some(role),
        }
    }

    /// Returns whether it waits for an approver.
    pub(super) fn waits(&self) -> bool {
        matches!(self.stage, WorkStage::Waiting(_))
    }

    /// Takes a work whose stage is over on; returns whether it is finished.
    pub(super) fn passes(&mut self, stage: &mut Stage, fatigue: f64, scenario: &Scenario) -> bool {
        match self.stage.clone() {
            WorkStage::Working => !self.fails(stage, fatigue, scenario),
            WorkStage::Drafting => {
                let next = self.approvers[0].clone();
                let what = EventKind::Drafted { action: self.action.clone(), to: next.clone() };
                stage.record(what, Some(self.entry));
                self.stage = WorkStage::Waiting(next);
                false
            }
            WorkStage::Waiting(_) => false,
            WorkStage::Approving(role) => {
                let what = EventKind::Approved { action: self.action.clone(), by: role.clone() };
                stage.record(what, Some(self.entry));
                self.approvers.remove(0);
                self.approved_by.push(role);
                match self.approvers.first() {
                    Some(next) => self.stage = WorkStage::Waiting(next.clone()),
                    None => return true,
                }
                false
            }
        }
    }
}

impl Team {
    /// Gives drafts that wait to those who approve, in the order in which they were begun.
    pub(super) fn hand_over(&mut self, stage: &mut Stage, scenario: &Scenario) {
        let now = stage.now();
        for index in 0..self.works.len() {
            let WorkStage::Waiting(role) = self.works[index].stage.clone() else { continue };
            let work = &self.works[index];
            let count = work.approvers.len() + work.approved_by.len();
            let time = |present| approval(work.whole, present, count, self.approvals, scenario);
            let there = stage.ledger.active.contains_key(&role);
            let capacity = scenario.role(&role).map_or(0, |role| role.capacity as usize);
            // Waiting for who is on the way must not take longer than doing without.
            let arrival = self.arrival(&role).filter(|arrival| *arrival + time(true) <= now + time(false));
            let (next, ready) = match (there, arrival) {
                (true, _) if self.load(&role) < capacity => (WorkStage::Approving(role), now + time(true)),
                (true, _) => {
                    let held = self.works.iter().filter(|work| work.holder() == Some(&role));
                    let free = held.map(|work| work.ready).min().unwrap_or(now);
                    (WorkStage::Waiting(role), free + time(true))
                }
                (false, Some(arrival)) => (WorkStage::Waiting(role), arrival + time(true)),
                (false, None) => (WorkStage::Approving(work.by.clone()), now + time(false)),
            };
            let after = u32::try_from(work.approvers.len()).unwrap_or(1).saturating_sub(1);
            let until = ready + SimDuration::from_minutes(time(true).minutes() * after);
            let work = &mut self.works[index];
            (work.stage, work.ready, work.until) = (next, ready, until);
        }
    }
}
