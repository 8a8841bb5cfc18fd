//! The complete report: the text of every section.

use serde::Serialize;

use super::after_action::{self, CapabilityRow, ExerciseRow, FindingRow, ParticipantRow, PlanRow};
use super::cell::Cell;
use super::clock::{ClockRow, clock_row};
use super::confidence::{ConfidenceRow, confidence, confidence_levels};
use super::evaluation::{EvaluationRow, evaluation_row};
use super::evidence::{EvidenceRow, evidence_row};
use super::figure::{Figure, LossRow, figures, loss_row};
use super::knowledge::{KnowledgeRow, knowledge_row};
use super::log::{LogRow, log};
use super::own_review::{ReviewRow, review_row};
use super::rating::{RatingRow, rating_row};
use super::response::{ResponseRow, response_row};
use super::statement::{StatementRow, statement_row};
use super::step::{StepRow, steps};
use super::story::{Moment, StoryRow, moment, story};
use super::team::{TeamRow, team_row};
use crate::number::{self, ENGLISH};
use crate::turning::Turning;
use goldenhour_core::debrief::Debrief;
use goldenhour_core::scoring::{Rating, Scorecard};
use goldenhour_core::time::SimTime;

/// A debrief with all content formatted as text.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// Name of the exercise, including any edit.
    pub title: String,
    /// Name of the organization in crisis.
    pub organization: String,
    /// Calendar date and time of StartEx.
    pub starts: String,
    /// Simulated duration.
    pub length: String,
    /// Whether the session was played to EndEx.
    pub ended: &'static str,
    /// Short description of the scenario.
    pub scenario: String,
    /// Objectives.
    pub objectives: Vec<String>,
    /// Whether the report is a draft or final.
    pub status: &'static str,
    /// Who declared it final; empty while it is a draft.
    pub status_note: String,
    /// Protective marking; blank until one is set.
    pub marking: Cell,
    /// Exercise overview, row by row.
    pub exercise: Vec<ExerciseRow>,
    /// Name of the playbook.
    pub playbook: String,
    /// Sources on which the playbook is based.
    pub playbook_source: String,
    /// Summary in one or two sentences, including any edit.
    pub summary: String,
    /// Summary together with its generated version.
    pub summary_cell: Cell,
    /// Analysis of each core capability under each objective.
    pub capabilities: Vec<CapabilityRow>,
    /// Rule that derives the rating of a capability from its critical tasks.
    pub roll_up: &'static str,
    /// Playbook score.
    pub total: String,
    /// Playbook score with the evaluators' overrides; empty if there are none.
    pub total_overridden: String,
    /// Share of the playbook that could be evaluated.
    pub coverage: String,
    /// Outcome.
    pub outcome: String,
    /// Outcome figures.
    pub figures: Vec<Figure>,
    /// Losses compared with doing nothing.
    pub losses: Vec<LossRow>,
    /// Steps of the playbook.
    pub steps: Vec<StepRow>,
    /// Ratings with their definitions, best first.
    pub ratings: Vec<RatingRow>,
    /// Metrics over time as a table.
    pub story: Vec<StoryRow>,
    /// Statements and setbacks in chronological order.
    pub moments: Vec<Moment>,
    /// Areas for improvement of all capabilities, costliest first.
    pub improvements: Vec<FindingRow>,
    /// Strengths of all capabilities, in descending order of points.
    pub strengths: Vec<FindingRow>,
    /// Statements.
    pub statements: Vec<StatementRow>,
    /// Clocks.
    pub clocks: Vec<ClockRow>,
    /// Inquiries and answers.
    pub responses: Vec<ResponseRow>,
    /// Roles and their workload.
    pub team: Vec<TeamRow>,
    /// When each fact was learned and published.
    pub knowledge: Vec<KnowledgeRow>,
    /// Improvement plan.
    pub plan: Vec<PlanRow>,
    /// Participants.
    pub participants: Vec<ParticipantRow>,
    /// The team's own review, compared with the record.
    pub own_review: Vec<ReviewRow>,
    /// Marks and notes of evaluators.
    pub evaluations: Vec<EvaluationRow>,
    /// Sentence about how well the team's confidence matched its results; empty without data.
    pub confidence: String,
    /// Results by level of confidence.
    pub confidence_levels: Vec<ConfidenceRow>,
    /// Decisions that the team was confident about and that were wrong.
    pub sure_and_wrong: Vec<EvidenceRow>,
    /// Questions for the hot wash.
    pub hot_wash: Vec<String>,
    /// Counterfactual analysis; absent unless it was computed.
    pub turning: Option<Turning>,
    /// All events.
    pub log: Vec<LogRow>,
    /// Random seed.
    pub seed: String,
    /// Version of the program.
    pub program: String,
    /// Fingerprint of the simulation state that was scored.
    pub fingerprint: String,
}

impl Report {
    /// Formats a debrief as text.
    pub fn of(debrief: &Debrief) -> Self {
        let Scorecard { playbook, outcome, ended, .. } = &debrief.scorecard;
        let signed = &debrief.after_action;
        Report {
            title: after_action::name(&signed.overview).unwrap_or(&debrief.title).to_owned(),
            organization: debrief.organization.clone(),
            starts: debrief.starts.clone(),
            length: number::length(debrief.until.since(SimTime::START)),
            ended: if *ended { "completed to EndEx" } else { "ended before EndEx" },
            scenario: debrief.scenario_summary.clone(),
            objectives: debrief.objectives.clone(),
            status: if signed.status.is_final() { "Final" } else { "Draft" },
            status_note: after_action::status_note(&signed.status),
            marking: after_action::marking(&signed.overview),
            exercise: after_action::exercise(&signed.overview, &signed.dates),
            playbook: debrief.playbook.clone(),
            playbook_source: debrief.playbook_source.clone(),
            summary: signed.summary.text().to_owned(),
            summary_cell: Cell::of(&signed.summary),
            capabilities: after_action::capabilities(debrief),
            roll_up: after_action::roll_up(signed.roll_up),
            total: ENGLISH.whole(playbook.total),
            total_overridden: playbook.total_overridden.map(|points| ENGLISH.whole(points)).unwrap_or_default(),
            coverage: ENGLISH.percent(playbook.coverage),
            outcome: ENGLISH.whole(outcome.total),
            figures: figures(&outcome.metrics, &debrief.currency),
            losses: outcome.losses.iter().map(|loss| loss_row(loss, &debrief.currency)).collect(),
            steps: steps(&playbook.steps),
            ratings: [Rating::P, Rating::S, Rating::M, Rating::U].map(rating_row).into(),
            story: story(debrief),
            moments: debrief.story.markers.iter().filter_map(moment).collect(),
            improvements: after_action::findings(debrief, |row| &row.areas),
            strengths: after_action::findings(debrief, |row| &row.strengths),
            statements: debrief.statements.iter().map(|said| statement_row(said, &signed.annotations)).collect(),
            clocks: debrief.clocks.iter().map(clock_row).collect(),
            responses: debrief.responses.iter().map(response_row).collect(),
            team: debrief.team.iter().map(team_row).collect(),
            knowledge: debrief.knowledge.iter().map(knowledge_row).collect(),
            plan: signed.improvement_plan.iter().map(after_action::plan_row).collect(),
            participants: signed.participants.iter().map(after_action::participant_row).collect(),
            own_review: debrief.own_review.iter().flat_map(|review| &review.lines).map(review_row).collect(),
            evaluations: debrief.scorecard.evaluations.iter().map(evaluation_row).collect(),
            confidence: confidence(&debrief.scorecard.confidence),
            confidence_levels: confidence_levels(&debrief.scorecard.confidence),
            sure_and_wrong: debrief.scorecard.confidence.sure_and_wrong.iter().map(evidence_row).collect(),
            hot_wash: debrief.hot_wash.clone(),
            turning: debrief.counterfactual.as_ref().map(Turning::of),
            log: log(debrief),
            seed: debrief.seed.0.to_string(),
            program: debrief.program.clone(),
            fingerprint: debrief.fingerprint.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn improvements_and_strengths_are_kept_apart() {
        let report = Report::of(&sample::debrief());
        assert_eq!(report.improvements.len(), 2);
        assert_eq!(report.strengths.len(), 1);
        assert_eq!(report.improvements[0].points, "5.7");
        assert_eq!(report.improvements[1].points, "", "findings added by reviewers have no points");
    }

    #[test]
    fn edited_texts_fill_the_plain_fields() {
        let report = Report::of(&sample::debrief());
        let line = &report.plan[0];
        assert_eq!(line.action, "Rehearse “not known yet” with the press office.");
        assert_eq!(line.action_cell.automatic, "Say what you know. Name what you do not know yet.");
        assert_eq!((line.owner.as_str(), line.due.as_str()), ("Communications", "2027-02-26"));
        assert!(report.improvements[1].causes.is_empty(), "an edited analysis replaces the generated causes");
    }

    #[test]
    fn an_objective_is_shown_in_its_first_row() {
        let report = Report::of(&sample::debrief());
        let rows: Vec<usize> = report.capabilities.iter().map(|row| row.objective_rows).collect();
        assert_eq!(rows, [1, 1]);
        assert_eq!(report.capabilities[0].evaluators, ["S by Ada, entry 10: in time"]);
    }

    #[test]
    fn remarks_appear_at_their_log_entry_and_statement() {
        let report = Report::of(&sample::debrief());
        assert_eq!(report.statements[0].remarks, ["Nobody read it aloud before. (Ada, entry 15)"]);
        let entry = report.log.iter().find(|row| row.entry == "2").unwrap();
        assert_eq!(entry.remarks.len(), 1);
        assert!(report.log.iter().any(|row| row.at == "T+01:40" && row.text == "Comment by Ben: A long silence."));
    }
}
