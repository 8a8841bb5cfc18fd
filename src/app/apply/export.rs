//! Exports: the debrief as a file beside its session.

use super::trouble;
use crate::app::command::ExportFormat;
use crate::app::state::{Notice, Review, Route, State};
use crate::app::theme::Tone;
use crate::export::{self, Format};

/// Writes the debrief beside the session.
pub fn export(state: &mut State, format: ExportFormat) {
    let Route::Debrief(review) = &state.route else { return };
    let (text, extension) = render(review, format);
    let path = review.path.with_extension(extension);
    state.notice = Some(match std::fs::write(&path, text) {
        Ok(()) => {
            Notice { tone: Tone::Calm, title: state.texts.say("notice-written"), text: path.display().to_string() }
        }
        Err(error) => trouble(&state.texts.say("notice-export-unwritten"), &error),
    });
}

fn render(review: &Review, format: ExportFormat) -> (String, &'static str) {
    let (format, extension) = match format {
        ExportFormat::Json => (Format::Json, "json"),
        ExportFormat::Html => (Format::Html, "html"),
        ExportFormat::Markdown => (Format::Markdown, "md"),
    };
    (export::export(&review.debrief, format), extension)
}
