//! Approval of statements between drafting and publication.
//!
//! The scenario lists the approving roles (`approvers`); if it lists none, the lawyer approves. The role that leads
//! a statement is never its approver. If a statement takes a total time `w`, drafting takes
//! `(1 - approval_share) w` and approval `approval_share w`. Several approvers act one after another and share the approval time equally.
//! Agreed rules and templates shorten the approval time (`Approvals`). Approving occupies one of the approver's
//! places; the leader's place is free in the meantime. For each approver in turn:
//!
//! - If the approver has no free place, the draft waits. Drafts are taken first come, first served.
//! - If the approver has been called in but has not arrived, the draft waits, unless proceeding without the
//!   approver would be faster.
//! - Otherwise, if the approver is absent, the leader asks around instead, which adds
//!   `(approval_without_lawyer - 1) w` divided by the number of approvers.
//!
//! Approvals cannot deadlock: a waiting draft occupies no place, and every occupied place is eventually freed.
//!
//! Not modeled: approvers who refuse, and texts that get worse with every editor.

use super::passage::approval;
use super::state::Team;
use super::work::{Work, WorkStage};
use crate::scenario::Scenario;
use crate::simulation::ledger::Stage;
use crate::time::SimDuration;
use crate::timeline::EventKind;

impl Work {
    /// Moves an action whose stage has ended to its next stage. Returns whether the action is complete.
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
    /// Assigns waiting drafts to their approvers, oldest first.
    pub(super) fn hand_over(&mut self, stage: &mut Stage, scenario: &Scenario) {
        let now = stage.now();
        for index in 0..self.works.len() {
            let WorkStage::Waiting(role) = self.works[index].stage.clone() else { continue };
            let work = &self.works[index];
            let count = work.approvers.len() + work.approved_by.len();
            let time = |present| approval(work.whole, present, count, self.approvals, scenario);
            let there = stage.ledger.active.contains_key(&role);
            let capacity = scenario.role(&role).map_or(0, |role| role.capacity as usize);
            // Waiting for an approver to arrive must not take longer than proceeding without one.
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
