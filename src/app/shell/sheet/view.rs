//! Draws the open sheet, and the progress dialog of a running background task.

use egui::{Align2, Id, Modal, Ui};

use super::shortcuts;
use super::state::Sheet;
use crate::app::shell::command::AppCommand;
use crate::app::shell::palette::palette_ui;
use crate::app::shell::settings::view::settings_ui;
use crate::app::shell::state::State;
use crate::app::shell::view::ViewContext;
use crate::app::theme::Theme;
use crate::app::widget::{Button, meter_ui};

/// Shows the open sheet, if any. Escape or a click on the backdrop closes it.
pub fn sheet_ui(ui: &mut Ui, state: &State, view: ViewContext<'_>) {
    let Some(sheet) = &state.sheet else { return };
    let closes = match sheet {
        Sheet::Settings => over(ui, view.theme, "settings", 560.0, |ui| settings_ui(ui, view, state)),
        Sheet::Shortcuts => over(ui, view.theme, "shortcuts", 760.0, |ui| shortcuts::shortcuts_ui(ui, view)),
        Sheet::Palette { typed, marked } => palette_ui(ui, view, state, typed, *marked),
    };
    if closes {
        view.send(AppCommand::Sheet(None));
    }
}

/// Shows a modal card over a dimmed screen. Returns whether it should close.
fn over(ui: &Ui, theme: &Theme, name: &str, width: f32, content: impl FnOnce(&mut Ui)) -> bool {
    let id = Id::unique(("sheet", name));
    let frame = theme.card().fill(theme.panel).inner_margin(28);
    let room = ui.ctx().content_rect().size();
    let modal = Modal::new(id).frame(frame).backdrop_color(theme.base.gamma_multiply(0.75));
    let response =
        modal.area(Modal::default_area(id).anchor(Align2::CENTER_CENTER, egui::Vec2::ZERO)).show(ui.ctx(), |ui| {
            ui.set_width(width.min(room.x - 96.0).max(0.0));
            let height = room.y - 120.0;
            let area = egui::ScrollArea::vertical().id_salt(name).max_height(height).min_scrolled_height(height);
            area.show(ui, content);
        });
    response.should_close()
}

/// Shows the progress of the running task with a cancel button.
pub fn task_ui(ui: &mut Ui, state: &State, view: ViewContext<'_>) {
    let Some(task) = state.tasks.running() else { return };
    let theme = view.theme;
    let closes = over(ui, theme, "task", 380.0, |ui| {
        ui.label(theme.title(task.title.as_str()));
        ui.add_space(4.0);
        meter_ui(ui, theme, task.progress.share());
        ui.add_space(8.0);
        if Button::quiet(&view.say("task-cancel")).show(ui, theme).clicked() {
            view.send(AppCommand::CancelTask);
        }
    });
    if closes {
        view.send(AppCommand::CancelTask);
    }
}
