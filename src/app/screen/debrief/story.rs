//! The story: metrics over time with a marker for everything people did or met.

use egui::Ui;
use egui_plot::{Legend, Line, LineStyle, MarkerShape, Plot, PlotPoints, Points, VLine};

use super::DebriefContext;
use crate::app::screen::exercise_hours;
use crate::app::theme::Tone;
use crate::debrief::{Marker, MarkerKind};
use crate::scenario::Metric;

/// The lines with their words and tones.
const LINES: [(Metric, &str, Tone); 4] = [
    (Metric::Trust, "trust", Tone::Calm),
    (Metric::Negative, "negative posts", Tone::Harm),
    (Metric::News, "news attention", Tone::Legal),
    (Metric::Credibility, "credibility", Tone::Accent),
];

/// The markers with their words, heights and shapes.
const MARKERS: [(MarkerKind, &str, f64, MarkerShape, Tone); 4] = [
    (MarkerKind::Inject, "messages", -6.0, MarkerShape::Circle, Tone::Legal),
    (MarkerKind::Decision, "decisions", -12.0, MarkerShape::Square, Tone::Accent),
    (MarkerKind::Statement, "statements", -18.0, MarkerShape::Diamond, Tone::Calm),
    (MarkerKind::Setback, "setbacks", -24.0, MarkerShape::Down, Tone::Harm),
];

/// Shows the chart.
pub fn story_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    let theme = context.view.theme;
    let story = &context.debrief.story;
    let response = Plot::new("story")
        .height(340.0)
        .legend(Legend::default().background_alpha(0.0).position(egui_plot::Corner::RightTop))
        .show_background(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .include_y(-28.0)
        .include_y(100.0)
        .x_axis_formatter(|mark, _| exercise_hours(mark.value))
        .y_axis_formatter(|mark, _| if mark.value < 0.0 { String::new() } else { format!("{:.0}", mark.value) })
        .show(ui, |plot| {
            for (metric, word, tone) in LINES {
                let Some(line) = story.lines.iter().find(|line| line.metric == metric) else { continue };
                let points: PlotPoints<'_> =
                    line.points.iter().map(|(minute, value)| [f64::from(*minute) / 60.0, value * 100.0]).collect();
                let style = if metric == Metric::Negative { LineStyle::dashed_loose() } else { LineStyle::Solid };
                plot.line(Line::new(word, points).color(theme.tone(tone)).width(2.0).style(style));
            }
            for (kind, word, height, shape, tone) in MARKERS {
                let points: PlotPoints<'_> = story
                    .markers
                    .iter()
                    .filter(|marker| marker.kind == kind)
                    .map(|marker| [marker.at.hours(), height])
                    .collect();
                let points = Points::new(word, points).shape(shape).radius(4.5).color(theme.tone(tone));
                plot.points(points.allow_hover(false));
            }
            let pointer = plot.pointer_coordinate()?;
            let near = nearest(&story.markers, pointer.x)?;
            plot.vline(VLine::new("", near.at.hours()).color(theme.outline).allow_hover(false));
            Some(near)
        });
    let text = match response.inner {
        Some(marker) => format!("{} · {} · {}", marker.at, context.calendar.say(marker.at), marker.text),
        None => "Point at the chart to read what happened. Trust, posts and credibility in hundredths.".to_owned(),
    };
    ui.label(theme.muted(text));
}

fn nearest(markers: &[Marker], hour: f64) -> Option<&Marker> {
    let far = |marker: &Marker| (marker.at.hours() - hour).abs();
    markers.iter().min_by(|one, other| far(one).total_cmp(&far(other)))
}
