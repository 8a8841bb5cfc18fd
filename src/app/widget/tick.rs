//! Checkboxes without a label, for selecting entries of a list. The caller shows what is selected next to it.

use egui::{Align2, CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::app::icon;
use crate::app::theme::{Face, Theme};

/// Shows a checkbox with an accessible name. A disabled one is dimmed.
pub fn tick_ui(ui: &mut Ui, theme: &Theme, name: &str, on: bool, enabled: bool) -> Response {
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(24.0, 24.0), sense);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, on, name));
    let at = Rect::from_center_size(rect.center(), vec2(18.0, 18.0));
    let (fill, border) = match (on, enabled) {
        (true, _) => (theme.accent, theme.accent),
        (false, true) if response.hovered() => (theme.lifted, theme.body),
        (false, true) => (theme.base, theme.outline),
        (false, false) => (theme.raised, theme.hairline),
    };
    let radius = CornerRadius::same(4);
    ui.painter().rect(at, radius, fill, Stroke::new(1.0, border), StrokeKind::Inside);
    if on {
        ui.painter().text(at.center(), Align2::CENTER_CENTER, icon::CHECK, Face::Strong.font(), theme.on_accent);
    }
    if response.has_focus() {
        ui.painter().rect_stroke(at.expand(2.0), radius, Stroke::new(2.0, theme.accent), StrokeKind::Outside);
    }
    response
}
