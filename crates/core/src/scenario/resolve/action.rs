//! Resolves actions, their input and their effects.

use super::kind::Kind;
use super::resolver::Resolver;
use crate::diagnostic::Diagnostic;
use crate::scenario::file::{Text, v1};
use crate::scenario::{Action, Ask, Choice, Effect, Need};

impl Resolver<'_> {
    pub(super) fn action(&mut self, file: &v1::Action) -> Action {
        let need = |resolver: &mut Self, need: &v1::Need| Need {
            when: resolver.condition(&need.when),
            because: need.because.clone(),
        };
        Action {
            id: file.id.value.as_str().into(),
            title: file.title.clone(),
            text: file.text.clone(),
            step: self.refer(Kind::Step, &file.step),
            role: self.refer(Kind::Role, &file.role),
            takes: self.duration(&file.takes),
            cost: file.cost.as_ref().map_or(0.0, |cost| self.number("the cost", cost, 0.0..=1e10)),
            repeats: file.repeats,
            needs: file.needs.iter().map(|item| need(self, item)).collect(),
            asks: self.ask(&file.asks, &file.id),
            effects: self.effects(&file.effects),
        }
    }

    fn ask(&mut self, file: &v1::Ask, action: &Text) -> Ask {
        match file {
            v1::Ask::Nothing => Ask::Nothing,
            v1::Ask::Reply => Ask::Reply,
            v1::Ask::Choice(choices) if choices.is_empty() => {
                let message = format!("the action `{}` has no choices", action.value);
                self.report(Diagnostic::error("empty-list", message), action.mark);
                Ask::Nothing
            }
            v1::Ask::Choice(choices) => Ask::Choice(choices.iter().map(|choice| self.choice(choice)).collect()),
            v1::Ask::Statement { audience, channels, to } => Ask::Statement {
                audience: *audience,
                channels: channels.clone(),
                to: to.as_ref().map(|to| self.refer(Kind::Stakeholder, to)),
            },
        }
    }

    fn choice(&mut self, file: &v1::Choice) -> Choice {
        Choice { id: file.id.value.as_str().into(), title: file.title.clone(), effects: self.effects(&file.effects) }
    }

    pub(super) fn effects(&mut self, files: &[v1::Effect]) -> Vec<Effect> {
        let mut effects = Vec::new();
        for file in files {
            match file {
                v1::Effect::StopAll => effects.extend(self.streams.iter().map(|id| Effect::Stop(id.as_str().into()))),
                file => effects.push(self.effect(file)),
            }
        }
        effects
    }

    fn effect(&mut self, file: &v1::Effect) -> Effect {
        match file {
            v1::Effect::Milestone(id) => Effect::Milestone(self.refer(Kind::Milestone, id)),
            v1::Effect::Activate(roles) => Effect::Activate(self.refer_all(Kind::Role, roles)),
            v1::Effect::Suspect(fact) => Effect::Suspect(self.refer(Kind::Fact, fact)),
            v1::Effect::Confirm(fact) => Effect::Confirm(self.refer(Kind::Fact, fact)),
            v1::Effect::Stop(stream) => Effect::Stop(self.refer(Kind::Stream, stream)),
            v1::Effect::Harden(share) => Effect::Harden(self.share("hardening", share)),
            v1::Effect::Listen => Effect::Listen,
            v1::Effect::FastUpdate => Effect::FastUpdate,
            v1::Effect::Monitor => Effect::Monitor,
            v1::Effect::Tell(party) => Effect::Tell(self.refer(Kind::Stakeholder, party)),
            v1::Effect::Discretion(factor) => Effect::Discretion(self.share("discretion", factor)),
            v1::Effect::Agents(count) => Effect::Agents(self.number("the number of agents", count, 0..=100_000)),
            v1::Effect::Remedy { functional, money, cost_per_record } => Effect::Remedy {
                functional: self.number("the functional remedy", functional, 0.0..=2.0),
                money: self.number("the monetary remedy", money, 0.0..=2.0),
                cost_per_record: self.number("the cost per record", cost_per_record, 0.0..=10_000.0),
            },
            v1::Effect::Shop(state) => Effect::Shop(*state),
            v1::Effect::Reply(quality) => Effect::Reply(self.share("the quality of replies", quality)),
            v1::Effect::Attention(size) => Effect::Attention(self.number("the size", size, 0.0..=2.0)),
            v1::Effect::Blame(size) => Effect::Blame(self.number("the blame", size, -1.0..=1.0)),
            v1::Effect::Reveal(outlet) => Effect::Reveal(self.refer(Kind::Outlet, outlet)),
            v1::Effect::Cost(money) => Effect::Cost(self.number("the cost", money, 0.0..=1e10)),
            v1::Effect::Forensics(factor) => Effect::Forensics(self.number("the factor", factor, 0.2..=2.0)),
            _ => self.outside_effect(file),
        }
    }

    /// Builds effects caused by third parties: attackers, authorities, outlets and plaintiffs.
    fn outside_effect(&mut self, file: &v1::Effect) -> Effect {
        let records = 0..=1_000_000_000;
        match file {
            v1::Effect::Approvals(share) => Effect::Approvals(self.number("the share of approvals", share, 0.1..=1.0)),
            v1::Effect::PayRansom => Effect::PayRansom,
            v1::Effect::RefuseRansom => Effect::RefuseRansom,
            v1::Effect::Restrain { by, until } => {
                Effect::Restrain { by: self.refer(Kind::Stakeholder, by), until: self.moment(until) }
            }
            v1::Effect::Report { outlet, size } => Effect::Report {
                outlet: self.refer(Kind::Outlet, outlet),
                size: self.number("the size", size, 0.0..=2.0),
            },
            v1::Effect::Contradict { by, topic } => Effect::Contradict {
                by: self.refer(Kind::Stakeholder, by),
                topic: topic.as_ref().map(|topic| self.refer(Kind::Topic, topic)),
            },
            v1::Effect::Scope(count) => Effect::Scope(self.number("the number of records", count, records)),
            v1::Effect::Proof(size) => Effect::Proof(self.number("the size", size, 0.0..=2.0)),
            v1::Effect::Dump(count) => Effect::Dump(self.number("the number of records", count, records)),
            v1::Effect::Gaffe(size) => Effect::Gaffe(self.number("the size", size, 0.0..=2.0)),
            v1::Effect::Lawsuit(size) => Effect::Lawsuit(self.number("the size", size, 0.0..=2.0)),
            _ => Effect::Rest,
        }
    }
}
