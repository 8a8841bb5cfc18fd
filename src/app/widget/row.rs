//! Rows: blocks of arbitrary content that are clickable as a whole and have an accessible name.

use egui::{CornerRadius, Layout, Margin, Response, Role, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo, vec2};

use crate::app::theme::{RADIUS, Theme};

/// Padding of a compact row to the left and to the right, in points.
pub const COMPACT_MARGIN: i8 = 8;

/// Shows a clickable row across the available width.
pub fn row_ui(ui: &mut Ui, theme: &Theme, name: &str, selected: bool, content: impl FnOnce(&mut Ui)) -> Response {
    block_ui(ui, theme, Margin::symmetric(12, 9), (name, selected), content)
}

/// Shows a clickable row with little padding, for dense lists.
pub fn compact_row_ui(
    ui: &mut Ui,
    theme: &Theme,
    name: &str,
    selected: bool,
    content: impl FnOnce(&mut Ui),
) -> Response {
    let tight = |ui: &mut Ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        content(ui);
    };
    block_ui(ui, theme, Margin::symmetric(COMPACT_MARGIN, 5), (name, selected), tight)
}

fn block_ui(
    ui: &mut Ui,
    theme: &Theme,
    margin: Margin,
    (name, selected): (&str, bool),
    content: impl FnOnce(&mut Ui),
) -> Response {
    let ground = ui.painter().add(Shape::Noop);
    let outer = ui.available_rect_before_wrap();
    let inner = outer - margin;
    let builder = UiBuilder::new().max_rect(inner).layout(Layout::top_down(egui::Align::Min));
    let mut child = ui.new_child(builder);
    child.set_width(inner.width().max(0.0));
    child.spacing_mut().item_spacing = vec2(6.0, 3.0);
    content(&mut child);
    let size = vec2(outer.width(), child.min_rect().height() + margin.sum().y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(Role::Button, enabled, selected, name));
    let (fill, border) = match (selected, response.hovered()) {
        (true, _) => (theme.lifted, theme.accent.gamma_multiply(0.7)),
        (false, true) => (theme.lifted, theme.hairline),
        (false, false) => (theme.raised, theme.raised),
    };
    let border = if response.has_focus() { Stroke::new(2.0, theme.accent) } else { Stroke::new(1.0, border) };
    let radius = CornerRadius::same(RADIUS);
    let shape = egui::epaint::RectShape::new(rect, radius, fill, border, egui::StrokeKind::Inside);
    ui.painter().set(ground, shape);
    response
}
