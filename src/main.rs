//! Arguments to the window or to a command, and to an exit code.

use std::panic;
use std::process::ExitCode;

use clap::Parser;
use goldenhour::cli::{self, Args, Command, Failure};

fn main() -> ExitCode {
    let args = Args::parse();
    // A panic is a mistake of ours. Whoever called us gets an exit code from the contract all the same; the
    // message has been printed, and what was recorded is on disk.
    panic::catch_unwind(|| dispatch(args)).unwrap_or(ExitCode::from(2))
}

fn dispatch(args: Args) -> ExitCode {
    match args.command {
        None => match open(View::Library) {
            Ok(()) => ExitCode::SUCCESS,
            Err(why) => no_window(&why).report(),
        },
        Some(Command::Demo(demo)) if !demo.headless => match cli::shortest_scenario().map(View::Briefing).map(open) {
            Ok(Ok(())) => ExitCode::SUCCESS,
            Ok(Err(why)) => {
                cli::note(&why);
                cli::run(&Command::Demo(demo))
            }
            Err(failure) => failure.report(),
        },
        Some(command) => cli::run(&command),
    }
}

/// What the window should show first.
enum View {
    Library,
    Briefing(String),
}

fn no_window(why: &str) -> Failure {
    let failure = Failure::no(why).hint("`goldenhour demo` plays a drill without a window");
    failure.hint("`goldenhour --help` lists everything that needs none")
}

/// Opens the window; says in a sentence why it could not.
#[cfg(feature = "app")]
fn open(view: View) -> Result<(), String> {
    use goldenhour::app::{self, Start};
    let start = match view {
        View::Library => Start::Library,
        View::Briefing(slug) => Start::Briefing(slug),
    };
    app::run(start).map_err(|error| error.to_string())
}

/// Says that this build has no window.
#[cfg(not(feature = "app"))]
fn open(view: View) -> Result<(), String> {
    match view {
        View::Library | View::Briefing(_) => {
            Err("this build has no window; build it with the feature `app`".to_owned())
        }
    }
}
