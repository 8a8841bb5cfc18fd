//! `goldenhour demo`: the first thing a new user runs.
//!
//! The window is `main`'s matter. This is what happens where there is none: the shortest scenario is played by
//! the book, the scorecard is printed, and the debrief is left beside the session.

use std::path::PathBuf;

use super::input::{load_scenario, shortest_scenario};
use super::output::{check_target, write_debrief};
use super::{Failure, output, score, terminal, whatif};
use goldenhour_core::ensemble::autopilot::{self, ByTheBook};
use goldenhour_core::session::{DrillFile, Mode, Session};
use goldenhour_core::simulation::Seed;
use goldenhour_report::Format;

/// How many seeds the what-ifs of the demo are played with: enough to show them, few enough to wait for.
const SEEDS: u64 = 16;

/// Open the window at the briefing of the shortest scenario, or play it here where there is no display
#[derive(Debug, clap::Args)]
pub struct DemoArgs {
    /// Play here, without trying to open a window
    #[arg(long)]
    pub headless: bool,
    /// The folder in which session and debrief are left where there is no window
    #[arg(long, value_name = "DIR", default_value = ".")]
    dir: PathBuf,
}

/// Plays the demo without a window.
pub(super) fn demo(args: &DemoArgs) -> Result<(), Failure> {
    let slug = shortest_scenario()?;
    let scenario = load_scenario(&slug)?;
    let drill = args.dir.join(format!("{slug}-demo.drill"));
    let report = args.dir.join(format!("{slug}-demo.html"));
    check_target(&report, &[])?;
    terminal::note(&format!("Playing “{}” by the book, without a window", scenario.title));
    let file = DrillFile::create(&drill).map_err(|error| Failure::reading(&drill, &error))?;
    let failed = |error: std::io::Error| Failure::writing(&drill, error);
    let end = scenario.end();
    let mut session = Session::begin(scenario, Seed(1), Mode::Headless, Box::new(file)).map_err(failed)?;
    let bar = terminal::progress(end.minutes(), "playing");
    let mut player = ByTheBook::default();
    autopilot::play(&mut session, &mut player, end, &mut |now| bar.set_position(u64::from(now.minutes())))
        .map_err(failed)?;
    bar.finish_and_clear();
    let debrief = whatif::debrief(&mut session, SEEDS)?;
    write_debrief(&report, &debrief, Format::Html)?;
    output::answer(&score::text(&debrief.scorecard))?;
    terminal::note(&format!("The debrief is in {}, the session in {}", report.display(), drill.display()));
    Ok(())
}
