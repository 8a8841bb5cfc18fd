//! Chips: a short label with an icon, colored by tone.

use egui::{CornerRadius, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::app::theme::{Face, Theme, Tone};

/// Shows a chip. Its text never wraps.
pub fn chip_ui(ui: &mut Ui, theme: &Theme, tone: Tone, icon: &str, text: &str) -> Response {
    let content = if icon.is_empty() { text.to_owned() } else { format!("{icon} {text}") };
    let (fill, ink) = match tone {
        Tone::Plain => (theme.lifted, theme.body),
        tone => (theme.soft(tone), theme.tone(tone)),
    };
    let galley = ui.painter().layout_no_wrap(content, Face::SmallStrong.font(), ink);
    let padding = vec2(8.0, 4.0);
    let (rect, response) = ui.allocate_exact_size(galley.size() + 2.0 * padding, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().rect_filled(rect, CornerRadius::same(4), fill);
    ui.painter().galley(rect.min + padding, galley, ink);
    response
}
