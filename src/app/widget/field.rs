//! Text fields. They edit a copy and say when it changed, because drawing changes nothing.

use egui::{Margin, TextEdit, Ui};

use crate::app::theme::{Face, Theme};

/// What a field looks like.
pub struct Field<'a> {
    /// The accessible name.
    pub name: &'a str,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// Lines it shows; one makes it a single-line field.
    pub rows: usize,
    /// Its width; as wide as there is room where absent.
    pub width: Option<f32>,
}

/// Shows a field; returns the new text where it changed.
pub fn field_ui(ui: &mut Ui, theme: &Theme, field: &Field<'_>, text: &str) -> Option<String> {
    let mut copy = text.to_owned();
    let edit = match field.rows {
        1 => TextEdit::singleline(&mut copy),
        rows => TextEdit::multiline(&mut copy).desired_rows(rows),
    };
    let edit = edit
        .hint_text(theme.text(Face::Body, field.hint, theme.muted))
        .margin(Margin::symmetric(10, 8))
        .font(Face::Body.font())
        .text_color(theme.strong)
        .desired_width(field.width.unwrap_or(f32::INFINITY))
        .id_salt(field.name);
    let response = ui.add(edit).accessible_name(field.name);
    response.changed().then_some(copy)
}
