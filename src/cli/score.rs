//! `goldenhour score`: scores a recorded session with its own playbook or with another one.
//!
//! The players' review and an evaluator's marks are first recorded in the session file, so that they count whenever
//! the session is scored again.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use super::input::{read_ron, read_session, read_text, replay_session};
use super::{Failure, output, read_again, terminal};
use goldenhour_core::ensemble;
use goldenhour_core::id::CriterionId;
use goldenhour_core::scenario::file::dialect;
use goldenhour_core::scenario::source::Bundle;
use goldenhour_core::scenario::{Scenario, load};
use goldenhour_core::scoring::{self, Calibration, Scorecard, StepScore};
use goldenhour_core::session::{Author, DrillFile, Mark, RecordError, Review, Session, replay};

/// Score a recorded session
#[derive(Debug, clap::Args)]
pub struct ScoreArgs {
    /// Session file
    file: PathBuf,
    /// Score with this playbook instead of the session's own
    #[arg(long, value_name = "FILE.ron")]
    playbook: Option<PathBuf>,
    /// Record the players' own review in the session file first
    #[arg(long, value_name = "REVIEW.ron")]
    review: Option<PathBuf>,
    /// Record an evaluator's marks in the session file first
    #[arg(long, value_name = "MARKS.ron")]
    marks: Option<PathBuf>,
    /// Record an override first: the credit of a criterion, from 0 to 1
    #[arg(long = "override", value_name = "CRITERION=CREDIT", value_parser = parse_override, requires = "reason")]
    overrides: Vec<(CriterionId, f64)>,
    /// Reason for the overrides
    #[arg(long, requires = "overrides")]
    reason: Option<String>,
    /// Name of the evaluator
    #[arg(long, value_name = "NAME", default_value = "evaluator")]
    evaluator: String,
    /// Read the texts of all statements again, and report what changes
    #[arg(long, conflicts_with_all = ["review", "marks", "overrides", "playbook"])]
    read_again: bool,
    /// Print the result as one JSON document
    #[arg(long)]
    json: bool,
}

fn parse_override(text: &str) -> Result<(CriterionId, f64), String> {
    let (criterion, credit) = text.split_once('=').ok_or("use the form CRITERION=CREDIT, for example 3.2=0.5")?;
    let credit: f64 =
        credit.trim().parse().map_err(|_| format!("the credit `{credit}` is not a number from 0 to 1"))?;
    Ok((criterion.trim().into(), credit))
}

/// Runs the command.
pub(super) fn score(args: &ScoreArgs) -> Result<(), Failure> {
    if args.read_again {
        return read_again::answer(&args.file, args.json);
    }
    let (mut session, other) = if args.records() { put_on_record(args)? } else { open(args)? };
    let scorecard = match &other {
        None => ensemble::score(&mut session),
        Some(scenario) => ensemble::score_by(&mut session, scenario),
    };
    if args.json { output::answer_json(&scorecard) } else { output::answer(&text(&scorecard)) }
}

impl ScoreArgs {
    /// Whether the arguments contain anything to record in the session file.
    fn records(&self) -> bool {
        self.review.is_some() || self.marks.is_some() || !self.overrides.is_empty()
    }
}

/// Opens the session, and the scenario with the other playbook if one is given.
fn open(args: &ScoreArgs) -> Result<(Session, Option<Scenario>), Failure> {
    let recorded = read_session(&args.file)?;
    let other = with_playbook(&recorded.header.files, args.playbook.as_deref())?;
    Ok((replay_session(&args.file, &recorded)?, other))
}

/// Resumes the session in its file and adds the review and the marks, followed by a checkpoint.
fn put_on_record(args: &ScoreArgs) -> Result<(Session, Option<Scenario>), Failure> {
    let review: Option<Review> =
        args.review.as_deref().map(|path| read_ron(path, "review", |text| dialect().from_str(text))).transpose()?;
    let mut marks: Vec<Mark> = match &args.marks {
        Some(path) => read_ron(path, "marks", |text| dialect().from_str(text))?,
        None => Vec::new(),
    };
    let reason = args.reason.clone().unwrap_or_default();
    let override_of = |(criterion, credit): &(CriterionId, f64)| Mark::Override {
        criterion: criterion.clone(),
        credit: *credit,
        reason: reason.clone(),
    };
    marks.extend(args.overrides.iter().map(override_of));

    let (file, recorded) = DrillFile::resume(&args.file).map_err(|error| Failure::reading(&args.file, &error))?;
    let other = with_playbook(&recorded.header.files, args.playbook.as_deref())?;
    let replayed = replay(&recorded).map_err(|error| Failure::replaying(&args.file, error))?;
    let mut session = replayed.session.continue_in(Box::new(file));
    let failed = |error: RecordError| match error {
        RecordError::Log(error) => Failure::writing(&args.file, error),
        other => Failure::input(other.to_string()),
    };
    // All marks are checked before anything is written, so that invalid input leaves the file unchanged.
    let unusable = |because: String| Failure::input(because);
    for mark in &marks {
        mark.check(session.scenario()).map_err(unusable)?;
    }
    if let Some(review) = review {
        session.review(Author::Facilitator, review).map_err(failed)?;
    }
    for mark in marks {
        session.mark(Author::Evaluator(args.evaluator.clone()), mark).map_err(failed)?;
    }
    session.checkpoint().map_err(|error| Failure::writing(&args.file, error))?;
    Ok((session, other))
}

/// Returns the scenario of a session with its playbook replaced, if a path is given.
fn with_playbook(files: &Bundle, path: Option<&Path>) -> Result<Option<Scenario>, Failure> {
    let Some(path) = path else { return Ok(None) };
    let text = read_text(path)?;
    let mut bundle = files.clone();
    bundle.insert("playbook.ron", text.into());
    let refused = |found| Failure::diagnosed(format!("invalid playbook in {}", path.display()), found);
    let loaded = load(&bundle).map_err(refused)?;
    terminal::show_diagnostics(&loaded.warnings);
    Ok(Some(loaded.output))
}

/// Formats a scorecard as text for a terminal.
pub(super) fn text(scorecard: &Scorecard) -> String {
    let mut text = String::new();
    let playbook = &scorecard.playbook;
    let outcome = &scorecard.outcome;
    let _ = writeln!(text, "{}  seed {}  fingerprint {}", scorecard.scenario, scorecard.seed.0, scorecard.fingerprint);
    let _ = writeln!(
        text,
        "\nplaybook {:5.1} of 100   coverage {:.0} %\noutcome  {:5.1} of 100   0 is doing nothing with the same random draws\n",
        playbook.total,
        100.0 * playbook.coverage,
        outcome.total
    );
    if let Some(total) = playbook.total_overridden {
        let _ = writeln!(text, "with evaluator overrides {total:5.1} of 100\n");
    }
    playbook.steps.iter().for_each(|step| step_text(step, &mut text));
    let metrics = &outcome.metrics;
    let clocks = metrics.clocks;
    let _ = writeln!(
        text,
        "final trust {:.2} (lowest {:.2}), {:.0} customers lost, {:.0} % aware of the breach\n\
         revenue lost {:.0}, costs {:.0}, records exposed {:.0}\n\
         clocks: {} met, {} late, {} missed, {} open",
        metrics.trust_final,
        metrics.trust_min,
        metrics.customers_lost,
        100.0 * metrics.awareness_final,
        metrics.revenue_lost,
        metrics.costs,
        metrics.records_exposed,
        clocks.met,
        clocks.late,
        clocks.missed,
        clocks.open
    );
    confidence_text(&scorecard.confidence, &mut text);
    for evaluation in &scorecard.evaluations {
        let mark = evaluation.rating.map_or("note", scoring::Rating::letter);
        let of = evaluation.of.as_deref().map_or(String::new(), |of| format!(" {of}:"));
        let _ = writeln!(text, "{}  {mark}  {}:{of} {}", evaluation.at, evaluation.by, evaluation.text);
    }
    text
}

fn confidence_text(calibration: &Calibration, text: &mut String) {
    let Some(brier) = calibration.brier else { return };
    let _ = writeln!(
        text,
        "confidence: {} decisions, Brier score {brier:.2} (0 perfect, 0.25 guessing), {} confident but wrong, {} unsure and wrong",
        calibration.decisions,
        calibration.sure_and_wrong.len(),
        calibration.unsure_and_wrong.len()
    );
    for item in &calibration.sure_and_wrong {
        let at = item.at.map_or_else(String::new, |at| at.to_string());
        let _ = writeln!(text, "   confident but wrong  {at}  {}", item.text);
    }
}

fn step_text(step: &StepScore, text: &mut String) {
    let rating = step.rating.map_or("-", scoring::Rating::letter);
    let _ = writeln!(text, "{rating}  {:5.1}  {}", step.score, step.title);
    for criterion in &step.criteria {
        let points = if criterion.max > 0.0 {
            format!("{:4.1} /{:4.1}", criterion.score, criterion.max)
        } else {
            "    -     ".to_owned()
        };
        let _ = writeln!(text, "   {points}  {:4}  {} ({})", criterion.id, criterion.title, criterion.verdict.word());
        if let Some(overridden) = &criterion.overridden {
            let _ = writeln!(
                text,
                "   {:4.1} /{:4.1}        by {}: {}",
                overridden.score, criterion.max, overridden.by, overridden.reason
            );
        }
    }
    for cap in &step.caps {
        let _ = writeln!(text, "   {}", cap.text);
    }
    text.push('\n');
}
