//! Progress bars. The caller shows what is measured as text.

use egui::{CornerRadius, Rect, Sense, Ui, vec2};

use crate::app::theme::{RADIUS, Theme};

/// Shows progress from 0 to 1. With `None` the bar is indeterminate: a segment moves back and forth.
pub fn meter_ui(ui: &mut Ui, theme: &Theme, share: Option<f32>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 6.0), Sense::hover());
    let radius = CornerRadius::same(RADIUS / 2);
    ui.painter().rect_filled(rect, radius, theme.lifted);
    let filled = match share {
        Some(share) => Rect::from_min_size(rect.min, vec2(rect.width() * share.clamp(0.0, 1.0), rect.height())),
        None => wandering(ui, rect),
    };
    ui.painter().rect_filled(filled, radius, theme.accent);
}

/// Returns the moving segment of an indeterminate bar. If animations are disabled, it stays in the middle.
#[expect(clippy::cast_possible_truncation, reason = "a fraction between 0 and 1")]
fn wandering(ui: &Ui, rect: Rect) -> Rect {
    const PART: f32 = 0.3;
    let is_moving = ui.style().animation_time > 0.0;
    let seconds = ui.input(|input| input.time);
    let turn = if is_moving { (seconds / 1.6).fract() as f32 } else { 0.5 };
    let left = rect.left() + (1.0 - PART) * rect.width() * (1.0 - (2.0 * turn - 1.0).abs());
    Rect::from_min_size(egui::pos2(left, rect.top()), vec2(PART * rect.width(), rect.height()))
}
