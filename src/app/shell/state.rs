//! The state of the window: what all screens share, and the current route.

use super::chooser::Chooser;
use super::notice::Notice;
use super::route::Route;
use crate::app::background::task;
use crate::app::background::task::TaskProgress;
use crate::app::folder::Folders;
use crate::app::language::Texts;
use crate::app::library::state::Library;
use crate::app::shell::settings::state::Settings;
use crate::app::shell::sheet::Sheet;
use crate::app::theme::Theme;

/// What is done with the window's state when a background task is done.
pub type After = task::After<State>;

/// The background tasks of the window.
pub type Tasks = task::Tasks<State>;

/// Everything the window knows.
pub struct State {
    /// Where things are kept.
    pub folders: Folders,
    /// What the user chose about the window itself.
    pub settings: Settings,
    /// The look.
    pub theme: Theme,
    /// The words.
    pub texts: Texts,
    /// What the library shows.
    pub library: Library,
    /// The screen that is shown.
    pub route: Route,
    /// What lies over the screen.
    pub sheet: Option<Sheet>,
    /// Something the user should know.
    pub notice: Option<Notice>,
    /// Long work beside the window.
    pub tasks: Tasks,
    /// How a file is asked for.
    pub chooser: Chooser,
}

impl State {
    /// Starts a background task; where tasks run in place, its result takes effect at once.
    pub fn start_task(&mut self, title: String, job: impl FnOnce(&TaskProgress) -> After + Send + 'static) {
        if let Some(after) = self.tasks.start(title, job) {
            after(self);
        }
    }
}
