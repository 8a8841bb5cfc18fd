//! The top bar of all screens except the exercise and replay, and the tool buttons found on every screen.

use egui::{Panel, Ui};

use super::command::{AppCommand, Destination};
use super::view::ViewContext;
use crate::app::icon;
use crate::app::shell::sheet::Sheet;
use crate::app::theme::{Face, ThemeKind};
use crate::app::widget::Button;

/// Shows the top bar with the title and, if `has_way_back` is set, a button back to the library.
pub fn masthead_ui(ui: &mut Ui, view: ViewContext<'_>, title: &str, has_way_back: bool) {
    let theme = view.theme;
    Panel::top("masthead").frame(theme.panel_frame(32, 14)).resizable(false).show(ui, |ui| {
        let left = |ui: &mut Ui| {
            if has_way_back
                && Button::quiet(&view.say("masthead-library")).icon(icon::ARROW_LEFT).show(ui, theme).clicked()
            {
                view.send(Destination::Library);
            }
            ui.label(theme.text(Face::Headline, title, theme.strong));
        };
        egui::containers::Sides::new().height(36.0).shrink_left().show(ui, left, |ui| tools_ui(ui, view));
    });
}

/// Shows the tool buttons: theme, settings, shortcuts, and command palette.
pub fn tools_ui(ui: &mut Ui, view: ViewContext<'_>) {
    let (icon, name) = match view.theme.kind {
        ThemeKind::Dark => (icon::SUN, view.say("tools-light")),
        ThemeKind::Light => (icon::MOON, view.say("tools-dark")),
    };
    let sheet = |sheet| AppCommand::Sheet(Some(sheet));
    let tools = [
        (icon, name, AppCommand::SwitchTheme),
        (icon::GEAR_SIX, view.say("tools-settings"), sheet(Sheet::Settings)),
        (icon::KEYBOARD, view.say("tools-shortcuts"), sheet(Sheet::Shortcuts)),
        (icon::COMMAND, view.say("tools-palette"), AppCommand::palette(String::new(), 0)),
    ];
    ui.spacing_mut().item_spacing.x = 2.0;
    for (icon, name, command) in tools {
        if Button::quiet("").icon(icon).name(&name).hint(&name).show(ui, view.theme).clicked() {
            view.send(command);
        }
    }
}
