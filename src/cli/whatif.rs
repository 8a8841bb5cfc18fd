//! `goldenhour whatif`: what would have come of a recorded session if something had been different.
//!
//! Without a change it tries everything that the [alternatives](goldenhour_core::debrief::alternative) of the run hold and ranks
//! them; with changes it answers for these. A change is written as people say it (`remove=12`, `move=12@T+01:20`), and
//! several that belong to one branch stand in one argument, divided by commas.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::input::{open_session, read_ron};
use super::layout::padded;
use super::{Failure, output, terminal};
use goldenhour_core::debrief::alternative::{AlternativeKind, Recording};
use goldenhour_core::debrief::counterfactual::{Counterfactual, Investigation, PRECISION};
use goldenhour_core::debrief::luck::{self, Band};
use goldenhour_core::debrief::turning_point::TurningPoint;
use goldenhour_core::debrief::{self as analysis, Debrief};
use goldenhour_core::decision::Decision;
use goldenhour_core::diagnostic;
use goldenhour_core::ensemble::branch::{BranchError, Change};
use goldenhour_core::ensemble::counterfactual::{Difference, Sample};
use goldenhour_core::ensemble::plan::{self, Cancelled, Plan, Progress};
use goldenhour_core::ensemble::{self, COHORT, Distribution, autopilot};
use goldenhour_core::id::ScenarioId;
use goldenhour_core::scenario::Scenario;
use goldenhour_core::scenario::file::dialect;
use goldenhour_core::scenario::model::ValueOutOfRange;
use goldenhour_core::session::{Entry, Session};
use goldenhour_core::simulation::Seed;
use goldenhour_core::time::{SimTime, TimeError};
use goldenhour_core::timeline::EntryNumber;

/// Say what would have come of a recorded session if something had been different
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own on the command line")]
#[command(after_help = "A change is one of\n  \
    remove=ENTRY               a decision or control is left out\n  \
    move=ENTRY@T+hh:mm         it comes at another time\n  \
    replace=ENTRY@FILE.ron     another decision is taken instead\n  \
    insert=FILE.ron            a decision is taken that was not\n  \
    constant=NAME@VALUE        a constant of the model has another value\n  \
    seed=+N or seed=-N         luck is another\n\
    Entries are numbered as in the debrief; `--entries` lists them. Changes divided by commas belong to one branch;\n\
    give --change again for another branch. Without any, everything that could have been different is tried.")]
pub struct WhatIfArgs {
    /// The session file
    file: PathBuf,
    /// What is different
    #[arg(long = "change", value_name = "CHANGE[,CHANGE…]", value_delimiter = None)]
    changes: Vec<String>,
    /// How many seeds
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u64).range(1..=10_000))]
    seeds: u64,
    /// Play all seeds for everything, also where a difference is known to within half a point
    #[arg(long)]
    exact: bool,
    /// Take the seeds that follow this one
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u64).range(0..=1_000_000_000))]
    after: u64,
    /// Put scripted players of known quality beside the run, each with as many seeds, 40 at most; takes a while
    #[arg(long)]
    autopilots: bool,
    /// List the decisions and controls of the session with their entries, and do nothing else
    #[arg(long)]
    entries: bool,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

/// The most seeds for scripted players.
const MOST_SEEDS: u64 = 40;

/// What is answered.
#[derive(serde::Serialize)]
struct Answer {
    scenario: ScenarioId,
    seed: Seed,
    fingerprint: String,
    /// The seeds that were played, in the order of the samples.
    played_seeds: Vec<Seed>,
    /// What was tried, those that moved most first: the costs, then what carried the run.
    turning_points: Vec<TurningPoint>,
    #[serde(flatten)]
    counterfactual: Counterfactual,
    /// The run in each seed.
    base: Vec<Sample>,
    /// Each branch that was asked for, in each seed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    branches: Vec<Vec<Sample>>,
}

/// Answers.
pub(super) fn whatif(args: &WhatIfArgs) -> Result<(), Failure> {
    let mut session = open_session(&args.file)?;
    if args.entries {
        return output::answer(&entries(session.entries()));
    }
    let fingerprint = session.fingerprint().whole;
    let (scenario, seed) = (session.scenario().id.clone(), session.seed());
    let recording = Recording::of(&session);
    let asked = asked(&args.changes)?;
    let is_asked = !asked.is_empty();
    let mut investigation = if is_asked {
        let scenario = recording.scenario.clone();
        Investigation::ask(recording, COHORT, asked).map_err(|error| refused(&args.file, &scenario, &error))?
    } else {
        Investigation::open(recording, COHORT).within(if args.exact { 0.0 } else { PRECISION })
    };
    let bar = Bar(terminal::progress(u32::try_from(investigation.runs_to(args.seeds)).unwrap_or(u32::MAX), "runs"));
    let played = investigation.refine(args.after, args.seeds, &bar).and_then(|()| match is_asked {
        true => Ok(()),
        false => investigation.pair(&bar),
    });
    bar.0.finish_and_clear();
    if args.autopilots {
        investigation.set_autopilots(bands(session.scenario(), args.seeds.min(MOST_SEEDS))?);
    }
    played.map_err(|Cancelled| Failure::input(Cancelled.to_string()))?;
    let counterfactual = investigation.report();
    if !args.json {
        return output::answer(&text(&counterfactual));
    }
    let results = investigation.results();
    output::answer_json(&Answer {
        scenario,
        seed,
        fingerprint,
        played_seeds: results.seeds.clone(),
        turning_points: counterfactual.costs.iter().chain(&counterfactual.gains).cloned().collect(),
        base: results.base.clone(),
        branches: if is_asked { results.branches.clone() } else { Vec::new() },
        counterfactual,
    })
}

/// Debriefs a session, with what-ifs from so many seeds at most; without any where that is none.
pub(super) fn debrief(session: &mut Session, seeds: u64) -> Result<Debrief, Failure> {
    let (scorecard, ends) = ensemble::score_between(session);
    let debrief = analysis::debrief(session, &scorecard).with_ends(&ends);
    if seeds == 0 {
        return Ok(debrief);
    }
    let mut investigation = Investigation::open(Recording::of(session), COHORT).within(PRECISION);
    let bar = Bar(terminal::progress(u32::try_from(investigation.runs_to(seeds)).unwrap_or(u32::MAX), "what-ifs"));
    let played = investigation.refine(0, seeds, &bar).and_then(|()| investigation.pair(&bar));
    bar.0.finish_and_clear();
    played.map_err(|Cancelled| Failure::input(Cancelled.to_string()))?;
    Ok(debrief.with_counterfactual(investigation.report()))
}

/// Plays a scenario by scripted players, worst first.
fn bands(scenario: &Arc<Scenario>, seeds: u64) -> Result<Vec<Band>, Failure> {
    let autopilots: Vec<String> = autopilot::NAMES.map(str::to_owned).into();
    let plan = Plan { scenario: scenario.clone(), autopilots, seeds, population: COHORT };
    let runs =
        u32::try_from(seeds).unwrap_or(u32::MAX).saturating_mul(u32::try_from(autopilot::NAMES.len()).unwrap_or(1));
    let bar = Bar(terminal::progress(runs, "autopilots"));
    let ensemble = plan::run(&plan, &bar).map_err(|cancelled| Failure::input(cancelled.to_string()))?;
    bar.0.finish_and_clear();
    Ok(luck::bands(&ensemble))
}

struct Bar(indicatif::ProgressBar);

impl Progress for Bar {
    fn advance(&self) {
        self.0.inc(1);
    }
}

/// The branches that were asked for, each with its name.
fn asked(texts: &[String]) -> Result<Vec<(String, Vec<Change>)>, Failure> {
    let branch = |text: &String| {
        let changes: Result<Vec<Change>, Failure> = text.split(',').map(|change| parse(change.trim())).collect();
        Ok((text.clone(), changes?))
    };
    texts.iter().map(branch).collect()
}

/// Says why a branch makes no sense in this run, and what would.
fn refused(file: &Path, scenario: &Scenario, error: &BranchError) -> Failure {
    let failure = Failure::input(format!("{}: {error}", file.display()));
    match error {
        BranchError::Constant(ValueOutOfRange::Unknown(name)) => {
            match diagnostic::nearest(name, scenario.model.constants().map(|(name, _)| name)) {
                Some(near) => failure.hint(format!("did you mean `{near}`?")),
                None => failure
                    .hint("the constants, each with its range and its evidence, stand in assets/model/default.ron"),
            }
        }
        BranchError::Constant(_) => failure,
        _ => failure.hint("`--entries` lists what can be changed"),
    }
}

/// Reads one change.
fn parse(text: &str) -> Result<Change, Failure> {
    let bad = |why: &str| {
        Failure::input(format!("`{text}` is no change: {why}"))
            .hint("see `goldenhour whatif --help` for what can be changed")
    };
    let (kind, rest) = text.split_once('=').ok_or_else(|| bad("there is no `=` in it"))?;
    let entry = |text: &str| text.trim().parse().map(EntryNumber).map_err(|_| bad("an entry is a number"));
    let two = || rest.split_once('@').ok_or_else(|| bad("there is no `@` in it"));
    Ok(match kind.trim() {
        "remove" => Change::Remove(entry(rest)?),
        "move" => {
            let (number, to) = two()?;
            let to: SimTime =
                to.trim().parse().map_err(|error: TimeError| bad(&error.to_string()).hint(error.hint().to_string()))?;
            Change::Move { entry: entry(number)?, to }
        }
        "replace" => {
            let (number, file) = two()?;
            Change::Replace { entry: entry(number)?, with: decision(Path::new(file.trim()))? }
        }
        "insert" => Change::Insert(decision(Path::new(rest.trim()))?),
        "constant" => {
            let (name, value) = two()?;
            let value = value.trim().parse().map_err(|_| bad("a constant is a number"))?;
            Change::Constant { name: name.trim().to_owned(), value }
        }
        "seed" => Change::Seed(rest.trim().parse().map_err(|_| bad("a seed is moved by a whole number"))?),
        _ => return Err(bad("it is none of remove, move, replace, insert, constant and seed")),
    })
}

fn decision(path: &Path) -> Result<Decision, Failure> {
    read_ron(path, "decision", |text| dialect().from_str(text))
}

/// The entries that can be changed.
fn entries(entries: &[Entry]) -> String {
    let mut text = String::new();
    for (number, entry) in entries.iter().enumerate() {
        match entry {
            Entry::Decision(decision) => {
                let _ = writeln!(text, "{number:>5}  {}  {} ({})", decision.at, decision.action, decision.by);
            }
            Entry::Control { at, control } => {
                let _ = writeln!(text, "{number:>5}  {at}  {control:?}");
            }
            _ => {}
        }
    }
    text
}

fn text(found: &Counterfactual) -> String {
    let mut text = format!("{} seeds, differences with 95 % intervals, points of 100\n", found.seeds);
    if let Some(luck) = &found.luck {
        let outcome = &luck.outcome;
        let _ = writeln!(
            text,
            "outcome {:.1} in this run, {:.1} to {:.1} in the middle half of all luck; luckier than {:.0} % of it",
            outcome.own,
            outcome.distribution.lower,
            outcome.distribution.upper,
            100.0 * outcome.percentile
        );
    }
    let is_asked = found.tried.iter().any(|point| point.kind == AlternativeKind::Asked);
    if is_asked {
        list("What would have been different", &found.tried, &mut text);
        return text;
    }
    for band in found.luck.iter().flat_map(|luck| &luck.autopilots) {
        let Distribution { lower, upper, .. } = band.outcome;
        let _ = writeln!(
            text,
            "  {} {lower:5.1} to {upper:5.1}, playbook {:5.1}",
            padded(&band.autopilot, 10),
            band.playbook.median
        );
    }
    list("What cost most", &found.costs, &mut text);
    list("What carried the run", &found.gains, &mut text);
    if !found.interactions.is_empty() {
        text.push_str("\nWorth more or less together than one by one\n");
    }
    for pair in &found.interactions {
        let _ = writeln!(
            text,
            "  {}\n  {}\n    outcome {}, playbook {}",
            pair.one,
            pair.other,
            said(pair.outcome),
            said(pair.playbook)
        );
    }
    text
}

fn list(title: &str, points: &[TurningPoint], text: &mut String) {
    let _ = writeln!(text, "\n{title}");
    if points.is_empty() {
        text.push_str("  nothing that can be told from luck\n");
    }
    for (rank, point) in points.iter().enumerate() {
        let entries: Vec<String> = point.entries.iter().map(u32::to_string).collect();
        let entries = if entries.is_empty() { String::new() } else { format!(", entry {}", entries.join(", ")) };
        let _ = writeln!(text, "{:>3}. {}  {} ({}{entries})", rank + 1, point.at, point.title, point.kind.word());
        let _ = writeln!(text, "     {}", point.sentence);
    }
}

fn said(difference: Difference) -> String {
    format!("{:+.1} (±{:.1})", difference.mean, difference.half_width())
}
