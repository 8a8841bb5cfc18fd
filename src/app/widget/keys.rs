//! Keyboard shortcuts, drawn as a key cap.

use egui::{CornerRadius, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::app::theme::{Face, Theme};

/// Shows a keyboard shortcut as a key cap.
pub fn keys_ui(ui: &mut Ui, theme: &Theme, keys: &str) {
    let galley = ui.painter().layout_no_wrap(keys.to_owned(), Face::SmallStrong.font(), theme.muted);
    let padding = vec2(8.0, 3.0);
    let (rect, response) = ui.allocate_exact_size(galley.size() + 2.0 * padding, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, keys));
    let border = Stroke::new(1.0, theme.hairline);
    ui.painter().rect(rect, CornerRadius::same(4), theme.raised, border, StrokeKind::Inside);
    ui.painter().galley(rect.min + padding, galley, theme.muted);
}
