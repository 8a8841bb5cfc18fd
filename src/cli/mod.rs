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
mod input;
mod layout;
mod list;
mod output;
mod read;
mod replay;
mod run;
mod score;
mod terminal;
mod whatif;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use failure::{Failure, Kind};
pub use input::shortest_scenario;

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
