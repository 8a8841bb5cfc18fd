//! The scorecard: what the playbook says about a run, and what came of it.
//!
//! Two results stand side by side and are never blended. The *playbook* result asks whether it was done as
//! documented: every criterion is judged from the timeline, with the evidence that earned or lost it. The
//! *outcome* asks what happened to customers, trust, coverage and money, on a scale on which doing nothing
//! under the same draws of chance is 0.
//!
//! Scoring is a pure function of a session; an old one can always be scored again, also by another playbook.
//!
//! - [`record`]: what is judged, and which statements count as words.
//! - [`moment`]: when something came about.
//! - [`tally`]: how large a share of something was done.
//! - [`count`]: how often, in which order of knowing and saying, and how long within bounds.
//! - [`text`]: what a statement says and how it sounds.
//! - [`evidence`]: credit from all of these.
//! - [`review`]: the players' own review beside the record; [`hot_wash`]: what they can see when they write it.
//! - [`rating`]: points to marks, with caps.
//! - [`evaluation`]: what an evaluator puts beside the result.
//! - [`confidence`]: how sure the team was, and how right.
//! - [`outcome`]: what it cost.

pub mod confidence;
pub mod count;
pub mod evaluation;
pub mod evidence;
pub mod hot_wash;
pub mod moment;
pub mod outcome;
pub mod rating;
pub mod record;
pub mod review;
pub mod tally;
pub mod text;

use std::collections::BTreeMap;

use serde::Serialize;

pub use confidence::Calibration;
pub use evaluation::{Evaluation, Overridden};
pub use evidence::{EvidenceItem, Judgement, Span};
pub use hot_wash::HotWash;
pub use outcome::{Outcome, OutcomeMetrics, Reference};
pub use rating::Rating;
pub use record::Record;

use crate::id::{CriterionId, PlaybookId, ScenarioId, StepId};
use crate::scenario::{Criterion, Scenario, Step};
use crate::session::Session;
use crate::simulation::Seed;

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
    /// How sure the team was, and how right; in no total.
    pub confidence: Calibration,
    /// What evaluators marked and noted; in no total.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evaluations: Vec<Evaluation>,
}

/// How far the playbook was followed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlaybookScore {
    /// The playbook.
    pub id: PlaybookId,
    /// Points, 0 to 100, as judged automatically.
    pub total: f64,
    /// Points with the evaluators' overrides, where there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_overridden: Option<f64>,
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
    /// Points with the evaluators' overrides, where there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score_overridden: Option<f64>,
    /// The mark with the evaluators' overrides, where there are any; caps hold all the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating_overridden: Option<Rating>,
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
    /// What an evaluator made of it, beside the automatic result.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overridden: Option<Overridden>,
}

impl CriterionScore {
    /// Returns the credit, 0 to 1; none where it was not judged.
    pub fn credit(&self) -> Option<f64> {
        (self.max > 0.0).then(|| self.score / self.max)
    }

    /// Returns the points that stand: the evaluator's where there are any.
    pub fn standing_score(&self) -> f64 {
        self.overridden.as_ref().map_or(self.score, |overridden| overridden.score)
    }
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
    let record = Record { scenario, timeline: session.timeline(), entries: session.entries() };
    let (playbook, earlier) = judge_all(&record);
    Scorecard {
        scenario: scenario.id.clone(),
        seed,
        fingerprint,
        ended: session.has_ended(),
        playbook,
        outcome: outcome::measure(session.timeline(), reference),
        confidence: confidence::calibrate(&record, &earlier),
        evaluations: evaluation::evaluations(scenario, session.entries()),
    }
}

/// Judges every criterion of a playbook from a record.
pub fn score_playbook(record: &Record<'_>) -> PlaybookScore {
    judge_all(record).0
}

/// Judges the criteria that need no review first, then those that hold the review against them.
fn judge_all(record: &Record<'_>) -> (PlaybookScore, review::Earlier) {
    let mut judged: BTreeMap<&CriterionId, Judgement> = BTreeMap::new();
    let nothing = review::Earlier::default();
    let criteria = || record.scenario.playbook.criteria().map(|(_, criterion)| criterion);
    for criterion in criteria().filter(|criterion| !criterion.evidence.asks_for_review()) {
        judged.insert(&criterion.id, evidence::judge(criterion, record, &nothing));
    }
    let earlier = earlier_of(record, &|criterion, _| judged[&criterion.id].clone());
    for criterion in criteria().filter(|criterion| criterion.evidence.asks_for_review()) {
        judged.insert(&criterion.id, evidence::judge(criterion, record, &earlier));
    }
    let mut playbook = total(record, judged);
    evaluation::apply(&mut playbook, record.entries);
    (playbook, earlier)
}

/// The results of the criteria that need no review, as far as they could be judged.
fn earlier_of(record: &Record<'_>, judge: &dyn Fn(&Criterion, &Record<'_>) -> Judgement) -> review::Earlier {
    let mut results = Vec::new();
    for step in &record.scenario.playbook.steps {
        let all: f64 = step.criteria.iter().map(|criterion| criterion.weight).sum();
        for criterion in step.criteria.iter().filter(|criterion| !criterion.evidence.asks_for_review()) {
            let judgement = judge(criterion, record);
            let Some(credit) = judgement.credit else { continue };
            results.push(review::Result {
                id: criterion.id.clone(),
                title: criterion.title.clone(),
                advice: criterion.advice.clone(),
                credit,
                max: criterion.weight * step.weight / all,
                evidence: judgement.evidence,
            });
        }
    }
    review::Earlier(results)
}

/// Adds up what was judged.
fn total(record: &Record<'_>, mut judged: BTreeMap<&CriterionId, Judgement>) -> PlaybookScore {
    let playbook = &record.scenario.playbook;
    let judged: Vec<(&Step, Vec<(&Criterion, Judgement)>)> = playbook
        .steps
        .iter()
        .map(|step| {
            let criteria = step.criteria.iter();
            (step, criteria.filter_map(|criterion| Some((criterion, judged.remove(&criterion.id)?))).collect())
        })
        .collect();
    let points: f64 = judged.iter().filter(|(_, all)| judged_weight(all) > 0.0).map(|(step, _)| step.weight).sum();
    let steps: Vec<StepScore> = judged.into_iter().map(|(step, all)| score_step(step, all, points, record)).collect();
    let weight: f64 = steps.iter().map(|step| step.weight).sum();
    let covered: f64 = steps.iter().map(|step| step.weight * step.coverage).sum();
    PlaybookScore {
        id: playbook.id.clone(),
        total: steps.iter().flat_map(|step| &step.criteria).map(|criterion| criterion.score).sum(),
        total_overridden: None,
        coverage: if weight > 0.0 { covered / weight } else { 0.0 },
        steps,
    }
}

/// The weight of the criteria that could be judged.
fn judged_weight(criteria: &[(&Criterion, Judgement)]) -> f64 {
    criteria.iter().filter(|(_, judgement)| judgement.credit.is_some()).map(|(criterion, _)| criterion.weight).sum()
}

fn score_step(step: &Step, criteria: Vec<(&Criterion, Judgement)>, points: f64, record: &Record<'_>) -> StepScore {
    let judged = judged_weight(&criteria);
    let all: f64 = step.criteria.iter().map(|criterion| criterion.weight).sum();
    let per_weight = if judged > 0.0 { 100.0 * step.weight / points / judged } else { 0.0 };
    let earned: f64 =
        criteria.iter().map(|(criterion, judgement)| criterion.weight * judgement.credit.unwrap_or(0.0)).sum();
    let share = if judged > 0.0 { earned / judged } else { 0.0 };
    let rated: Vec<&Criterion> = step.criteria.iter().collect();
    let capped = (judged > 0.0).then(|| rating::cap(Rating::of_share(share), &rated, record));
    let (rating, caps) = capped.map_or((None, Vec::new()), |(rating, caps)| (Some(rating), caps));
    StepScore {
        id: step.id.clone(),
        title: step.title.clone(),
        score: 100.0 * share,
        weight: step.weight,
        coverage: if all > 0.0 { judged / all } else { 0.0 },
        rating,
        caps,
        score_overridden: None,
        rating_overridden: None,
        criteria: criteria
            .into_iter()
            .map(|(criterion, judgement)| score_criterion(criterion, judgement, per_weight))
            .collect(),
    }
}

fn score_criterion(criterion: &Criterion, judgement: Judgement, per_weight: f64) -> CriterionScore {
    let max = if judgement.credit.is_some() { criterion.weight * per_weight } else { 0.0 };
    let verdict = verdict_of(judgement.credit, judgement.late);
    CriterionScore {
        id: criterion.id.clone(),
        title: criterion.title.clone(),
        score: max * judgement.credit.unwrap_or(0.0),
        max,
        verdict,
        evidence: judgement.evidence,
        advice: criterion.advice.clone(),
        overridden: None,
    }
}

/// The word for a credit.
fn verdict_of(credit: Option<f64>, late: bool) -> Verdict {
    match credit {
        None => Verdict::NotApplicable,
        Some(credit) if credit >= MET => Verdict::Met,
        Some(credit) if credit <= MISSED => Verdict::Missed,
        Some(_) if late => Verdict::Late,
        Some(_) => Verdict::Partial,
    }
}
