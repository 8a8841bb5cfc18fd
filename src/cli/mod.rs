//! The command line: every stage of the program without a window.
//!
//! One file for each command. A command returns what it has to say or a [`Failure`]; messages and progress go
//! to standard error, the answer to standard output, and with `--json` the answer is exactly one document.
//! Exit codes: 0 done, 1 the answer is no, 2 bad input or usage.

mod check;
mod compare;
mod debrief;
mod demo;
mod ensemble;
mod failure;
mod layout;
mod list;
mod read;
mod replay;
mod run;
mod score;
mod terminal;
mod whatif;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Parser, Subcommand};

pub use failure::{Failure, Kind};

use crate::dirs;
use goldenhour_core::debrief::Debrief;
use goldenhour_core::diagnostic::{Diagnostics, Source};
use goldenhour_core::scenario::file;
use goldenhour_core::scenario::library::{self, Origin};
use goldenhour_core::scenario::{Scenario, load};
use goldenhour_core::session::replay::{Replayed, replay as play_again};
use goldenhour_core::session::{Recorded, Session};
use goldenhour_core::writer;
use goldenhour_report::{self, Format};

/// Crisis drills for a data breach at an online retailer.
///
/// Without a command the window opens.
#[derive(Debug, Parser)]
#[command(name = "goldenhour", version, max_term_width = 100)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Open the window at the briefing of the shortest scenario, or play it here where there is no display
    Demo(demo::DemoArgs),
    /// List the scenarios that can be found
    List(list::ListArgs),
    /// Check scenario folders, with a diagnostic for everything that is wrong
    Check(check::CheckArgs),
    /// Play a scenario without a window
    Run(run::RunArgs),
    /// Play a recorded session again
    Replay(replay::ReplayArgs),
    /// Play a scenario many times, or search for its best play
    Ensemble(ensemble::EnsembleArgs),
    /// Score a recorded session
    Score(score::ScoreArgs),
    /// Write the debrief of a recorded session
    Debrief(debrief::DebriefArgs),
    /// Lay recorded sessions side by side
    Compare(compare::CompareArgs),
    /// Read a statement: what is in it, and how it sounds
    Read(read::ReadArgs),
    /// Say what would have come of a recorded session if something had been different
    Whatif(whatif::WhatIfArgs),
}

/// Carries out a command and returns the exit code.
pub fn run(command: &Command) -> ExitCode {
    let done = match command {
        Command::Demo(args) => demo::demo(args),
        Command::List(args) => list::list(args),
        Command::Check(args) => check::check(args),
        Command::Run(args) => run::run(args),
        Command::Replay(args) => replay::replay(args),
        Command::Ensemble(args) => ensemble::ensemble(args),
        Command::Score(args) => score::score(args),
        Command::Debrief(args) => debrief::debrief(args),
        Command::Compare(args) => compare::compare(args),
        Command::Read(args) => read::read(args),
        Command::Whatif(args) => whatif::whatif(args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(),
    }
}

/// Says something in passing, on standard error.
pub fn note(text: &str) {
    terminal::note(text);
}

/// Returns the slug of the shortest scenario that can be found, for the demo.
///
/// # Errors
/// Where no scenario can be found at all.
pub fn shortest_scenario() -> Result<String, Failure> {
    let found = library::list(&dirs::scenario_folders());
    let usable =
        found.iter().filter_map(|found| Some((found.scenario.as_ref().ok()?.output.length, found.origin.slug())));
    usable.min().map(|(_, slug)| slug).ok_or_else(|| Failure::input("no scenario can be found"))
}

/// Finds and loads a scenario; its warnings go to standard error.
fn load_scenario(name: &str) -> Result<Arc<Scenario>, Failure> {
    let origin: Origin = library::find(name, &dirs::scenario_folders()).map_err(|missing| {
        let failure = Failure::input(missing.to_string());
        match missing.suggestion {
            Some(suggestion) => failure.hint(format!("did you mean `{suggestion}`?")),
            None => failure.hint("`goldenhour list` shows what can be found"),
        }
    })?;
    let refused = |diagnostics| Failure::diagnosed(format!("the scenario {name} cannot be used"), diagnostics);
    let loaded = load(origin.files().as_ref()).map_err(refused)?;
    terminal::show_diagnostics(&loaded.warnings);
    Ok(Arc::new(loaded.output))
}

/// Reads a session file; a torn last line is said.
fn read_session(path: &Path) -> Result<Recorded, Failure> {
    let recorded = Recorded::read(path).map_err(|error| Failure::reading(path, &error))?;
    if recorded.torn {
        terminal::warn("the last line of the file is torn and was left out; nothing else is lost");
    }
    Ok(recorded)
}

/// Reads a session file and plays it again, without verifying more than is needed to stand where it ended.
fn open_session(path: &Path) -> Result<Session, Failure> {
    replay_session(path, &read_session(path)?)
}

/// Plays a session again that was read from a file.
fn replay_session(path: &Path, recorded: &Recorded) -> Result<Session, Failure> {
    let Replayed { session, unproven_count, .. } =
        play_again(recorded).map_err(|error| Failure::replaying(path, error))?;
    if unproven_count > 0 {
        terminal::warn(&format!("the last {unproven_count} entries are not yet vouched for by a checkpoint"));
    }
    Ok(session)
}

/// Reads a RON file that is written by hand; a mistake in it is shown with its place.
fn read_ron<T>(
    path: &Path,
    what: &str,
    parse: impl Fn(&str) -> Result<T, ron::error::SpannedError>,
) -> Result<T, Failure> {
    let text = read_text(path)?;
    let source = Source { name: path.display().to_string(), text: text.into() };
    parse(&source.text).map_err(|error| {
        let mut diagnostics = Diagnostics::default();
        diagnostics.push(file::parse_error(&source, &error));
        Failure::diagnosed(format!("the {what} in {} cannot be used", path.display()), diagnostics)
    })
}

/// The largest file written by hand that is read, in bytes.
const LARGEST: u64 = 16 << 20;

/// Reads a text file that is written by hand.
fn read_text(path: &Path) -> Result<String, Failure> {
    let mut text = String::new();
    let file = File::open(path).map_err(|error| Failure::unread(path, &error))?;
    file.take(LARGEST + 1).read_to_string(&mut text).map_err(|error| Failure::unread(path, &error))?;
    if text.len() as u64 > LARGEST {
        return Err(Failure::input(format!("{} is larger than {} MiB", path.display(), LARGEST >> 20))
            .hint("nothing that is written by hand is"));
    }
    Ok(text)
}

/// Writes a file, whole or not at all.
fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    writer::write(path, bytes).map_err(|error| Failure::unwritten(&error))
}

/// Writes the files of a debrief in a form, all or none, and returns where they are.
fn write_debrief(main: &Path, debrief: &Debrief, format: Format) -> Result<Vec<PathBuf>, Failure> {
    let documents = goldenhour_report::export(debrief, format).map_err(|error| Failure::input(error.to_string()))?;
    let paths: Vec<PathBuf> = documents.iter().map(|document| document.path(main)).collect();
    let files = paths.iter().zip(&documents).map(|(path, document)| (path.as_path(), document.bytes.as_slice()));
    writer::write_all(&files.collect::<Vec<_>>()).map_err(|error| Failure::unwritten(&error))?;
    Ok(paths)
}

/// Says whether a file can be written, before the work whose result it takes; it must not be one of the sources.
fn check_target(path: &Path, sources: &[&Path]) -> Result<(), Failure> {
    writer::check(path, sources).map_err(|error| Failure::unwritten(&error))
}
