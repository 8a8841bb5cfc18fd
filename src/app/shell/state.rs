//! State of the window: what all screens share, and the current route.

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

/// Callback that applies the result of a finished background task to the state.
pub type After = task::After<State>;

/// Background tasks that report back to the window.
pub type Tasks = task::Tasks<State>;

/// The state of the window.
pub struct State {
    /// Locations of sessions, scenarios and settings.
    pub folders: Folders,
    /// User settings.
    pub settings: Settings,
    /// Loaded theme.
    pub theme: Theme,
    /// Messages in the selected language.
    pub texts: Texts,
    /// State of the library screen.
    pub library: Library,
    /// Current screen.
    pub route: Route,
    /// Open sheet, if any.
    pub sheet: Option<Sheet>,
    /// Notice shown to the user, if any.
    pub notice: Option<Notice>,
    /// Running background task, if any.
    pub tasks: Tasks,
    /// File dialog, replaced in tests.
    pub chooser: Chooser,
}

impl State {
    /// Starts a background task. In tests tasks run synchronously, and the result is applied before this returns.
    pub fn start_task(&mut self, title: String, job: impl FnOnce(&TaskProgress) -> After + Send + 'static) {
        if let Some(after) = self.tasks.start(title, job) {
            after(self);
        }
    }
}
