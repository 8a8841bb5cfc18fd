//! Small drawings of what could have been: effects with their intervals, curves beside their ghosts, luck as columns.
//!
//! Like the large [`chart`](super::chart), they take colors from the style sheet of the page, by class, and say in
//! words what there is to see.

use std::fmt::Write;

use super::number;
use crate::debrief::luck::Spread;
use crate::debrief::turning_point::Ghost;
use crate::ensemble::counterfactual::Difference;

/// Draws an effect as a dot with its interval on a scale that reaches `most` to either side of 0.
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
        number::decimal(difference.mean),
        number::decimal(difference.low),
        number::decimal(difference.high)
    );
    format!(
        r#"<svg class="whisker {key}" viewBox="0 0 {WIDTH} 16" role="img" aria-label="{said}"><line class="zero" x1="{zero}" y1="0" x2="{zero}" y2="16"/><line class="bar" x1="{zero}" y1="8" x2="{mean:.1}" y2="8"/><line class="reach" x1="{low:.1}" y1="8" x2="{high:.1}" y2="8"/><circle class="dot" cx="{mean:.1}" cy="8" r="4"/></svg>"#,
        zero = WIDTH / 2.0,
        mean = x(difference.mean),
        low = x(difference.low),
        high = x(difference.high),
    )
}

/// Draws a metric of a run beside how it would have gone, from 0 to `top`.
pub fn beside(ghost: &Ghost, top: f64, name: &str) -> String {
    const WIDTH: f64 = 320.0;
    const HEIGHT: f64 = 84.0;
    let until = f64::from(ghost.run.last().map_or(1, |(minute, _)| *minute).max(1));
    let path = |points: &[(u32, f64)]| {
        let mut path = String::new();
        for (place, (minute, value)) in points.iter().enumerate() {
            let x = WIDTH * f64::from(*minute) / until;
            let y = HEIGHT - 2.0 - (HEIGHT - 4.0) * (value / top.max(1e-9)).clamp(0.0, 1.0);
            let _ = write!(path, "{}{x:.1} {y:.1}", if place == 0 { "M" } else { "L" });
        }
        path
    };
    let last = |points: &[(u32, f64)]| points.last().map_or(0.0, |(_, value)| *value);
    let said = format!(
        "{name}: {} at the end of this run, {} with the alternative",
        number::decimal(100.0 * last(&ghost.run)),
        number::decimal(100.0 * last(&ghost.points))
    );
    format!(
        r#"<svg class="beside" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{said}"><line class="base" x1="0" y1="{base}" x2="{WIDTH}" y2="{base}"/><path class="ghost" d="{}"/><path class="run" d="{}"/></svg>"#,
        path(&ghost.points),
        path(&ghost.run),
        base = HEIGHT - 1.0,
    )
}

/// Draws how a result is spread over luck, with the place of the run.
pub fn columns(spread: &Spread, name: &str) -> String {
    const WIDTH: f64 = 400.0;
    const HEIGHT: f64 = 72.0;
    let most = f64::from(spread.histogram.iter().copied().max().unwrap_or(1).max(1));
    let wide = WIDTH / count(spread.histogram.len().max(1));
    let said = format!("{name} under other luck: median {}", number::decimal(spread.distribution.median));
    let mut out = format!(r#"<svg class="columns" viewBox="0 0 {WIDTH} 96" role="img" aria-label="{said}">"#);
    for (place, seeds) in spread.histogram.iter().enumerate() {
        let height = HEIGHT * f64::from(*seeds) / most;
        let _ = write!(
            out,
            r#"<rect class="column" x="{:.1}" y="{:.1}" width="{:.1}" height="{height:.1}"/>"#,
            wide * count(place) + 1.0,
            HEIGHT - height,
            wide - 2.0,
        );
    }
    let own = WIDTH * (spread.own / 100.0).clamp(0.0, 1.0);
    let anchor = if own > WIDTH - 60.0 { "end" } else { "start" };
    let _ = write!(
        out,
        r#"<line class="base" x1="0" y1="{HEIGHT}" x2="{WIDTH}" y2="{HEIGHT}"/><line class="own" x1="{own:.1}" y1="0" x2="{own:.1}" y2="{HEIGHT}"/><text class="tick" x="0" y="90">0</text><text class="tick" x="{WIDTH}" y="90" text-anchor="end">100</text><text class="own-word" x="{own:.1}" y="90" text-anchor="{anchor}">this run</text></svg>"#
    );
    out
}

#[expect(clippy::cast_precision_loss, reason = "a handful")]
fn count(things: usize) -> f64 {
    things as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_effect_is_told_without_its_color() {
        let drawn = whisker(&Difference::of(&[-3.0, -4.0, -5.0]), 10.0);
        assert!(drawn.contains("aria-label=\"−4.0 with an interval from") && drawn.contains("class=\"whisker bad\""));
        assert!(whisker(&Difference::of(&[-3.0, 3.0]), 10.0).contains("none"));
    }

    #[test]
    fn what_lies_outside_a_scale_stands_at_its_end() {
        let drawn = whisker(&Difference::of(&[50.0, 50.0]), 10.0);
        assert!(drawn.contains("cx=\"180.0\""), "{drawn}");
    }
}
