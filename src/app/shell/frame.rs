//! The main loop: opens the window, and in each frame advances time, draws the screen and runs commands.
//!
//! The window redraws only on demand. Another frame is requested while simulated time or a background job is
//! running, and once when a toast expires.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::chooser::{Chooser, system_chooser};
use super::command::{AppCommand, CommandSender, Destination};
use super::notice::Notice;
use super::route::Route;
use super::settings::Settings;
use super::state::{State, Tasks};
use super::view::ViewContext;
use super::{catalog, navigation, screen, update};
use crate::app::exercise::resume::put_down;
use crate::app::folder::Folders;
use crate::app::language::{LanguageError, Texts};
use crate::app::library::state::Library;
use crate::app::theme::{self, Theme, ThemeError, ThemeKind, Tone};

/// Interval between frames while time or a task is running.
const FRAME: Duration = Duration::from_millis(25);

/// Interval between frames while only a probe is running.
const NEWS: Duration = Duration::from_millis(200);

/// Debian packages that the window needs at run time.
pub const PACKAGES: &str = "libgl1 libegl1 libgl1-mesa-dri libxkbcommon0 libxkbcommon-x11-0 libx11-6 libx11-xcb1 \
                            libxcursor1 libxi6 libxrandr2";

/// First screen to show.
#[derive(Clone, Debug)]
pub enum Start {
    /// The library.
    Library,
    /// The briefing for a scenario, given by slug or folder.
    Briefing(String),
    /// A recorded session to resume.
    Session(PathBuf),
}

/// Reason the window could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// Neither X11 nor Wayland is available.
    #[error(
        "cannot open a display: neither DISPLAY nor WAYLAND_DISPLAY is set; on Debian the window also needs \
         {PACKAGES}"
    )]
    NoDisplay,
    /// The display connection failed, or a required library is missing.
    #[error("cannot open a display ({0}); on Debian the window needs {PACKAGES}")]
    Refused(String),
    /// The bundled theme could not be loaded.
    #[error(transparent)]
    Theme(#[from] ThemeError),
    /// The bundled messages could not be loaded.
    #[error(transparent)]
    Language(#[from] LanguageError),
}

/// Opens the window and blocks until it is closed.
///
/// # Errors
/// Returns an error if no display can be opened.
pub fn run(start: Start) -> Result<(), WindowError> {
    if !crate::dirs::has_display() {
        return Err(WindowError::NoDisplay);
    }
    let app = App::new(start, Folders::of_user())?;
    let viewport = egui::ViewportBuilder::default()
        .with_title("Golden Hour")
        .with_app_id("goldenhour")
        .with_inner_size([1440.0, 900.0])
        .with_min_inner_size([1000.0, 640.0]);
    let persistence_path = Some(crate::dirs::home().join("window.ron"));
    let options = eframe::NativeOptions { viewport, persistence_path, ..eframe::NativeOptions::default() };
    let drawn = app.drawn.clone();
    // The windowing crates load the display libraries at run time and panic if one is missing.
    let opened = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        eframe::run_native("goldenhour", options, Box::new(|_| Ok(Box::new(app))))
    }));
    match opened {
        Ok(closed) => closed.map_err(|error| WindowError::Refused(reason(&error))),
        Err(panic) if drawn.load(Ordering::Relaxed) => std::panic::resume_unwind(panic),
        Err(_) => Err(WindowError::Refused("a display library is missing".to_owned())),
    }
}

/// Returns the last segment of an error message. The preceding segments are source locations in dependencies.
fn reason(error: &eframe::Error) -> String {
    let text = error.to_string();
    text.rsplit(": ").next().unwrap_or(&text).to_owned()
}

/// The application without its native window, so tests can run it headless.
pub struct App {
    state: State,
    commands: CommandSender,
    shown: Option<ThemeKind>,
    drawn: Arc<AtomicBool>,
}

impl App {
    /// Creates the application at its first screen.
    ///
    /// # Errors
    /// Returns an error if a bundled theme or language file cannot be loaded.
    pub fn new(start: Start, folders: Folders) -> Result<Self, WindowError> {
        Self::with(start, folders, Tasks::default(), system_chooser)
    }

    /// Creates the application for tests. Background tasks run synchronously, and `chooser` replaces the file
    /// dialog.
    ///
    /// # Errors
    /// Same as [`new`](Self::new).
    pub fn alone(start: Start, folders: Folders, chooser: Chooser) -> Result<Self, WindowError> {
        Self::with(start, folders, Tasks::in_place(), chooser)
    }

    fn with(start: Start, folders: Folders, tasks: Tasks, chooser: Chooser) -> Result<Self, WindowError> {
        let (settings, trouble) = Settings::read_or_default(&folders.settings);
        let theme = Theme::load(settings.theme)?;
        let texts = Texts::load(settings.language)?;
        let library = Library::look(&folders);
        let notice =
            trouble.map(|why| Notice { tone: Tone::Caution, title: texts.say("settings-unreadable"), text: why });
        let mut state = State {
            folders,
            settings,
            theme,
            texts,
            library,
            route: Route::Library,
            sheet: None,
            notice,
            tasks,
            chooser,
        };
        begin(&mut state, start);
        Ok(App { state, commands: CommandSender::default(), shown: None, drawn: Arc::default() })
    }

    /// Returns the state of the window.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Runs a command, as if a view had sent it.
    pub fn run_command(&mut self, command: impl Into<AppCommand>) {
        update::update(&mut self.state, command.into());
    }

    /// Runs one frame: advances time, draws the screen, and runs the commands sent by the views.
    pub fn frame(&mut self, ui: &mut egui::Ui) {
        if self.shown.is_none() {
            theme::install_fonts(ui.ctx());
            // Zoom is one of our own settings, so egui must not change it as well.
            ui.ctx().options_mut(|options| options.zoom_with_keyboard = false);
        }
        if self.shown != Some(self.state.theme.kind) {
            self.state.theme.apply(ui.ctx());
            self.shown = Some(self.state.theme.kind);
            ui.ctx().request_discard("the theme has changed");
        }
        self.drawn.store(true, Ordering::Relaxed);
        self.state.settings.apply(ui.ctx());
        let moving = update::poll(&mut self.state) | update::advance(&mut self.state);
        let listening = update::listen(&mut self.state);
        for command in catalog::pressed(ui.ctx(), &self.state) {
            self.commands.send(command);
        }
        for file in ui.input_mut(|input| std::mem::take(&mut input.raw.dropped_files)) {
            self.commands.send(AppCommand::OpenPath(file.path().to_owned()));
        }
        let view = ViewContext { theme: &self.state.theme, texts: &self.state.texts, commands: &self.commands };
        screen::screen_ui(ui, &self.state, view);
        let commands = self.commands.take();
        if !commands.is_empty() {
            ui.ctx().request_repaint();
        }
        for command in commands {
            update::update(&mut self.state, command);
        }
        if moving {
            ui.ctx().request_repaint_after(FRAME);
        }
        if listening {
            ui.ctx().request_repaint_after(NEWS);
        }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.frame(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        put_down(&mut self.state);
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.state.theme.base.to_normalized_gamma_f32()
    }
}

/// Opens the first screen.
fn begin(state: &mut State, start: Start) {
    match start {
        Start::Library => {}
        Start::Session(path) => navigation::open(state, Destination::Session(path)),
        Start::Briefing(name) => match goldenhour_core::scenario::library::find(&name, &state.folders.scenarios) {
            Ok(origin) => navigation::open(state, Destination::Briefing(origin)),
            Err(error) => {
                let title = state.texts.fill("notice-no-scenario", [("name", error.name.as_str().into())]);
                let meant = |near: &String| state.texts.fill("notice-did-you-mean", [("name", near.as_str().into())]);
                let text = error.suggestion.as_ref().map_or_else(String::new, meant);
                state.notice = Some(Notice { tone: Tone::Harm, title, text });
            }
        },
    }
}
