//! Exports the debrief to files next to its session.

use std::path::{Path, PathBuf};

use crate::app::shell::notice::{Notice, trouble, unwritten};
use crate::app::shell::route::Route;
use crate::app::shell::state::State;
use crate::app::theme::Tone;
use goldenhour_core::debrief::Debrief;
use goldenhour_core::writer::{self, WriteError};
use goldenhour_report::{self, Document, ExportError, Format};

/// Why an export failed.
#[derive(Debug, thiserror::Error)]
enum Unexported {
    #[error(transparent)]
    Made(#[from] ExportError),
    #[error(transparent)]
    Written(#[from] WriteError),
}

/// Exports the debrief to a file next to the session.
pub fn export(state: &mut State, format: Format) {
    let Route::Debrief(screen) = &state.route else { return };
    match format {
        Format::Html | Format::Markdown | Format::Json | Format::Csv => {
            let written = write(&screen.debrief, format, &screen.path);
            say(state, written);
        }
        #[cfg(feature = "pdf")]
        Format::Pdf => typeset(state, screen.debrief.clone(), screen.path.clone()),
    }
}

/// Exports the debrief as PDF in a background task, because typesetting a long debrief is slow.
#[cfg(feature = "pdf")]
fn typeset(state: &mut State, debrief: Debrief, session: PathBuf) {
    let title = state.texts.say("task-pdf");
    state.start_task(title, move |_| {
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

/// Shows a notice with the result.
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
