//! Draws the guided first run as a strip at the bottom of the window.

use egui::{Margin, Panel, Ui};

use super::hint::{COUNT, Hint, hint};
use crate::app::icon;
use crate::app::shell::settings::command::SettingCommand;
use crate::app::shell::state::State;
use crate::app::shell::view::ViewContext;
use crate::app::theme::Tone;
use crate::app::widget::{Button, chip_ui, sides_ui};

/// Shows the hint for the current screen unless the guide is finished or dismissed.
pub fn guide_ui(ui: &mut Ui, state: &State, view: ViewContext<'_>) {
    let Some(hint) = hint(state) else { return };
    let theme = view.theme;
    let frame = egui::Frame::new().fill(theme.accent_soft).inner_margin(Margin::symmetric(20, 8));
    Panel::bottom("guide").frame(frame).resizable(false).show_separator_line(false).show(ui, |ui| {
        sides_ui(ui, |ui| words_ui(ui, view, hint), |ui| away_ui(ui, view, hint));
    });
}

fn words_ui(ui: &mut Ui, view: ViewContext<'_>, hint: Hint) {
    let theme = view.theme;
    let place = format!("{}/{}", hint.number, COUNT + 1);
    chip_ui(ui, theme, Tone::Accent, icon::COMPASS, &place);
    ui.label(theme.strong(view.say(hint.title)));
    ui.add(egui::Label::new(theme.body(view.say(hint.text))).wrap());
}

fn away_ui(ui: &mut Ui, view: ViewContext<'_>, hint: Hint) {
    let is_last = hint.number > COUNT;
    let word = view.say(if is_last { "guide-done" } else { "guide-away" });
    if Button::quiet(&word).small().show(ui, view.theme).clicked() {
        view.send(SettingCommand::Guided(true));
    }
}
