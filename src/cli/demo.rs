//! `goldenhour demo`: the first command that a new user runs.
//!
//! `main` opens the window. This module is the fallback for systems without a display: the `playbook` autopilot
//! plays the shortest scenario, the scorecard is printed, and session and debrief are written to one folder.

use std::path::PathBuf;

use super::input::{load_scenario, shortest_scenario};
use super::output::{check_target, write_debrief};
use super::{Failure, output, score, terminal, whatif};
use goldenhour_core::ensemble::autopilot::{self, ByTheBook};
use goldenhour_core::session::{DrillFile, Mode, Session};
use goldenhour_core::simulation::Seed;
use goldenhour_report::Format;

/// Number of seeds for the what-ifs of the demo, kept low so that a new user does not wait long.
const SEEDS: u64 = 16;

/// Open the shortest scenario in the window, or play it headless if there is no display
#[derive(Debug, clap::Args)]
pub struct DemoArgs {
    /// Play headless, without trying to open the window
    #[arg(long)]
    pub headless: bool,
    /// Folder for the session and the debrief of a headless run
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
    terminal::note(&format!("Playing “{}” headless with the `playbook` autopilot", scenario.title));
    let file = DrillFile::create(&drill).map_err(|error| Failure::reading(&drill, &error))?;
    let failed = |error: std::io::Error| Failure::writing(&drill, error);
    let end = scenario.end();
    let mut session = Session::begin(scenario, Seed(1), Mode::Headless, Box::new(file)).map_err(failed)?;
    let bar = terminal::progress(end.minutes(), "Playing");
    let mut player = ByTheBook::default();
    autopilot::play(&mut session, &mut player, end, &mut |now| bar.set_position(u64::from(now.minutes())))
        .map_err(failed)?;
    bar.finish_and_clear();
    let debrief = whatif::debrief(&mut session, SEEDS)?;
    write_debrief(&report, &debrief, Format::Html)?;
    output::answer(&score::text(&debrief.scorecard))?;
    terminal::note(&format!("Debrief written to {}, session to {}", report.display(), drill.display()));
    Ok(())
}
