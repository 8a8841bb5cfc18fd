//! The window: draws what a session shows and sends commands.
//!
//! ```text
//!             ┌──────────── frame ────────────┐
//! pacing ─▶ advance ─▶ screen::*_ui (read only) ─▶ commands ─▶ apply ─▶ State
//! ```
//!
//! - [`state`]: what the window knows; [`Route`] says which screen and carries what it needs.
//! - [`view`]: what views are given, read only; players' views cannot reach what is actually so.
//! - [`command`]: everything the window can be asked to do; [`catalog`]: the same by name, with keys.
//! - [`apply`](mod@apply): the one place where commands run.
//! - [`guide`]: the guided first run; [`result`](mod@result): what debriefed sessions came to.
//! - [`background`]: tasks and probes; [`draft`]: the statement in the making, kept beside its session.
//! - [`compare`](mod@compare): several sessions side by side.
//! - [`facilitator`], [`hot_wash`]: what lies on the facilitator's desk, and what is being written in the hot wash.
//! - [`turning`], [`whatif`]: what a debrief finds out while it is read, and the reviewer's own changes;
//!   [`replay`]: a recorded session that is looked at again.
//! - [`marking`], [`editing`]: a reviewer's mark and edit in the making.
//! - [`pacing`]: how real time becomes simulated minutes, and the only clock that is read.
//! - [`draft_check`]: what is known about the words of a statement in the making.
//! - [`theme`], [`icon`], [`widget`]: the look; [`language`], [`wording`], [`measure`]: the words; [`settings`]: what the
//!   user chose of both.
//! - [`screen`]: library, briefing, exercise, facilitator, hot wash, debrief, compare.
//!
//! The window rests while nothing moves: a frame is asked for only while simulated time or long work runs,
//! and once more when a toast has had its time.

pub mod apply;
pub mod background;
pub mod catalog;
pub mod command;
pub mod compare;
pub mod draft;
pub mod draft_check;
pub mod editing;
pub mod facilitator;
pub mod folder;
pub mod guide;
pub mod hot_wash;
pub mod icon;
pub mod language;
pub mod marking;
pub mod measure;
pub mod pacing;
pub mod replay;
pub mod result;
pub mod screen;
pub mod settings;
pub mod state;
pub mod theme;
pub mod turning;
pub mod view;
pub mod whatif;
pub mod widget;
pub mod wording;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use apply::file::Chooser;
use command::{CommandSender, Destination};
use folder::Folders;
use language::{LanguageError, Texts};
use settings::Settings;
use state::{Library, Notice, Route, State, Tasks};
use theme::{Theme, ThemeError, ThemeKind, Tone};
use view::ViewContext;

/// How long to wait before the next frame while time runs.
const FRAME: Duration = Duration::from_millis(25);

/// How long to wait before asking again what a probe has found out.
const NEWS: Duration = Duration::from_millis(200);

/// The packages of Debian that the window needs at run time.
pub const PACKAGES: &str = "libgl1 libegl1 libgl1-mesa-dri libxkbcommon0 libxkbcommon-x11-0 libx11-6 libx11-xcb1 \
                            libxcursor1 libxi6 libxrandr2";

/// What the window shows first.
#[derive(Clone, Debug)]
pub enum Start {
    /// All scenarios.
    Library,
    /// The briefing of a scenario, by slug or folder.
    Briefing(String),
    /// A recorded session, to go on with it.
    Session(PathBuf),
}

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// Neither X11 nor Wayland is there.
    #[error(
        "no display can be opened: neither DISPLAY nor WAYLAND_DISPLAY is set; on a Debian with a display the window \
         needs {PACKAGES}"
    )]
    NoDisplay,
    /// The display refused, or a library is missing.
    #[error("no display can be opened ({0}); on Debian the window needs {PACKAGES}")]
    Refused(String),
    /// The program's own look cannot be loaded.
    #[error(transparent)]
    Theme(#[from] ThemeError),
    /// The program's own words cannot be loaded.
    #[error(transparent)]
    Language(#[from] LanguageError),
}

/// Opens the window and returns when it is closed.
///
/// # Errors
/// Where no display can be opened.
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
    // The display's libraries are opened at run time by crates that panic where one is missing.
    let opened = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        eframe::run_native("goldenhour", options, Box::new(|_| Ok(Box::new(app))))
    }));
    match opened {
        Ok(closed) => closed.map_err(|error| WindowError::Refused(reason(&error))),
        Err(panic) if drawn.load(Ordering::Relaxed) => std::panic::resume_unwind(panic),
        Err(_) => Err(WindowError::Refused("a library of the display is missing".to_owned())),
    }
}

/// Returns the last part of an error's message; the parts before it name places in other people's code.
fn reason(error: &eframe::Error) -> String {
    let text = error.to_string();
    text.rsplit(": ").next().unwrap_or(&text).to_owned()
}

/// The program with a window around it; tests run it without one.
pub struct App {
    state: State,
    commands: CommandSender,
    shown: Option<ThemeKind>,
    drawn: Arc<AtomicBool>,
}

impl App {
    /// Returns the program at its first screen.
    ///
    /// # Errors
    /// Where the program's own look cannot be loaded.
    pub fn new(start: Start, folders: Folders) -> Result<Self, WindowError> {
        Self::with(start, folders, Tasks::default(), apply::file::system_chooser)
    }

    /// Returns the program by itself, for tests: long work runs in place, and files are chosen by this.
    ///
    /// # Errors
    /// As [`new`](Self::new).
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

    /// Returns what the window knows.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Runs a command, as if a view had sent it.
    pub fn run_command(&mut self, command: impl Into<command::AppCommand>) {
        apply::apply(&mut self.state, command.into());
    }

    /// Lets time pass, draws a frame, and runs the commands that the views sent.
    pub fn frame(&mut self, ui: &mut egui::Ui) {
        if self.shown.is_none() {
            theme::install_fonts(ui.ctx());
            // Size is a setting of ours; egui would change it beside it.
            ui.ctx().options_mut(|options| options.zoom_with_keyboard = false);
        }
        if self.shown != Some(self.state.theme.kind) {
            self.state.theme.apply(ui.ctx());
            self.shown = Some(self.state.theme.kind);
            ui.ctx().request_discard("the theme has changed");
        }
        self.drawn.store(true, Ordering::Relaxed);
        self.state.settings.apply(ui.ctx());
        let moving = apply::poll(&mut self.state) | apply::advance(&mut self.state);
        let listening = apply::listen(&mut self.state);
        for command in catalog::pressed(ui.ctx(), &self.state) {
            self.commands.send(command);
        }
        for file in ui.input_mut(|input| std::mem::take(&mut input.raw.dropped_files)) {
            self.commands.send(command::AppCommand::OpenPath(file.path().to_owned()));
        }
        let view = ViewContext { theme: &self.state.theme, texts: &self.state.texts, commands: &self.commands };
        screen::screen_ui(ui, &self.state, view);
        let commands = self.commands.take();
        if !commands.is_empty() {
            ui.ctx().request_repaint();
        }
        for command in commands {
            apply::apply(&mut self.state, command);
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
        apply::put_down(&mut self.state);
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }

    fn clear_color(&self, _visuals: &egui::Visuals) -> [f32; 4] {
        self.state.theme.base.to_normalized_gamma_f32()
    }
}

/// Goes to the first screen.
fn begin(state: &mut State, start: Start) {
    match start {
        Start::Library => {}
        Start::Session(path) => apply::open(state, Destination::Session(path)),
        Start::Briefing(name) => match goldenhour_core::scenario::library::find(&name, &state.folders.scenarios) {
            Ok(origin) => apply::open(state, Destination::Briefing(origin)),
            Err(error) => {
                let title = state.texts.fill("notice-no-scenario", [("name", error.name.as_str().into())]);
                let meant = |near: &String| state.texts.fill("notice-did-you-mean", [("name", near.as_str().into())]);
                let text = error.suggestion.as_ref().map_or_else(String::new, meant);
                state.notice = Some(Notice { tone: Tone::Harm, title, text });
            }
        },
    }
}
