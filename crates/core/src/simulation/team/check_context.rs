//! Validation of decisions: whether they can be carried out now, and the reason if not.

use std::cmp::Ordering;

use bevy_ecs::world::World as EcsWorld;

use super::state::Team;
use crate::decision::{Content, Decision, Rejection, StatementFault, WantedContent};
use crate::scenario::{Action, Ask, Role, Scenario};
use crate::simulation::inject::Injects;
use crate::simulation::ledger::{Ledger, Shared};
use crate::simulation::operation::state::Operation;
use crate::simulation::random::Luck;
use crate::statement::{Says, Statement};
use crate::time::LATEST;

/// Maximum length of a statement, in bytes.
const LONGEST_TEXT: usize = 20_000;

/// Resources that a validation reads.
#[derive(Clone, Copy)]
pub(in crate::simulation) struct CheckContext<'a> {
    pub(in crate::simulation) scenario: &'a Scenario,
    pub(in crate::simulation) ledger: &'a Ledger,
    pub(in crate::simulation) team: &'a Team,
    pub(in crate::simulation) injects: &'a Injects,
    pub(in crate::simulation) operation: &'a Operation,
    pub(in crate::simulation) luck: &'a Luck,
}

impl<'a> CheckContext<'a> {
    pub(in crate::simulation) fn of(world: &'a EcsWorld) -> Self {
        let shared = world.resource::<Shared>();
        CheckContext {
            scenario: &shared.setting.0,
            ledger: &shared.ledger,
            team: world.resource(),
            injects: world.resource(),
            operation: world.resource(),
            luck: &shared.luck,
        }
    }

    /// Returns an error with the reason if a decision cannot be carried out now.
    pub(in crate::simulation) fn check(&self, decision: &Decision) -> Result<(), Rejection> {
        let now = self.ledger.now;
        if self.ledger.ended {
            return Err(Rejection::Ended);
        }
        match decision.at.cmp(&now) {
            Ordering::Less => return Err(Rejection::Past { now }),
            Ordering::Greater => return Err(Rejection::Future { now }),
            Ordering::Equal => {}
        }
        let unknown = || Rejection::UnknownAction(decision.action.clone());
        let action = self.scenario.action(&decision.action).ok_or_else(unknown)?;
        let role = self.scenario.role(&decision.by).ok_or_else(|| Rejection::UnknownRole(decision.by.clone()))?;
        self.check_action(action)?;
        self.check_role(role)?;
        self.check_content(action, &decision.content)
    }

    /// Returns an error with the reason if no role can start an action now.
    pub(in crate::simulation) fn check_action(&self, action: &Action) -> Result<(), Rejection> {
        if let Some(need) = action.needs.iter().find(|need| !need.when.holds(self.ledger)) {
            return Err(Rejection::NotYet { because: need.because.clone() });
        }
        if !action.repeats && self.ledger.done.contains_key(&action.id) {
            return Err(Rejection::AlreadyDone);
        }
        let running = self.team.works.iter().find(|work| work.action == action.id);
        match (running, &action.asks) {
            (Some(_), Ask::Reply) | (None, _) => Ok(()),
            (Some(work), _) => Err(Rejection::Running { until: work.until }),
        }
    }

    /// Returns an error with the reason if a role cannot lead another action now.
    pub(in crate::simulation) fn check_role(&self, role: &Role) -> Result<(), Rejection> {
        if !self.ledger.active.contains_key(&role.id) {
            return Err(Rejection::Absent { role: role.title.clone(), arrives: self.team.arrival(&role.id) });
        }
        if self.team.load(&role.id) < role.capacity as usize {
            return Ok(());
        }
        let held = self.team.works.iter().filter(|work| work.holder() == Some(&role.id));
        let until = held.map(|work| work.ready).min();
        Err(Rejection::Busy { role: role.title.clone(), until: until.unwrap_or(self.ledger.now) })
    }

    fn check_content(&self, action: &Action, content: &Content) -> Result<(), Rejection> {
        let wanted = |wanted: WantedContent| Err(Rejection::WrongContent { wanted });
        match (&action.asks, content) {
            (Ask::Nothing, Content::Nothing) => Ok(()),
            (Ask::Nothing, _) => wanted(WantedContent::Nothing),
            (Ask::Choice(choices), Content::Choice(choice)) if choices.iter().any(|c| c.id == *choice) => Ok(()),
            (Ask::Choice(_), _) => wanted(WantedContent::Choice),
            (Ask::Statement { .. }, Content::Statement(statement)) => self.check_statement(statement),
            (Ask::Statement { .. }, _) => wanted(WantedContent::Statement),
            (Ask::Reply, Content::Reply { inquiry, statement }) => {
                let being_answered = self
                    .team
                    .works
                    .iter()
                    .any(|work| matches!(&work.content, Content::Reply { inquiry: other, .. } if other == inquiry));
                if self.injects.open_until(inquiry).is_none() || being_answered {
                    return Err(Rejection::NoInquiry(inquiry.clone()));
                }
                self.check_statement(statement)
            }
            (Ask::Reply, _) => wanted(WantedContent::Reply),
        }
    }

    fn check_statement(&self, statement: &Statement) -> Result<(), Rejection> {
        let bad = |because: StatementFault| Err(Rejection::BadStatement { because });
        if statement.claims.is_empty() && statement.text.trim().is_empty() {
            return bad(StatementFault::Empty);
        }
        if statement.text.len() > LONGEST_TEXT {
            return bad(StatementFault::TooLong { limit: LONGEST_TEXT });
        }
        if statement.next_update.is_some_and(|update| update <= self.ledger.now) {
            return bad(StatementFault::UpdatePast);
        }
        // File formats cannot represent later times, so the session could not be loaded again.
        if statement.next_update.is_some_and(|update| update > LATEST) {
            return bad(StatementFault::UpdateTooLate);
        }
        for (index, claim) in statement.claims.iter().enumerate() {
            let Some(topic) = self.scenario.topic(&claim.topic) else {
                return bad(StatementFault::UnknownTopic(claim.topic.clone()));
            };
            if statement.claims[..index].iter().any(|earlier| earlier.topic == claim.topic) {
                return bad(StatementFault::Twice(claim.topic.clone()));
            }
            let possible = match &claim.says {
                Says::NotKnownYet => true,
                Says::Number(_) => topic.number.is_some(),
                Says::Option(id) => topic.claims.iter().any(|option| option.id == *id),
                // These are read from a text and cannot be planned in an outline.
                Says::Data { .. } | Says::Done { .. } | Says::Cause(_) | Says::WrongDay | Says::Ruled(_) => false,
            };
            if !possible {
                return bad(StatementFault::Impossible(claim.topic.clone()));
            }
        }
        Ok(())
    }
}
