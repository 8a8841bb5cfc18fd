//! Omissions, and what the record shows about the reasons: the action was begun without effect, left unfinished, or
//! never begun.

use std::collections::BTreeSet;

use super::analysis::Analysis;
use super::cause::CauseKind;
use super::course::{self, Course};
use super::delay::NO_HAND_FREE;
use super::phrase::{names_in_a_row, stem};
use crate::id::{FactId, RoleId};
use crate::scenario::{Action, Moment, service};
use crate::scoring::moment::{self, Reach};
use crate::scoring::{EvidenceItem, Record};
use crate::timeline::EventKind;

/// All moments that were never reached, without duplicates.
#[derive(Default)]
pub struct Omissions(Vec<(String, Moment)>);

impl Omissions {
    /// Returns whether nothing was omitted.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Records a moment if it was never reached.
    pub fn look_for(&mut self, what: &Moment, record: &Record<'_>) {
        if let Reach::Never(words) = moment::find(what, record) {
            self.note(&words, what, record);
        }
    }

    /// Records a moment that was never reached.
    pub fn note(&mut self, words: &str, what: &Moment, record: &Record<'_>) {
        for name in names(words, what, record) {
            if !self.0.iter().any(|(known, _)| *known == name) {
                self.0.push((name, what.clone()));
            }
        }
    }

    /// Adds one cause for all omissions, followed by what the record shows about the reasons.
    pub fn conclude(self, record: &Record<'_>, found: &mut Analysis) {
        if self.is_empty() {
            return;
        }
        let names: Vec<&str> = self.0.iter().map(|(name, _)| name.as_str()).collect();
        let end = record.now();
        let text = format!("by {end} this had not come about: {}.", names_in_a_row(&names));
        let evidence = names.iter().map(|name| EvidenceItem::general(format!("never: {name}"))).collect();
        let place = found.causes.len();
        found.add(CauseKind::NotDone, text, evidence);
        let actions = actions(self.0.iter().map(|(_, moment)| moment), record);
        let (begun, left): (Vec<&Action>, Vec<&Action>) =
            actions.into_iter().partition(|action| !course::of_action(action, record).is_empty());
        begun_in_vain(&begun, record, found);
        never_begun(&left, record, found);
        // An omission is worse than a delay, so it is listed first, followed by its reasons.
        found.causes.rotate_left(place);
    }
}

/// Names the missing items behind a moment, where the record only counts them.
fn names(words: &str, what: &Moment, record: &Record<'_>) -> Vec<String> {
    let scenario = record.scenario;
    let confirmed = |id: &FactId| {
        record.timeline.first(|what| matches!(what, EventKind::FactConfirmed(fact) if fact == id)).is_some()
    };
    match what {
        Moment::Confirmed(kind) => {
            let open = scenario.facts.iter().filter(|fact| fact.kind == *kind && !confirmed(&fact.id));
            open.map(|fact| format!("an answer to “{}”", fact.title)).collect()
        }
        Moment::Told(kind) => {
            let parties = scenario.stakeholders.iter().filter(|party| party.kind == *kind);
            parties.map(|party| format!("word to {}", party.title)).collect()
        }
        _ if words.starts_with("never") => vec![format!("“{}”", stem(words))],
        _ => vec![words.to_owned()],
    }
}

/// Returns the actions that lead to any of the moments, without duplicates.
fn actions<'a, 'm>(moments: impl Iterator<Item = &'m Moment>, record: &Record<'a>) -> Vec<&'a Action> {
    let leading = moments.flat_map(|moment| service::leading_to(moment, record.scenario));
    leading.fold(Vec::new(), |mut kept, action| {
        if !kept.iter().any(|other: &&Action| other.id == action.id) {
            kept.push(action);
        }
        kept
    })
}

/// Adds causes for actions that were begun but did not lead to the moment.
fn begun_in_vain(actions: &[&Action], record: &Record<'_>, found: &mut Analysis) {
    let mut vain: Vec<(String, EvidenceItem)> = Vec::new();
    for action in actions {
        let courses = course::of_action(action, record);
        match courses.iter().find(|course| course.finished.is_some()).or(courses.last()) {
            Some(course) if course.finished.is_some() => {
                vain.push((format!("“{}”", action.title), course.evidence("finished")));
            }
            Some(course) => unfinished(course, record, found),
            None => {}
        }
    }
    if !vain.is_empty() {
        let (names, evidence): (Vec<String>, Vec<EvidenceItem>) = vain.into_iter().unzip();
        let names = names_in_a_row(&names);
        found.add(CauseKind::DoneInPart, format!("{names}: finished, and yet it did not count."), evidence);
    }
}

fn unfinished(course: &Course<'_>, record: &Record<'_>, found: &mut Analysis) {
    let title = &course.action.title;
    let (kind, text) = if let (Some((drafted, to)), None) = (course.drafted, course.approved) {
        let to = course::title(to, record.scenario);
        let text = format!("the draft of “{title}” waited for the {to} from {drafted} on.");
        (CauseKind::NotApprovedInTime, text)
    } else {
        let role = course::title(course.by, record.scenario);
        let text = format!("“{title}”, begun by the {role} at {}, was not finished.", course.begun);
        (CauseKind::TooLate, text)
    };
    found.add(kind, text, vec![course.evidence("begun")]);
}

/// Adds the reasons why actions were never begun, grouped by the role responsible for them.
pub fn never_begun(actions: &[&Action], record: &Record<'_>, found: &mut Analysis) {
    let roles: BTreeSet<&RoleId> = actions.iter().map(|action| &action.role).collect();
    for role in roles {
        let of_role = actions.iter().filter(|action| action.role == *role);
        let titles: Vec<String> = of_role.map(|action| format!("“{}”", action.title)).collect();
        never_begun_by(role, &names_in_a_row(&titles), record, found);
    }
}

fn never_begun_by(role: &RoleId, titles: &str, record: &Record<'_>, found: &mut Analysis) {
    let name = course::title(role, record.scenario);
    let Some(there) = course::arrival(role, record.timeline) else {
        let text = format!("the {name}, whose duty is {titles}, was never on duty.");
        let absent = EvidenceItem::general(format!("never on duty: {name}"));
        return found.add(CauseKind::RoleAbsent, text, vec![absent]);
    };
    let share = course::full_share(role, there, record.now(), record);
    if share >= NO_HAND_FREE {
        let text = format!(
            "the {name}, whose duty is {titles}, led as many works as it can for {:.0} % of its time.",
            100.0 * share
        );
        let at_work = EvidenceItem::at(there, None, format!("on duty: {name}"));
        return found.add(CauseKind::RoleOverloaded, text, vec![at_work]);
    }
    found.missing.push(format!("why nobody began {titles} (the {name} was on duty from {there} on)"));
}
