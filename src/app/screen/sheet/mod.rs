//! Sheets: what lies over any screen until it is put away. Settings, shortcuts, the palette of all commands, and
//! long work while it runs.

mod palette;
mod settings;
mod shortcuts;

use egui::{Align2, Id, Modal, Ui};

use crate::app::command::AppCommand;
use crate::app::icon;
use crate::app::state::{Sheet, State};
use crate::app::theme::Theme;
use crate::app::view::ViewContext;
use crate::app::widget::{Button, meter_ui, sides_ui};

/// Shows the sheet that is open, if one is; Escape or a click beside it puts it away.
pub fn sheet_ui(ui: &mut Ui, state: &State, view: ViewContext<'_>) {
    let Some(sheet) = &state.sheet else { return };
    let closes = match sheet {
        Sheet::Settings => over(ui, view.theme, "settings", 560.0, |ui| settings::settings_ui(ui, view, state)),
        Sheet::Shortcuts => over(ui, view.theme, "shortcuts", 760.0, |ui| shortcuts::shortcuts_ui(ui, view)),
        Sheet::Palette { typed, marked } => palette::palette_ui(ui, view, state, typed, *marked),
    };
    if closes {
        view.send(AppCommand::Sheet(None));
    }
}

/// Shows a card over a darkened screen; returns whether it should be put away.
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

/// Shows the long work that runs, with how far it is and the way to call it off.
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

/// Shows the title of a sheet with the way out beside it.
fn title_ui(ui: &mut Ui, view: ViewContext<'_>, title: &str) {
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
