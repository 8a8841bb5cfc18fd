//! The debrief: an evaluation of a session in which every finding cites its evidence.
//!
//! A [`Debrief`] is plain data that a pure function, [`debrief`], computes from a session and its scorecard.
//! Screens and exports only present it. A finding cannot be constructed without evidence ([`finding::Proof`]).
//!
//! - [`finding`]: strengths and areas for improvement, derived from the criteria.
//! - [`root_cause`]: root causes of each shortfall, as far as the record shows them.
//! - [`after_action`]: the after-action report, including reviewers' edits.
//! - [`story`]: metrics over time, with markers for events.
//! - [`alternative`]: alternatives to what the team did; [`turning_point`]: their estimated effects; [`luck`]: the
//!   spread of results for the same decisions under different random draws; [`counterfactual`]: all three combined,
//!   refined as more seeds are simulated.
//! - [`review`]: statements, clocks, response times and workload.
//! - [`knowledge`]: when each fact was learned, by which roles, and when it was first published.
//! - [`improvement`]: proposed corrective actions.
//! - [`own_review`]: the team's own review compared with the record.
//! - [`log`]: a readable log of all events, with rationales, notes, marks and edits.
//! - [`hot_wash`]: questions for the discussion right after EndEx.

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

/// Evaluation of a session.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Debrief {
    /// Name of the scenario.
    pub title: String,
    /// Short description of the scenario.
    pub scenario_summary: String,
    /// Name of the organization in crisis.
    pub organization: String,
    /// Currency of all monetary amounts.
    pub currency: String,
    /// Name of the playbook.
    pub playbook: String,
    /// Sources on which the playbook is based.
    pub playbook_source: String,
    /// Calendar date and time of StartEx, for example `Thu 26 Nov 2026, 08:40`.
    pub starts: String,
    /// Converts simulation times to calendar dates.
    #[serde(skip)]
    pub calendar: Calendar,
    /// Simulated time at which the session ended, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub until: SimTime,
    /// Random seed.
    pub seed: Seed,
    /// Version of the program that recorded the session.
    pub program: String,
    /// Fingerprint of the simulation state that was scored.
    pub fingerprint: String,
    /// Summary in one or two sentences.
    pub summary: String,
    /// Objectives of the exercise.
    pub objectives: Vec<String>,
    /// Scores.
    pub scorecard: Scorecard,
    /// Metrics over time, with markers for events.
    pub story: Story,
    /// All metrics, one row per minute. Only exported tables use this resolution.
    #[serde(skip)]
    pub series: Series,
    /// Strengths and areas for improvement.
    pub findings: Vec<Finding>,
    /// Proposed corrective actions.
    pub improvement: Vec<CorrectiveAction>,
    /// Published statements with an assessment of each claim.
    pub statements: Vec<StatementReview>,
    /// Notification clocks.
    pub clocks: Vec<ClockReview>,
    /// Inquiries with their response times.
    pub responses: Vec<ResponseTime>,
    /// Workload of each role.
    pub team: Vec<TeamLoad>,
    /// When each fact was learned, by which roles, and when it was first published.
    pub knowledge: Vec<FactHistory>,
    /// After-action report, including reviewers' edits.
    pub after_action: AfterAction,
    /// The team's own review compared with the record.
    pub own_review: Option<OwnReview>,
    /// Questions for the hot wash.
    pub hot_wash: Vec<String>,
    /// All events in chronological order.
    pub log: Vec<LogLine>,
    /// Alternatives and their estimated effects; absent unless they were computed.
    pub counterfactual: Option<Counterfactual>,
}

impl Debrief {
    /// Adds the reference stories at both ends of the outcome scale.
    #[must_use]
    pub fn with_ends(mut self, ends: &Ends) -> Self {
        self.story.ghosts = story::ghosts(ends, self.until);
        self
    }

    /// Adds a counterfactual analysis.
    #[must_use]
    pub fn with_counterfactual(mut self, counterfactual: Counterfactual) -> Self {
        self.set_counterfactual(counterfactual);
        self
    }

    /// Replaces the counterfactual analysis and updates the what-if sentence of each finding.
    pub fn set_counterfactual(&mut self, counterfactual: Counterfactual) {
        for finding in self.after_action.findings_mut() {
            finding.what_if = counterfactual.what_if(&finding.named);
        }
        self.counterfactual = Some(counterfactual);
    }
}

/// Computes the debrief of a session.
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
/// assert!(!debrief.hot_wash.is_empty(), "the debrief suggests discussion questions");
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
