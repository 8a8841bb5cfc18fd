//! Small charts for the counterfactual analysis: effects with confidence intervals, curves of run and alternative,
//! and histograms of luck.
//!
//! Like the large [`chart`](super::chart), they take colors from the page's style sheet by class, and describe
//! their content in words.

use std::fmt::{Arguments, Write};

use super::drawing::{Drawing, Element, label, line, tenth};
use super::number::ENGLISH;
use goldenhour_core::debrief::luck::Spread;
use goldenhour_core::debrief::turning_point::CounterfactualCurve;
use goldenhour_core::ensemble::counterfactual::Difference;
use goldenhour_core::scenario::Metric;

/// Draws an effect as a dot with its confidence interval, on a scale from `-most` to `most`.
pub fn whisker(difference: &Difference, most: f64) -> String {
    const WIDTH: f64 = 180.0;
    let x = |value: f64| WIDTH / 2.0 * (1.0 + (value / most.max(1e-9)).clamp(-1.0, 1.0));
    let key = match (difference.is_clear(), difference.mean > 0.0) {
        (false, _) => "none",
        (true, true) => "good",
        (true, false) => "bad",
    };
    let said = format!(
        "{} with an interval from {} to {}",
        ENGLISH.decimal(difference.mean),
        ENGLISH.decimal(difference.low),
        ENGLISH.decimal(difference.high)
    );
    let mut out = Drawing::new(image(&format!("whisker {key}"), format_args!("0 0 {WIDTH} 16"), &said));
    let zero = WIDTH / 2.0;
    let (mean, low, high) = (tenth(x(difference.mean)), tenth(x(difference.low)), tenth(x(difference.high)));
    out.empty(line("zero", (zero, 0), (zero, 16)));
    out.empty(line("bar", (zero, 8), (&mean, 8)));
    out.empty(line("reach", (low, 8), (high, 8)));
    out.empty(Element::new("circle").with("class", "dot").with("cx", mean).with("cy", 8).with("r", 4));
    out.finish()
}

/// Returns the metric in which a run and its alternative differ most, relative to the metric's scale. Returns
/// `None` if no difference would be visible.
pub fn telling(ghosts: &[CounterfactualCurve]) -> Option<&CounterfactualCurve> {
    let parted = |ghost: &CounterfactualCurve| {
        let gaps = ghost.run.iter().zip(&ghost.points).map(|((_, run), (_, other))| (run - other).abs());
        gaps.fold(0.0, f64::max) / most(ghost)
    };
    let seen = ghosts.iter().map(|ghost| (parted(ghost), ghost)).filter(|(parted, _)| *parted >= 0.01);
    seen.max_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, ghost)| ghost)
}

/// Returns the caption of a metric, with its unit.
pub fn named(metric: Metric) -> &'static str {
    match metric {
        Metric::Trust => "Trust (of 100)",
        Metric::Negative => "Negative posts (%)",
        _ => "News attention (1 = peak of a first report)",
    }
}

/// Formats a value in the unit that its caption names: shares of 100, attention unchanged.
fn in_words(metric: Metric, value: f64) -> String {
    match metric {
        Metric::Trust | Metric::Negative => ENGLISH.whole(100.0 * value),
        _ => ENGLISH.decimal(value),
    }
}

/// Returns the upper end of a metric's scale: 1 for shares, at least 1 for attention.
fn most(ghost: &CounterfactualCurve) -> f64 {
    let values = ghost.run.iter().chain(&ghost.points).map(|(_, value)| *value);
    values.fold(1.0, f64::max)
}

/// Draws a metric of a run together with its course in the alternative, on a scale fitted to both, with the final
/// values as labels.
pub fn beside(ghost: &CounterfactualCurve) -> String {
    const WIDTH: f64 = 320.0;
    const PLOT: f64 = 252.0;
    const HEIGHT: f64 = 92.0;
    const LEFT: f64 = 28.0;
    const LINE: f64 = 13.0;
    const STEP: f64 = 0.05;
    let until = f64::from(ghost.run.last().map_or(1, |(minute, _)| *minute).max(1));
    let values = || ghost.run.iter().chain(&ghost.points).map(|(_, value)| value / STEP);
    let (low, high) = (values().fold(f64::MAX, f64::min).floor(), values().fold(f64::MIN, f64::max).ceil());
    let (bottom, top) = (STEP * low, STEP * high.max(low + 2.0));
    let y = |value: f64| 8.0 + (HEIGHT - 16.0) * (1.0 - ((value - bottom) / (top - bottom)).clamp(0.0, 1.0));
    let path = |points: &[(u32, f64)]| {
        let mut path = String::new();
        for (place, (minute, value)) in points.iter().enumerate() {
            let x = LEFT + PLOT * f64::from(*minute) / until;
            let _ = write!(path, "{}{x:.1} {:.1}", if place == 0 { "M" } else { "L" }, y(*value));
        }
        path
    };
    let last = |points: &[(u32, f64)]| points.last().map_or(0.0, |(_, value)| *value);
    let (run, other) = (last(&ghost.run), last(&ghost.points));
    // Move the two labels apart if they would overlap.
    let middle = f64::midpoint(y(run), y(other)).clamp(LINE, HEIGHT - LINE);
    let apart = (y(run) - y(other)).abs().max(LINE) / 2.0;
    let (run_y, other_y) =
        if run >= other { (middle - apart, middle + apart) } else { (middle + apart, middle - apart) };
    let said = format!(
        "{}: {} at the end of this session, {} with the alternative",
        named(ghost.metric),
        in_words(ghost.metric, run),
        in_words(ghost.metric, other)
    );
    let mut out = Drawing::new(image("beside", format_args!("0 0 {WIDTH} {HEIGHT}"), &said));
    for (at, tick) in [(8.0, top), (HEIGHT - 8.0, bottom)] {
        out.empty(line("base", (LEFT, at), (LEFT + PLOT, at)));
        let tick = in_words(ghost.metric, tick);
        out.text(label("tick", LEFT - 6.0, at + 4.0).with("text-anchor", "end"), &tick);
    }
    let curve = |class: &str, points: &[(u32, f64)]| Element::new("path").with("class", class).with("d", path(points));
    out.empty(curve("ghost", &ghost.points));
    out.empty(curve("run", &ghost.run));
    let end = LEFT + PLOT + 6.0;
    out.text(label("ghost-end", end, tenth(other_y + 4.0)), &in_words(ghost.metric, other));
    out.text(label("run-end", end, tenth(run_y + 4.0)), &in_words(ghost.metric, run));
    out.finish()
}

/// Draws a histogram of a result over seeds, with a marker for the run.
pub fn columns(spread: &Spread, name: &str) -> String {
    const WIDTH: f64 = 400.0;
    const HEIGHT: f64 = 72.0;
    let most = f64::from(spread.histogram.iter().copied().max().unwrap_or(1).max(1));
    let wide = WIDTH / count(spread.histogram.len().max(1));
    let said = format!("{name} with other random draws: median {}", ENGLISH.decimal(spread.distribution.median));
    let mut out = Drawing::new(image("columns", format_args!("0 0 {WIDTH} 96"), &said));
    for (place, seeds) in spread.histogram.iter().enumerate() {
        let height = HEIGHT * f64::from(*seeds) / most;
        out.empty(
            Element::new("rect")
                .with("class", "column")
                .with("x", tenth(wide * count(place) + 1.0))
                .with("y", tenth(HEIGHT - height))
                .with("width", tenth(wide - 2.0))
                .with("height", tenth(height)),
        );
    }
    let own = WIDTH * (spread.own / 100.0).clamp(0.0, 1.0);
    let anchor = if own > WIDTH - 60.0 { "end" } else { "start" };
    let own = tenth(own);
    out.empty(line("base", (0, HEIGHT), (WIDTH, HEIGHT)));
    out.empty(line("own", (&own, 0), (&own, HEIGHT)));
    out.text(label("tick", 0, 90), "0");
    out.text(label("tick", WIDTH, 90).with("text-anchor", "end"), "100");
    out.text(label("own-word", own, 90).with("text-anchor", anchor), "this session");
    out.finish()
}

/// Returns the root element of a chart, exposed to screen readers as an image.
fn image(class: &str, view: Arguments<'_>, said: &str) -> Element {
    Element::new("svg").with("class", class).with("viewBox", view).with("role", "img").with("aria-label", said)
}

#[expect(clippy::cast_precision_loss, reason = "small counts are exact")]
fn count(things: usize) -> f64 {
    things as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_effect_is_readable_without_color() {
        let drawn = whisker(&Difference::of(&[-3.0, -4.0, -5.0]), 10.0);
        assert!(drawn.contains("aria-label=\"−4.0 with an interval from") && drawn.contains("class=\"whisker bad\""));
        assert!(whisker(&Difference::of(&[-3.0, 3.0]), 10.0).contains("none"));
    }

    #[test]
    fn the_metric_with_the_largest_difference_is_drawn() {
        let ghost = |metric, run: f64, other: f64| CounterfactualCurve {
            metric,
            run: vec![(0, 0.5), (60, run)],
            points: vec![(0, 0.5), (60, other)],
            apart: Vec::new(),
        };
        let ghosts =
            [ghost(Metric::Trust, 0.50, 0.52), ghost(Metric::Negative, 0.3, 0.6), ghost(Metric::News, 2.0, 2.2)];
        let told = telling(&ghosts).unwrap();
        assert_eq!(told.metric, Metric::Negative);
        let drawn = beside(told);
        assert!(drawn.contains("30 at the end of this session, 60 with the alternative"), "{drawn}");
        assert!(drawn.contains(">30</text>") && drawn.contains(">60</text>"), "{drawn}");
        let news = beside(&ghosts[2]);
        assert!(news.contains(">2.0</text>") && news.contains(">2.2</text>"), "{news}");
        assert_eq!(telling(&[ghost(Metric::Trust, 0.5, 0.505)]), None);
    }

    #[test]
    fn values_outside_the_scale_are_clamped_to_its_end() {
        let drawn = whisker(&Difference::of(&[50.0, 50.0]), 10.0);
        assert!(drawn.contains("cx=\"180.0\""), "{drawn}");
    }
}
