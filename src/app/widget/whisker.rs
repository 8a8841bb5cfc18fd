//! Whisker plots: a mean and its interval on a scale centered on zero, which several plots share.
//!
//! The meaning does not depend on color. Negative values are left of the center, and a hollow dot marks an interval
//! that includes zero, where no difference can be established.

use egui::{Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::app::theme::{GRID, Theme, Tone};
use goldenhour_core::ensemble::counterfactual::Difference;

/// Shows a whisker plot on a scale from `-scale` to `scale`. `name` describes it in words as its accessible name.
pub fn whisker_ui(ui: &mut Ui, theme: &Theme, difference: &Difference, scale: f64, width: f32, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 4.0 * GRID), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    let color = theme.tone(tone(difference));
    let painter = ui.painter();
    let middle = rect.center().y;
    painter.hline(rect.x_range(), middle, Stroke::new(1.0, theme.hairline));
    painter.vline(rect.center().x, rect.y_range(), Stroke::new(1.0, theme.outline));
    let (low, high) = (place(rect, difference.low, scale), place(rect, difference.high, scale));
    painter.hline(low..=high, middle, Stroke::new(2.0, color));
    for end in [low, high] {
        painter.vline(end, middle - GRID..=middle + GRID, Stroke::new(1.5, color));
    }
    let dot = pos2(place(rect, difference.mean, scale), middle);
    match difference.is_clear() {
        true => drop(painter.circle_filled(dot, GRID, color)),
        false => drop(painter.circle(dot, GRID - 1.0, theme.raised, Stroke::new(1.5, color))),
    }
    response
}

/// Returns the tone for a difference: positive, negative, or not distinguishable from zero.
pub fn tone(difference: &Difference) -> Tone {
    match difference.is_clear() {
        false => Tone::Plain,
        true if difference.mean < 0.0 => Tone::Harm,
        true => Tone::Calm,
    }
}

/// Returns a round scale that fits all given differences.
pub fn scale<'a>(differences: impl IntoIterator<Item = &'a Difference>) -> f64 {
    let far = |difference: &Difference| difference.low.abs().max(difference.high.abs());
    let farthest = differences.into_iter().map(far).fold(0.0, f64::max);
    let steps = [1.0, 2.0, 5.0, 10.0, 15.0, 20.0, 30.0, 40.0, 50.0, 75.0];
    steps.into_iter().find(|step| farthest <= *step).unwrap_or(100.0)
}

#[expect(clippy::cast_possible_truncation, reason = "screen coordinates")]
fn place(rect: Rect, value: f64, scale: f64) -> f32 {
    let share = (value / scale).clamp(-1.0, 1.0) as f32;
    rect.center().x + share * (rect.width() / 2.0 - GRID)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_includes_the_farthest_end() {
        let difference = |low, high| Difference { mean: f64::midpoint(low, high), low, high, pairs: 9 };
        assert!((scale(&[difference(-3.0, 1.0), difference(0.0, 4.9)]) - 5.0).abs() < 1e-9);
        assert!((scale(&[difference(-300.0, 1.0)]) - 100.0).abs() < 1e-9);
        assert!((scale(&[]) - 1.0).abs() < 1e-9);
    }
}
