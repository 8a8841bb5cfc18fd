//! `goldenhour debrief`: writes the debrief of a recorded session.
//!
//! A reviewer's edits are first recorded in the session file, so that every later debrief contains them.

use std::path::{Path, PathBuf};

use super::input::{open_session, read_ron};
use super::output::{check_target, write_debrief};
use super::{Failure, terminal, whatif};
use goldenhour_core::scenario::file::dialect;
use goldenhour_core::session::{Author, DrillFile, Edit, RecordError, Session, replay};
use goldenhour_report::{self, Format};

/// Write the debrief of a recorded session
#[derive(Debug, clap::Args)]
pub struct DebriefArgs {
    /// Session file
    file: PathBuf,
    /// Output file; the extension selects the format: .html, .pdf, .md, .json, or .csv (one file per table)
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Maximum number of seeds for what-ifs; 0 omits them
    #[arg(long, value_name = "N", default_value_t = 64, value_parser = clap::value_parser!(u64).range(0..=10_000))]
    seeds: u64,
    /// Record a reviewer's edits in the session file first
    #[arg(long, value_name = "EDITS.ron")]
    edits: Option<PathBuf>,
    /// Name of the reviewer
    #[arg(long, value_name = "NAME", default_value = "reviewer", requires = "edits")]
    by: String,
}

/// Runs the command.
pub(super) fn debrief(args: &DebriefArgs) -> Result<(), Failure> {
    let format = Format::from_path(&args.out).map_err(|error| Failure::input(error.to_string()))?;
    for path in goldenhour_report::paths(&args.out, format) {
        check_target(&path, &[&args.file])?;
    }
    let mut session = match &args.edits {
        Some(edits) => put_on_record(&args.file, edits, &args.by)?,
        None => open_session(&args.file)?,
    };
    let debrief = whatif::debrief(&mut session, args.seeds)?;
    let written = write_debrief(&args.out, &debrief, format)?;
    terminal::note(&format!("Debrief written to {}", list(&written)));
    Ok(())
}

/// Resumes the session in its file and adds the edits, followed by a checkpoint.
fn put_on_record(path: &Path, edits: &Path, by: &str) -> Result<Session, Failure> {
    if by.trim().is_empty() {
        return Err(Failure::input("the name of the reviewer is empty"));
    }
    let edits: Vec<Edit> = read_ron(edits, "edits", |text| dialect().from_str(text))?;
    let (file, recorded) = DrillFile::resume(path).map_err(|error| Failure::reading(path, &error))?;
    let replayed = replay(&recorded).map_err(|error| Failure::replaying(path, error))?;
    let mut session = replayed.session.continue_in(Box::new(file));
    let failed = |error: RecordError| match error {
        RecordError::Log(error) => Failure::writing(path, error),
        other => Failure::input(other.to_string()),
    };
    // All edits are checked before the first is written, so that they are recorded either completely or not at all.
    session.check_edits(&edits).map_err(failed)?;
    for edit in edits {
        session.edit(Author::Evaluator(by.to_owned()), edit).map_err(failed)?;
    }
    session.checkpoint().map_err(|error| Failure::writing(path, error))?;
    Ok(session)
}

/// Joins paths into an English list: `a`, `a and b`, `a, b and c`.
fn list(paths: &[PathBuf]) -> String {
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}
