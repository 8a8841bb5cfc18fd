//! Files from outside: chosen in the system's dialog, dropped on the window, or named at the start.

use std::path::{Path, PathBuf};

use super::open;
use crate::app::command::Destination;
use crate::app::state::{Notice, State};
use crate::app::theme::Tone;
use goldenhour_core::scenario::library::Origin;

/// Asks for a session or scenario file, first shown a folder; what people see is its name for such files.
pub type Chooser = fn(&Path, &str) -> Option<PathBuf>;

/// Asks in the system's own dialog.
pub fn system_chooser(folder: &Path, kind: &str) -> Option<PathBuf> {
    rfd::FileDialog::new().add_filter(kind, &["drill", "ron"]).set_directory(folder).pick_file()
}

/// Asks for a file; the window goes on meanwhile.
pub fn choose(state: &mut State) {
    let title = state.texts.say("task-choose");
    let kind = state.texts.say("file-kind");
    let (folder, chooser) = (state.folders.sessions.clone(), state.chooser);
    state.start_task(title, move |_| {
        let chosen = chooser(&folder, &kind);
        Box::new(move |state| chosen.into_iter().for_each(|path| open_path(state, path)))
    });
}

/// Opens a file or folder by what it is: a session is continued or debriefed, a scenario is briefed.
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
