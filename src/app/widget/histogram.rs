//! Histograms of values from 0 to 100, with one value marked.

use egui::{Align2, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::app::theme::{Face, GRID, Theme};
use goldenhour_core::ensemble::Distribution;

/// Content of a histogram.
pub struct Histogram<'a> {
    /// Number of values in each bin. The bins divide 0 to 100 evenly.
    pub counts: &'a [u32],
    /// Distribution of the values.
    pub spread: &'a Distribution,
    /// Marked value, 0 to 100.
    pub own: f64,
    /// Label of the marked value.
    pub mark: &'a str,
    /// Accessible name, which summarizes the chart in words.
    pub name: &'a str,
}

/// Space below the bars for the box plot and the axis labels, in points.
const FOOT: f32 = 30.0;

/// Space above the bars for the label of the marked value, in points.
const HEAD: f32 = 20.0;

/// Shows a histogram that fills the available width.
pub fn histogram_ui(ui: &mut Ui, theme: &Theme, histogram: &Histogram<'_>, height: f32) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, histogram.name));
    let columns = Rect::from_min_max(rect.min + vec2(0.0, HEAD), rect.max - vec2(0.0, FOOT));
    columns_ui(ui, theme, histogram, columns);
    let base = columns.bottom();
    ui.painter().hline(rect.x_range(), base, Stroke::new(1.0, theme.outline));
    band_ui(ui, theme, histogram.spread, rect, base + 8.0);
    for tick in [0.0, 25.0, 50.0, 75.0, 100.0] {
        let align = match tick {
            0.0 => Align2::LEFT_BOTTOM,
            100.0 => Align2::RIGHT_BOTTOM,
            _ => Align2::CENTER_BOTTOM,
        };
        let at = pos2(place(rect, tick), rect.bottom());
        ui.painter().text(at, align, format!("{tick:.0}"), Face::Small.font(), theme.muted);
    }
    mark_ui(ui, theme, histogram, rect, base);
    response
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "small counts and screen coordinates"
)]
fn columns_ui(ui: &Ui, theme: &Theme, histogram: &Histogram<'_>, rect: Rect) {
    let most = histogram.counts.iter().copied().max().unwrap_or(0).max(1) as f32;
    let width = rect.width() / histogram.counts.len().max(1) as f32;
    let own = (histogram.own.clamp(0.0, 100.0) / 100.0 * histogram.counts.len() as f64) as usize;
    for (place, count) in histogram.counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let left = rect.left() + width * place as f32;
        let height = (rect.height() * *count as f32 / most).max(2.0);
        let bar = Rect::from_min_max(pos2(left + 1.0, rect.bottom() - height), pos2(left + width - 1.0, rect.bottom()));
        let is_own = own.min(histogram.counts.len() - 1) == place;
        let fill = if is_own { theme.accent.gamma_multiply(0.55) } else { theme.outline.gamma_multiply(0.7) };
        ui.painter().rect_filled(bar, 1.0, fill);
    }
}

/// Draws a distribution as a box plot: a line from minimum to maximum, a box for the interquartile range, and a
/// tick at the median.
pub fn band_ui(ui: &Ui, theme: &Theme, spread: &Distribution, rect: Rect, middle: f32) {
    let x = |value| place(rect, value);
    let painter = ui.painter();
    painter.hline(x(spread.min)..=x(spread.max), middle, Stroke::new(1.0, theme.muted));
    let half = Rect::from_min_max(
        pos2(x(spread.lower), middle - GRID + 1.0),
        pos2(x(spread.upper).max(x(spread.lower) + 2.0), middle + GRID - 1.0),
    );
    painter.rect_filled(half, 1.0, theme.muted);
    painter.vline(x(spread.median), middle - GRID - 1.0..=middle + GRID + 1.0, Stroke::new(2.0, theme.strong));
}

fn mark_ui(ui: &Ui, theme: &Theme, histogram: &Histogram<'_>, rect: Rect, base: f32) {
    let x = place(rect, histogram.own);
    let top = rect.top() + HEAD - 2.0;
    let painter = ui.painter();
    painter.vline(x, top..=base, Stroke::new(2.0, theme.accent));
    let tip = vec![pos2(x - 5.0, top - 4.0), pos2(x + 5.0, top - 4.0), pos2(x, top + 4.0)];
    painter.add(Shape::convex_polygon(tip, theme.accent, Stroke::NONE));
    let (align, x) = if x > rect.center().x { (Align2::RIGHT_TOP, x - 9.0) } else { (Align2::LEFT_TOP, x + 9.0) };
    painter.text(pos2(x, rect.top()), align, histogram.mark, Face::SmallStrong.font(), theme.accent);
}

/// Returns the x coordinate of a value from 0 to 100.
#[expect(clippy::cast_possible_truncation, reason = "screen coordinates")]
fn place(rect: Rect, value: f64) -> f32 {
    rect.left() + rect.width() * (value.clamp(0.0, 100.0) / 100.0) as f32
}
