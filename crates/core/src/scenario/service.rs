//! Determines which criteria of the playbook an action serves.
//!
//! The result is computed by comparing the evidence of each criterion with the effects of each action. It is shown
//! to players next to each action and used by the autopilot that follows the playbook. An action also serves a
//! criterion indirectly if it enables another action that does: finding the script serves the criterion of finding
//! the cause. Actions that destroy evidence or increase blame serve no criterion, and template replies do not count
//! as replies.

use std::collections::BTreeSet;

use super::{Action, Ask, AudienceKind, Condition, Effect, Evidence, Moment, Scenario, Share};
use crate::id::{ActionId, CriterionId};

/// Minimum quality at which a reply to posts counts as personal.
const PERSONAL: f64 = 0.5;

/// Returns the criteria that an action serves, in playbook order, taking the effects of all its choices together.
pub fn served_by(action: &Action, scenario: &Scenario) -> Vec<CriterionId> {
    let all = || scenario.actions.iter().map(|action| (action.id.clone(), work_out(action, scenario))).collect();
    let directory = scenario.service.0.get_or_init(all);
    directory.get(&action.id).cloned().unwrap_or_default()
}

fn work_out(action: &Action, scenario: &Scenario) -> Vec<CriterionId> {
    let mut seen = BTreeSet::new();
    let mut criteria: BTreeSet<CriterionId> = BTreeSet::new();
    collect(action, scenario, &mut seen, &mut criteria);
    let in_order = scenario.playbook.criteria().map(|(_, criterion)| &criterion.id);
    in_order.filter(|id| criteria.contains(id)).cloned().collect()
}

/// Collects the criteria that an action serves, both directly and through the actions it enables.
fn collect<'a>(
    action: &'a Action,
    scenario: &'a Scenario,
    seen: &mut BTreeSet<&'a ActionId>,
    criteria: &mut BTreeSet<CriterionId>,
) {
    if !seen.insert(&action.id) || action.all_effects().any(harms) {
        return;
    }
    let effects: Vec<&Effect> = action.all_effects().collect();
    criteria.extend(served(&effects, &action.asks, scenario));
    for next in &scenario.actions {
        if next.needs.iter().any(|need| effects.iter().any(|effect| enables(effect, &need.when))) {
            collect(next, scenario, seen, criteria);
        }
    }
}

/// Returns whether an effect does damage that no playbook asks for.
fn harms(effect: &Effect) -> bool {
    match effect {
        Effect::Forensics(factor) => *factor > 1.0,
        Effect::Blame(more) => *more > 0.0,
        _ => false,
    }
}

/// Returns whether an effect helps to fulfill a condition.
fn enables(effect: &Effect, condition: &Condition) -> bool {
    let mut found = false;
    condition.walk(&mut |part| {
        found |= match (effect, part) {
            (Effect::Milestone(reached), Condition::Milestone(wanted)) => reached == wanted,
            (Effect::Confirm(fact), Condition::Confirmed(wanted) | Condition::Suspected(wanted))
            | (Effect::Suspect(fact), Condition::Suspected(wanted)) => fact == wanted,
            (Effect::Tell(party), Condition::Told(wanted)) => party == wanted,
            (Effect::Stop(stream), Condition::Stopped(wanted)) => stream == wanted,
            _ => false,
        };
    });
    found
}

/// Returns the criteria that the given effects serve directly.
pub fn served_by_effects(effects: &[Effect], scenario: &Scenario) -> Vec<CriterionId> {
    served(&effects.iter().collect::<Vec<_>>(), &Ask::Nothing, scenario)
}

/// Returns the actions that directly reach a moment, in scenario order.
pub fn leading_to<'a>(moment: &Moment, scenario: &'a Scenario) -> Vec<&'a Action> {
    let brings_about = |action: &&Action| {
        let by_effect = action.all_effects().any(|effect| brings(effect, moment, scenario));
        let by_word = says(&action.asks, moment) || tells(&action.asks, moment, scenario);
        (by_effect || by_word) && !action.all_effects().any(harms)
    };
    scenario.actions.iter().filter(brings_about).collect()
}

fn served(effects: &[&Effect], asks: &Ask, scenario: &Scenario) -> Vec<CriterionId> {
    let serves = |evidence: &Evidence| {
        let moments = evidence.wanted();
        let by_moment = moments
            .iter()
            .any(|moment| effects.iter().any(|effect| brings(effect, moment, scenario)) || says(asks, moment));
        let shares: Vec<Share> = evidence.shares();
        let by_share =
            shares.iter().any(|share| effects.iter().any(|effect| adds(effect, *share)) || counts(asks, *share));
        by_moment || by_share
    };
    let criteria = scenario.playbook.criteria();
    criteria.filter(|(_, criterion)| serves(&criterion.evidence)).map(|(_, criterion)| criterion.id.clone()).collect()
}

/// Returns whether an effect can reach a moment.
fn brings(effect: &Effect, moment: &Moment, scenario: &Scenario) -> bool {
    match (effect, moment) {
        (Effect::Milestone(reached), Moment::Milestone(wanted) | Moment::Reasoned(wanted)) => reached == wanted,
        (Effect::Activate(_), Moment::TeamComplete)
        | (Effect::Stop(_), Moment::DataStopped)
        | (Effect::Listen, Moment::Listening) => true,
        (Effect::Reply(quality), Moment::FirstReply) => *quality >= PERSONAL,
        (Effect::Confirm(fact), Moment::Confirmed(kind)) => scenario.fact(fact).is_some_and(|fact| fact.kind == *kind),
        (Effect::Tell(party), Moment::Told(kind)) => {
            scenario.stakeholder(party).is_some_and(|party| party.kind == *kind)
        }
        _ => false,
    }
}

/// Returns whether an effect increases a share.
fn adds(effect: &Effect, share: Share) -> bool {
    match (effect, share) {
        (Effect::Activate(_), Share::RolesActive)
        | (Effect::Harden(_), Share::Hardening)
        | (Effect::Tell(_), Share::ClocksMet)
        | (Effect::Remedy { .. }, Share::DetailsGiven)
        | (Effect::Agents(_), Share::ContactsGiven) => true,
        (Effect::Reply(quality), Share::NegativeAnswered) => *quality >= PERSONAL,
        _ => false,
    }
}

/// Returns whether a statement can reach a moment.
fn says(asks: &Ask, moment: &Moment) -> bool {
    let Ask::Statement { audience, .. } = asks else { return false };
    matches!(
        (audience, moment),
        (AudienceKind::Public, Moment::FirstPublicWord | Moment::FirstWordOfSubstance)
            | (AudienceKind::Customers, Moment::CustomersTold)
            | (AudienceKind::Staff, Moment::StaffTold)
    )
}

/// Returns whether a statement is addressed to a stakeholder of the kind that a moment requires.
fn tells(asks: &Ask, moment: &Moment, scenario: &Scenario) -> bool {
    let (Ask::Statement { to: Some(party), .. }, Moment::Told(kind)) = (asks, moment) else { return false };
    scenario.stakeholder(party).is_some_and(|party| party.kind == *kind)
}

/// Returns whether a statement or an answer increases a share.
fn counts(asks: &Ask, share: Share) -> bool {
    match asks {
        Ask::Reply => share == Share::InquiriesAnswered,
        Ask::Statement { audience: AudienceKind::Public | AudienceKind::Customers, .. } => share == Share::DetailsGiven,
        Ask::Statement { audience: AudienceKind::Stakeholder, .. } => share == Share::ClocksMet,
        _ => false,
    }
}
