//! `goldenhour debrief`: write the debrief of a recorded session.
//!
//! What a reviewer changes in it is put on record first, in the session file itself, so that whoever writes the
//! debrief again gets the same.

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
    /// The session file
    file: PathBuf,
    /// Where to; the ending says in which form: .html, .pdf, .md, .json or .csv, which has more tables beside it
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// How many seeds what-ifs are played with, at most; 0 leaves them out
    #[arg(long, value_name = "N", default_value_t = 64, value_parser = clap::value_parser!(u64).range(0..=10_000))]
    seeds: u64,
    /// Put a reviewer's edits on record first
    #[arg(long, value_name = "EDITS.ron")]
    edits: Option<PathBuf>,
    /// The reviewer's name
    #[arg(long, value_name = "NAME", default_value = "reviewer", requires = "edits")]
    by: String,
}

/// Writes.
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
    terminal::note(&format!("The debrief is in {}", list(&written)));
    Ok(())
}

/// Goes on with the session in its file, adding the edits, vouched for by a checkpoint.
fn put_on_record(path: &Path, edits: &Path, by: &str) -> Result<Session, Failure> {
    if by.trim().is_empty() {
        return Err(Failure::input("a reviewer has a name"));
    }
    let edits: Vec<Edit> = read_ron(edits, "edits", |text| dialect().from_str(text))?;
    let (file, recorded) = DrillFile::resume(path).map_err(|error| Failure::reading(path, &error))?;
    let replayed = replay(&recorded).map_err(|error| Failure::replaying(path, error))?;
    let mut session = replayed.session.continue_in(Box::new(file));
    let failed = |error: RecordError| match error {
        RecordError::Log(error) => Failure::writing(path, error),
        other => Failure::input(other.to_string()),
    };
    // Everything is looked at before anything is written: a half of it on record would help nobody.
    session.check_edits(&edits).map_err(failed)?;
    for edit in edits {
        session.edit(Author::Evaluator(by.to_owned()), edit).map_err(failed)?;
    }
    session.checkpoint().map_err(|error| Failure::writing(path, error))?;
    Ok(session)
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
