//! Golden Hour.

/// Opens the window on what the arguments name.
fn main() -> std::process::ExitCode {
    use goldenhour::app::{Start, run};
    let start = match std::env::args().nth(1) {
        None => Start::Library,
        Some(path) if path.ends_with(".drill") => Start::Session(path.into()),
        Some(name) => Start::Briefing(name),
    };
    match run(start) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}
