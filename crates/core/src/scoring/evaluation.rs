//! An evaluator's marks beside the automatic result.
//!
//! The automatic result is never replaced. An override stands beside it with its reason, its author and its entry
//! in the log, and the total is given twice. Where one evaluator overrides the same criterion again, the later
//! word counts; between evaluators the lowest credit stands (HSEEP practice), and every other stays visible.

use serde::Serialize;

use super::rating::Rating;
use super::verdict::Verdict;
use crate::id::CriterionId;
use crate::scenario::Scenario;
use crate::session::mark::{Mark, Subject};
use crate::session::{Author, Entry};
use crate::time::SimTime;

/// What an evaluator made of a criterion.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Overridden {
    /// The credit given, 0 to 1.
    pub credit: f64,
    /// Points in the total of 100.
    pub score: f64,
    /// The verdict.
    pub verdict: Verdict,
    /// Who.
    pub by: String,
    /// Why.
    pub reason: String,
    /// The entry of the log.
    pub entry: u32,
    /// What other evaluators said: who, which credit, why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<(String, f64, String)>,
}

/// A mark or a note of an evaluator.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evaluation {
    /// When it was made or seen, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub at: SimTime,
    /// Who.
    pub by: String,
    /// What it is about; nothing for a note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// The mark, where one was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// The reason or the note.
    pub text: String,
    /// The entry of the log.
    pub entry: u32,
}

/// Every mark in a log, with its author and the number of its entry.
fn marks(entries: &[Entry]) -> impl Iterator<Item = (u32, SimTime, &Author, &Mark)> {
    entries.iter().zip(0_u32..).filter_map(|(entry, number)| match entry {
        Entry::Mark { at, author, mark } => Some((number, *at, author, mark)),
        _ => None,
    })
}

/// Returns the override of a criterion with at most `max` points, if any evaluator made one.
pub(super) fn overridden(id: &CriterionId, max: f64, entries: &[Entry]) -> Option<Overridden> {
    // What could not be judged has no points that another credit could change.
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

/// Returns the marks and notes of a log that change no credit.
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
