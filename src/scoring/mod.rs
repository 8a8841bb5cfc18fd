//! The scorecard: what the playbook says about a run, and what came of it.
//!
//! Two results stand side by side and are never blended. The *playbook* result asks whether it was done as
//! documented: every criterion is judged from the timeline, with the evidence that earned or lost it. The
//! *outcome* asks what happened to customers, trust, coverage and money, on a scale on which doing nothing
//! under the same draws of chance is 0.
//!
//! Scoring is a pure function of a session; an old one can always be scored again, also by another playbook.
//!
//! - [`moment`]: when something came about.
//! - [`tally`]: how large a share of something was done.
//! - [`evidence`]: credit from both.
//! - [`rating`]: points to marks, with caps.
//! - [`outcome`]: what it cost.

pub mod evidence;
pub mod moment;
pub mod outcome;
pub mod rating;
pub mod tally;

use serde::Serialize;

pub use evidence::{EvidenceItem, Judgement};
pub use outcome::{Outcome, OutcomeMetrics, Reference};
pub use rating::Rating;

use crate::id::{CriterionId, PlaybookId, ScenarioId, StepId};
use crate::scenario::{Criterion, Scenario, Step};
use crate::session::Session;
use crate::simulation::Seed;
use crate::timeline::Timeline;

/// Everything a run is judged by.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scorecard {
    /// The scenario.
    pub scenario: ScenarioId,
    /// The seed.
    pub seed: Seed,
    /// The proof of the world that was scored.
    pub fingerprint: String,
    /// Whether the exercise had ended.
    pub ended: bool,
    /// Was it done as documented?
    pub playbook: PlaybookScore,
    /// What came of it?
    pub outcome: Outcome,
}

/// How far the playbook was followed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlaybookScore {
    /// The playbook.
    pub id: PlaybookId,
    /// Points, 0 to 100.
    pub total: f64,
    /// The share of the playbook's weight that could be judged, 0 to 1.
    pub coverage: f64,
    /// The steps in order.
    pub steps: Vec<StepScore>,
}

/// How far a step was followed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StepScore {
    /// The step.
    pub id: StepId,
    /// Its name.
    pub title: String,
    /// Points, 0 to 100.
    pub score: f64,
    /// Its weight in the total.
    pub weight: f64,
    /// The share of its weight that could be judged, 0 to 1.
    pub coverage: f64,
    /// The mark; none where nothing could be judged.
    pub rating: Option<Rating>,
    /// What lowered the mark below its points.
    pub caps: Vec<EvidenceItem>,
    /// The criteria in order.
    pub criteria: Vec<CriterionScore>,
}

/// What became of one criterion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CriterionScore {
    /// The criterion.
    pub id: CriterionId,
    /// What it asks for.
    pub title: String,
    /// Points in the total of 100.
    pub score: f64,
    /// The most points it could have; 0 where it was not judged.
    pub max: f64,
    /// The verdict.
    pub verdict: Verdict,
    /// What earned or lost the points.
    pub evidence: Vec<EvidenceItem>,
    /// What to do better next time.
    pub advice: String,
}

/// What became of a criterion, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Done.
    Met,
    /// Done, but too late for full credit.
    Late,
    /// Done in part.
    Partial,
    /// Not done.
    Missed,
    /// Could not be judged in this run.
    NotApplicable,
}

impl Verdict {
    /// Returns the word for people.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Met => "met",
            Verdict::Late => "late",
            Verdict::Partial => "partial",
            Verdict::Missed => "missed",
            Verdict::NotApplicable => "not applicable",
        }
    }
}

/// Credit from which a criterion counts as met.
const MET: f64 = 0.95;

/// Credit up to which a criterion counts as missed.
const MISSED: f64 = 0.05;

/// Scores a session with the playbook of its own scenario, between the two ends of the outcome's scale.
pub fn score(session: &mut Session, reference: &Reference) -> Scorecard {
    let scenario = session.scenario().clone();
    score_by(session, &scenario, reference)
}

/// Scores a session with the playbook of another edition of its scenario.
pub fn score_by(session: &mut Session, scenario: &Scenario, reference: &Reference) -> Scorecard {
    let fingerprint = session.fingerprint().whole;
    let seed = session.seed();
    Scorecard {
        scenario: scenario.id.clone(),
        seed,
        fingerprint,
        ended: session.has_ended(),
        playbook: score_playbook(scenario, session.timeline()),
        outcome: outcome::measure(session.timeline(), reference),
    }
}

/// Judges every criterion of a scenario's playbook from a timeline.
pub fn score_playbook(scenario: &Scenario, timeline: &Timeline) -> PlaybookScore {
    let judged: Vec<(&Step, Vec<(&Criterion, Judgement)>)> = scenario
        .playbook
        .steps
        .iter()
        .map(|step| {
            let judge = |criterion| (criterion, evidence::judge(criterion, scenario, timeline));
            (step, step.criteria.iter().map(judge).collect())
        })
        .collect();
    let points: f64 = judged.iter().filter(|(_, all)| judged_weight(all) > 0.0).map(|(step, _)| step.weight).sum();
    let steps: Vec<StepScore> =
        judged.into_iter().map(|(step, all)| score_step(step, all, points, scenario, timeline)).collect();
    let weight: f64 = steps.iter().map(|step| step.weight).sum();
    let covered: f64 = steps.iter().map(|step| step.weight * step.coverage).sum();
    PlaybookScore {
        id: scenario.playbook.id.clone(),
        total: steps.iter().flat_map(|step| &step.criteria).map(|criterion| criterion.score).sum(),
        coverage: if weight > 0.0 { covered / weight } else { 0.0 },
        steps,
    }
}

/// The weight of the criteria that could be judged.
fn judged_weight(criteria: &[(&Criterion, Judgement)]) -> f64 {
    criteria.iter().filter(|(_, judgement)| judgement.credit.is_some()).map(|(criterion, _)| criterion.weight).sum()
}

fn score_step(
    step: &Step,
    criteria: Vec<(&Criterion, Judgement)>,
    points: f64,
    scenario: &Scenario,
    timeline: &Timeline,
) -> StepScore {
    let judged = judged_weight(&criteria);
    let all: f64 = step.criteria.iter().map(|criterion| criterion.weight).sum();
    let per_weight = if judged > 0.0 { 100.0 * step.weight / points / judged } else { 0.0 };
    let earned: f64 =
        criteria.iter().map(|(criterion, judgement)| criterion.weight * judgement.credit.unwrap_or(0.0)).sum();
    let share = if judged > 0.0 { earned / judged } else { 0.0 };
    let (rating, caps) = rating::rate(step, share, judged > 0.0, scenario, timeline);
    StepScore {
        id: step.id.clone(),
        title: step.title.clone(),
        score: 100.0 * share,
        weight: step.weight,
        coverage: if all > 0.0 { judged / all } else { 0.0 },
        rating,
        caps,
        criteria: criteria
            .into_iter()
            .map(|(criterion, judgement)| score_criterion(criterion, judgement, per_weight))
            .collect(),
    }
}

fn score_criterion(criterion: &Criterion, judgement: Judgement, per_weight: f64) -> CriterionScore {
    let max = if judgement.credit.is_some() { criterion.weight * per_weight } else { 0.0 };
    let verdict = match judgement.credit {
        None => Verdict::NotApplicable,
        Some(credit) if credit >= MET => Verdict::Met,
        Some(credit) if credit <= MISSED => Verdict::Missed,
        Some(_) if judgement.late => Verdict::Late,
        Some(_) => Verdict::Partial,
    };
    CriterionScore {
        id: criterion.id.clone(),
        title: criterion.title.clone(),
        score: max * judgement.credit.unwrap_or(0.0),
        max,
        verdict,
        evidence: judgement.evidence,
        advice: criterion.advice.clone(),
    }
}
