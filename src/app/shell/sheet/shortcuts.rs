//! The help sheet: all commands with a shortcut, grouped.

use egui::{KeyboardShortcut, Ui};

use super::title::title_ui;
use crate::app::shell::catalog::{Group, TABLE};
use crate::app::shell::shortcut::shortcut_name;
use crate::app::shell::view::ViewContext;
use crate::app::widget::{columns_ui, keys_ui, section_ui, sides_ui};

/// Shows all shortcuts in two columns.
pub fn shortcuts_ui(ui: &mut Ui, view: ViewContext<'_>) {
    title_ui(ui, view, &view.say("sheet-shortcuts"));
    ui.label(view.theme.muted(view.say("sheet-shortcuts-text")));
    let (left, right) = Group::ALL.split_at(Group::ALL.len() / 2);
    let mut first = |ui: &mut Ui| left.iter().for_each(|group| group_ui(ui, view, *group));
    let mut second = |ui: &mut Ui| right.iter().for_each(|group| group_ui(ui, view, *group));
    columns_ui(ui, 40.0, &mut [&mut first, &mut second]);
}

fn group_ui(ui: &mut Ui, view: ViewContext<'_>, group: Group) {
    let with_keys = TABLE.iter().filter(|entry| entry.group == group);
    let with_keys: Vec<(&str, KeyboardShortcut)> =
        with_keys.filter_map(|entry| Some((entry.name, entry.keys?))).collect();
    if with_keys.is_empty() {
        return;
    }
    section_ui(ui, view.theme, &view.say(group.name()));
    for (name, keys) in with_keys {
        let words = view.theme.body(view.say(name));
        let left = |ui: &mut Ui| drop(ui.add(egui::Label::new(words).truncate()));
        sides_ui(ui, left, |ui| keys_ui(ui, view.theme, &shortcut_name(view.texts, ui.ctx(), keys)));
    }
}
