//! `goldenhour whatif`: estimates the effect of different decisions in a recorded session.
//!
//! Without `--change` it plays and ranks all [alternatives](goldenhour_core::debrief::alternative) of the run. With
//! `--change` it plays the given branches. A change has a short form such as `remove=12` or `move=12@T+01:20`; one
//! argument contains all changes of a branch, separated by commas.

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

/// Estimate the effect of different decisions in a recorded session
#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent switch on the command line")]
#[command(after_help = "Changes:\n  \
    remove=ENTRY            remove a decision or control\n  \
    move=ENTRY@T+hh:mm      move a decision or control to another time\n  \
    replace=ENTRY@FILE.ron  replace a decision with the one in the file\n  \
    insert=FILE.ron         add the decision in the file\n  \
    constant=NAME@VALUE     change a constant of the model\n  \
    seed=+N or seed=-N      shift the random seed\n\n\
    Entries are numbered as in the debrief; run with --entries to list them. Changes separated by\n\
    commas form one branch; repeat --change for another branch. Without --change, all alternatives\n\
    found in the session are tried.")]
pub struct WhatIfArgs {
    /// Session file
    file: PathBuf,
    /// Changes that form one branch; may be repeated
    #[arg(long = "change", value_name = "CHANGE[,CHANGE…]", value_delimiter = None)]
    changes: Vec<String>,
    /// Number of seeds
    #[arg(long, value_name = "N", default_value_t = 200, value_parser = clap::value_parser!(u64).range(1..=10_000))]
    seeds: u64,
    /// Play all seeds for every alternative, even once its effect is known to within half a point
    #[arg(long)]
    exact: bool,
    /// Use the seeds after this one
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u64).range(0..=1_000_000_000))]
    after: u64,
    /// Also play all autopilots for comparison, with at most 40 seeds each; takes a while
    #[arg(long)]
    autopilots: bool,
    /// Only list the decisions and controls of the session with their entry numbers
    #[arg(long)]
    entries: bool,
    /// Print the result as one JSON document
    #[arg(long)]
    json: bool,
}

/// Maximum number of seeds per autopilot.
const MOST_SEEDS: u64 = 40;

/// The JSON document.
#[derive(serde::Serialize)]
struct Answer {
    scenario: ScenarioId,
    seed: Seed,
    fingerprint: String,
    /// Seeds that were played, in the order of the samples.
    played_seeds: Vec<Seed>,
    /// Alternatives by size of effect: first the losses, then the gains.
    turning_points: Vec<TurningPoint>,
    #[serde(flatten)]
    counterfactual: Counterfactual,
    /// Results of the recorded decisions with each seed.
    base: Vec<Sample>,
    /// Results of each requested branch with each seed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    branches: Vec<Vec<Sample>>,
}

/// Runs the command.
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
    let bar =
        Bar(terminal::progress(u32::try_from(investigation.runs_to(args.seeds)).unwrap_or(u32::MAX), "Simulating"));
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

/// Debriefs a session with what-ifs from at most this many seeds, or without what-ifs if the number is 0.
pub(super) fn debrief(session: &mut Session, seeds: u64) -> Result<Debrief, Failure> {
    let (scorecard, ends) = ensemble::score_between(session);
    let debrief = analysis::debrief(session, &scorecard).with_ends(&ends);
    if seeds == 0 {
        return Ok(debrief);
    }
    let mut investigation = Investigation::open(Recording::of(session), COHORT).within(PRECISION);
    let bar = Bar(terminal::progress(u32::try_from(investigation.runs_to(seeds)).unwrap_or(u32::MAX), "What-ifs"));
    let played = investigation.refine(0, seeds, &bar).and_then(|()| investigation.pair(&bar));
    bar.0.finish_and_clear();
    played.map_err(|Cancelled| Failure::input(Cancelled.to_string()))?;
    Ok(debrief.with_counterfactual(investigation.report()))
}

/// Plays a scenario with all autopilots and returns their result bands, worst first.
fn bands(scenario: &Arc<Scenario>, seeds: u64) -> Result<Vec<Band>, Failure> {
    let autopilots: Vec<String> = autopilot::NAMES.map(str::to_owned).into();
    let plan = Plan { scenario: scenario.clone(), autopilots, seeds, population: COHORT };
    let runs =
        u32::try_from(seeds).unwrap_or(u32::MAX).saturating_mul(u32::try_from(autopilot::NAMES.len()).unwrap_or(1));
    let bar = Bar(terminal::progress(runs, "Autopilots"));
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

/// Parses the requested branches; each is named by its argument.
fn asked(texts: &[String]) -> Result<Vec<(String, Vec<Change>)>, Failure> {
    let branch = |text: &String| {
        let changes: Result<Vec<Change>, Failure> = text.split(',').map(|change| parse(change.trim())).collect();
        Ok((text.clone(), changes?))
    };
    texts.iter().map(branch).collect()
}

/// Returns the failure for a branch that is not possible in this run, with a hint.
fn refused(file: &Path, scenario: &Scenario, error: &BranchError) -> Failure {
    let failure = Failure::input(format!("{}: {error}", file.display()));
    match error {
        BranchError::Constant(ValueOutOfRange::Unknown(name)) => {
            match diagnostic::nearest(name, scenario.model.constants().map(|(name, _)| name)) {
                Some(near) => failure.hint(format!("did you mean `{near}`?")),
                None => failure.hint("see assets/model/default.ron for all constants and their ranges"),
            }
        }
        BranchError::Constant(_) => failure,
        _ => failure.hint("run with `--entries` to list what can be changed"),
    }
}

/// Parses one change.
fn parse(text: &str) -> Result<Change, Failure> {
    let bad = |why: &str| {
        Failure::input(format!("invalid change `{text}`: {why}"))
            .hint("run `goldenhour whatif --help` for the possible changes")
    };
    let (kind, rest) = text.split_once('=').ok_or_else(|| bad("the `=` is missing"))?;
    let entry = |text: &str| text.trim().parse().map(EntryNumber).map_err(|_| bad("the entry must be a number"));
    let two = || rest.split_once('@').ok_or_else(|| bad("the `@` is missing"));
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
            let value = value.trim().parse().map_err(|_| bad("the value must be a number"))?;
            Change::Constant { name: name.trim().to_owned(), value }
        }
        "seed" => Change::Seed(rest.trim().parse().map_err(|_| bad("the shift of the seed must be a whole number"))?),
        _ => return Err(bad("expected remove, move, replace, insert, constant or seed")),
    })
}

fn decision(path: &Path) -> Result<Decision, Failure> {
    read_ron(path, "decision", |text| dialect().from_str(text))
}

/// Lists the entries that can be changed.
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
    let mut text = format!("{} seeds; differences in points of 100, with 95 % confidence intervals\n", found.seeds);
    if let Some(luck) = &found.luck {
        let outcome = &luck.outcome;
        let _ = writeln!(
            text,
            "outcome {:.1} in this run; the middle half of all seeds is {:.1} to {:.1}; better than {:.0} % of seeds",
            outcome.own,
            outcome.distribution.lower,
            outcome.distribution.upper,
            100.0 * outcome.percentile
        );
    }
    let is_asked = found.tried.iter().any(|point| point.kind == AlternativeKind::Asked);
    if is_asked {
        list("Effect of the changes", &found.tried, &mut text);
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
    list("Largest losses", &found.costs, &mut text);
    list("Largest gains", &found.gains, &mut text);
    if !found.interactions.is_empty() {
        text.push_str("\nInteractions: pairs whose joint effect differs from the sum of both effects\n");
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
        text.push_str("  no effect distinguishable from chance\n");
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
