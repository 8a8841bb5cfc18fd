//! The debrief: what happened, what it was worth and what to do about it, each sentence with its evidence.
//!
//! A [`Debrief`] is plain data made from a session and its scorecard by a pure function, [`debrief`]. Screens and
//! exports show it and add nothing. A finding cannot be made without evidence ([`finding::Proof`]).
//!
//! - [`finding`]: strengths and areas for improvement, from the criteria.
//! - [`root_cause`]: why something fell short, as far as the record shows it.
//! - [`after_action`]: the report that is signed, with what reviewers changed in it.
//! - [`story`]: metrics over time with what people did.
//! - [`alternative`]: what could have been different; [`turning_point`]: what that would have changed; [`luck`]: the same
//!   decisions under other luck; [`counterfactual`]: all three, refined with more and more seeds.
//! - [`review`]: statements, clocks and response times.
//! - [`knowledge`]: who knew what when.
//! - [`improvement`]: what should change.
//! - [`own_review`]: what the team says of itself, beside the record.
//! - [`log`]: every event in words, with rationales, notes, marks and edits.
//! - [`hot_wash`]: questions for the discussion right after.

pub mod after_action;
pub mod alternative;
pub mod counterfactual;
pub mod finding;
pub mod hot_wash;
pub mod improvement;
pub mod knowledge;
pub mod log;
pub mod luck;
pub mod own_review;
pub mod review;
pub mod root_cause;
pub mod story;
mod summary;
pub mod turning_point;

use serde::Serialize;

pub use after_action::{AfterAction, Edited};
pub use counterfactual::Counterfactual;
pub use finding::{Finding, FindingKind, Proof};
pub use improvement::CorrectiveAction;
pub use knowledge::FactHistory;
pub use log::{LogKind, LogLine};
pub use own_review::{OwnReview, ReviewLine};
pub use review::{ClaimReview, ClockReview, ClockStatus, ResponseTime, StatementReview, TeamLoad};
pub use root_cause::{CauseKind, RootCause};
pub use story::{Marker, MarkerKind, ReferenceKind, ReferenceStory, Story};
pub use turning_point::TurningPoint;

use crate::ensemble::Ends;
use crate::scoring::Scorecard;
use crate::session::Session;
use crate::simulation::Seed;
use crate::time::{Calendar, SimTime};
use crate::timeline::Series;

/// The analysis of a run.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Debrief {
    /// The scenario's name.
    pub title: String,
    /// What the scenario is about.
    pub scenario_summary: String,
    /// The retailer.
    pub organization: String,
    /// The currency of all money.
    pub currency: String,
    /// The playbook's name.
    pub playbook: String,
    /// What the playbook is taken from.
    pub playbook_source: String,
    /// When the story began, for example `Thu 26 Nov 2026, 08:40`.
    pub starts: String,
    /// The date and hour of every moment.
    #[serde(skip)]
    pub calendar: Calendar,
    /// How far the run went, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub until: SimTime,
    /// The seed.
    pub seed: Seed,
    /// The version of the program that recorded the run.
    pub program: String,
    /// The proof of the world.
    pub fingerprint: String,
    /// One or two sentences that sum it up.
    pub summary: String,
    /// The objectives of the exercise.
    pub objectives: Vec<String>,
    /// The scores.
    pub scorecard: Scorecard,
    /// The story of the run.
    pub story: Story,
    /// Every metric, one row a minute; only tables show so much.
    #[serde(skip)]
    pub series: Series,
    /// Strengths and areas for improvement.
    pub findings: Vec<Finding>,
    /// What should change.
    pub improvement: Vec<CorrectiveAction>,
    /// What was said.
    pub statements: Vec<StatementReview>,
    /// The clocks.
    pub clocks: Vec<ClockReview>,
    /// Questions and how long their answers took.
    pub responses: Vec<ResponseTime>,
    /// How much each role did.
    pub team: Vec<TeamLoad>,
    /// Who knew what when.
    pub knowledge: Vec<FactHistory>,
    /// The report that is signed, with what reviewers changed in it.
    pub after_action: AfterAction,
    /// What the team says of itself, held against the record.
    pub own_review: Option<OwnReview>,
    /// Questions for the hot wash.
    pub hot_wash: Vec<String>,
    /// Everything that happened, in order.
    pub log: Vec<LogLine>,
    /// What could have been different and what it would have changed, where it was looked into.
    pub counterfactual: Option<Counterfactual>,
}

impl Debrief {
    /// Puts the two ends of the outcome's scale beside the story.
    #[must_use]
    pub fn with_ends(mut self, ends: &Ends) -> Self {
        self.story.ghosts = story::ghosts(ends, self.until);
        self
    }

    /// Adds what could have been different.
    #[must_use]
    pub fn with_counterfactual(mut self, counterfactual: Counterfactual) -> Self {
        self.set_counterfactual(counterfactual);
        self
    }

    /// Puts what could have been different in the place of what was known of it.
    pub fn set_counterfactual(&mut self, counterfactual: Counterfactual) {
        for finding in self.after_action.findings_mut() {
            finding.what_if = counterfactual.what_if(&finding.named);
        }
        self.counterfactual = Some(counterfactual);
    }
}

/// Analyzes a run.
///
/// ```
/// use std::sync::Arc;
///
/// use goldenhour_core::debrief::{FindingKind, debrief};
/// use goldenhour_core::ensemble;
/// use goldenhour_core::scenario::load;
/// use goldenhour_core::scenario::source::BuiltIn;
/// use goldenhour_core::session::log::Unkept;
/// use goldenhour_core::session::{Mode, Session};
/// use goldenhour_core::simulation::Seed;
///
/// let scenario = Arc::new(load(&BuiltIn::Scenario("first_hour".to_owned()))?.output);
/// let mut session = Session::begin(scenario, Seed(1), Mode::Headless, Box::new(Unkept))?;
/// session.advance_to("T+01:00".parse()?)?;
///
/// let scorecard = ensemble::score(&mut session);
/// let debrief = debrief(&session, &scorecard);
/// assert!(debrief.findings.iter().any(|finding| finding.kind == FindingKind::Improvement));
/// assert!(!debrief.hot_wash.is_empty(), "it suggests questions for the discussion");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn debrief(session: &Session, scorecard: &Scorecard) -> Debrief {
    let scenario = session.scenario();
    let timeline = session.timeline();
    let findings = finding::find(scorecard);
    let summary = summary::summarize(scorecard);
    Debrief {
        title: scenario.title.clone(),
        scenario_summary: scenario.summary.clone(),
        organization: scenario.organization.name.clone(),
        currency: scenario.currency.clone(),
        playbook: scenario.playbook.title.clone(),
        playbook_source: scenario.playbook.source.clone(),
        starts: scenario.calendar.say_full(SimTime::START),
        calendar: scenario.calendar,
        until: session.now(),
        seed: session.seed(),
        program: session.header().program.clone(),
        fingerprint: scorecard.fingerprint.clone(),
        objectives: scenario.objectives.iter().map(|objective| objective.title.clone()).collect(),
        story: story::tell(scenario, timeline, session.now()),
        series: timeline.series.clone(),
        improvement: improvement::plan(&findings),
        findings,
        statements: review::statements(scenario, timeline),
        clocks: review::clocks(scenario, timeline),
        responses: review::responses(scenario, timeline),
        team: review::team(scenario, timeline),
        knowledge: knowledge::who_knew_what(session),
        after_action: after_action::report(session, scorecard, &summary),
        summary,
        own_review: own_review::compare(session, scorecard),
        hot_wash: hot_wash::questions(scenario, timeline, &scorecard.playbook),
        log: log::lines(session),
        counterfactual: None,
        scorecard: scorecard.clone(),
    }
}
