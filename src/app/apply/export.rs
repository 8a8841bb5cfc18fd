//! Exports: the debrief as files beside its session.

use std::path::PathBuf;

use super::unwritten;
use crate::app::command::ExportFormat;
use crate::app::state::{Notice, Review, Route, State};
use crate::app::theme::Tone;
use crate::export::{self, Document, Format};
use crate::writer::{self, WriteError};

/// Writes the debrief beside the session.
pub fn export(state: &mut State, format: ExportFormat) {
    let Route::Debrief(review) = &state.route else { return };
    state.notice = Some(match write(review, format) {
        Ok(paths) => {
            let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
            Notice { tone: Tone::Calm, title: state.texts.say("notice-written"), text: names.join("\n") }
        }
        Err(error) => unwritten(&state.texts, "notice-export-unwritten", &error),
    });
}

/// Writes the files of a form and returns where they are.
fn write(review: &Review, format: ExportFormat) -> Result<Vec<PathBuf>, WriteError> {
    let (format, ending) = match format {
        ExportFormat::Json => (Format::Json, "json"),
        ExportFormat::Html => (Format::Html, "html"),
        ExportFormat::Markdown => (Format::Markdown, "md"),
        ExportFormat::Csv => (Format::Csv, "csv"),
    };
    let documents = export::export(&review.debrief, format);
    let main = review.path.with_extension(ending);
    let paths: Vec<PathBuf> = documents.iter().map(|document: &Document| document.path(&main)).collect();
    for path in &paths {
        writer::check(path, &[&review.path])?;
    }
    let files = paths.iter().zip(&documents).map(|(path, document)| (path.as_path(), document.bytes.as_slice()));
    writer::write_all(&files.collect::<Vec<_>>())?;
    Ok(paths)
}
