//! `goldenhour run`: plays a scenario without a window.

use std::iter;
use std::path::{Path, PathBuf};

use super::ensemble::unknown as unknown_autopilot;
use super::input::{load_scenario, read_ron};
use super::output::{check_target, write_file};
use super::{Failure, output, score, terminal};
use goldenhour_core::ensemble;
use goldenhour_core::ensemble::autopilot::{self, Autopilot};
use goldenhour_core::scenario::{Metric, Scenario};
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::{DrillFile, Entry, Log, Mode, Session, script};
use goldenhour_core::simulation::Seed;
use goldenhour_core::time::SimTime;
use goldenhour_core::timeline::Series;

/// Play a scenario without a window
#[derive(Debug, clap::Args)]
pub struct RunArgs {
    /// Scenario: a slug from `goldenhour list`, a folder or a file
    scenario: String,
    /// Autopilot: silent, stonewall, random, spammer, hasty, playbook or expert
    #[arg(long, value_name = "NAME", required_unless_present = "decisions", conflicts_with = "decisions")]
    autopilot: Option<String>,
    /// Decisions to play, or entries of a session log, which may include a review and marks
    #[arg(long, value_name = "FILE")]
    decisions: Option<PathBuf>,
    /// Random seed
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Stop at this time
    #[arg(long, value_name = "T+hh:mm", value_parser = parse_moment)]
    until: Option<SimTime>,
    /// Record the session to this file
    #[arg(long, value_name = "FILE.drill")]
    out: Option<PathBuf>,
    /// Write every metric to this file, one row per minute
    #[arg(long, value_name = "FILE.csv")]
    series: Option<PathBuf>,
    /// Print the score as one JSON document
    #[arg(long)]
    json: bool,
}

fn parse_moment(text: &str) -> Result<SimTime, String> {
    text.parse().map_err(|error: goldenhour_core::time::TimeError| format!("{error}; {}", error.hint()))
}

/// Runs the command.
pub(super) fn run(args: &RunArgs) -> Result<(), Failure> {
    let scenario = load_scenario(&args.scenario)?;
    let mut player = player(args, &scenario)?;
    let until = args.until.unwrap_or(scenario.end()).min(scenario.end());
    if let Some(path) = &args.series {
        check_target(path, args.out.as_deref().as_slice())?;
    }
    let log = open_log(args.out.as_deref())?;
    let failed =
        |error: std::io::Error| Failure::writing(args.out.as_deref().unwrap_or(Path::new("the session")), error);
    let mut session = Session::begin(scenario, Seed(args.seed), Mode::Headless, log).map_err(failed)?;
    let bar = terminal::progress(until.minutes(), "Playing");
    let played = match &mut player {
        Player::Autopilot(autopilot) => autopilot::play(&mut session, autopilot.as_mut(), until, &mut |now| {
            bar.set_position(u64::from(now.minutes()));
        }),
        Player::Script(entries) => script::play(&mut session, entries, until, &mut |entry, refused| {
            terminal::warn(&format!("{}: {refused}", name(entry)));
        }),
    };
    bar.finish_and_clear();
    played.map_err(failed)?;
    if let Some(path) = &args.series {
        write_file(path, &series_csv(&session.timeline().series))?;
    }
    let scorecard = ensemble::score(&mut session);
    if args.json { output::answer_json(&scorecard) } else { output::answer(&score::text(&scorecard)) }
}

/// Source of the decisions.
enum Player {
    Autopilot(Box<dyn Autopilot>),
    Script(Vec<Entry>),
}

/// Describes an entry of a decisions file, for warnings.
fn name(entry: &Entry) -> String {
    let what = match entry {
        Entry::Decision(decision) => decision.action.as_str(),
        Entry::Control { .. } => "a control",
        Entry::Note { .. } => "a note",
        Entry::Review { .. } => "the review",
        Entry::Mark { .. } => "a mark",
        Entry::Edit { .. } => "an edit",
        Entry::Checkpoint(_) => "a checkpoint",
    };
    format!("{what} at {}", entry.at())
}

fn player(args: &RunArgs, scenario: &Scenario) -> Result<Player, Failure> {
    match (&args.autopilot, &args.decisions) {
        (Some(name), _) => autopilot::named(name, scenario, Seed(args.seed))
            .map(Player::Autopilot)
            .ok_or_else(|| unknown_autopilot(name)),
        (None, Some(path)) => read_script(path).map(Player::Script),
        (None, None) => Err(Failure::input("an autopilot or a decisions file is required")),
    }
}

fn read_script(path: &Path) -> Result<Vec<Entry>, Failure> {
    read_ron(path, "decisions", script::parse)
}

fn open_log(path: Option<&Path>) -> Result<Box<dyn Log>, Failure> {
    match path {
        None => Ok(Box::new(Unkept)),
        Some(path) => {
            let file = DrillFile::create(path).map_err(|error| Failure::reading(path, &error))?;
            Ok(Box::new(file))
        }
    }
}

/// Returns every metric as a CSV table, with a row for StartEx and one for each minute after it.
fn series_csv(series: &Series) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head = iter::once("minute").chain(Metric::ALL.iter().map(|metric| metric.name()));
    writer.write_record(head).expect("writing to memory cannot fail");
    for minute in 0..u32::try_from(series.len()).unwrap_or(u32::MAX) {
        let at = SimTime::from_minutes(minute);
        let values = Metric::ALL.iter().map(|metric| series.at(*metric, at).to_string());
        let row = iter::once(minute.to_string()).chain(values);
        writer.write_record(row).expect("every record has as many fields as the header");
    }
    writer.into_inner().expect("writing to memory cannot fail")
}
