//! Par times: how long an ideal team needs to reach a moment of the response.
//!
//! Scenarios differ in length. A criterion that requires the cause to be found within twelve hours would be
//! meaningless in a one-hour drill and unfair in a five-day exercise. The *par* of a moment is the duration of the
//! shortest chain of actions that leads to it: the action that reaches the moment and everything that must be done
//! before it. Par ignores chance, fatigue and approvals, so playbooks allow a multiple of it.

use super::{Action, Condition, Effect, Moment, Scenario};
use crate::id::ActionId;
use crate::time::SimDuration;

/// Returns the par of a moment, or `None` if no chain of actions leads to it.
pub fn of(moment: &Moment, scenario: &Scenario) -> Option<SimDuration> {
    let wanted: Vec<Condition> = match moment {
        Moment::Confirmed(kind) => {
            let facts = scenario.facts.iter().filter(|fact| fact.kind == *kind);
            facts.map(|fact| Condition::Confirmed(fact.id.clone())).collect()
        }
        Moment::Milestone(id) | Moment::Reasoned(id) => vec![Condition::Milestone(id.clone())],
        Moment::DataStopped => {
            scenario.threat.streams.iter().map(|stream| Condition::Stopped(stream.id.clone())).collect()
        }
        _ => return None,
    };
    let minutes = wanted.iter().map(|wanted| minutes_to(wanted, scenario, &mut Vec::new()));
    minutes.collect::<Option<Vec<u32>>>()?.into_iter().max().map(SimDuration::from_minutes)
}

/// Returns the minutes of work needed to fulfill a condition. Conditions that no action can bring about count as
/// fulfilled.
fn minutes_to<'a>(wanted: &'a Condition, scenario: &'a Scenario, taken: &mut Vec<&'a ActionId>) -> Option<u32> {
    match wanted {
        Condition::All(parts) => {
            let ways = parts.iter().map(|part| minutes_to(part, scenario, taken));
            Some(ways.collect::<Option<Vec<u32>>>()?.into_iter().max().unwrap_or(0))
        }
        Condition::Any(parts) => parts.iter().filter_map(|part| minutes_to(part, scenario, taken)).min(),
        Condition::Confirmed(_)
        | Condition::Suspected(_)
        | Condition::Milestone(_)
        | Condition::Stopped(_)
        | Condition::Told(_)
        | Condition::Done(_) => {
            let ways = scenario.actions.iter().filter(|action| leads_to(action, wanted));
            ways.filter_map(|action| minutes_of(action, scenario, taken)).min()
        }
        _ => Some(0),
    }
}

/// Returns the minutes an action takes, including everything it requires. Returns `None` if it would require
/// itself.
fn minutes_of<'a>(action: &'a Action, scenario: &'a Scenario, taken: &mut Vec<&'a ActionId>) -> Option<u32> {
    if taken.contains(&&action.id) {
        return None;
    }
    taken.push(&action.id);
    let before = action.needs.iter().map(|need| minutes_to(&need.when, scenario, taken)).collect::<Option<Vec<u32>>>();
    taken.pop();
    Some(action.takes.minutes() + before?.into_iter().max().unwrap_or(0))
}

fn leads_to(action: &Action, wanted: &Condition) -> bool {
    let brings = |effect: &Effect| match (effect, wanted) {
        (Effect::Confirm(fact), Condition::Confirmed(wanted) | Condition::Suspected(wanted))
        | (Effect::Suspect(fact), Condition::Suspected(wanted)) => fact == wanted,
        (Effect::Milestone(reached), Condition::Milestone(wanted)) => reached == wanted,
        (Effect::Stop(stream), Condition::Stopped(wanted)) => stream == wanted,
        (Effect::Tell(party), Condition::Told(wanted)) => party == wanted,
        _ => false,
    };
    matches!(wanted, Condition::Done(id) if *id == action.id) || action.all_effects().any(brings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::source::BuiltIn;
    use crate::scenario::{FactKind, load};

    fn minutes(moment: &Moment) -> Option<u32> {
        let slug = BuiltIn::scenarios().into_iter().next().expect("at least one scenario is built in");
        let scenario = load(&BuiltIn::Scenario(slug)).expect("built-in scenarios are valid").output;
        of(moment, &scenario).map(SimDuration::minutes)
    }

    #[test]
    fn the_par_of_a_moment_is_at_least_as_long_as_its_last_work() {
        let cause = minutes(&Moment::Confirmed(FactKind::Cause)).expect("an action confirms the cause");
        assert!((30..24 * 60).contains(&cause), "{cause}");
        assert!(minutes(&Moment::DataStopped).expect("the data streams can be stopped") > 0);
    }

    #[test]
    fn moments_that_no_work_reaches_have_no_par() {
        assert_eq!(minutes(&Moment::FirstAlert), None);
        assert_eq!(minutes(&Moment::Milestone("no-such-milestone".into())), None);
    }
}
