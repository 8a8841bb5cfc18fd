//! Text fields. They edit a copy of the text and return it if it changed, because views have no write access to
//! state.

use egui::{Margin, TextEdit, Ui};

use crate::app::theme::{Face, Theme};

/// Configuration of a text field.
pub struct Field<'a> {
    /// Accessible name.
    pub name: &'a str,
    /// Placeholder shown while the field is empty.
    pub hint: &'a str,
    /// Number of visible lines. With 1 the field is single-line.
    pub rows: usize,
    /// Width in points, or the available width if `None`.
    pub width: Option<f32>,
}

/// Shows a text field. Returns the new text if it changed.
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
