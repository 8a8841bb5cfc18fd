//! Chips: a short label with an icon, colored by tone.

use egui::{CornerRadius, Response, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::width::text_width;
use crate::app::theme::{Face, Theme, Tone};

/// Space between the text of a chip and its edge, in points.
const PADDING: Vec2 = vec2(8.0, 4.0);

/// Returns the width of a chip.
pub fn chip_width(ui: &Ui, icon: &str, text: &str) -> f32 {
    text_width(ui, Face::SmallStrong, &content(icon, text)) + 2.0 * PADDING.x
}

/// Shows a chip. Its text never wraps.
pub fn chip_ui(ui: &mut Ui, theme: &Theme, tone: Tone, icon: &str, text: &str) -> Response {
    let (fill, ink) = match tone {
        Tone::Plain => (theme.lifted, theme.body),
        tone => (theme.soft(tone), theme.tone(tone)),
    };
    let galley = ui.painter().layout_no_wrap(content(icon, text), Face::SmallStrong.font(), ink);
    let (rect, response) = ui.allocate_exact_size(galley.size() + 2.0 * PADDING, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().rect_filled(rect, CornerRadius::same(4), fill);
    ui.painter().galley(rect.min + PADDING, galley, ink);
    response
}

fn content(icon: &str, text: &str) -> String {
    if icon.is_empty() { text.to_owned() } else { format!("{icon} {text}") }
}
