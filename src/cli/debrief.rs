//! `goldenhour debrief`: write the debrief of a recorded session.

use std::path::PathBuf;

use super::{Failure, open_session, terminal, write_debrief};
use crate::export::Format;
use crate::{debrief as analysis, ensemble};

/// Write the debrief of a recorded session
#[derive(Debug, clap::Args)]
pub struct DebriefArgs {
    /// The session file
    file: PathBuf,
    /// Where to; the ending says in which form: .html, .pdf, .md or .json
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Writes.
pub(super) fn debrief(args: &DebriefArgs) -> Result<(), Failure> {
    let format = Format::from_path(&args.out).map_err(|error| Failure::input(error.to_string()))?;
    let mut session = open_session(&args.file)?;
    let scorecard = ensemble::score(&mut session);
    let debrief = analysis::debrief(&session, &scorecard);
    write_debrief(&args.out, &debrief, format)?;
    terminal::note(&format!("The debrief is in {}", args.out.display()));
    Ok(())
}
