//! Draws notices: calm ones as a toast that expires, all others as a bar at the top.

use std::time::Duration;

use egui::{Align2, Area, Id, Label, Order, Panel, Ui, vec2};

use super::command::AppCommand;
use super::notice::Notice;
use super::view::ViewContext;
use crate::app::icon;
use crate::app::theme::Face;
use crate::app::widget::{Button, sides_ui};

/// Time after which a toast expires, in seconds.
const SECONDS: f64 = 8.0;

/// Shows a notice as a toast and dismisses it when it expires.
pub fn toast_ui(ui: &mut Ui, view: ViewContext<'_>, notice: &Notice) {
    let theme = view.theme;
    let id = Id::unique(("toast", &notice.title, &notice.text));
    let now = ui.input(|input| input.time);
    let born = ui.data_mut(|data| *data.get_temp_mut_or(id, now));
    let left = born + SECONDS - now;
    let mut is_over = left <= 0.0;
    Area::new(id).order(Order::Foreground).anchor(Align2::RIGHT_BOTTOM, vec2(-24.0, -24.0)).show(ui.ctx(), |ui| {
        theme.tinted(notice.tone).show(ui, |ui| {
            ui.set_width(380.0);
            let title = |ui: &mut Ui| {
                ui.label(theme.text(Face::Title, icon::CHECK_CIRCLE, theme.tone(notice.tone)));
                ui.add(Label::new(theme.strong(notice.title.as_str())).wrap());
            };
            let away = |ui: &mut Ui| {
                let name = view.say("notice-dismiss");
                is_over |= Button::quiet("").icon(icon::X).small().name(&name).show(ui, theme).clicked();
            };
            sides_ui(ui, title, away);
            ui.add(Label::new(theme.text(Face::Small, notice.text.as_str(), theme.body)).wrap());
        });
    });
    if is_over {
        ui.data_mut(|data| data.remove_temp::<f64>(id));
        view.send(AppCommand::DismissNotice);
    } else {
        ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
    }
}

/// Shows a notice as a bar at the top.
pub fn notice_ui(ui: &mut Ui, view: ViewContext<'_>, notice: &Notice) {
    let theme = view.theme;
    let frame = theme.tinted(notice.tone).corner_radius(0).inner_margin(egui::Margin::symmetric(20, 10));
    Panel::top("notice").frame(frame).resizable(false).show_separator_line(false).show(ui, |ui| {
        let left = |ui: &mut Ui| {
            ui.label(theme.text(Face::Title, icon::WARNING_CIRCLE, theme.tone(notice.tone)));
            ui.label(theme.strong(notice.title.as_str()));
            ui.add(Label::new(theme.body(notice.text.as_str())).wrap());
        };
        let right = |ui: &mut Ui| {
            if Button::quiet(&view.say("notice-dismiss")).small().show(ui, theme).clicked() {
                view.send(AppCommand::DismissNotice);
            }
        };
        sides_ui(ui, left, right);
    });
}
