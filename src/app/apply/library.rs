//! The library: searching it, copying from it, and keeping what came of sessions.

use std::path::Path;

use super::{trouble, unwritten};
use crate::app::command::LibraryCommand;
use crate::app::result::SessionResult;
use crate::app::state::{Library, Notice, State};
use crate::app::theme::Tone;
use goldenhour_core::scenario::library::Origin;

/// Runs a command of the library.
pub fn library(state: &mut State, command: LibraryCommand) {
    match command {
        LibraryCommand::Search(text) => state.library.typed = text,
        LibraryCommand::Copy(origin) => copy(state, &origin),
    }
}

/// Copies a scenario into the user's own folder and says where it is.
fn copy(state: &mut State, origin: &Origin) {
    let Some(folder) = state.folders.scenarios.last() else { return };
    match origin.copy_into(folder) {
        Ok(path) => {
            let title = state.texts.say("library-copied");
            state.notice = Some(Notice { tone: Tone::Calm, title, text: path.display().to_string() });
            let (typed, picked) = (std::mem::take(&mut state.library.typed), std::mem::take(&mut state.library.picked));
            state.library = Library { typed, picked, ..Library::look(&state.folders) };
        }
        Err(error) => state.notice = Some(trouble(&state.texts.say("library-not-copied"), &error)),
    }
}

/// Keeps what a debriefed session came to. It is a note for the library; where it cannot be kept, nothing else is lost.
pub fn keep_result(state: &mut State, session: &Path, result: SessionResult) {
    if let Err(error) = state.library.results.keep(&state.folders.sessions, session, result) {
        state.notice = Some(unwritten(&state.texts, "library-result-unkept", &error));
    }
}
