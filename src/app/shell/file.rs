//! Opens files and folders that the user picked in the file dialog, dropped on the window, or passed at startup.

use std::path::{Path, PathBuf};

use super::command::Destination;
use super::navigation::open;
use super::notice::Notice;
use super::state::State;
use crate::app::theme::Tone;
use goldenhour_core::scenario::library::Origin;

/// Opens the file dialog as a background task, so the window stays responsive.
pub fn choose(state: &mut State) {
    let title = state.texts.say("task-choose");
    let kind = state.texts.say("file-kind");
    let (folder, chooser) = (state.folders.sessions.clone(), state.chooser);
    state.start_task(title, move |_| {
        let chosen = chooser(&folder, &kind);
        Box::new(move |state| chosen.into_iter().for_each(|path| open_path(state, path)))
    });
}

/// Opens a path by its type. Sessions are resumed, or debriefed if they have ended. Scenarios open their briefing.
pub fn open_path(state: &mut State, path: PathBuf) {
    let is = |ending: &str| path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending));
    if is("drill") {
        open(state, Destination::Session(path));
    } else if path.is_dir() {
        open(state, Destination::Briefing(Origin::Folder(path)));
    } else if is("ron") {
        let folder = path.parent().map(Path::to_owned).unwrap_or_default();
        open(state, Destination::Briefing(Origin::Folder(folder)));
    } else {
        let filling = [("path", path.display().to_string().into())];
        let (title, text) = (state.texts.say("file-unknown"), state.texts.fill("file-unknown-text", filling));
        state.notice = Some(Notice { tone: Tone::Caution, title, text });
    }
}
