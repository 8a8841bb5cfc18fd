//! The story: metrics over time with a marker for everything people did or met.

use egui::Ui;
use egui_plot::{Line, LineStyle, MarkerShape, PlotPoints, Points, VLine};

use super::DebriefContext;
use crate::app::theme::Tone;
use crate::app::widget::chart::chart;
use crate::debrief::{Marker, MarkerKind};
use crate::scenario::Metric;

/// The lines with the keys of their words and their tones.
const LINES: [(Metric, &str, Tone); 4] = [
    (Metric::Trust, "debrief-trust", Tone::Calm),
    (Metric::Negative, "debrief-negative", Tone::Harm),
    (Metric::News, "debrief-news", Tone::Legal),
    (Metric::Credibility, "debrief-credibility", Tone::Accent),
];

/// The markers with the keys of their words, their heights, shapes and tones.
const MARKERS: [(MarkerKind, &str, f64, MarkerShape, Tone); 4] = [
    (MarkerKind::Inject, "debrief-messages", -6.0, MarkerShape::Circle, Tone::Legal),
    (MarkerKind::Decision, "debrief-decisions", -12.0, MarkerShape::Square, Tone::Accent),
    (MarkerKind::Statement, "debrief-markers-statements", -18.0, MarkerShape::Diamond, Tone::Calm),
    (MarkerKind::Setback, "debrief-setbacks", -24.0, MarkerShape::Down, Tone::Harm),
];

/// Shows the chart.
pub fn story_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    let theme = context.view.theme;
    let story = &context.debrief.story;
    legend_ui(ui, context);
    let response = chart("story", theme, 340.0).include_y(-28.0).show(ui, |plot| {
        for (metric, key, tone) in LINES {
            let Some(line) = story.lines.iter().find(|line| line.metric == metric) else { continue };
            let full = line.points.iter().map(|(_, value)| *value).fold(1.0, f64::max);
            let point = |(minute, value): &(u32, f64)| [f64::from(*minute) / 60.0, value / full * 100.0];
            let points: PlotPoints<'_> = line.points.iter().map(point).collect();
            let style = if metric == Metric::Negative { LineStyle::dashed_loose() } else { LineStyle::Solid };
            plot.line(Line::new(context.say(key), points).color(theme.tone(tone)).width(2.0).style(style));
        }
        for (kind, key, height, shape, tone) in MARKERS {
            let points: PlotPoints<'_> = story
                .markers
                .iter()
                .filter(|marker| marker.kind == kind)
                .map(|marker| [marker.at.hours(), height])
                .collect();
            let points = Points::new(context.say(key), points).shape(shape).radius(4.5).color(theme.tone(tone));
            plot.points(points.allow_hover(false));
        }
        let pointer = plot.pointer_coordinate()?;
        let near = nearest(&story.markers, pointer.x)?;
        plot.vline(VLine::new("", near.at.hours()).color(theme.outline).allow_hover(false));
        Some(near)
    });
    let text = match response.inner {
        Some(marker) => format!("{} · {} · {}", marker.at, context.moment(marker.at), marker.text),
        None => context.say("debrief-story-hint"),
    };
    ui.label(theme.muted(text));
}

/// Names the lines by their tones, and the rows of markers by their order and shape.
fn legend_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    let theme = context.view.theme;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        for (metric, key, tone) in LINES {
            let stroke = if metric == Metric::Negative { "– –" } else { "––" };
            ui.label(theme.toned(tone, format!("{stroke} {}", context.say(key))));
        }
        let rows: Vec<String> = MARKERS.iter().map(|marker| context.say(marker.1)).collect();
        ui.label(theme.small(context.fill("debrief-markers", [("rows", rows.join(", ").into())])));
    });
}

fn nearest(markers: &[Marker], hour: f64) -> Option<&Marker> {
    let far = |marker: &Marker| (marker.at.hours() - hour).abs();
    markers.iter().min_by(|one, other| far(one).total_cmp(&far(other)))
}
