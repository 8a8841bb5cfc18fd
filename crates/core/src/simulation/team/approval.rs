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

use super::passage::approval;
use super::state::Team;
use super::work::{Work, WorkStage};
use crate::scenario::Scenario;
use crate::simulation::ledger::Stage;
use crate::time::SimDuration;
use crate::timeline::EventKind;

impl Work {
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
