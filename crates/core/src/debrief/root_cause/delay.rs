//! Reasons why an action was finished too late: its approval, its role, an error, or a late decision.

use super::analysis::Analysis;
use super::cause::CauseKind;
use super::course::{self, Course};
use crate::scoring::Record;
use crate::time::SimTime;
use crate::timeline::EntryNumber;

/// Minimum share of the available time at capacity for a role to count as overloaded.
pub const NO_HAND_FREE: f64 = 0.5;

/// The time available for an action: from its start to the limit for full credit.
pub struct Term {
    pub from: SimTime,
    pub limit: SimTime,
}

/// Returns a sentence stating when an action was decided and how long it took, with a leading space.
pub fn decided(entry: Option<EntryNumber>, done: SimTime, record: &Record<'_>) -> String {
    let course = entry.and_then(|entry| course::of_entry(entry, record));
    course.map_or_else(String::new, |course| {
        let role = course::title(course.by, record.scenario);
        let took = done.since(course.begun);
        format!(" It was decided at {} by the {role} and took {took} from there.", course.begun)
    })
}

/// Adds the reasons why the action of a log entry was finished too late, at `done`.
pub fn explain(entry: Option<EntryNumber>, term: &Term, done: SimTime, (record, found): (&Record<'_>, &mut Analysis)) {
    let Some(course) = entry.and_then(|entry| course::of_entry(entry, record)) else { return };
    let before = found.causes.len();
    by_approval(&course, term, record, found);
    by_role(&course, term, record, found);
    by_error(&course, done, record, found);
    if found.causes.len() == before && course.begun > term.from {
        by_decision(&course, found);
    }
}

fn by_approval(course: &Course<'_>, term: &Term, record: &Record<'_>, found: &mut Analysis) {
    let (Some((drafted, _)), Some((approved, by))) = (course.drafted, course.approved) else { return };
    if drafted > term.limit || approved <= term.limit {
        return;
    }
    let text = format!(
        "the draft of “{}” stood at {drafted}, in time; the {} approved it at {approved}, {} later.",
        course.action.title,
        course::title(by, record.scenario),
        approved.since(drafted),
    );
    found.add(CauseKind::NotApprovedInTime, text, vec![course.evidence("drafted and approved")]);
}

fn by_role(course: &Course<'_>, term: &Term, record: &Record<'_>, found: &mut Analysis) {
    let role = course::title(course.by, record.scenario);
    let there = course::arrival(course.by, record.timeline).unwrap_or(SimTime::START);
    if there > term.limit {
        let text = format!(
            "the {role}, who led “{}”, came to work at {there}, {} after credit began to fall.",
            course.action.title,
            there.since(term.limit),
        );
        return found.add(CauseKind::RoleAbsent, text, vec![course.evidence("led")]);
    }
    let from = there.max(term.from);
    let share = course::full_share(course.by, from, course.begun, record);
    if course.begun > term.limit && share >= NO_HAND_FREE {
        let text = format!(
            "the {role} led as many works as it can for {:.0} % of the time from {from} to {}, when “{}” was begun.",
            100.0 * share,
            course.begun,
            course.action.title,
        );
        found.add(CauseKind::RoleOverloaded, text, vec![course.evidence("begun")]);
    }
}

fn by_error(course: &Course<'_>, done: SimTime, record: &Record<'_>, found: &mut Analysis) {
    let Some(redone) = course.redone.filter(|redone| *redone <= done) else { return };
    let text = format!(
        "an error of the tired {} at {redone} set “{}” back.",
        course::title(course.by, record.scenario),
        course.action.title,
    );
    found.add(CauseKind::RoleOverloaded, text, vec![course.evidence("done again in part")]);
}

/// Notes that the decision came late although the role was active and had capacity. The record does not show why.
fn by_decision(course: &Course<'_>, found: &mut Analysis) {
    let reason = course.decision.map(|decision| decision.rationale.trim()).filter(|reason| !reason.is_empty());
    let given =
        reason.map_or_else(|| "no reason is given".to_owned(), |reason| format!("the reason given is “{reason}”"));
    found.missing.push(format!("why “{}” was not decided earlier ({given})", course.action.title));
}
