//! The command palette: type part of a command name, select with the arrow keys, run with Enter.

use egui::{Align2, Id, Key, Modal, Modifiers, Ui, vec2};

use super::catalog;
use super::catalog::Item;
use super::command::AppCommand;
use super::shortcut::shortcut_name;
use super::state::State;
use super::view::ViewContext;
use crate::app::icon;
use crate::app::theme::{Face, Theme};
use crate::app::widget::{keys_ui, row_ui, sides_ui};

/// Maximum number of commands listed.
const SHOWN: usize = 60;

/// Shows the palette. Returns whether it should close.
pub fn palette_ui(ui: &Ui, view: ViewContext<'_>, state: &State, typed: &str, marked: usize) -> bool {
    let theme = view.theme;
    let items = catalog::matching(catalog::items(state), typed);
    let shown = items.len().min(SHOWN);
    let marked = marked.min(shown.saturating_sub(1));
    let (moved, is_taken) = keys(ui, marked, shown);
    let id = Id::unique("palette");
    let frame = theme.card().fill(theme.panel).inner_margin(16);
    let room = ui.ctx().content_rect().size();
    let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, (room.y * 0.12).min(96.0)));
    let modal = Modal::new(id).frame(frame).area(area).backdrop_color(theme.base.gamma_multiply(0.6));
    let response = modal.show(ui.ctx(), |ui| {
        ui.set_width((room.x - 96.0).clamp(0.0, 640.0));
        let typed_now = field_ui(ui, view, typed);
        list_ui(ui, view, &items, moved.unwrap_or(marked), moved.is_some(), room.y * 0.6);
        typed_now
    });
    if is_taken && let Some(item) = items.get(marked) {
        take(view, item);
    } else if let Some(typed) = response.inner.clone() {
        view.send(AppCommand::palette(typed, 0));
    } else if let Some(moved) = moved {
        view.send(AppCommand::palette(typed.to_owned(), moved));
    }
    response.should_close()
}

/// Consumes the arrow keys and Enter. Returns the new position, if it moved, and whether the selected command was
/// accepted.
fn keys(ui: &Ui, marked: usize, shown: usize) -> (Option<usize>, bool) {
    let pressed = |key| ui.ctx().input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let last = shown.saturating_sub(1);
    let down = pressed(Key::ArrowDown).then(|| (marked + 1).min(last));
    let up = pressed(Key::ArrowUp).then(|| marked.saturating_sub(1));
    (down.or(up), pressed(Key::Enter))
}

fn take(view: ViewContext<'_>, item: &Item) {
    view.send(AppCommand::Sheet(None));
    view.send(item.command.clone());
}

/// Shows the text field, which keeps focus while the palette is open.
fn field_ui(ui: &mut Ui, view: ViewContext<'_>, typed: &str) -> Option<String> {
    let theme = view.theme;
    let mut copy = typed.to_owned();
    let hint = format!("{}  {}", icon::MAGNIFYING_GLASS, view.say("palette-hint"));
    let edit = egui::TextEdit::singleline(&mut copy)
        .id(Id::unique("palette-field"))
        .font(Face::Title.font())
        .text_color(theme.strong)
        .hint_text(theme.text(Face::Title, hint, theme.muted))
        .margin(egui::Margin::symmetric(12, 10))
        .desired_width(f32::INFINITY);
    let response = ui.add(edit).accessible_name(view.say("palette-field"));
    if !response.has_focus() {
        response.request_focus();
    }
    response.changed().then_some(copy)
}

fn list_ui(ui: &mut Ui, view: ViewContext<'_>, items: &[Item], marked: usize, is_moved: bool, height: f32) {
    if items.is_empty() {
        ui.add_space(8.0);
        ui.label(view.theme.muted(view.say("palette-nothing")));
        return;
    }
    let area = egui::ScrollArea::vertical().id_salt("palette list").max_height(height).min_scrolled_height(height);
    area.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (position, item) in items.iter().take(SHOWN).enumerate() {
            let name = view.fill("palette-command", [("name", item.name.as_str().into())]);
            let response = row_ui(ui, view.theme, &name, position == marked, |ui| item_ui(ui, view, item));
            if response.clicked() {
                take(view, item);
            }
            if position == marked && is_moved {
                response.scroll_to_me(None);
            }
        }
    });
}

fn item_ui(ui: &mut Ui, view: ViewContext<'_>, item: &Item) {
    let theme: &Theme = view.theme;
    let name = |ui: &mut Ui| drop(ui.add(egui::Label::new(theme.body(item.name.as_str())).truncate()));
    let keys = |ui: &mut Ui| match item.keys {
        Some(keys) => keys_ui(ui, theme, &shortcut_name(view.texts, ui.ctx(), keys)),
        None => drop(ui.label(theme.small(view.say(item.group.name())))),
    };
    sides_ui(ui, name, keys);
}
