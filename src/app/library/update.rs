//! Runs library commands and stores session results.

use std::path::Path;

use super::command::LibraryCommand;
use super::result::SessionResult;
use super::state::Library;
use crate::app::shell::notice::{Notice, trouble, unwritten};
use crate::app::shell::route::Route;
use crate::app::shell::state::State;
use crate::app::theme::Tone;
use goldenhour_core::scenario::library::Origin;

/// Runs a library command.
pub fn update(state: &mut State, command: LibraryCommand) {
    match command {
        LibraryCommand::Search(text) => state.library.typed = text,
        LibraryCommand::Copy(origin) => copy(state, &origin),
    }
}

/// Rescans the folders and switches to the library.
pub fn open(state: &mut State) {
    state.library = Library::look(&state.folders);
    state.route = Route::Library;
}

/// Copies a scenario into the user's scenario folder and shows the new path in a notice.
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

/// Stores the result of a debriefed session. If this fails, only the score on the library card is missing.
pub fn keep_result(state: &mut State, session: &Path, result: SessionResult) {
    if let Err(error) = state.library.results.keep(&state.folders.sessions, session, result) {
        state.notice = Some(unwritten(&state.texts, "library-result-unkept", &error));
    }
}
