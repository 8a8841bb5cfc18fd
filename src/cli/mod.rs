//! The command line. Every command works without a window.
//!
//! Each command has its own file and returns a [`Failure`] if it does not succeed. Results go to standard output,
//! messages and progress to standard error. With `--json` the result is exactly one JSON document.
//! Exit codes: 0 success, 1 negative result, 2 invalid input or usage.

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
mod read_again;
mod replay;
mod run;
mod score;
mod terminal;
mod whatif;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use failure::{Failure, Kind};
pub use input::shortest_scenario;

/// Crisis exercises for data breaches at online retailers.
///
/// Without a command, the window opens.
#[derive(Debug, Parser)]
#[command(name = "goldenhour", version, max_term_width = 100)]
pub struct Args {
    /// The command; the window opens if there is none.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// A command with its arguments.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Open the shortest scenario in the window, or play it headless if there is no display
    Demo(demo::DemoArgs),
    /// List the available scenarios
    List(list::ListArgs),
    /// Check scenarios and report errors and warnings
    Check(check::CheckArgs),
    /// Play a scenario without a window
    Run(run::RunArgs),
    /// Replay a recorded session and compare it with its checkpoints
    Replay(replay::ReplayArgs),
    /// Play a scenario with many seeds, or search for its best strategy
    Ensemble(ensemble::EnsembleArgs),
    /// Score a recorded session
    Score(score::ScoreArgs),
    /// Write the debrief of a recorded session
    Debrief(debrief::DebriefArgs),
    /// Compare recorded sessions
    Compare(compare::CompareArgs),
    /// Analyze the content and tone of a statement
    Read(read::ReadArgs),
    /// Estimate the effect of different decisions in a recorded session
    Whatif(whatif::WhatIfArgs),
}

/// Runs a command and returns its exit code.
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

/// Prints an informational message to standard error.
pub fn note(text: &str) {
    terminal::note(text);
}
