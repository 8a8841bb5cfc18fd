//! `goldenhour ensemble`: plays a scenario with many seeds, or searches for its best strategy.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use super::input::load_scenario;
use super::output::{check_target, write_file};
use super::{Failure, output, terminal};
use goldenhour_core::ensemble::plan::{self, Plan, Played, Progress};
use goldenhour_core::ensemble::search::{self, Search};
use goldenhour_core::ensemble::{COHORT, Distribution, Ensemble, autopilot};
use goldenhour_core::scenario::file;
use goldenhour_core::simulation::Population;

/// Play a scenario with many seeds and show the distribution of the results
#[derive(Debug, clap::Args)]
pub struct EnsembleArgs {
    /// Scenario: a slug from `goldenhour list`, a folder or a file
    scenario: String,
    /// Autopilots to play with; all of them by default
    #[arg(long, value_name = "NAME", num_args = 1..)]
    autopilot: Vec<String>,
    /// Number of seeds; seeds 1 to N are played
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u64).range(1..=10_000))]
    seeds: u64,
    /// Simulate every customer instead of a cohort
    #[arg(long)]
    full: bool,
    /// Search for the best strategy and write it to this file; takes many runs
    #[arg(long, value_name = "FILE.ron")]
    search: Option<PathBuf>,
    /// Print the result as one JSON document
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub(super) fn ensemble(args: &EnsembleArgs) -> Result<(), Failure> {
    let scenario = load_scenario(&args.scenario)?;
    let population = if args.full { Population::Full } else { COHORT };
    if let Some(path) = &args.search {
        return search(&Search { scenario, seeds: args.seeds, population }, path, args.json);
    }
    let autopilots = names(&args.autopilot)?;
    let plan = Plan { scenario, autopilots, seeds: args.seeds, population };
    let bar =
        Bar(terminal::progress(u32::try_from(plan.seeds).unwrap_or(u32::MAX) * length(&plan.autopilots), "Simulating"));
    let ensemble = plan::run(&plan, &bar).map_err(|cancelled| Failure::input(cancelled.to_string()))?;
    bar.0.finish_and_clear();
    if args.json { output::answer_json(&ensemble) } else { output::answer(&text(&ensemble)) }
}

fn length(names: &[String]) -> u32 {
    u32::try_from(names.len()).unwrap_or(u32::MAX)
}

/// Returns the requested autopilots, or all of them if none was requested.
fn names(wanted: &[String]) -> Result<Vec<String>, Failure> {
    if wanted.is_empty() {
        return Ok(autopilot::NAMES.map(str::to_owned).to_vec());
    }
    match wanted.iter().find(|name| !autopilot::NAMES.contains(&name.as_str())) {
        Some(name) => Err(unknown(name)),
        None => Ok(wanted.to_vec()),
    }
}

/// Returns the failure for an unknown autopilot.
pub(super) fn unknown(name: &str) -> Failure {
    let failure = Failure::input(format!("unknown autopilot `{name}`"));
    failure.hint(format!("use one of: {}", autopilot::NAMES.join(", ")))
}

fn search(search: &Search, path: &Path, json: bool) -> Result<(), Failure> {
    check_target(path, &[])?;
    let bar = Bar(terminal::progress(0, "Searching"));
    let best = search::run(search, &bar).map_err(|cancelled| Failure::input(cancelled.to_string()))?;
    bar.0.finish_and_clear();
    let pretty = ron::ser::PrettyConfig::new().struct_names(false);
    let ron = file::dialect().to_string_pretty(&best, pretty);
    let ron = ron.map_err(|error| Failure::input(format!("cannot serialize the strategy: {error}")))?;
    let head = "// Best known strategy, found by `goldenhour ensemble SCENARIO --search FILE --seeds N`.\n";
    write_file(path, format!("{head}{ron}\n").as_bytes())?;
    if json {
        return output::answer_json(&best);
    }
    output::answer(&format!(
        "harm {:.3} (1 is doing nothing), playbook {:.1}, over {} seeds; {} candidates tried\nwritten to {}\n",
        best.harm,
        best.playbook,
        best.seeds,
        best.tried,
        path.display()
    ))
}

struct Bar(indicatif::ProgressBar);

impl Progress for Bar {
    fn advance(&self) {
        self.0.inc(1);
    }
}

fn text(ensemble: &Ensemble) -> String {
    let mut text = format!("{}  {} seeds\n\n", ensemble.scenario, ensemble.seeds);
    let _ = writeln!(text, "{:<10} {:>31}   {:>31}", "", "playbook", "outcome");
    let head = format!("{:>7} {:>7} {:>7} {:>7}", "min", "median", "mean", "max");
    let _ = writeln!(text, "{:<10} {head}   {head}", "");
    ensemble.players.iter().for_each(|played| row(played, &mut text));
    let _ = writeln!(text, "\nranked by outcome, with the share of seed pairs in which the order is reversed");
    for pair in &ensemble.neighbors {
        let _ = writeln!(text, "  {:<10} above {:<10} {:>6.2} %", pair.better, pair.worse, 100.0 * pair.overlap);
    }
    text
}

fn row(played: &Played, text: &mut String) {
    let numbers = |spread: &Distribution| {
        format!("{:>7.1} {:>7.1} {:>7.1} {:>7.1}", spread.min, spread.median, spread.mean, spread.max)
    };
    let _ = writeln!(text, "{:<10} {}   {}", played.autopilot, numbers(&played.playbook), numbers(&played.outcome));
}
