//! The story chart: metrics over time with event markers. For one metric, it also shows doing nothing and the best
//! known play.

use egui::Ui;
use egui_plot::{Line, LineStyle, MarkerShape, PlotPoints, Points, VLine};

use super::command::DebriefCommand;
use super::context::DebriefContext;
use crate::app::theme::Tone;
use crate::app::widget::Button;
use crate::app::widget::chart::chart;
use goldenhour_core::debrief::{Marker, MarkerKind, ReferenceKind, story};
use goldenhour_core::scenario::Metric;
use goldenhour_core::time::SimTime;

/// Metrics drawn as lines, with the Fluent ids of their names and their tones.
const LINES: [(Metric, &str, Tone); 4] = [
    (Metric::Trust, "debrief-trust", Tone::Calm),
    (Metric::Negative, "debrief-negative", Tone::Harm),
    (Metric::News, "debrief-news", Tone::Legal),
    (Metric::Credibility, "debrief-credibility", Tone::Accent),
];

/// Marker kinds with the Fluent ids of their names, their y positions, shapes and tones.
const MARKERS: [(MarkerKind, &str, f64, MarkerShape, Tone); 4] = [
    (MarkerKind::Inject, "debrief-messages", -6.0, MarkerShape::Circle, Tone::Legal),
    (MarkerKind::Decision, "debrief-decisions", -12.0, MarkerShape::Square, Tone::Accent),
    (MarkerKind::Statement, "debrief-markers-statements", -18.0, MarkerShape::Diamond, Tone::Calm),
    (MarkerKind::Setback, "debrief-setbacks", -24.0, MarkerShape::Down, Tone::Harm),
];

/// Shows the chart. A click replays the session from the time under the pointer.
pub fn story_ui(ui: &mut Ui, context: DebriefContext<'_>, beside: Metric) {
    let theme = context.view.theme;
    let story = &context.debrief.story;
    legend_ui(ui, context, beside);
    let response = chart("story", theme, 340.0).include_y(-28.0).sense(egui::Sense::click()).show(ui, |plot| {
        for ghost in &story.ghosts {
            let Some(line) = ghost.lines.iter().find(|line| line.metric == beside) else { continue };
            let style = ghost_style(ghost.played);
            let points = points(line, full(context, beside));
            plot.line(Line::new("", points).color(theme.body).width(1.5).style(style).allow_hover(false));
        }
        for (metric, key, tone) in LINES {
            let Some(line) = story.lines.iter().find(|line| line.metric == metric) else { continue };
            let style = if metric == Metric::Negative { LineStyle::dashed_loose() } else { LineStyle::Solid };
            let line = Line::new(context.say(key), points(line, full(context, metric)));
            plot.line(line.color(theme.tone(tone)).width(2.0).style(style).allow_hover(false));
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
        Some((near, pointer.x))
    });
    response
        .response
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, context.say("debrief-story-name")));
    let text = match &response.inner {
        Some((marker, _)) => format!("{} · {} · {}", marker.at, context.moment(marker.at), marker.text),
        None => context.say("debrief-story-hint"),
    };
    ui.label(theme.muted(text));
    if response.response.clicked()
        && let Some((_, hour)) = response.inner
    {
        context.view.send(DebriefCommand::Watch(moment(hour, context.debrief.until)));
    }
}

/// Converts an hour on the x axis to a moment, clamped to the run.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the session")]
fn moment(hour: f64, until: SimTime) -> SimTime {
    SimTime::from_minutes((hour * 60.0).clamp(0.0, f64::from(until.minutes())) as u32)
}

fn points(line: &story::Line, full: f64) -> PlotPoints<'static> {
    line.points.iter().map(|(minute, value)| [f64::from(*minute) / 60.0, value / full * 100.0]).collect()
}

/// Returns the value that is drawn as 100: 1, or the metric's highest value in any drawn run if that is larger.
fn full(context: DebriefContext<'_>, metric: Metric) -> f64 {
    let story = &context.debrief.story;
    let lines = story.lines.iter().chain(story.ghosts.iter().flat_map(|ghost| &ghost.lines));
    let values = lines.filter(|line| line.metric == metric).flat_map(|line| &line.points);
    values.map(|(_, value)| *value).fold(1.0, f64::max)
}

fn ghost_style(played: ReferenceKind) -> LineStyle {
    match played {
        ReferenceKind::Nothing => LineStyle::dotted_dense(),
        ReferenceKind::Best => LineStyle::dashed_dense(),
    }
}

/// Shows the legend: lines by tone, reference runs by stroke, and rows of markers by order and shape. Buttons
/// select the metric for which the reference runs are drawn.
fn legend_ui(ui: &mut Ui, context: DebriefContext<'_>, beside: Metric) {
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
    if context.debrief.story.ghosts.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.label(theme.small(context.say("debrief-beside")));
        for (metric, key, _) in LINES {
            let word = context.say(key);
            let name = context.fill("debrief-beside-name", [("metric", word.as_str().into())]);
            let button = Button::quiet(&word).small().name(&name).selected(metric == beside);
            if button.show(ui, theme).clicked() {
                context.view.send(DebriefCommand::Beside(metric));
            }
        }
        ui.add_space(12.0);
        for ghost in &context.debrief.story.ghosts {
            let (stroke, key) = match ghost.played {
                ReferenceKind::Nothing => ("···", "debrief-ghost-nothing"),
                ReferenceKind::Best => ("- - -", "debrief-ghost-best"),
            };
            ui.label(theme.text(
                crate::app::theme::Face::SmallStrong,
                format!("{stroke} {}", context.say(key)),
                theme.body,
            ));
            ui.add_space(8.0);
        }
    });
}

fn nearest(markers: &[Marker], hour: f64) -> Option<&Marker> {
    let far = |marker: &Marker| (marker.at.hours() - hour).abs();
    markers.iter().min_by(|one, other| far(one).total_cmp(&far(other)))
}
