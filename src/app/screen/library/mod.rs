//! The library: what can be played, and what was played lately.

mod scenario;
mod session;

use egui::Ui;

use super::{masthead_ui, page_ui};
use crate::app::state::Shelf;
use crate::app::view::ViewContext;

/// Shows the library.
pub fn library_ui(ui: &mut Ui, view: ViewContext<'_>, shelf: &Shelf) {
    let theme = view.theme;
    masthead_ui(ui, view, "Golden Hour", false);
    page_ui(ui, theme, "library", 1120.0, |ui| {
        ui.label(theme.display("The first hour decides how the rest is told."));
        ui.label(theme.muted(
            "Choose a drill. The world is simulated: customers, press and regulators react to what you do and say, \
             and to what you leave undone.",
        ));
        ui.add_space(20.0);
        ui.label(theme.overline("Scenarios"));
        if shelf.scenarios.is_empty() {
            ui.label(theme.muted("No scenario was found, neither built in nor in the scenarios folder."));
        }
        for shelved in &shelf.scenarios {
            scenario::scenario_ui(ui, view, shelved);
            ui.add_space(4.0);
        }
        ui.add_space(20.0);
        ui.label(theme.overline("Recent sessions"));
        if shelf.sessions.is_empty() {
            ui.label(theme.muted("None yet. Every drill is recorded while it runs and can be continued from here."));
        }
        for card in &shelf.sessions {
            session::session_ui(ui, view, card);
        }
    });
}
