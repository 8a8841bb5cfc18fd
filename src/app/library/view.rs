//! Draws the library: scenarios, recent sessions, the search field, and a button to open other files.

use egui::Ui;

use super::command::LibraryCommand;
use super::state::{Library, LibraryScenario, SessionCard};
use super::{scenario, session};
use crate::app::compare::command::CompareCommand;
use crate::app::icon;
use crate::app::shell::command::AppCommand;
use crate::app::shell::masthead::masthead_ui;
use crate::app::shell::page::page_ui;
use crate::app::shell::view::ViewContext;
use crate::app::theme::Tone;
use crate::app::widget::field::{Field, field_ui};
use crate::app::widget::{Button, columns_ui, empty_ui};

/// Minimum width, in points, for showing the sessions to the right of the scenarios instead of below them.
const WIDE: f32 = 1240.0;

/// Width of the sessions column, in points.
const SESSIONS: f32 = 348.0;

/// Shows the library.
pub fn library_ui(ui: &mut Ui, view: ViewContext<'_>, library: &Library) {
    let theme = view.theme;
    masthead_ui(ui, view, &view.say("masthead-title"), false);
    page_ui(ui, theme, "library", 1368.0, |ui| {
        ui.label(theme.display(view.say("library-title")));
        ui.label(theme.muted(view.say("library-text")));
        ui.add_space(8.0);
        tools_ui(ui, view, library);
        ui.add_space(12.0);
        if ui.available_width() < WIDE {
            scenarios_ui(ui, view, library);
            ui.add_space(24.0);
            sessions_ui(ui, view, library);
            return;
        }
        let left = ui.available_width() - SESSIONS - 32.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 32.0;
            for (width, is_left) in [(left, true), (SESSIONS, false)] {
                ui.vertical(|ui| {
                    ui.set_width(width.max(0.0));
                    ui.spacing_mut().item_spacing.x = 8.0;
                    if is_left { scenarios_ui(ui, view, library) } else { sessions_ui(ui, view, library) }
                });
            }
        });
    });
}

/// Shows the search field and the button for opening other files.
fn tools_ui(ui: &mut Ui, view: ViewContext<'_>, library: &Library) {
    ui.horizontal(|ui| {
        let (name, hint) = (view.say("library-search"), view.say("library-search-hint"));
        let field = Field { name: &name, hint: &hint, rows: 1, width: Some(320.0) };
        if let Some(text) = field_ui(ui, view.theme, &field, &library.typed) {
            view.send(LibraryCommand::Search(text));
        }
        let open = view.say("library-open-file");
        if Button::new(&open).icon(icon::FOLDER_OPEN).show(ui, view.theme).clicked() {
            view.send(AppCommand::ChooseFile);
        }
    });
}

fn scenarios_ui(ui: &mut Ui, view: ViewContext<'_>, library: &Library) {
    let theme = view.theme;
    let found: Vec<&LibraryScenario> =
        library.scenarios.iter().filter(|listed| library.shows_scenario(listed)).collect();
    ui.label(theme.overline(&view.say("library-scenarios")));
    if found.is_empty() {
        let (title, text) = (view.say("library-none"), view.say("library-none-text"));
        empty_ui(ui, theme, icon::MAGNIFYING_GLASS, &title, &text);
    }
    for pair in found.chunks(2) {
        let mut left = |ui: &mut Ui| pair.first().map_or((), |one| scenario::scenario_ui(ui, view, library, one));
        let mut right = |ui: &mut Ui| pair.get(1).map_or((), |one| scenario::scenario_ui(ui, view, library, one));
        columns_ui(ui, 16.0, &mut [&mut left, &mut right]);
        ui.add_space(8.0);
    }
}

fn sessions_ui(ui: &mut Ui, view: ViewContext<'_>, library: &Library) {
    let theme = view.theme;
    let found: Vec<&SessionCard> = library.sessions.iter().filter(|card| library.shows_session(card)).collect();
    ui.label(theme.overline(&view.say("library-sessions")));
    if found.is_empty() {
        ui.label(theme.muted(view.say("library-no-sessions")));
    }
    picked_ui(ui, view, library);
    for card in found {
        session::session_ui(ui, view, library, card);
    }
}

/// Shows the sessions selected for comparison, with a compare button once at least two are selected.
fn picked_ui(ui: &mut Ui, view: ViewContext<'_>, library: &Library) {
    let theme = view.theme;
    let count = library.picked.len();
    if count == 0 {
        return;
    }
    let way_on = |ui: &mut Ui| {
        if count == 1 {
            ui.add(egui::Label::new(theme.body(view.say("compare-picked-one"))).wrap());
            return;
        }
        let word = view.fill("compare-show", [("count", count.into())]);
        if Button::primary(&word).icon(icon::COLUMNS).show(ui, theme).clicked() {
            view.send(CompareCommand::Show);
        }
    };
    let none = |ui: &mut Ui| {
        let name = view.say("compare-none");
        if Button::quiet("").icon(icon::X).name(&name).hint(&name).small().show(ui, theme).clicked() {
            view.send(CompareCommand::PickNone);
        }
    };
    theme.tinted(Tone::Accent).inner_margin(egui::Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        egui::containers::Sides::new().height(34.0).shrink_left().show(ui, way_on, none);
    });
}
