//! Exports: the debrief as a file beside its session.

use std::error::Error;
use std::path::{Path, PathBuf};

use super::trouble;
use crate::app::command::ExportFormat;
use crate::app::state::{Notice, Route, State};
#[cfg(feature = "pdf")]
use crate::app::task;
use crate::app::theme::Tone;
use crate::debrief::Debrief;
use crate::export::{self, Format};

/// Where the debrief was written, or why it was not.
type Written = Result<PathBuf, Box<dyn Error + Send + Sync>>;

/// Writes the debrief beside the session.
pub fn export(state: &mut State, format: ExportFormat) {
    let Route::Debrief(review) = &state.route else { return };
    match format {
        ExportFormat::Json => say(state, write(&review.debrief, Format::Json, &review.path, "json")),
        ExportFormat::Html => say(state, write(&review.debrief, Format::Html, &review.path, "html")),
        ExportFormat::Markdown => say(state, write(&review.debrief, Format::Markdown, &review.path, "md")),
        #[cfg(feature = "pdf")]
        ExportFormat::Pdf => typeset(state, review.debrief.clone(), review.path.clone()),
    }
}

/// Writes the debrief as PDF, beside the window: a long one takes more than a moment.
#[cfg(feature = "pdf")]
fn typeset(state: &mut State, debrief: Debrief, session: PathBuf) {
    let title = state.texts.say("task-pdf");
    task::begin(state, title, move |_| {
        let written = write(&debrief, Format::Pdf, &session, "pdf");
        Box::new(move |state| say(state, written))
    });
}

/// Writes the files of a form beside a session and returns where the main one is.
fn write(debrief: &Debrief, format: Format, session: &Path, ending: &str) -> Written {
    let path = session.with_extension(ending);
    for document in export::export(debrief, format)? {
        std::fs::write(document.path(&path), document.bytes)?;
    }
    Ok(path)
}

/// Says what came of it.
fn say(state: &mut State, written: Written) {
    state.notice = Some(match written {
        Ok(path) => {
            Notice { tone: Tone::Calm, title: state.texts.say("notice-written"), text: path.display().to_string() }
        }
        Err(error) => trouble(&state.texts.say("notice-export-unwritten"), error.as_ref()),
    });
}
