//! Scores a session: how closely it followed the playbook, and what the incident cost.
//!
//! The two results are reported together and never combined into one number. The *playbook* result measures whether
//! the team acted as documented: every criterion is judged from the timeline, with the evidence that earned or lost
//! its credit. The *outcome* measures customers, trust, coverage and money on a scale on which doing nothing with
//! the same random draws is 0.
//!
//! Scoring is a pure function of a session. A recorded session can be scored again at any time, even with a
//! different playbook.
//!
//! - [`record`]: the input of scoring, and which publications count as statements.
//! - [`evidence_item`], [`judgement`], [`verdict`]: the parts of a result.
//! - [`moment`]: when something happened.
//! - [`share`]: evidence that is a proportion.
//! - [`count`]: occurrences, claims made before the facts were known, and how long a metric stayed within a bound.
//! - [`text`]: content and tone of a statement.
//! - [`evidence`]: credit from all of these.
//! - [`review`]: the players' own review compared with the record; [`hot_wash`]: what players know when they write
//!   it.
//! - [`rating`]: ratings from points, with caps.
//! - [`playbook_score`], [`scorecard`]: totals over criteria and steps.
//! - [`evaluation`]: overrides, ratings and notes of evaluators.
//! - [`confidence`]: how well the team's confidence matched the results.
//! - [`outcome`]: what the incident cost.

pub mod confidence;
pub mod count;
pub mod evaluation;
pub mod evidence;
pub mod evidence_item;
pub mod hot_wash;
pub mod judgement;
pub mod moment;
pub mod outcome;
pub mod playbook_score;
pub mod rating;
pub mod record;
pub mod review;
pub mod scorecard;
pub mod share;
pub mod text;
pub mod verdict;

use std::collections::BTreeMap;

pub use confidence::Calibration;
pub use evaluation::{Evaluation, Overridden};
pub use evidence_item::{EvidenceItem, Span};
pub use hot_wash::HotWash;
pub use judgement::Judgement;
pub use outcome::{Outcome, OutcomeMetrics, Reference};
pub use playbook_score::{CriterionScore, PlaybookScore, StepScore};
pub use rating::Rating;
pub use record::Record;
pub use scorecard::Scorecard;
pub use verdict::Verdict;

use crate::id::CriterionId;
use crate::scenario::Scenario;
use crate::session::Session;
use review::Earlier;

/// Scores a session with the playbook of its own scenario; `reference` defines both ends of the outcome scale.
///
/// ```
/// use std::sync::Arc;
///
/// use goldenhour_core::ensemble::{COHORT, reference};
/// use goldenhour_core::scenario::load;
/// use goldenhour_core::scenario::source::BuiltIn;
/// use goldenhour_core::scoring::score;
/// use goldenhour_core::session::log::Unkept;
/// use goldenhour_core::session::{Mode, Session};
/// use goldenhour_core::simulation::Seed;
///
/// let scenario = Arc::new(load(&BuiltIn::Scenario("first_hour".to_owned()))?.output);
/// let mut session = Session::begin_with(scenario.clone(), Seed(1), Mode::Headless, COHORT, Box::new(Unkept))?;
/// session.advance_to("T+05:00".parse()?)?;
///
/// // The outcome scale runs from doing nothing to the best known play, here up to the same moment.
/// let reference = reference::play(&scenario, Seed(1), COHORT, session.now());
/// let scorecard = score(&mut session, &reference);
/// assert_eq!(scorecard.outcome.total, 0.0, "no decision was made in this session");
///
/// let criteria = || scorecard.playbook.steps.iter().flat_map(|step| &step.criteria);
/// assert!(criteria().filter(|criterion| criterion.score > 0.0).all(|criterion| !criterion.evidence.is_empty()));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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

/// Judges the criteria that do not evaluate a review first, then those that compare the review with these results.
fn judge_all(record: &Record<'_>) -> (PlaybookScore, Earlier) {
    let mut judged: BTreeMap<&CriterionId, Judgement> = BTreeMap::new();
    let nothing = Earlier::default();
    let criteria = || record.scenario.playbook.criteria().map(|(_, criterion)| criterion);
    for criterion in criteria().filter(|criterion| !criterion.evidence.asks_for_review()) {
        judged.insert(&criterion.id, evidence::judge(criterion, record, &nothing));
    }
    let earlier = Earlier::gather(record, &|criterion, _| judged[&criterion.id].clone());
    for criterion in criteria().filter(|criterion| criterion.evidence.asks_for_review()) {
        judged.insert(&criterion.id, evidence::judge(criterion, record, &earlier));
    }
    let mut playbook = PlaybookScore::add_up(record, judged);
    playbook.add_overrides(record.entries);
    (playbook, earlier)
}
