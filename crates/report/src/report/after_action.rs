//! The after-action report as text: overview, capabilities with their findings, plan, participants and remarks.

use serde::Serialize;

use super::blank::NOTHING;
use super::cell::{Cell, by};
use super::evidence::{EvidenceRow, evidence_row, evidence_rows};
use super::rating::rating_key;
use super::sentence::sentence_case;
use crate::number::ENGLISH;
use goldenhour_core::debrief::after_action::{
    CapabilityAnalysis, ObjectiveMark, OverviewLine, Participant, PlanLine, ReportedFinding, Status, Struck, TaskMark,
};
use goldenhour_core::debrief::{Debrief, Edited, RootCause};
use goldenhour_core::scenario::RollUp;
use goldenhour_core::scoring::{EvidenceItem, Rating};
use goldenhour_core::session::edit::OverviewRow;

/// A row of the exercise overview.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExerciseRow {
    /// Name of the row.
    pub name: &'static str,
    /// One or more parts of its content.
    pub parts: Vec<ExercisePart>,
}

/// One part of a row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExercisePart {
    /// Name of the part; empty if it is the same as the name of the row.
    pub name: &'static str,
    /// Content.
    pub cell: Cell,
}

/// Analysis of a core capability under one objective.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CapabilityRow {
    /// Objective with its number, or a note that the capability belongs to none.
    pub objective: String,
    /// Number of rows that the objective spans, set in the first of them; 0 in the others.
    pub objective_rows: usize,
    /// Evaluators' ratings of the objective, set in the first of its rows.
    pub evaluators: Vec<String>,
    /// HTML anchor.
    pub anchor: String,
    /// Core capability.
    pub title: String,
    /// Performance threshold; empty if the playbook names none.
    pub target: String,
    /// Plan, law or guidance that sets the requirement; empty if the playbook names none.
    pub reference: String,
    /// Points, of 100; empty if no task could be evaluated.
    pub points: String,
    /// Letter of the rating.
    pub letter: &'static str,
    /// Meaning of the rating.
    pub meaning: &'static str,
    /// CSS class.
    pub key: &'static str,
    /// Rating with the evaluators' overrides; empty if there are none.
    pub overridden: &'static str,
    /// What capped the rating.
    pub caps: Vec<EvidenceRow>,
    /// Critical tasks.
    pub tasks: Vec<TaskRow>,
    /// Strengths.
    pub strengths: Vec<FindingRow>,
    /// Areas for improvement.
    pub areas: Vec<FindingRow>,
}

/// A critical task.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TaskRow {
    /// Criterion that evaluates the task.
    pub id: String,
    /// Title of the criterion.
    pub title: String,
    /// Letter of the rating.
    pub letter: &'static str,
    /// CSS class.
    pub key: &'static str,
}

/// A root cause.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CauseRow {
    /// Kind of cause.
    pub kind: &'static str,
    /// Description.
    pub text: String,
}

/// A strength or an area for improvement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FindingRow {
    /// Number in the report: `S1`, `A1`.
    pub number: String,
    /// Criterion; empty if a reviewer added the finding.
    pub criterion: String,
    /// Step; empty if a reviewer added the finding.
    pub step: String,
    /// Core capability.
    pub capability: String,
    /// Observation, including any edit.
    pub text: String,
    /// Observation together with its generated version.
    pub observation: Cell,
    /// Plan, policy, procedure or law that sets the requirement.
    pub reference: Cell,
    /// Root cause analysis.
    pub analysis: Cell,
    /// Generated root causes; empty if a reviewer edited the analysis.
    pub causes: Vec<CauseRow>,
    /// Information that the record does not contain; empty if a reviewer edited the analysis.
    pub missing: Vec<String>,
    /// Estimated effect of the best alternative; empty if unknown.
    pub what_if: String,
    /// Recommendation of the playbook; empty if a reviewer added the finding.
    pub advice: String,
    /// Points gained or lost; empty if a reviewer added the finding.
    pub points: String,
    /// Reviewer who added the finding; empty if it was derived from a criterion.
    pub added: String,
    /// Reviewer who struck the finding, and the reason; empty if it was not struck.
    pub struck: String,
    /// Evidence.
    pub evidence: Vec<EvidenceRow>,
}

/// A corrective action. Plain text fields include any edit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlanRow {
    /// Criterion; empty if a reviewer added the action.
    pub criterion: String,
    /// Number of the area for improvement that it addresses; empty if a reviewer added the action.
    pub area: String,
    /// Core capability.
    pub capability: String,
    /// Issue to be corrected.
    pub issue: String,
    /// Corrective action.
    pub action: String,
    /// Points that the issue cost; empty if a reviewer added the action.
    pub points: String,
    /// Responsible organization and point of contact.
    pub owner: String,
    /// Completion date.
    pub due: String,
    /// Issue together with its generated version.
    pub issue_cell: Cell,
    /// Corrective action together with its generated version.
    pub action_cell: Cell,
    /// Capability element (POETE).
    pub element: Cell,
    /// Responsible organization.
    pub organization: Cell,
    /// Point of contact.
    pub contact: Cell,
    /// Start date.
    pub start: Cell,
    /// Completion date.
    pub completion: Cell,
    /// Reviewer who added the action; empty if it was derived from a criterion.
    pub added: String,
    /// Reviewer who struck the action, and the reason; empty if it was not struck.
    pub struck: String,
}

/// A participant.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ParticipantRow {
    /// Role; empty if there is none.
    pub seat: String,
    /// Name.
    pub name: Cell,
    /// Organization or department.
    pub organization: Cell,
    /// Function in the exercise.
    pub function: Cell,
}

pub(super) fn status_note(status: &Status) -> String {
    let Some(stamp) = &status.finalized else { return String::new() };
    let since = match status.edits_since {
        0 => String::new(),
        edits => format!("; {} since", ENGLISH.count(edits, "edit", "edits")),
    };
    format!("Finalized by {}{since}", by(stamp))
}

pub(super) fn marking(overview: &[OverviewLine]) -> Cell {
    let line = overview.iter().find(|line| line.row == OverviewRow::Marking);
    line.map(|line| Cell::of(&line.text)).unwrap_or_default()
}

/// Returns the name of the exercise, or `None` if it is blank.
pub(super) fn name(overview: &[OverviewLine]) -> Option<&str> {
    let line = overview.iter().find(|line| line.row == OverviewRow::Name);
    line.map(|line| line.text.text()).filter(|name| !name.trim().is_empty())
}

/// Returns the overview in the order of the HSEEP form. Dates follow the name, and the marking is omitted because
/// it is printed on the cover.
pub(super) fn exercise(overview: &[OverviewLine], dates: &Edited) -> Vec<ExerciseRow> {
    let mut rows: Vec<ExerciseRow> = Vec::new();
    for line in overview.iter().filter(|line| line.row != OverviewRow::Marking) {
        let name = if line.name == line.group { "" } else { line.name };
        let part = ExercisePart { name, cell: Cell::of(&line.text) };
        match rows.last_mut().filter(|row| row.name == line.group) {
            Some(row) => row.parts.push(part),
            None => rows.push(ExerciseRow { name: line.group, parts: vec![part] }),
        }
        if line.row == OverviewRow::Name {
            let part = ExercisePart { name: "", cell: Cell::of(dates) };
            rows.push(ExerciseRow { name: "Exercise dates", parts: vec![part] });
        }
    }
    rows
}

pub(super) fn roll_up(rule: RollUp) -> &'static str {
    match rule {
        RollUp::Worst => {
            "A capability has the lowest rating of its critical tasks, or a lower one where a cap applies."
        }
        RollUp::Points => {
            "A capability is rated by the combined points of its critical tasks; a cap may lower the rating. \
             Each task is also listed with its own rating."
        }
    }
}

pub(super) fn capabilities(debrief: &Debrief) -> Vec<CapabilityRow> {
    let all = &debrief.after_action.capabilities;
    let number = |row: &CapabilityAnalysis| row.objective.as_ref().map(|objective| objective.number);
    let row = |(place, row): (usize, &CapabilityAnalysis)| {
        let opens = place == 0 || number(&all[place - 1]) != number(row);
        let rows = all[place..].iter().take_while(|other| number(other) == number(row)).count();
        capability_row(row, if opens { rows } else { 0 }, debrief)
    };
    all.iter().enumerate().map(row).collect()
}

fn capability_row(row: &CapabilityAnalysis, objective_rows: usize, debrief: &Debrief) -> CapabilityRow {
    let objective = row.objective.as_ref();
    let marks = objective.filter(|_| objective_rows > 0).map_or(&[][..], |objective| &objective.marks);
    let mark = |given: &ObjectiveMark| {
        format!("{} by {}, entry {}: {}", given.rating.letter(), given.by, given.entry, given.reason)
    };
    CapabilityRow {
        objective: objective.map_or_else(
            || "No associated objective".to_owned(),
            |objective| format!("{}. {}", objective.number, objective.title),
        ),
        objective_rows,
        evaluators: marks.iter().map(mark).collect(),
        anchor: format!("capability-{}-{}", objective.map_or(0, |objective| objective.number), row.id),
        title: row.title.clone(),
        target: row.target.clone(),
        reference: row.reference.clone(),
        points: row.points.map(|points| ENGLISH.whole(points)).unwrap_or_default(),
        letter: row.rating.map_or(NOTHING, Rating::letter),
        meaning: row.rating.map_or("not assessed", Rating::meaning),
        key: row.rating.map_or("none", rating_key),
        overridden: row.rating_overridden.map_or("", Rating::letter),
        caps: row.caps.iter().map(evidence_row).collect(),
        tasks: row.tasks.iter().map(task_row).collect(),
        strengths: row.strengths.iter().map(|finding| finding_row(finding, row, debrief)).collect(),
        areas: row.areas.iter().map(|finding| finding_row(finding, row, debrief)).collect(),
    }
}

fn task_row(task: &TaskMark) -> TaskRow {
    TaskRow {
        id: task.criterion.to_string(),
        title: task.title.clone(),
        letter: task.rating.map_or(NOTHING, Rating::letter),
        key: task.rating.map_or("none", rating_key),
    }
}

/// Returns the strengths or the areas for improvement of all capabilities, in descending order of points.
pub(super) fn findings(debrief: &Debrief, list: fn(&CapabilityAnalysis) -> &Vec<ReportedFinding>) -> Vec<FindingRow> {
    let all = debrief.after_action.capabilities.iter();
    let mut found: Vec<(&CapabilityAnalysis, &ReportedFinding)> =
        all.flat_map(|row| list(row).iter().map(move |finding| (row, finding))).collect();
    found.sort_by(|(_, a), (_, b)| b.points.total_cmp(&a.points));
    found.into_iter().map(|(row, finding)| finding_row(finding, row, debrief)).collect()
}

fn finding_row(finding: &ReportedFinding, row: &CapabilityAnalysis, debrief: &Debrief) -> FindingRow {
    let criterion = finding.criterion();
    let steps = &debrief.scorecard.playbook.steps;
    let scored = steps.iter().find_map(|step| {
        let score = step.criteria.iter().find(|score| Some(&score.id) == criterion)?;
        Some((step.title.clone(), score.advice.clone()))
    });
    let (step, advice) = scored.unwrap_or_default();
    let rewritten = finding.analysis.edit.is_some();
    FindingRow {
        number: finding.number.clone(),
        criterion: criterion.map(ToString::to_string).unwrap_or_default(),
        step,
        capability: row.title.clone(),
        text: finding.observation.text().to_owned(),
        observation: Cell::of(&finding.observation),
        reference: Cell::of(&finding.reference),
        analysis: Cell::of(&finding.analysis),
        causes: if rewritten { Vec::new() } else { finding.causes.iter().map(cause_row).collect() },
        missing: if rewritten { Vec::new() } else { finding.missing.clone() },
        what_if: finding.what_if.clone().unwrap_or_default(),
        advice,
        points: if finding.added.is_some() { String::new() } else { ENGLISH.decimal(finding.points) },
        added: finding.added.as_ref().map(|stamp| format!("added by {}", by(stamp))).unwrap_or_default(),
        struck: struck(finding.struck.as_ref()),
        evidence: evidence_rows(&finding.proof.iter().cloned().collect::<Vec<EvidenceItem>>()),
    }
}

fn cause_row(cause: &RootCause) -> CauseRow {
    CauseRow { kind: cause.kind.title(), text: sentence_case(&cause.text) }
}

fn struck(struck: Option<&Struck>) -> String {
    struck.map(|struck| format!("deleted by {}: {}", by(&struck.stamp), struck.reason)).unwrap_or_default()
}

pub(super) fn plan_row(line: &PlanLine) -> PlanRow {
    let owner = [line.organization.text(), line.contact.text()];
    PlanRow {
        criterion: line.criterion().map(ToString::to_string).unwrap_or_default(),
        area: line.area.clone(),
        capability: line.capability.clone(),
        issue: line.issue.text().to_owned(),
        action: line.action.text().to_owned(),
        points: if line.added.is_some() { String::new() } else { ENGLISH.decimal(line.points) },
        owner: owner.into_iter().filter(|name| !name.trim().is_empty()).collect::<Vec<&str>>().join(", "),
        due: line.completion.text().to_owned(),
        issue_cell: Cell::of(&line.issue),
        action_cell: Cell::of(&line.action),
        element: Cell::of(&line.element),
        organization: Cell::of(&line.organization),
        contact: Cell::of(&line.contact),
        start: Cell::of(&line.start),
        completion: Cell::of(&line.completion),
        added: line.added.as_ref().map(|stamp| format!("added by {}", by(stamp))).unwrap_or_default(),
        struck: struck(line.struck.as_ref()),
    }
}

pub(super) fn participant_row(participant: &Participant) -> ParticipantRow {
    ParticipantRow {
        seat: participant.seat.clone(),
        name: Cell::of(&participant.name),
        organization: Cell::of(&participant.organization),
        function: Cell::of(&participant.function),
    }
}
