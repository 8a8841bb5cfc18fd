//! `goldenhour score`: score a recorded session, with its own playbook or another.

use std::fmt::Write;
use std::path::PathBuf;

use super::{Failure, open_session, terminal};
use crate::ensemble;
use crate::scenario::{Scenario, load};
use crate::scoring::{self, Scorecard, StepScore};
use crate::session::Session;

/// Score a recorded session
#[derive(Debug, clap::Args)]
pub struct ScoreArgs {
    /// The session file
    file: PathBuf,
    /// Another playbook to score by
    #[arg(long, value_name = "FILE.ron")]
    playbook: Option<PathBuf>,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

/// Scores.
pub(super) fn score(args: &ScoreArgs) -> Result<(), Failure> {
    let mut session = open_session(&args.file)?;
    let scorecard = match &args.playbook {
        None => ensemble::score(&mut session),
        Some(path) => {
            let scenario = with_playbook(&session, path)?;
            ensemble::score_by(&mut session, &scenario)
        }
    };
    if args.json { terminal::answer_json(&scorecard) } else { terminal::answer(&text(&scorecard)) }
}

/// Returns the session's scenario with another playbook in place of its own.
fn with_playbook(session: &Session, path: &PathBuf) -> Result<Scenario, Failure> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| Failure::input(format!("{} cannot be read: {error}", path.display())))?;
    let mut bundle = session.scenario().bundle().clone();
    bundle.insert("playbook.ron", text.into());
    load(&bundle).map(|loaded| loaded.output).map_err(Failure::diagnostics)
}

/// Returns a scorecard as text for a terminal.
pub(super) fn text(scorecard: &Scorecard) -> String {
    let mut text = String::new();
    let playbook = &scorecard.playbook;
    let outcome = &scorecard.outcome;
    let _ = writeln!(text, "{}  seed {}  fingerprint {}", scorecard.scenario, scorecard.seed.0, scorecard.fingerprint);
    let _ = writeln!(
        text,
        "\nplaybook {:5.1} of 100   coverage {:.0} %\noutcome  {:5.1} of 100   0 is doing nothing under the same draws\n",
        playbook.total,
        100.0 * playbook.coverage,
        outcome.total
    );
    playbook.steps.iter().for_each(|step| step_text(step, &mut text));
    let metrics = &outcome.metrics;
    let clocks = metrics.clocks;
    let _ = writeln!(
        text,
        "trust at the end {:.2} (lowest {:.2}), {:.0} customers left, {:.0} % heard of it\n\
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
    text
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
    }
    for cap in &step.caps {
        let _ = writeln!(text, "   {}", cap.text);
    }
    text.push('\n');
}
