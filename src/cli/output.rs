//! Output of commands: results on standard output, and files.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Failure;
use goldenhour_core::debrief::Debrief;
use goldenhour_core::writer;
use goldenhour_report::Format;

/// Prints a result to standard output.
pub(super) fn answer(text: &str) -> Result<(), Failure> {
    let mut out = anstream::stdout().lock();
    let printed = writeln!(out, "{}", text.trim_end()).and_then(|()| out.flush());
    printed.map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::broken_pipe(),
        _ => Failure::input(format!("cannot write to standard output: {error}")),
    })
}

/// Prints a result to standard output as one JSON document.
pub(super) fn answer_json(document: &impl serde::Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(document)
        .map_err(|error| Failure::input(format!("cannot serialize the result as JSON: {error}")))?;
    answer(&text)
}

/// Writes a file atomically.
pub(super) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    writer::write(path, bytes).map_err(|error| Failure::unwritten(&error))
}

/// Writes all files of a debrief in one format, or none of them if one fails, and returns their paths.
pub(super) fn write_debrief(main: &Path, debrief: &Debrief, format: Format) -> Result<Vec<PathBuf>, Failure> {
    let documents = goldenhour_report::export(debrief, format).map_err(|error| Failure::input(error.to_string()))?;
    let paths: Vec<PathBuf> = documents.iter().map(|document| document.path(main)).collect();
    let files = paths.iter().zip(&documents).map(|(path, document)| (path.as_path(), document.bytes.as_slice()));
    writer::write_all(&files.collect::<Vec<_>>()).map_err(|error| Failure::unwritten(&error))?;
    Ok(paths)
}

/// Checks that a file can be written and is not one of the sources, so that long work does not fail at its end.
pub(super) fn check_target(path: &Path, sources: &[&Path]) -> Result<(), Failure> {
    writer::check(path, sources).map_err(|error| Failure::unwritten(&error))
}
