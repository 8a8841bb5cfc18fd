//! Which criteria of the playbook an action serves.
//!
//! The playbook says what it wants to see, an action says what it does; this module lays one beside the
//! other. Players are shown it beside each action, and an autopilot that goes by the book goes by it.

use super::{Action, Ask, AudienceKind, Effect, Evidence, Moment, Scenario, Tally};
use crate::id::CriterionId;

/// Returns the criteria that an action serves, in the playbook's order, choosing all its choices at once.
pub fn served_by(action: &Action, scenario: &Scenario) -> Vec<CriterionId> {
    let effects: Vec<&Effect> = action.all_effects().collect();
    served(&effects, &action.asks, scenario)
}

/// Returns the criteria that some effects serve by themselves.
pub fn served_by_effects(effects: &[Effect], scenario: &Scenario) -> Vec<CriterionId> {
    served(&effects.iter().collect::<Vec<_>>(), &Ask::Nothing, scenario)
}

fn served(effects: &[&Effect], asks: &Ask, scenario: &Scenario) -> Vec<CriterionId> {
    let serves = |evidence: &Evidence| {
        let moments = evidence.wanted();
        let by_moment = moments.iter().any(|moment| {
            effects.iter().any(|effect| brings(effect, moment, scenario)) || says(asks, moment)
        });
        let tallies = evidence.tallies();
        let by_tally = tallies.iter().any(|tally| effects.iter().any(|effect| adds(effect, *tally)) || counts(asks, *tally));
        by_moment || by_tally
    };
    let criteria = scenario.playbook.criteria();
    criteria.filter(|(_, criterion)| serves(&criterion.evidence)).map(|(_, criterion)| criterion.id.clone()).collect()
}

/// Whether an effect can bring a moment about.
fn brings(effect: &Effect, moment: &Moment, scenario: &Scenario) -> bool {
    match (effect, moment) {
        (Effect::Milestone(reached), Moment::Milestone(wanted)) => reached == wanted,
        (Effect::Activate(_), Moment::TeamComplete)
        | (Effect::Stop(_), Moment::DataStopped)
        | (Effect::Listen, Moment::Listening)
        | (Effect::Reply(_), Moment::FirstReply) => true,
        (Effect::Confirm(fact), Moment::Confirmed(kind)) => scenario.fact(fact).is_some_and(|fact| fact.kind == *kind),
        (Effect::Tell(party), Moment::Told(kind)) => scenario.stakeholder(party).is_some_and(|party| party.kind == *kind),
        _ => false,
    }
}

/// Whether an effect adds to a tally.
fn adds(effect: &Effect, tally: Tally) -> bool {
    matches!(
        (effect, tally),
        (Effect::Activate(_), Tally::RolesActive)
            | (Effect::Harden(_), Tally::Hardening)
            | (Effect::Reply(_), Tally::NegativeAnswered)
            | (Effect::Tell(_), Tally::ClocksMet)
            | (Effect::Remedy { .. }, Tally::DetailsGiven)
            | (Effect::Agents(_), Tally::ContactsGiven)
    )
}

/// Whether a statement can bring a moment about.
fn says(asks: &Ask, moment: &Moment) -> bool {
    let Ask::Statement { audience, .. } = asks else { return false };
    matches!(
        (audience, moment),
        (AudienceKind::Public, Moment::FirstPublicWord)
            | (AudienceKind::Customers, Moment::CustomersTold)
            | (AudienceKind::Staff, Moment::StaffTold)
    )
}

/// Whether a statement or an answer adds to a tally.
fn counts(asks: &Ask, tally: Tally) -> bool {
    match asks {
        Ask::Reply => tally == Tally::InquiriesAnswered,
        Ask::Statement { audience: AudienceKind::Public | AudienceKind::Customers, .. } => tally == Tally::DetailsGiven,
        Ask::Statement { audience: AudienceKind::Stakeholder, .. } => tally == Tally::ClocksMet,
        _ => false,
    }
}
