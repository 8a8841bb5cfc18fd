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

/// The state of the window.
pub struct State {
    /// Where files are stored.
    pub folders: Folders,
    /// The settings of the window.
    pub settings: Settings,
    /// The theme.
    pub theme: Theme,
    /// The texts in the chosen language.
    pub texts: Texts,
    /// The library.
    pub library: Library,
    /// The screen that is shown.
    pub route: Route,
    /// The sheet over the screen, if one is open.
    pub sheet: Option<Sheet>,
    /// The notice, if there is one.
    pub notice: Option<Notice>,
    /// The background tasks.
    pub tasks: Tasks,
    /// The file dialog.
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
