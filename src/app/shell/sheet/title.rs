//! The title bar of a sheet.

use egui::Ui;

use crate::app::icon;
use crate::app::shell::command::AppCommand;
use crate::app::shell::view::ViewContext;
use crate::app::widget::{Button, sides_ui};

/// Shows the title of a sheet with a close button.
pub fn title_ui(ui: &mut Ui, view: ViewContext<'_>, title: &str) {
    let theme = view.theme;
    let close = |ui: &mut Ui| {
        let name = view.say("sheet-close");
        if Button::quiet("").icon(icon::X).small().name(&name).show(ui, theme).clicked() {
            view.send(AppCommand::Sheet(None));
        }
    };
    sides_ui(ui, |ui| drop(ui.label(theme.display(title))), close);
    ui.add_space(8.0);
}
