//! Evaluators' marks, reported next to the automatic result.
//!
//! An override never replaces the automatic result. It is reported with its reason, its author and its log entry,
//! and the total is given both with and without overrides. If an evaluator overrides a criterion again, the later
//! override applies. If several evaluators override the same criterion, the lowest credit applies (HSEEP practice)
//! and the others remain visible.

use serde::Serialize;

use super::rating::Rating;
use super::verdict::Verdict;
use crate::id::CriterionId;
use crate::scenario::Scenario;
use crate::session::mark::{Mark, Subject};
use crate::session::{Author, Entry};
use crate::time::SimTime;

/// Evaluator's override of the result for a criterion.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Overridden {
    /// Credit given by the evaluator, 0 to 1.
    pub credit: f64,
    /// Points in the total of 100.
    pub score: f64,
    /// Verdict for that credit.
    pub verdict: Verdict,
    /// Name of the evaluator.
    pub by: String,
    /// Reason for the override.
    pub reason: String,
    /// Number of the log entry.
    pub entry: u32,
    /// Overrides by other evaluators: name, credit and reason.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<(String, f64, String)>,
}

/// Rating or note by an evaluator.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evaluation {
    /// Time of the rating or of the observation, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub at: SimTime,
    /// Name of the evaluator.
    pub by: String,
    /// Criterion or objective that was rated; absent for a note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Rating; absent for a note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// Reason for the rating, or text of the note.
    pub text: String,
    /// Number of the log entry.
    pub entry: u32,
}

/// Returns every mark in a log with its time, its author and its entry number.
fn marks(entries: &[Entry]) -> impl Iterator<Item = (u32, SimTime, &Author, &Mark)> {
    entries.iter().zip(0_u32..).filter_map(|(entry, number)| match entry {
        Entry::Mark { at, author, mark } => Some((number, *at, author, mark)),
        _ => None,
    })
}

/// Returns the override that applies to a criterion worth at most `max` points, if there is one.
pub(super) fn overridden(id: &CriterionId, max: f64, entries: &[Entry]) -> Option<Overridden> {
    // A criterion that could not be judged has no points to override.
    if max <= 0.0 {
        return None;
    }
    let mut given: Vec<Overridden> = Vec::new();
    for (entry, _, author, mark) in marks(entries) {
        let Mark::Override { criterion, credit, reason } = mark else { continue };
        if criterion != id {
            continue;
        }
        let by = author.name().to_owned();
        given.retain(|other| other.by != by);
        given.push(Overridden {
            credit: *credit,
            score: max * credit,
            verdict: Verdict::of_credit(Some(*credit), false),
            by,
            reason: reason.clone(),
            entry,
            others: Vec::new(),
        });
    }
    given.sort_by(|a, b| a.credit.total_cmp(&b.credit));
    let mut given = given.into_iter();
    let mut lowest = given.next()?;
    lowest.others = given.map(|other| (other.by, other.credit, other.reason)).collect();
    Some(lowest)
}

/// Returns the ratings and notes in a log, which do not change any credit.
pub(super) fn evaluations(scenario: &Scenario, entries: &[Entry]) -> Vec<Evaluation> {
    let evaluation = |(entry, made, author, mark): (u32, SimTime, &Author, &Mark)| {
        let by = author.name().to_owned();
        match mark {
            Mark::Override { .. } => None,
            Mark::Rating { of, mark, reason } => {
                let rating = Some(Rating::of_grade(u8::from(*mark)));
                Some(Evaluation { at: made, by, of: Some(name(of, scenario)), rating, text: reason.clone(), entry })
            }
            Mark::Seen { at, text } => {
                Some(Evaluation { at: *at, by, of: None, rating: None, text: text.clone(), entry })
            }
        }
    };
    marks(entries).filter_map(evaluation).collect()
}

fn name(of: &Subject, scenario: &Scenario) -> String {
    match of {
        Subject::Criterion(id) => {
            let known = scenario.playbook.criteria().find(|(_, criterion)| criterion.id == *id);
            known.map_or_else(|| id.to_string(), |(_, criterion)| format!("{id} {}", criterion.title))
        }
        Subject::Objective(id) => {
            scenario.objective(id).map_or_else(|| id.to_string(), |objective| objective.title.clone())
        }
    }
}
