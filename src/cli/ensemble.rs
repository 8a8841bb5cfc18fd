//! `goldenhour ensemble`: many runs of a scenario, their distributions, and the best play that can be found.

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

/// Play a scenario many times and show how results are spread
#[derive(Debug, clap::Args)]
pub struct EnsembleArgs {
    /// A slug from `goldenhour list`, a folder or a file
    scenario: String,
    /// Who plays; all of them where none is named
    #[arg(long, value_name = "NAME", num_args = 1..)]
    autopilot: Vec<String>,
    /// How many seeds, from 1 on
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u64).range(1..=10_000))]
    seeds: u64,
    /// Simulate every customer instead of a cohort
    #[arg(long)]
    full: bool,
    /// Search for the best play of the scenario and write it to this file; takes many runs
    #[arg(long, value_name = "FILE.ron")]
    search: Option<PathBuf>,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

/// Plays, or searches.
pub(super) fn ensemble(args: &EnsembleArgs) -> Result<(), Failure> {
    let scenario = load_scenario(&args.scenario)?;
    let population = if args.full { Population::Full } else { COHORT };
    if let Some(path) = &args.search {
        return search(&Search { scenario, seeds: args.seeds, population }, path, args.json);
    }
    let autopilots = names(&args.autopilot)?;
    let plan = Plan { scenario, autopilots, seeds: args.seeds, population };
    let bar = Bar(terminal::progress(u32::try_from(plan.seeds).unwrap_or(u32::MAX) * length(&plan.autopilots), "runs"));
    let ensemble = plan::run(&plan, &bar).map_err(|cancelled| Failure::input(cancelled.to_string()))?;
    bar.0.finish_and_clear();
    if args.json { output::answer_json(&ensemble) } else { output::answer(&text(&ensemble)) }
}

fn length(names: &[String]) -> u32 {
    u32::try_from(names.len()).unwrap_or(u32::MAX)
}

/// The named autopilots, or all of them.
fn names(wanted: &[String]) -> Result<Vec<String>, Failure> {
    if wanted.is_empty() {
        return Ok(autopilot::NAMES.map(str::to_owned).to_vec());
    }
    match wanted.iter().find(|name| !autopilot::NAMES.contains(&name.as_str())) {
        Some(name) => Err(unknown(name)),
        None => Ok(wanted.to_vec()),
    }
}

/// Says that there is no autopilot with this name.
pub(super) fn unknown(name: &str) -> Failure {
    let failure = Failure::input(format!("there is no autopilot `{name}`"));
    failure.hint(format!("there are {}", autopilot::NAMES.join(", ")))
}

fn search(search: &Search, path: &Path, json: bool) -> Result<(), Failure> {
    check_target(path, &[])?;
    let bar = Bar(terminal::progress(0, "candidates"));
    let best = search::run(search, &bar).map_err(|cancelled| Failure::input(cancelled.to_string()))?;
    bar.0.finish_and_clear();
    let pretty = ron::ser::PrettyConfig::new().struct_names(false);
    let ron = file::dialect().to_string_pretty(&best, pretty);
    let ron = ron.map_err(|error| Failure::input(format!("the strategy cannot be written: {error}")))?;
    let head = "// The best play that is known, found by `goldenhour ensemble SCENARIO --search FILE --seeds N`.\n";
    write_file(path, format!("{head}{ron}\n").as_bytes())?;
    if json {
        return output::answer_json(&best);
    }
    output::answer(&format!(
        "harm {:.3} (doing nothing is 1), playbook {:.1}, over {} seeds; {} candidates tried\nwritten to {}\n",
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
    let _ = writeln!(text, "\nby outcome, with the share of pairs of seeds that stand the other way round");
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
