//! The analysis by objective and core capability: a rating for each pair, with strengths and areas for improvement.
//!
//! An objective that names a core capability is evaluated by that capability alone. Any other objective is
//! evaluated by every capability that no objective names and that has critical tasks in the objective's steps.
//! Criteria that belong to no objective are listed at the end, so the report covers every criterion of the
//! playbook. Each finding is written out only once, at its first occurrence.
//!
//! The rating is derived from the critical tasks by the rule that the playbook sets ([`crate::scenario::RollUp`]),
//! and capped like the rating of a step. The ratings of the individual tasks are shown even where they are higher.

use std::collections::BTreeSet;

use serde::Serialize;

use super::edited::Changes;
use super::finding::{self, ReportedFinding};
use crate::debrief::finding::FindingKind;
use crate::id::{CapabilityId, CriterionId, ObjectiveId};
use crate::scenario::{Capability, Criterion, Objective, Scenario};
use crate::scoring::{CriterionScore, EvidenceItem, Rating, Record, Scorecard, rating};
use crate::session::Entry;
use crate::session::mark::{Mark, Subject};

/// Analysis of a core capability under one objective.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CapabilityAnalysis {
    /// Objective; absent for criteria that belong to none.
    pub objective: Option<ObjectiveOf>,
    /// Identifier of the capability.
    pub id: CapabilityId,
    /// Name of the capability.
    pub title: String,
    /// Mission area; empty if the playbook names none.
    pub mission_area: String,
    /// Performance threshold; empty if the playbook names none.
    pub target: String,
    /// Plan, law or guidance that sets the requirement; empty if the playbook names none.
    pub reference: String,
    /// Points earned by its tasks as a percentage, 0 to 100; absent if no task could be evaluated.
    pub points: Option<f64>,
    /// Rating; absent if no task could be evaluated.
    pub rating: Option<Rating>,
    /// Rating with the evaluators' overrides, if there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating_overridden: Option<Rating>,
    /// What capped the rating below the level of its points.
    pub caps: Vec<EvidenceItem>,
    /// Critical tasks.
    pub tasks: Vec<TaskMark>,
    /// Strengths.
    pub strengths: Vec<ReportedFinding>,
    /// Areas for improvement, costliest first.
    pub areas: Vec<ReportedFinding>,
}

/// Objective under which a capability is evaluated.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ObjectiveOf {
    /// Identifier.
    pub id: ObjectiveId,
    /// Number of the objective, starting at 1.
    pub number: usize,
    /// Objective in one sentence.
    pub title: String,
    /// Ratings given by evaluators.
    pub marks: Vec<ObjectiveMark>,
}

/// An evaluator's rating of an objective.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ObjectiveMark {
    /// Evaluator.
    pub by: String,
    /// Rating.
    pub rating: Rating,
    /// Reason.
    pub reason: String,
    /// Log entry that contains the rating.
    pub entry: u32,
}

/// Rating of a critical task.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TaskMark {
    /// Criterion that evaluates the task.
    pub criterion: CriterionId,
    /// Title of the criterion.
    pub title: String,
    /// Rating; absent if the task could not be evaluated.
    pub rating: Option<Rating>,
}

/// Input for the analysis of one capability under one objective.
struct Row<'a> {
    objective: Option<(usize, &'a Objective)>,
    capability: Capability,
    criteria: Vec<CriterionId>,
}

/// Analyzes a session by objective and core capability.
pub(super) fn analyze(scorecard: &Scorecard, record: &Record<'_>, changes: &Changes<'_>) -> Vec<CapabilityAnalysis> {
    let mut written = BTreeSet::new();
    let rows = rows(record.scenario);
    let analyze = |row: Row<'_>| analyze_row(row, scorecard, record, changes, &mut written);
    let mut analyses: Vec<CapabilityAnalysis> = rows.into_iter().map(analyze).collect();
    add(&mut analyses, record, changes);
    number(&mut analyses);
    analyses
}

fn rows(scenario: &Scenario) -> Vec<Row<'_>> {
    let all = scenario.capabilities();
    let is_named = |capability: &Capability| scenario.objectives.iter().any(|other| capability.is_named_by(other));
    let mut rows: Vec<Row<'_>> = Vec::new();
    for (index, objective) in scenario.objectives.iter().enumerate() {
        let own: Vec<&CriterionId> = scenario.criteria_of(objective).map(|criterion| &criterion.id).collect();
        let names_one = all.iter().any(|capability| capability.is_named_by(objective));
        for capability in &all {
            let judges = if names_one { capability.is_named_by(objective) } else { !is_named(capability) };
            let criteria: Vec<CriterionId> =
                capability.criteria.iter().filter(|id| own.contains(id)).cloned().collect();
            if judges && !criteria.is_empty() {
                rows.push(Row { objective: Some((index + 1, objective)), capability: capability.clone(), criteria });
            }
        }
    }
    rows.extend(left_over(&rows, &all, scenario));
    rows
}

/// Returns the rows for criteria that belong to no objective, by capability, followed by criteria without a
/// capability.
fn left_over<'a>(rows: &[Row<'a>], all: &[Capability], scenario: &Scenario) -> Vec<Row<'a>> {
    let taken: BTreeSet<&CriterionId> = rows.iter().flat_map(|row| &row.criteria).collect();
    let free = |ids: &[CriterionId]| ids.iter().filter(|id| !taken.contains(id)).cloned().collect::<Vec<_>>();
    let of_capabilities = all.iter().map(|capability| (capability.clone(), free(&capability.criteria)));
    let shown: BTreeSet<&CriterionId> = all.iter().flat_map(|capability| &capability.criteria).collect();
    let unshown = scenario.playbook.criteria().map(|(_, criterion)| criterion.id.clone());
    let unshown: Vec<CriterionId> = unshown.filter(|id| !shown.contains(id)).collect();
    let other = Capability {
        id: CapabilityId::new("other"),
        title: "Other criteria of the playbook".to_owned(),
        mission_area: String::new(),
        target: String::new(),
        reference: String::new(),
        criteria: unshown.clone(),
    };
    let rows = of_capabilities.chain(std::iter::once((other, unshown))).filter(|(_, criteria)| !criteria.is_empty());
    rows.map(|(capability, criteria)| Row { objective: None, capability, criteria }).collect()
}

fn analyze_row(
    row: Row<'_>,
    scorecard: &Scorecard,
    record: &Record<'_>,
    changes: &Changes<'_>,
    written: &mut BTreeSet<CriterionId>,
) -> CapabilityAnalysis {
    let playbook = &record.scenario.playbook;
    let scores = || scorecard.playbook.steps.iter().flat_map(|step| &step.criteria);
    let scored: Vec<&CriterionScore> =
        row.criteria.iter().filter_map(|id| scores().find(|score| score.id == *id)).collect();
    let criteria: Vec<&Criterion> = row.criteria.iter().filter_map(|id| Some(playbook.criterion(id)?.1)).collect();
    let (rating, caps) = mark(&scored, &criteria, CriterionScore::credit, record);
    let overridden = scored.iter().any(|score| score.overridden.is_some());
    let with = |score: &CriterionScore| score.credit().map(|_| score.standing_score() / score.max);
    let mut findings: Vec<ReportedFinding> = scored
        .iter()
        .filter(|score| written.insert(score.id.clone()))
        .filter_map(|score| finding::of_criterion(score, &row.capability, record, changes))
        .collect();
    findings.sort_by(|a, b| b.points.total_cmp(&a.points));
    let (strengths, areas) = findings.into_iter().partition(|finding| finding.kind == FindingKind::Strength);
    let max: f64 = scored.iter().map(|score| score.max).sum();
    let points: f64 = scored.iter().map(|score| score.score).sum();
    CapabilityAnalysis {
        objective: row.objective.map(|(number, objective)| objective_of(number, objective, record.entries)),
        id: row.capability.id,
        title: row.capability.title,
        mission_area: row.capability.mission_area,
        target: row.capability.target,
        reference: row.capability.reference,
        points: (max > 0.0).then(|| 100.0 * points / max),
        rating,
        rating_overridden: if overridden { mark(&scored, &criteria, with, record).0 } else { None },
        caps,
        tasks: scored.iter().map(|score| task(score)).collect(),
        strengths,
        areas,
    }
}

fn mark(
    scored: &[&CriterionScore],
    criteria: &[&Criterion],
    credit: impl Fn(&CriterionScore) -> Option<f64>,
    record: &Record<'_>,
) -> (Option<Rating>, Vec<EvidenceItem>) {
    let tasks: Vec<(f64, f64)> = scored.iter().filter_map(|score| Some((credit(score)?, score.max))).collect();
    match record.scenario.playbook.roll_up.mark(&tasks) {
        None => (None, Vec::new()),
        Some(by_points) => {
            let (rating, caps) = rating::cap(by_points, criteria, record);
            (Some(rating), caps)
        }
    }
}

fn task(score: &CriterionScore) -> TaskMark {
    let rating = score.credit().map(Rating::of_share);
    TaskMark { criterion: score.id.clone(), title: score.title.clone(), rating }
}

/// Returns an objective with the evaluators' ratings.
///
/// Only the last rating of each evaluator counts. The lowest rating comes first, because it is decisive in HSEEP
/// practice.
fn objective_of(number: usize, objective: &Objective, entries: &[Entry]) -> ObjectiveOf {
    let mut marks: Vec<ObjectiveMark> = Vec::new();
    for (entry, place) in entries.iter().zip(0_u32..) {
        let Entry::Mark { author, mark: Mark::Rating { of: Subject::Objective(id), mark, reason }, .. } = entry else {
            continue;
        };
        if *id != objective.id {
            continue;
        }
        let by = author.name().to_owned();
        marks.retain(|other| other.by != by);
        let rating = Rating::of_grade(u8::from(*mark));
        marks.push(ObjectiveMark { by, rating, reason: reason.clone(), entry: place });
    }
    marks.sort_by_key(|mark| mark.rating);
    ObjectiveOf { id: objective.id.clone(), number, title: objective.title.clone(), marks }
}

/// Adds reviewers' findings at the first occurrence of their capability.
fn add(analyses: &mut Vec<CapabilityAnalysis>, record: &Record<'_>, changes: &Changes<'_>) {
    for (capability, finding) in finding::added(record, changes) {
        let place = analyses.iter().position(|analysis| analysis.id == capability).unwrap_or_else(|| {
            analyses.extend(empty(&capability, record.scenario));
            analyses.len().saturating_sub(1)
        });
        let Some(analysis) = analyses.get_mut(place) else { continue };
        let list = match finding.kind {
            FindingKind::Strength => &mut analysis.strengths,
            FindingKind::Improvement => &mut analysis.areas,
        };
        list.push(finding);
    }
}

/// Returns an analysis for a capability that the session did not test but a reviewer commented on.
fn empty(id: &CapabilityId, scenario: &Scenario) -> Option<CapabilityAnalysis> {
    let capability = scenario.capabilities().into_iter().find(|capability| capability.id == *id)?;
    Some(CapabilityAnalysis {
        objective: None,
        id: capability.id,
        title: capability.title,
        mission_area: capability.mission_area,
        target: capability.target,
        reference: capability.reference,
        points: None,
        rating: None,
        rating_overridden: None,
        caps: Vec::new(),
        tasks: Vec::new(),
        strengths: Vec::new(),
        areas: Vec::new(),
    })
}

/// Numbers strengths and areas for improvement across the whole report, so that the plan can refer to them.
fn number(analyses: &mut [CapabilityAnalysis]) {
    let strengths = analyses.iter_mut().flat_map(|analysis| &mut analysis.strengths);
    strengths.zip(1..).for_each(|(finding, number)| finding.number = format!("S{number}"));
    let areas = analyses.iter_mut().flat_map(|analysis| &mut analysis.areas);
    areas.zip(1..).for_each(|(finding, number)| finding.number = format!("A{number}"));
}
