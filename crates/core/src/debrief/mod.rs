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
//! - [`hot_wash`]: questions for the discussion right after.

pub mod after_action;
pub mod alternative;
pub mod counterfactual;
pub mod finding;
pub mod hot_wash;
pub mod improvement;
pub mod knowledge;
pub mod luck;
pub mod own_review;
pub mod review;
pub mod root_cause;
pub mod story;
pub mod turning_point;

use serde::Serialize;

pub use after_action::{AfterAction, Edited};
pub use counterfactual::Counterfactual;
pub use finding::{Finding, FindingKind, Proof};
pub use improvement::CorrectiveAction;
pub use knowledge::FactHistory;
pub use own_review::{OwnReview, ReviewLine};
pub use review::{ClaimReview, ClockReview, ClockStatus, ResponseTime, StatementReview, TeamLoad};
pub use root_cause::{CauseKind, RootCause};
pub use story::{Marker, MarkerKind, ReferenceKind, ReferenceStory, Story};
pub use turning_point::TurningPoint;

use crate::ensemble::Ends;
use crate::id::RoleId;
use crate::scoring::Scorecard;
use crate::session::edit::{Edit, Line, Named};
use crate::session::{Author, Entry, Mark, Session};
use crate::simulation::Seed;
use crate::statement::thousands;
use crate::time::{Calendar, SimTime};
use crate::timeline::{EventKind, Series, Timeline};

/// The analysis of a run.
#[derive(Clone, Debug, Serialize)]
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
    #[serde(serialize_with = "minutes")]
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

/// What kind of thing a line of the log is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum LogKind {
    /// An inject.
    Inject,
    /// A decision.
    Decision,
    /// Something published.
    Statement,
    /// Something that hurt.
    Setback,
    /// Anything else that came about.
    Event,
    /// Why a decision was taken, in the team's words.
    Rationale,
    /// A note that somebody took.
    Note,
    /// The team's own review.
    Review,
    /// What an evaluator marked or saw.
    Mark,
    /// What a reviewer changed in the report.
    Edit,
}

impl LogKind {
    /// Returns the word for people.
    pub fn word(self) -> &'static str {
        match self {
            LogKind::Inject => "inject",
            LogKind::Decision => "decision",
            LogKind::Statement => "statement",
            LogKind::Setback => "setback",
            LogKind::Event => "event",
            LogKind::Rationale => "rationale",
            LogKind::Note => "note",
            LogKind::Review => "review",
            LogKind::Mark => "mark",
            LogKind::Edit => "edit",
        }
    }

    fn of(what: &EventKind) -> Self {
        match story::marker_kind(what) {
            Some(MarkerKind::Inject) => LogKind::Inject,
            Some(MarkerKind::Decision) => LogKind::Decision,
            Some(MarkerKind::Statement) => LogKind::Statement,
            Some(MarkerKind::Setback) => LogKind::Setback,
            None => LogKind::Event,
        }
    }
}

/// One line of what happened.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LogLine {
    /// When, in minutes since StartEx.
    #[serde(serialize_with = "minutes")]
    pub at: SimTime,
    /// The entry of the session's log behind it.
    pub entry: Option<u32>,
    /// What kind of thing it is.
    pub kind: LogKind,
    /// Who did or said it; nothing for what nobody of the team did.
    pub by: Option<String>,
    /// In words.
    pub text: String,
}

/// Writes a moment as minutes since StartEx.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
pub(crate) fn minutes<S: serde::Serializer>(at: &SimTime, serializer: S) -> Result<S::Ok, S::Error> {
    at.minutes().serialize(serializer)
}

/// Writes a moment that may be missing as minutes since StartEx, or as nothing.
#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
pub(crate) fn minutes_if_any<S: serde::Serializer>(at: &Option<SimTime>, serializer: S) -> Result<S::Ok, S::Error> {
    at.map(SimTime::minutes).serialize(serializer)
}

/// Analyzes a run.
pub fn debrief(session: &Session, scorecard: &Scorecard) -> Debrief {
    let scenario = session.scenario();
    let timeline = session.timeline();
    let findings = finding::find(scorecard);
    let summary = summary(scorecard);
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
        log: log(session),
        counterfactual: None,
        scorecard: scorecard.clone(),
    }
}

/// One or two sentences: the best and the worst step, and what it came to.
fn summary(scorecard: &Scorecard) -> String {
    let judged = || scorecard.playbook.steps.iter().filter(|step| step.rating.is_some());
    let best = judged().max_by(|a, b| a.score.total_cmp(&b.score));
    let worst = judged().min_by(|a, b| a.score.total_cmp(&b.score));
    let metrics = &scorecard.outcome.metrics;
    let left = customers_left(metrics.customers_lost);
    let came_to = format!(
        "Trust ended at {:.0} of 100, {left}, and {} of {} clocks that fell due were met.",
        100.0 * metrics.trust_final,
        metrics.clocks.met,
        metrics.clocks.met + metrics.clocks.late + metrics.clocks.missed,
    );
    match (best, worst) {
        (Some(best), Some(worst)) if best.id != worst.id => format!(
            "The playbook was followed to {:.0} of 100, best in “{}” ({:.0}), least in “{}” ({:.0}). {came_to}",
            scorecard.playbook.total, best.title, best.score, worst.title, worst.score,
        ),
        _ => format!("The playbook was followed to {:.0} of 100. {came_to}", scorecard.playbook.total),
    }
}

/// How many customers left, in words.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "customers are counted")]
fn customers_left(lost: f64) -> String {
    match lost.round() as u64 {
        0 => "no customer left".to_owned(),
        1 => "about one customer left".to_owned(),
        many => format!("about {} customers left", thousands(many)),
    }
}

/// What an evaluator put on record, in words.
fn marked(by: &str, mark: &Mark) -> String {
    match mark {
        Mark::Override { criterion, credit, reason } => {
            format!("{by} gave {criterion} {:.0} % of its credit: {reason}", 100.0 * credit)
        }
        Mark::Rating { mark, reason, .. } => format!("{by} gave the mark {} of 4: {reason}", u8::from(*mark)),
        Mark::Seen { at, text } => format!("{by} saw at {at}: {text}"),
    }
}

/// What a reviewer changed, in words.
fn edited(by: &str, edit: &Edit) -> String {
    let name = |named: &Named| match named {
        Named::Criterion(id) => id.to_string(),
        Named::Added(id) => format!("“{id}”"),
    };
    match edit {
        Edit::Overview { .. } | Edit::Held { .. } => format!("{by} edited the exercise overview"),
        Edit::Participant { .. } => format!("{by} edited the participants"),
        Edit::Summary(_) => format!("{by} edited the summary"),
        Edit::Finding { of, .. } => format!("{by} edited the finding on {}", name(of)),
        Edit::Action { of, .. } | Edit::Element { of, .. } | Edit::Term { of, .. } => {
            format!("{by} edited the corrective action on {}", name(of))
        }
        Edit::AddStrength(added) => format!("{by} added a strength: {}", added.observation),
        Edit::AddImprovement(added) => format!("{by} added an area for improvement: {}", added.observation),
        Edit::AddAction(added) => format!("{by} added a corrective action: {}", added.action),
        Edit::Strike { what: Line::Finding(of), reason } => {
            format!("{by} struck the finding on {}: {reason}", name(of))
        }
        Edit::Strike { what: Line::Action(of), reason } => {
            format!("{by} struck the corrective action on {}: {reason}", name(of))
        }
        Edit::Restore(Line::Finding(of) | Line::Action(of)) => format!("{by} restored what was struck on {}", name(of)),
        Edit::Annotate { text, .. } if text.trim().is_empty() => format!("{by} took a remark back"),
        Edit::Annotate { text, .. } => format!("{by} remarked: {text}"),
        Edit::Final => format!("{by} declared the report final"),
        Edit::Draft => format!("{by} made the report a draft again"),
    }
}

/// Who of the team did what happened.
fn doer<'a>(what: &'a EventKind, timeline: &'a Timeline) -> Option<&'a RoleId> {
    match what {
        EventKind::WorkBegun { by, .. }
        | EventKind::WorkRedone { by, .. }
        | EventKind::Slip { by, .. }
        | EventKind::Approved { by, .. } => Some(by),
        EventKind::Published(index) => timeline.publications.get(*index).map(|said| &said.by),
        _ => None,
    }
}

/// What happened in words, with rationales of decisions and notes.
fn log(session: &Session) -> Vec<LogLine> {
    let scenario = session.scenario();
    let events = session.timeline().events.iter();
    let mut lines: Vec<LogLine> = events
        .filter_map(|event| {
            let text = story::in_words(&event.what, scenario, session.timeline())?;
            let kind = LogKind::of(&event.what);
            let by = doer(&event.what, session.timeline()).and_then(|id| scenario.role(id));
            let by = by.map(|role| role.title.clone());
            Some(LogLine { at: event.at, entry: event.cause.map(|entry| entry.0), kind, by, text })
        })
        .collect();
    for (number, entry) in session.entries().iter().enumerate() {
        let entry_number = u32::try_from(number).ok();
        let role = |id: &RoleId| scenario.role(id).map_or_else(|| id.to_string(), |role| role.title.clone());
        let named = |author: &Author| match author {
            Author::Player(id) => role(id),
            author => author.name().to_owned(),
        };
        let (kind, by, text) = match entry {
            Entry::Decision(decision) if !decision.rationale.is_empty() => {
                (LogKind::Rationale, role(&decision.by), format!("Rationale: “{}”", decision.rationale))
            }
            Entry::Note { author, text, .. } => (LogKind::Note, named(author), format!("Note: {text}")),
            Entry::Review { author, .. } => {
                (LogKind::Review, named(author), "The team put its own review on record".to_owned())
            }
            Entry::Mark { author, mark, .. } => (LogKind::Mark, named(author), marked(author.name(), mark)),
            Entry::Edit { author, edit, .. } => (LogKind::Edit, named(author), edited(author.name(), edit)),
            _ => continue,
        };
        lines.push(LogLine { at: entry.at(), entry: entry_number, kind, by: Some(by), text });
    }
    lines.sort_by_key(|line| line.at);
    lines
}
