//! Toggle switches. The position of the knob and a mark show the state, so it does not depend on color.

use egui::{Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::app::theme::{Face, Theme};

/// Shows a switch with its label. The label is clickable as well.
pub fn switch_ui(ui: &mut Ui, theme: &Theme, word: &str, on: bool) -> Response {
    let track = vec2(36.0, 20.0);
    let width = (ui.available_width() - track.x - 12.0).max(40.0);
    let galley = ui.painter().layout(word.to_owned(), Face::Body.font(), theme.body, width);
    let size = vec2(track.x + 12.0 + galley.size().x, galley.size().y.max(28.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, word));
    let at = egui::Rect::from_min_size(pos2(rect.left(), rect.center().y - track.y / 2.0), track);
    let (fill, border, knob) = match on {
        true => (theme.accent_soft, theme.accent, theme.accent),
        false => (theme.raised, theme.outline, theme.outline),
    };
    let painter = ui.painter();
    painter.rect(at, 10.0, fill, Stroke::new(1.0, border), StrokeKind::Inside);
    let x = if on { at.right() - 10.0 } else { at.left() + 10.0 };
    painter.circle_filled(pos2(x, at.center().y), 6.0, knob);
    if on {
        painter.vline(at.left() + 10.0, at.center().y - 4.0..=at.center().y + 4.0, Stroke::new(1.5, theme.accent));
    }
    if response.has_focus() {
        painter.rect_stroke(at.expand(3.0), 12.0, Stroke::new(2.0, theme.accent), StrokeKind::Outside);
    }
    painter.galley(pos2(at.right() + 12.0, rect.center().y - galley.size().y / 2.0), galley, theme.body);
    response
}
