//! Entry point: parses the arguments, opens the window or runs a command, and returns an exit code.

use std::panic;
use std::process::ExitCode;

use clap::Parser;
use goldenhour::cli::{self, Args, Command, Failure};

fn main() -> ExitCode {
    let args = Args::parse();
    // A panic is a bug. The panic hook has printed its message, and every recorded entry is already on disk, so all
    // that is left is to return a documented exit code.
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

/// Screen on which the window opens.
enum View {
    Library,
    Briefing(String),
}

fn no_window(why: &str) -> Failure {
    let failure = Failure::no(why).hint("run `goldenhour demo` to play a drill without a window");
    failure.hint("run `goldenhour --help` to list the commands, which need no display")
}

/// Opens the window. The error is one sentence that says why it cannot be opened.
#[cfg(feature = "app")]
fn open(view: View) -> Result<(), String> {
    use goldenhour::app::{self, Start};
    let start = match view {
        View::Library => Start::Library,
        View::Briefing(slug) => Start::Briefing(slug),
    };
    app::run(start).map_err(|error| error.to_string())
}

/// Returns the error of a build without the `app` feature.
#[cfg(not(feature = "app"))]
fn open(view: View) -> Result<(), String> {
    let wanted = match view {
        View::Library => "the library".to_owned(),
        View::Briefing(slug) => format!("the briefing of `{slug}`"),
    };
    Err(format!("this build has no window and cannot show {wanted}; rebuild it with the feature `app`"))
}
