//! The report that is signed, in words: overview, capabilities with their findings, plan, participants, remarks.

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
    /// Its name.
    pub name: &'static str,
    /// What it says, one or several things.
    pub parts: Vec<ExercisePart>,
}

/// A thing that a row of the overview says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExercisePart {
    /// What it is about; empty where the row says it.
    pub name: &'static str,
    /// What it says.
    pub cell: Cell,
}

/// How a core capability was performed under an objective.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CapabilityRow {
    /// The objective with its number; what belongs to none says so.
    pub objective: String,
    /// In how many rows the objective stands, in the first of them; 0 in the others.
    pub objective_rows: usize,
    /// What evaluators gave the objective, in the first of its rows.
    pub evaluators: Vec<String>,
    /// For links.
    pub anchor: String,
    /// The capability.
    pub title: String,
    /// The performance threshold; empty where the playbook names none.
    pub target: String,
    /// The plan, law or guidance it is held against; empty where the playbook names none.
    pub reference: String,
    /// Points of 100; empty where no task could be judged.
    pub points: String,
    /// The mark.
    pub letter: &'static str,
    /// What the mark means.
    pub meaning: &'static str,
    /// For style sheets.
    pub key: &'static str,
    /// The mark with the evaluators' overrides; empty where there are none.
    pub overridden: &'static str,
    /// What lowered the mark.
    pub caps: Vec<EvidenceRow>,
    /// Its critical tasks.
    pub tasks: Vec<TaskRow>,
    /// What went well.
    pub strengths: Vec<FindingRow>,
    /// What has to become better.
    pub areas: Vec<FindingRow>,
}

/// A critical task.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TaskRow {
    /// The criterion that judges it.
    pub id: String,
    /// What it asks for.
    pub title: String,
    /// The mark.
    pub letter: &'static str,
    /// For style sheets.
    pub key: &'static str,
}

/// One kind of thing that went wrong.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CauseRow {
    /// What kind of thing.
    pub kind: &'static str,
    /// In words.
    pub text: String,
}

/// A strength or an area for improvement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FindingRow {
    /// Its number in the report: `S1`, `A1`.
    pub number: String,
    /// The criterion; empty where a reviewer added it.
    pub criterion: String,
    /// The step; empty where a reviewer added it.
    pub step: String,
    /// The core capability.
    pub capability: String,
    /// What was found, as it stands.
    pub text: String,
    /// The same, with what the program wrote beside it.
    pub observation: Cell,
    /// The plan, policy, procedure or law it is held against.
    pub reference: Cell,
    /// Why it came to that.
    pub analysis: Cell,
    /// The same kind by kind, as the program wrote it; empty where somebody rewrote the analysis.
    pub causes: Vec<CauseRow>,
    /// What the record does not say; empty where somebody rewrote the analysis.
    pub missing: Vec<String>,
    /// What would have come of doing it otherwise; empty where nothing is known of it.
    pub what_if: String,
    /// What the playbook advises; empty where a reviewer added it.
    pub advice: String,
    /// Points won or lost; empty where a reviewer added it.
    pub points: String,
    /// Who added it; empty where it follows from a criterion.
    pub added: String,
    /// Who struck it and why; empty where it stands.
    pub struck: String,
    /// The evidence.
    pub evidence: Vec<EvidenceRow>,
}

/// A corrective action. Its plain texts are those that stand.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlanRow {
    /// The criterion; empty where a reviewer added it.
    pub criterion: String,
    /// The number of the area that it answers; empty where a reviewer added it.
    pub area: String,
    /// The core capability.
    pub capability: String,
    /// The issue.
    pub issue: String,
    /// What to do.
    pub action: String,
    /// Points that the issue cost; empty where a reviewer added it.
    pub points: String,
    /// Who does it: organization and person.
    pub owner: String,
    /// By when.
    pub due: String,
    /// The issue, with what the program wrote beside it.
    pub issue_cell: Cell,
    /// What to do, with what the program wrote beside it.
    pub action_cell: Cell,
    /// The element of the capability.
    pub element: Cell,
    /// The organization that sees to it.
    pub organization: Cell,
    /// The person to ask.
    pub contact: Cell,
    /// The first day.
    pub start: Cell,
    /// The day by which it is done.
    pub completion: Cell,
    /// Who added it; empty where it follows from a criterion.
    pub added: String,
    /// Who struck it and why; empty where it stands.
    pub struck: String,
}

/// Somebody who took part.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ParticipantRow {
    /// The seat; empty where there is none.
    pub seat: String,
    /// The name.
    pub name: Cell,
    /// The organization or department.
    pub organization: Cell,
    /// What they did.
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

/// Returns the name of the exercise, unless nobody left one.
pub(super) fn name(overview: &[OverviewLine]) -> Option<&str> {
    let line = overview.iter().find(|line| line.row == OverviewRow::Name);
    line.map(|line| line.text.text()).filter(|name| !name.trim().is_empty())
}

/// The overview in the order of the form: the dates follow the name, and the marking stands on the cover.
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

/// The strengths or the areas of all capabilities, those that weigh most first.
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
