//! Widths: of a text on one line, and of a panel that has to save space.

use egui::{Color32, Ui};

use crate::app::theme::Face;

/// Width below which a panel arranges its content for little space, in points.
pub const NARROW_PANEL: f32 = 440.0;

/// Returns the width of a text on one line, in points.
pub fn text_width(ui: &Ui, face: Face, text: &str) -> f32 {
    ui.painter().layout_no_wrap(text.to_owned(), face.font(), Color32::PLACEHOLDER).size().x
}
