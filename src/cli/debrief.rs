//! `goldenhour debrief`: write the debrief of a recorded session.
//!
//! What a reviewer changes in it is put on record first, in the session file itself, so that whoever writes the
//! debrief again gets the same.

use std::path::{Path, PathBuf};

use super::{Failure, open_session, read_ron, terminal, write_file};
use crate::export::{self, Format};
use crate::scenario::file::dialect;
use crate::session::{Author, DrillFile, Edit, RecordError, Session, replay};
use crate::{debrief as analysis, ensemble};

/// Write the debrief of a recorded session
#[derive(Debug, clap::Args)]
pub struct DebriefArgs {
    /// The session file
    file: PathBuf,
    /// Where to; the ending says in which form: .html, .md or .json
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
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
    let mut session = match &args.edits {
        Some(edits) => put_on_record(&args.file, edits, &args.by)?,
        None => open_session(&args.file)?,
    };
    let scorecard = ensemble::score(&mut session);
    let debrief = analysis::debrief(&session, &scorecard);
    write_file(&args.out, &export::export(&debrief, format))?;
    terminal::note(&format!("The debrief is in {}", args.out.display()));
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
        RecordError::Log(error) => Failure::writing(path, &error),
        other => Failure::input(other.to_string()),
    };
    // Everything is looked at before anything is written: a half of it on record would help nobody.
    session.check_edits(&edits).map_err(failed)?;
    for edit in edits {
        session.edit(Author::Evaluator(by.to_owned()), edit).map_err(failed)?;
    }
    session.checkpoint().map_err(|error| Failure::writing(path, &error))?;
    Ok(session)
}
