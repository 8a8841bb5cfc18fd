//! Letter, color and dash pattern of each session.

use egui::{CornerRadius, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};
use egui_plot::LineStyle;

use super::state::MOST;
use crate::app::theme::{Face, Theme, Tone};
use goldenhour_core::compare::LETTERS;

/// Tones and line styles, by session index.
const LOOKS: [(Tone, LineStyle); MOST] = [
    (Tone::Accent, LineStyle::Solid),
    (Tone::Legal, LineStyle::Dashed { length: 12.0 }),
    (Tone::Calm, LineStyle::Dashed { length: 5.0 }),
    (Tone::Harm, LineStyle::Dotted { spacing: 8.0 }),
    (Tone::Plain, LineStyle::Dashed { length: 22.0 }),
    (Tone::Caution, LineStyle::Dotted { spacing: 4.0 }),
];

/// Returns the tone and line style for the session at an index.
pub fn look(place: usize) -> (Tone, LineStyle) {
    LOOKS[place % MOST]
}

/// Returns the letter for the session at an index.
pub fn letter(place: usize) -> &'static str {
    LETTERS[place % MOST]
}

/// Shows a session's letter on a background of its color.
pub fn badge_ui(ui: &mut Ui, theme: &Theme, place: usize) {
    let tone = look(place).0;
    let (rect, response) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, letter(place)));
    let ground = if tone == Tone::Plain { theme.lifted } else { theme.soft(tone) };
    ui.painter().rect_filled(rect, CornerRadius::same(4), ground);
    let galley = ui.painter().layout_no_wrap(letter(place).to_owned(), Face::Strong.font(), theme.tone(tone));
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, theme.tone(tone));
}

/// Shows a short sample of a session's line.
pub fn sample_ui(ui: &mut Ui, theme: &Theme, place: usize) {
    let (tone, style) = look(place);
    let (rect, _) = ui.allocate_exact_size(vec2(44.0, 24.0), Sense::hover());
    let ends = [pos2(rect.left(), rect.center().y), pos2(rect.right(), rect.center().y)];
    let color = theme.tone(tone);
    let stroke = Stroke::new(2.0, color);
    match style {
        LineStyle::Solid => drop(ui.painter().line_segment(ends, stroke)),
        LineStyle::Dashed { length } => {
            ui.painter().extend(Shape::dashed_line(&ends, stroke, length, length * 0.618));
        }
        LineStyle::Dotted { spacing } => ui.painter().extend(Shape::dotted_line(&ends, color, spacing, 1.5)),
    }
}
