//! First pass: declares all ids, so that entries can refer to ones declared later.

use super::kind::Kind;
use super::parts::Parts;
use super::resolver::{Resolver, claim_key};
use crate::scenario::file::v1;

impl Resolver<'_> {
    pub(super) fn declare_all(&mut self, parts: &Parts) {
        let scenario = &parts.scenario;
        self.declare(Kind::Scenario, &scenario.id);
        scenario.roles.iter().for_each(|role| self.declare(Kind::Role, &role.id));
        scenario.customers.segments.iter().for_each(|segment| self.declare(Kind::Segment, &segment.id));
        scenario.outlets.iter().for_each(|outlet| self.declare(Kind::Outlet, &outlet.id));
        scenario.stakeholders.iter().for_each(|party| self.declare(Kind::Stakeholder, &party.id));
        scenario.clocks.iter().for_each(|clock| self.declare(Kind::Clock, &clock.id));
        scenario.threat.streams.iter().for_each(|stream| self.declare(Kind::Stream, &stream.id));
        scenario.facts.iter().for_each(|fact| self.declare(Kind::Fact, &fact.id));
        scenario.objectives.iter().for_each(|objective| self.declare(Kind::Objective, &objective.id));
        scenario.documents.iter().for_each(|document| self.declare(Kind::Document, &document.id));
        for topic in &scenario.topics {
            self.declare(Kind::Topic, &topic.id);
            for claim in &topic.claims {
                self.declare_as(Kind::Claim, &claim_key(&topic.id.value, &claim.id.value), &claim.id);
            }
        }
        for action in &parts.actions.actions {
            self.declare(Kind::Action, &action.id);
            if let v1::Ask::Choice(choices) = &action.asks {
                let key = |choice: &v1::Choice| claim_key(&action.id.value, &choice.id.value);
                for choice in choices {
                    self.declare_as(Kind::Choice, &key(choice), &choice.id);
                }
            }
        }
        parts.msel.injects.iter().for_each(|inject| self.declare(Kind::Inject, &inject.id));
        self.declare(Kind::Playbook, &parts.playbook.id);
        parts.playbook.milestones.iter().for_each(|milestone| self.declare(Kind::Milestone, &milestone.id));
        for step in &parts.playbook.steps {
            self.declare(Kind::Step, &step.id);
            step.criteria.iter().for_each(|criterion| self.declare(Kind::Criterion, &criterion.id));
        }
        for capability in &parts.playbook.capabilities {
            self.declare(Kind::Capability, &capability.id);
        }
    }
}
