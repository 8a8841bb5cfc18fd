//! Arguments to a command or to the window, and to an exit code.

use std::process::ExitCode;

use clap::Parser;
use goldenhour::cli::{self, Args};

fn main() -> ExitCode {
    match Args::parse().command {
        Some(command) => cli::run(&command),
        None => window(),
    }
}

#[cfg(feature = "app")]
fn window() -> ExitCode {
    use goldenhour::app::{Start, run};
    match run(Start::Library) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(not(feature = "app"))]
fn window() -> ExitCode {
    ExitCode::FAILURE
}
