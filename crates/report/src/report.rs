//! The debrief in words: every number rounded, every moment spelled, every state with its word and its sign.
//!
//! A [`Report`] is what the templates of all forms for people read. Its fields are texts, so that a template
//! decides where something stands and never what it says. A *sign* is a single character that stands beside a
//! word, so that no meaning hangs on color; a *key* is a word for style sheets. A [`Cell`] is a text that somebody may
//! have changed, with what the program wrote beside it.
//!
//! - [`after_action`]: the report that is signed.
//! - [`cell`]: texts that somebody may have changed.
//! - [`knowledge`]: who knew what when.

pub mod after_action;
pub mod cell;
pub mod knowledge;

use serde::Serialize;

pub use after_action::{
    CapabilityRow, CauseRow, ExercisePart, ExerciseRow, FindingRow, ParticipantRow, PlanRow, TaskRow,
};
pub use cell::Cell;
pub use knowledge::KnowledgeRow;

use super::number;
use super::turning::Turning;
use goldenhour_core::debrief::after_action::Annotation;
use goldenhour_core::debrief::{
    ClaimReview, ClockReview, ClockStatus, Debrief, LogLine, Marker, MarkerKind, ResponseTime, ReviewLine,
    StatementReview, TeamLoad,
};
use goldenhour_core::scenario::{AudienceKind, ClockKind, Metric};
use goldenhour_core::scoring::outcome::Loss;
use goldenhour_core::scoring::{
    Calibration, CriterionScore, Evaluation, EvidenceItem, OutcomeMetrics, Overridden, Rating, Scorecard, StepScore,
    Verdict,
};
use goldenhour_core::statement::Soundness;
use goldenhour_core::time::{SimDuration, SimTime};

/// What stands where there is nothing to say.
const NOTHING: &str = "–";

/// How many items of evidence stand under a criterion at most.
const MOST_EVIDENCE: usize = 12;

/// How many rows the table of the story has at most.
const STORY_ROWS: u32 = 24;

/// A debrief in words.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The name of the exercise, as it stands.
    pub title: String,
    /// The retailer.
    pub organization: String,
    /// When the story begins.
    pub starts: String,
    /// How long it was played.
    pub length: String,
    /// Whether it was played to its end.
    pub ended: &'static str,
    /// What the scenario is about.
    pub scenario: String,
    /// The objectives.
    pub objectives: Vec<String>,
    /// Whether the report is a draft or final.
    pub status: &'static str,
    /// Who declared it final; empty while it is a draft.
    pub status_note: String,
    /// The protective marking; blank where nobody has set one.
    pub marking: Cell,
    /// The overview of the exercise, row by row.
    pub exercise: Vec<ExerciseRow>,
    /// The playbook.
    pub playbook: String,
    /// What the playbook is taken from.
    pub playbook_source: String,
    /// One or two sentences that sum it up, as they stand.
    pub summary: String,
    /// The same, with what the program wrote beside it.
    pub summary_cell: Cell,
    /// How each core capability was performed under each objective.
    pub capabilities: Vec<CapabilityRow>,
    /// How the mark of a capability follows from its critical tasks.
    pub roll_up: &'static str,
    /// Points by the playbook.
    pub total: String,
    /// Points with the evaluators' overrides; empty where there are none.
    pub total_overridden: String,
    /// How much of the playbook could be judged.
    pub coverage: String,
    /// The outcome.
    pub outcome: String,
    /// What it came to.
    pub figures: Vec<Figure>,
    /// Each loss beside that of doing nothing.
    pub losses: Vec<LossRow>,
    /// The steps of the playbook.
    pub steps: Vec<StepRow>,
    /// The marks and what they mean, best first.
    pub ratings: Vec<RatingRow>,
    /// The story as a table.
    pub story: Vec<StoryRow>,
    /// What was said and what hurt, in order.
    pub moments: Vec<Moment>,
    /// Areas for improvement of all capabilities, those that cost most first.
    pub improvements: Vec<FindingRow>,
    /// Strengths of all capabilities, those worth most first.
    pub strengths: Vec<FindingRow>,
    /// What was said.
    pub statements: Vec<StatementRow>,
    /// The clocks.
    pub clocks: Vec<ClockRow>,
    /// Questions and answers.
    pub responses: Vec<ResponseRow>,
    /// The seats.
    pub team: Vec<TeamRow>,
    /// Who knew what when.
    pub knowledge: Vec<KnowledgeRow>,
    /// The improvement plan.
    pub plan: Vec<PlanRow>,
    /// Who took part.
    pub participants: Vec<ParticipantRow>,
    /// What the team says of itself, beside the record.
    pub own_review: Vec<ReviewRow>,
    /// What evaluators marked and noted.
    pub evaluations: Vec<EvaluationRow>,
    /// How sure the team was and how right, in a sentence; empty where nothing can be said.
    pub confidence: String,
    /// How right it was at each confidence.
    pub confidence_levels: Vec<ConfidenceRow>,
    /// Decisions of which it was sure and which were wrong.
    pub sure_and_wrong: Vec<EvidenceRow>,
    /// Questions for the hot wash.
    pub hot_wash: Vec<String>,
    /// What could have been different; none where nobody looked into it.
    pub turning: Option<Turning>,
    /// Everything that happened.
    pub log: Vec<LogRow>,
    /// The seed.
    pub seed: String,
    /// The version of the program.
    pub program: String,
    /// The proof of the world.
    pub fingerprint: String,
}

/// A number with its name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// What it is.
    pub name: &'static str,
    /// The number.
    pub value: String,
    /// What to know about it.
    pub note: String,
}

/// One kind of loss.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LossRow {
    /// What was lost.
    pub title: String,
    /// How much it weighs in the outcome.
    pub weight: String,
    /// The loss of this run.
    pub run: String,
    /// The loss of doing nothing.
    pub nothing: String,
    /// One beside the other.
    pub compared: String,
}

/// A state with its word, its sign and its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct State {
    /// For people.
    pub word: &'static str,
    /// Beside the word.
    pub sign: &'static str,
    /// For style sheets.
    pub key: &'static str,
}

/// A step of the playbook.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StepRow {
    /// Its place, from 1.
    pub number: usize,
    /// Its name.
    pub title: String,
    /// Points of 100.
    pub score: String,
    /// The same as a number, for the length of a bar.
    pub points: f64,
    /// How much of it could be judged.
    pub coverage: String,
    /// Its share of the total.
    pub weight: String,
    /// The mark.
    pub letter: &'static str,
    /// What the mark means.
    pub meaning: &'static str,
    /// For style sheets.
    pub key: &'static str,
    /// What lowered the mark.
    pub caps: Vec<EvidenceRow>,
    /// The criteria.
    pub criteria: Vec<CriterionRow>,
}

/// A criterion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CriterionRow {
    /// Its name in the playbook.
    pub id: String,
    /// What it asks for.
    pub title: String,
    /// The verdict.
    pub verdict: State,
    /// Points won, of those there were.
    pub points: String,
    /// What an evaluator made of it; empty where nobody did.
    pub overridden: String,
    /// The evidence.
    pub evidence: Vec<EvidenceRow>,
}

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EvidenceRow {
    /// When; empty where it has no time.
    pub at: String,
    /// The entry of the log; empty where there is none.
    pub entry: String,
    /// In words.
    pub text: String,
}

/// A mark and what it means.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RatingRow {
    /// The mark.
    pub letter: &'static str,
    /// What it means.
    pub meaning: String,
    /// For style sheets.
    pub key: &'static str,
    /// From how many points, and what it demands.
    pub demands: &'static str,
}

/// The lines of the story at one moment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StoryRow {
    /// When.
    pub at: String,
    /// Mean trust, of 100.
    pub trust: String,
    /// The share of negative posts.
    pub negative: String,
    /// Attention of the news.
    pub news: String,
}

/// Something that was said or that hurt.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Moment {
    /// When.
    pub at: String,
    /// What kind of thing.
    pub kind: State,
    /// In words.
    pub text: String,
}

/// Something that was said.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatementRow {
    /// When.
    pub at: String,
    /// The entry of the log.
    pub entry: String,
    /// The action.
    pub title: String,
    /// For whom.
    pub audience: &'static str,
    /// The words.
    pub text: String,
    /// How its claims stood, counted.
    pub tally: String,
    /// Whether something in it was false.
    pub has_false: bool,
    /// The next update it promised; empty where it promised none.
    pub next_update: String,
    /// What reviewers remarked on it.
    pub remarks: Vec<String>,
    /// The claims.
    pub claims: Vec<ClaimRow>,
}

/// A claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClaimRow {
    /// What it was about.
    pub about: String,
    /// What was said.
    pub text: String,
    /// How it stood to truth and knowledge.
    pub soundness: State,
    /// When it turned out false; empty where it did not.
    pub reversed: String,
}

/// A clock.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClockRow {
    /// Its name.
    pub title: String,
    /// Who must be told.
    pub recipient: String,
    /// What starts it.
    pub trigger: &'static str,
    /// When it started.
    pub started: String,
    /// When it fell due.
    pub due: String,
    /// When they were told.
    pub told: String,
    /// How it came out.
    pub status: State,
    /// The law or contract.
    pub source: String,
    /// The grade of the evidence, with its meaning.
    pub grade: String,
    /// When the row was checked.
    pub checked_on: String,
}

/// A question and its answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResponseRow {
    /// The question.
    pub title: String,
    /// Who asked.
    pub from: String,
    /// When it was asked.
    pub asked: String,
    /// Until when an answer helped.
    pub due: String,
    /// When it was answered.
    pub answered: String,
    /// How long that took.
    pub took: String,
    /// How it came out.
    pub status: State,
}

/// A seat.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TeamRow {
    /// The role.
    pub title: String,
    /// Who sat there.
    pub holder: String,
    /// Since when it was at work.
    pub since: String,
    /// How many works it led.
    pub works: String,
    /// How long these took together.
    pub length: String,
}

/// A line of the team's own review.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReviewRow {
    /// What kind of line it is.
    pub kind: String,
    /// What it is about.
    pub about: String,
    /// In the team's words.
    pub text: String,
    /// What the record says.
    pub record: String,
}

/// What an evaluator marked or noted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EvaluationRow {
    /// When.
    pub at: String,
    /// Who.
    pub by: String,
    /// What it is about; empty for a note.
    pub of: String,
    /// The mark; empty for a note.
    pub letter: &'static str,
    /// The reason or the note.
    pub text: String,
}

/// The decisions of one confidence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ConfidenceRow {
    /// The confidence.
    pub confidence: String,
    /// How many were right.
    pub right: String,
    /// How many were wrong.
    pub wrong: String,
}

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LogRow {
    /// When.
    pub at: String,
    /// The entry of the session's log; empty where there is none.
    pub entry: String,
    /// In words.
    pub text: String,
    /// What reviewers remarked on it.
    pub remarks: Vec<String>,
}

impl Report {
    /// Puts a debrief into words.
    pub fn of(debrief: &Debrief) -> Self {
        let Scorecard { playbook, outcome, ended, .. } = &debrief.scorecard;
        let signed = &debrief.after_action;
        Report {
            title: after_action::name(&signed.overview).unwrap_or(&debrief.title).to_owned(),
            organization: debrief.organization.clone(),
            starts: debrief.starts.clone(),
            length: number::length(debrief.until.since(SimTime::START)),
            ended: if *ended { "played to EndEx" } else { "stopped before EndEx" },
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
            total: number::whole(playbook.total),
            total_overridden: playbook.total_overridden.map(number::whole).unwrap_or_default(),
            coverage: number::percent(playbook.coverage),
            outcome: number::whole(outcome.total),
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
            knowledge: debrief.knowledge.iter().map(knowledge::knowledge_row).collect(),
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

fn moment_or_nothing(at: Option<SimTime>) -> String {
    at.map_or_else(|| NOTHING.to_owned(), |at| at.to_string())
}

fn moment_or_empty(at: Option<SimTime>) -> String {
    at.map(|at| at.to_string()).unwrap_or_default()
}

fn figures(metrics: &OutcomeMetrics, currency: &str) -> Vec<Figure> {
    let clocks = metrics.clocks;
    let due = clocks.met + clocks.late + clocks.missed;
    let figure = |name, value, note: String| Figure { name, value, note };
    vec![
        figure(
            "Trust at the end",
            number::whole(100.0 * metrics.trust_final),
            format!("of 100; lowest {}", number::whole(100.0 * metrics.trust_min)),
        ),
        figure(
            "Customers who left",
            number::whole(metrics.customers_lost),
            format!("{} have heard of it", number::percent(metrics.awareness_final)),
        ),
        figure(
            "Revenue lost",
            number::money(metrics.revenue_lost, currency),
            "against the same days without a breach".to_owned(),
        ),
        figure("Costs", number::money(metrics.costs, currency), "of the response, fines and compensation".to_owned()),
        figure(
            "Records exposed",
            number::whole(metrics.records_exposed),
            "in total, before StartEx included".to_owned(),
        ),
        figure(
            "Negative posts, peak",
            number::percent(metrics.negative_share_peak),
            "the highest share of all posts".to_owned(),
        ),
        figure(
            "News attention",
            number::whole(metrics.coverage_area),
            "attention-hours; 1 is the peak of a first report, for an hour".to_owned(),
        ),
        figure(
            "Clocks met",
            format!("{} of {due}", clocks.met),
            format!("that fell due; {} late, {} missed, {} open", clocks.late, clocks.missed, clocks.open),
        ),
    ]
}

fn loss_row(loss: &Loss, currency: &str) -> LossRow {
    let say = |amount: f64| match loss.title {
        "trust" | "anger and fear" => format!("{} points", number::decimal(100.0 * amount)),
        "revenue and costs" => number::money(amount, currency),
        "customers" | "records since StartEx" => number::whole(amount),
        _ => number::plain(amount),
    };
    let compared = if loss.nothing > 1e-9 {
        format!("{} of doing nothing", number::percent(loss.run / loss.nothing))
    } else if loss.run > 1e-9 {
        "doing nothing lost none".to_owned()
    } else {
        "no loss either way".to_owned()
    };
    LossRow {
        title: sentence_case(loss.title),
        weight: number::percent(loss.weight),
        run: say(loss.run),
        nothing: say(loss.nothing),
        compared,
    }
}

/// Begins a text with a capital letter.
fn sentence_case(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

fn steps(steps: &[StepScore]) -> Vec<StepRow> {
    let weight: f64 = steps.iter().map(|step| step.weight).sum();
    steps.iter().enumerate().map(|(index, step)| step_row(index + 1, step, weight)).collect()
}

fn step_row(number: usize, step: &StepScore, weight: f64) -> StepRow {
    StepRow {
        number,
        title: step.title.clone(),
        score: number::whole(step.score),
        points: step.score,
        coverage: number::percent(step.coverage),
        weight: number::percent(if weight > 0.0 { step.weight / weight } else { 0.0 }),
        letter: step.rating.map_or(NOTHING, Rating::letter),
        meaning: step.rating.map_or("could not be judged", Rating::meaning),
        key: step.rating.map_or("none", rating_key),
        caps: step.caps.iter().map(evidence_row).collect(),
        criteria: step.criteria.iter().map(criterion_row).collect(),
    }
}

fn rating_key(rating: Rating) -> &'static str {
    match rating {
        Rating::P => "p",
        Rating::S => "s",
        Rating::M => "m",
        Rating::U => "u",
    }
}

fn rating_row(rating: Rating) -> RatingRow {
    let demands = match rating {
        Rating::P => "From 85 points. What was asked for was done, in accordance with plans, procedures and law.",
        Rating::S => "From 65 points. As above, with room to be more effective or efficient.",
        Rating::M => {
            "From 40 points, or where a binding clock was met late or a false statement was made. \
             The objective was met, but it cost elsewhere, added risk, or was not in accordance with plans or law."
        }
        Rating::U => "Below 40 points, or where a binding duty was never done. The objective was not met.",
    };
    RatingRow { letter: rating.letter(), meaning: sentence_case(rating.meaning()), key: rating_key(rating), demands }
}

fn criterion_row(criterion: &CriterionScore) -> CriterionRow {
    let judged = criterion.verdict != Verdict::NotApplicable;
    let points = format!("{} of {}", number::decimal(criterion.score), number::decimal(criterion.max));
    CriterionRow {
        id: criterion.id.to_string(),
        title: criterion.title.clone(),
        verdict: verdict(criterion.verdict),
        points: if judged { points } else { NOTHING.to_owned() },
        overridden: criterion
            .overridden
            .as_ref()
            .map(|overridden| overridden_text(overridden, criterion))
            .unwrap_or_default(),
        evidence: evidence_rows(&criterion.evidence),
    }
}

/// What an evaluator made of a criterion, in a sentence.
fn overridden_text(overridden: &Overridden, criterion: &CriterionScore) -> String {
    let points = format!("{} of {}", number::decimal(overridden.score), number::decimal(criterion.max));
    let others: Vec<String> = overridden
        .others
        .iter()
        .map(|(by, credit, reason)| format!("; {by} gave {}: {reason}", number::percent(*credit)))
        .collect();
    format!("{points} by {}: {}{}", overridden.by, overridden.reason, others.concat())
}

/// The evidence as far as a page can take it; the whole of it is in the score document.
fn evidence_rows(items: &[EvidenceItem]) -> Vec<EvidenceRow> {
    let mut rows: Vec<EvidenceRow> = items.iter().take(MOST_EVIDENCE).map(evidence_row).collect();
    if items.len() > MOST_EVIDENCE {
        let text = format!("and {} more in the score document", items.len() - MOST_EVIDENCE);
        rows.push(EvidenceRow { at: String::new(), entry: String::new(), text });
    }
    rows
}

fn verdict(verdict: Verdict) -> State {
    let (sign, key) = match verdict {
        Verdict::Met => ("●", "good"),
        Verdict::Late | Verdict::Partial => ("◐", "fair"),
        Verdict::Missed => ("○", "bad"),
        Verdict::NotApplicable => (NOTHING, "none"),
    };
    State { word: verdict.word(), sign, key }
}

fn evidence_row(item: &EvidenceItem) -> EvidenceRow {
    EvidenceRow {
        at: moment_or_empty(item.at),
        entry: item.entry.map(|entry| entry.0.to_string()).unwrap_or_default(),
        text: item.text.clone(),
    }
}

/// The story at evenly spaced moments, few enough to be read.
fn story(debrief: &Debrief) -> Vec<StoryRow> {
    let line = |metric| debrief.story.lines.iter().find(|line| line.metric == metric);
    let (Some(trust), Some(negative), Some(news)) = (line(Metric::Trust), line(Metric::Negative), line(Metric::News))
    else {
        return Vec::new();
    };
    let every = spacing(debrief.until.minutes());
    let rows = trust.points.iter().zip(&negative.points).zip(&news.points);
    rows.filter(|((trust, _), _)| trust.0 % every == 0 || trust.0 == debrief.until.minutes())
        .map(|((trust, negative), news)| StoryRow {
            at: SimTime::from_minutes(trust.0).to_string(),
            trust: number::whole(100.0 * trust.1),
            negative: number::percent(negative.1),
            news: number::decimal(news.1),
        })
        .collect()
}

/// Minutes between two rows of the story.
fn spacing(until: u32) -> u32 {
    let hours = [15, 30, 60, 120, 180, 360, 720, 1440];
    hours.into_iter().find(|every| until / every <= STORY_ROWS).unwrap_or(2880)
}

fn moment(marker: &Marker) -> Option<Moment> {
    let shown = matches!(marker.kind, MarkerKind::Statement | MarkerKind::Setback);
    shown.then(|| Moment { at: marker.at.to_string(), kind: marker_kind(marker.kind), text: marker.text.clone() })
}

/// Returns the word and the sign for a kind of marker, the same in charts and tables.
pub fn marker_kind(kind: MarkerKind) -> State {
    let (word, sign, key) = match kind {
        MarkerKind::Inject => ("inject", "▽", "inject"),
        MarkerKind::Decision => ("decision", "▲", "decision"),
        MarkerKind::Statement => ("statement", "●", "statement"),
        MarkerKind::Setback => ("setback", "✕", "setback"),
    };
    State { word, sign, key }
}

fn statement_row(review: &StatementReview, annotations: &[Annotation]) -> StatementRow {
    StatementRow {
        at: review.at.to_string(),
        entry: review.entry.to_string(),
        title: review.title.clone(),
        audience: audience(review.audience),
        text: review.text.clone(),
        tally: tally(&review.claims),
        has_false: review.claims.iter().any(|claim| claim.soundness == Soundness::False),
        next_update: moment_or_empty(review.next_update),
        remarks: after_action::remarks(review.entry, annotations),
        claims: review.claims.iter().map(claim_row).collect(),
    }
}

/// Names whom a statement is for.
pub(super) fn audience(kind: AudienceKind) -> &'static str {
    match kind {
        AudienceKind::Public => "the public",
        AudienceKind::Customers => "affected customers",
        AudienceKind::Staff => "staff",
        AudienceKind::Stakeholder => "a stakeholder",
    }
}

/// Counts claims by soundness: `2 false; 1 named as not known yet`.
fn tally(claims: &[ClaimReview]) -> String {
    let all = [Soundness::False, Soundness::TrueButUnknown, Soundness::TrueAndKnown, Soundness::NamedUnknown];
    let counted = all.into_iter().filter_map(|soundness| {
        let count = claims.iter().filter(|claim| claim.soundness == soundness).count();
        (count > 0).then(|| format!("{count} {}", self::soundness(soundness).word))
    });
    let text = counted.collect::<Vec<String>>().join("; ");
    if text.is_empty() { "no claims".to_owned() } else { text }
}

fn claim_row(claim: &ClaimReview) -> ClaimRow {
    ClaimRow {
        about: claim.about.clone(),
        text: claim.text.clone(),
        soundness: soundness(claim.soundness),
        reversed: moment_or_empty(claim.reversed),
    }
}

/// Returns how a claim stood to truth and knowledge.
pub(super) fn soundness(soundness: Soundness) -> State {
    let (word, sign, key) = match soundness {
        Soundness::TrueAndKnown => ("true and known", "✓", "good"),
        Soundness::TrueButUnknown => ("true, but the team could not know", "!", "fair"),
        Soundness::False => ("false", "✕", "bad"),
        Soundness::NamedUnknown => ("named as not known yet", "?", "calm"),
    };
    State { word, sign, key }
}

fn clock_row(clock: &ClockReview) -> ClockRow {
    ClockRow {
        title: clock.title.clone(),
        recipient: clock.recipient.clone(),
        trigger: trigger(clock.kind),
        started: moment_or_nothing(clock.started),
        due: moment_or_nothing(clock.due),
        told: moment_or_nothing(clock.told),
        status: clock_status(clock.status),
        source: clock.source.clone(),
        grade: grade(&clock.grade),
        checked_on: clock.checked_on.clone(),
    }
}

/// Names what starts a clock.
pub(super) fn trigger(kind: ClockKind) -> &'static str {
    match kind {
        ClockKind::Awareness => "awareness of a breach of personal data",
        ClockKind::Discovery => "discovery of the breach",
        ClockKind::Determination => "a recorded determination",
        ClockKind::AssessmentComplete => "the end of an assessment",
        ClockKind::PriorNotice => "another notice",
        ClockKind::NewInformation => "new information",
        ClockKind::Suspicion => "suspicion",
    }
}

fn clock_status(status: ClockStatus) -> State {
    let (sign, key) = match status {
        ClockStatus::Met => ("●", "good"),
        ClockStatus::Late => ("◐", "fair"),
        ClockStatus::Missed => ("○", "bad"),
        ClockStatus::Open => ("…", "calm"),
        ClockStatus::NotTriggered => (NOTHING, "none"),
    };
    State { word: status.word(), sign, key }
}

fn grade(grade: &str) -> String {
    let meaning = match grade {
        "V" => "the issuer’s own text",
        "S" => "a secondary source",
        "M" => "widely held, not confirmed",
        "D" => "a rule of this product",
        _ => return grade.to_owned(),
    };
    format!("{grade}: {meaning}")
}

fn response_row(response: &ResponseTime) -> ResponseRow {
    let status = match response.answered {
        Some(answered) if answered <= response.due => State { word: "in time", sign: "●", key: "good" },
        Some(_) => State { word: "late", sign: "◐", key: "fair" },
        None => State { word: "not answered", sign: "○", key: "bad" },
    };
    ResponseRow {
        title: response.title.clone(),
        from: response.from.clone(),
        asked: response.asked.to_string(),
        due: response.due.to_string(),
        answered: moment_or_nothing(response.answered),
        took: response.answered.map_or_else(|| NOTHING.to_owned(), |at| number::length(at.since(response.asked))),
        status,
    }
}

fn team_row(load: &TeamLoad) -> TeamRow {
    TeamRow {
        title: load.title.clone(),
        holder: load.holder.clone(),
        since: load.since.map_or_else(|| "never called".to_owned(), |at| at.to_string()),
        works: load.works.to_string(),
        length: number::length(SimDuration::from_minutes(load.minutes)),
    }
}

fn review_row(line: &ReviewLine) -> ReviewRow {
    ReviewRow {
        kind: line.kind.to_owned(),
        about: line.about.clone(),
        text: line.text.clone(),
        record: if line.record.is_empty() { NOTHING.to_owned() } else { line.record.clone() },
    }
}

fn evaluation_row(evaluation: &Evaluation) -> EvaluationRow {
    EvaluationRow {
        at: evaluation.at.to_string(),
        by: evaluation.by.clone(),
        of: evaluation.of.clone().unwrap_or_default(),
        letter: evaluation.rating.map_or("", Rating::letter),
        text: evaluation.text.clone(),
    }
}

fn confidence(calibration: &Calibration) -> String {
    calibration.brier.map_or_else(String::new, |brier| {
        format!(
            "Of {} decisions with a confidence, the team was sure and wrong in {} and unsure and wrong in {}. \
             The Brier score is {brier:.2}: 0 is perfect, 0.25 is guessing.",
            calibration.decisions,
            calibration.sure_and_wrong.len(),
            calibration.unsure_and_wrong.len(),
        )
    })
}

fn confidence_levels(calibration: &Calibration) -> Vec<ConfidenceRow> {
    let used = calibration.levels.iter().filter(|level| level.right + level.wrong > 0);
    used.map(|level| ConfidenceRow {
        confidence: format!("{} of 5", level.confidence),
        right: level.right.to_string(),
        wrong: level.wrong.to_string(),
    })
    .collect()
}

/// The log, with remarks on an entry at its first line and remarks on a moment as lines of their own.
fn log(debrief: &Debrief) -> Vec<LogRow> {
    let annotations = &debrief.after_action.annotations;
    let mut remarked: Vec<u32> = Vec::new();
    let mut rows: Vec<(SimTime, LogRow)> = Vec::new();
    for line in &debrief.log {
        let first = line.entry.filter(|entry| !remarked.contains(entry));
        remarked.extend(first);
        let remarks = first.map(|entry| after_action::remarks(entry, annotations)).unwrap_or_default();
        rows.push((line.at, LogRow { remarks, ..log_row(line) }));
    }
    for annotation in annotations.iter().filter(|annotation| annotation.on.is_none()) {
        let text = format!("Remark of {}: {}", annotation.stamp.by, annotation.text);
        let (at, entry) = (annotation.at.to_string(), annotation.stamp.entry.to_string());
        rows.push((annotation.at, LogRow { at, entry, text, remarks: Vec::new() }));
    }
    rows.sort_by_key(|(at, _)| *at);
    rows.into_iter().map(|(_, row)| row).collect()
}

fn log_row(line: &LogLine) -> LogRow {
    LogRow {
        at: line.at.to_string(),
        entry: line.entry.map(|entry| entry.to_string()).unwrap_or_default(),
        text: line.text.clone(),
        remarks: Vec::new(),
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
        assert_eq!(report.improvements[1].points, "", "what a reviewer added has no points");
    }

    #[test]
    fn an_edited_text_stands_in_the_plain_fields_too() {
        let report = Report::of(&sample::debrief());
        let line = &report.plan[0];
        assert_eq!(line.action, "Rehearse “not known yet” with the press office.");
        assert_eq!(line.action_cell.automatic, "Say what you know. Name what you do not know yet.");
        assert_eq!((line.owner.as_str(), line.due.as_str()), ("Communications", "2027-02-26"));
        assert!(report.improvements[1].causes.is_empty(), "somebody rewrote the analysis");
    }

    #[test]
    fn an_objective_stands_in_the_first_of_its_rows() {
        let report = Report::of(&sample::debrief());
        let rows: Vec<usize> = report.capabilities.iter().map(|row| row.objective_rows).collect();
        assert_eq!(rows, [1, 1]);
        assert_eq!(report.capabilities[0].evaluators, ["S by Ada, entry 10: in time"]);
    }

    #[test]
    fn remarks_stand_at_their_place_in_the_log_and_at_the_statement() {
        let report = Report::of(&sample::debrief());
        assert_eq!(report.statements[0].remarks, ["Nobody read it aloud before. (Ada, entry 15)"]);
        let entry = report.log.iter().find(|row| row.entry == "2").unwrap();
        assert_eq!(entry.remarks.len(), 1);
        assert!(report.log.iter().any(|row| row.at == "T+01:40" && row.text == "Remark of Ben: A long silence."));
    }

    #[test]
    fn a_criterion_that_was_not_judged_has_no_points() {
        let report = Report::of(&sample::debrief());
        let criterion = report.steps[1].criteria.last().unwrap();
        assert_eq!((criterion.points.as_str(), criterion.verdict.word), (NOTHING, "not applicable"));
    }

    #[test]
    fn claims_are_counted_by_soundness_with_the_false_first() {
        let report = Report::of(&sample::debrief());
        assert_eq!(report.statements[0].tally, "1 false; 1 true and known; 1 named as not known yet");
    }

    #[test]
    fn the_story_has_a_readable_number_of_rows() {
        for until in [30, 90, 300, 1440, 4320, 14 * 1440] {
            assert!(until / spacing(until) <= STORY_ROWS, "{until}");
        }
    }
}
