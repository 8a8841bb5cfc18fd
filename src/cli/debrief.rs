//! `goldenhour debrief`: write the debrief of a recorded session.

use std::path::PathBuf;

use super::{Failure, check_target, open_session, terminal, write_documents};
use crate::export::{self, Format};
use crate::{debrief as analysis, ensemble};

/// Write the debrief of a recorded session
#[derive(Debug, clap::Args)]
pub struct DebriefArgs {
    /// The session file
    file: PathBuf,
    /// Where to; the ending says in which form: .html, .md, .json or .csv, which has more tables beside it
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Writes.
pub(super) fn debrief(args: &DebriefArgs) -> Result<(), Failure> {
    let format = Format::from_path(&args.out).map_err(|error| Failure::input(error.to_string()))?;
    for path in export::paths(&args.out, format) {
        check_target(&path, &[&args.file])?;
    }
    let mut session = open_session(&args.file)?;
    let scorecard = ensemble::score(&mut session);
    let debrief = analysis::debrief(&session, &scorecard);
    let written = write_documents(&args.out, &export::export(&debrief, format))?;
    terminal::note(&format!("The debrief is in {}", list(&written)));
    Ok(())
}

/// Names files as people do: `a`, `a and b`, `a, b and c`.
fn list(paths: &[PathBuf]) -> String {
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}
