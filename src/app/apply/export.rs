//! Exports: the debrief as files beside its session.

use std::path::{Path, PathBuf};

use super::{trouble, unwritten};
use crate::app::state::{Notice, Route, State};
#[cfg(feature = "pdf")]
use crate::app::task;
use crate::app::theme::Tone;
use goldenhour_core::debrief::Debrief;
use goldenhour_core::writer::{self, WriteError};
use goldenhour_report::{self, Document, ExportError, Format};

/// Why a debrief was not written.
#[derive(Debug, thiserror::Error)]
enum Unexported {
    #[error(transparent)]
    Made(#[from] ExportError),
    #[error(transparent)]
    Written(#[from] WriteError),
}

/// Writes the debrief beside the session.
pub fn export(state: &mut State, format: Format) {
    let Route::Debrief(review) = &state.route else { return };
    match format {
        Format::Html | Format::Markdown | Format::Json | Format::Csv => {
            let written = write(&review.debrief, format, &review.path);
            say(state, written);
        }
        #[cfg(feature = "pdf")]
        Format::Pdf => typeset(state, review.debrief.clone(), review.path.clone()),
    }
}

/// Writes the debrief as PDF, beside the window: a long one takes more than a moment.
#[cfg(feature = "pdf")]
fn typeset(state: &mut State, debrief: Debrief, session: PathBuf) {
    let title = state.texts.say("task-pdf");
    task::begin(state, title, move |_| {
        let written = write(&debrief, Format::Pdf, &session);
        Box::new(move |state| say(state, written))
    });
}

/// Writes the files of a format next to a session and returns their paths.
fn write(debrief: &Debrief, format: Format, session: &Path) -> Result<Vec<PathBuf>, Unexported> {
    let documents = goldenhour_report::export(debrief, format)?;
    let main = session.with_extension(format.extension());
    let paths: Vec<PathBuf> = documents.iter().map(|document: &Document| document.path(&main)).collect();
    for path in &paths {
        writer::check(path, &[session])?;
    }
    let files = paths.iter().zip(&documents).map(|(path, document)| (path.as_path(), document.bytes.as_slice()));
    writer::write_all(&files.collect::<Vec<_>>())?;
    Ok(paths)
}

/// Says what came of it.
fn say(state: &mut State, written: Result<Vec<PathBuf>, Unexported>) {
    state.notice = Some(match written {
        Ok(paths) => {
            let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
            Notice { tone: Tone::Calm, title: state.texts.say("notice-written"), text: names.join("\n") }
        }
        Err(Unexported::Written(error)) => unwritten(&state.texts, "notice-export-unwritten", &error),
        Err(Unexported::Made(error)) => trouble(&state.texts.say("notice-export-unwritten"), &error),
    });
}
