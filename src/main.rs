//! Arguments to a command or to the window, and to an exit code.

use std::process::ExitCode;

use clap::Parser;
use goldenhour::cli::{self, Args, Command};

fn main() -> ExitCode {
    match Args::parse().command {
        Some(command) => cli::run(&command),
        None => ExitCode::from(1),
    }
}
