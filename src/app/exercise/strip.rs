//! The timeline strip at the bottom: everything so far, in lanes on a common time axis, plus trust if it is
//! measured.

use egui::{Align2, Color32, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::context::ExerciseContext;
use crate::app::theme::{Face, Tone};
use crate::app::widget::axis::{Axis, HOURS, hours_ui};
use crate::app::widget::text_width;
use goldenhour_core::simulation::Deed;
use goldenhour_core::time::SimTime;

/// Minimum width for the names of the lanes, in points.
const NAMES: f32 = 92.0;

/// Index of the trust lane, below the marker lanes.
const TRUST: usize = 4;

/// A marker on the strip.
struct StripMarker<'a> {
    at: SimTime,
    lane: usize,
    text: &'a str,
}

/// Lanes with the Fluent ids of their names and their tones.
const LANES: [(&str, Tone); 4] = [
    ("strip-messages", Tone::Legal),
    ("strip-decisions", Tone::Accent),
    ("strip-statements", Tone::Calm),
    ("strip-stories", Tone::Harm),
];

/// Shows the strip.
pub fn strip_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, context.say("strip-name")));
    let axis = Axis { rect: rect.with_min_x(rect.left() + names_width(ui, context)), end: horizon(context) };
    lanes_ui(ui, context, rect, &axis);
    hours_ui(ui, context.theme(), &axis, |at| context.moment(at));
    trust_ui(ui, context, rect, &axis);
    let markers = markers(context);
    for marker in &markers {
        marker_ui(ui, context, place(&axis, marker.at, marker.lane), marker.lane);
    }
    let now = axis.x(context.situation.now);
    ui.painter().vline(now, axis.line_range(), Stroke::new(1.5, context.theme().accent));
    let near = response.hover_pos().and_then(|pointer| nearest(&markers, &axis, pointer));
    if let Some(marker) = near {
        let text = format!("{}  {}", marker.at, marker.text);
        response.on_hover_text_at_pointer(text);
    }
}

/// Returns the position of a marker.
fn place(axis: &Axis, at: SimTime, lane: usize) -> Pos2 {
    pos2(axis.x(at), lane_y(axis.rect, lane))
}

/// Returns the width of the lane names: that of the longest name in the current language.
fn names_width(ui: &Ui, context: ExerciseContext<'_>) -> f32 {
    let width = |(key, _)| text_width(ui, Face::SmallStrong, &context.say(key));
    LANES.into_iter().map(width).fold(NAMES, |widest, width| widest.max(width + 16.0))
}

/// Returns the y coordinate of a lane's center. The hours are drawn below all lanes.
fn lane_y(rect: Rect, lane: usize) -> f32 {
    let height = (rect.height() - HOURS) / 5.0;
    rect.top() + height * (f32::from(u8::try_from(lane).unwrap_or(0)) + 0.5)
}

/// Returns the end of the axis: a third beyond the current time and at least six hours after `StartEx`, but not
/// past the end of play.
fn horizon(context: ExerciseContext<'_>) -> SimTime {
    let now = context.situation.now;
    let ahead = SimTime::from_minutes((now.minutes() + now.minutes() / 3).max(360));
    (SimTime::START + context.scenario.length()).min(ahead).max(now)
}

fn markers(context: ExerciseContext<'_>) -> Vec<StripMarker<'_>> {
    let situation = context.situation;
    let messages = situation.inbox.iter().map(|item| StripMarker { at: item.at, lane: 0, text: &item.title });
    let decisions = situation.history.iter().filter_map(|line| match &line.deed {
        Deed::Begun { title, .. } => Some(StripMarker { at: line.at, lane: 1, text: title }),
        _ => None,
    });
    let statements = situation.statements.iter().map(|said| StripMarker { at: said.at, lane: 2, text: &said.title });
    let stories = situation.stories.iter().map(|story| StripMarker { at: story.at, lane: 3, text: &story.headline });
    messages.chain(decisions).chain(statements).chain(stories).collect()
}

fn nearest<'a, 'b>(markers: &'b [StripMarker<'a>], axis: &Axis, pointer: Pos2) -> Option<&'b StripMarker<'a>> {
    let far = |marker: &StripMarker<'_>| place(axis, marker.at, marker.lane).distance_sq(pointer);
    let near = markers.iter().min_by(|one, other| far(one).total_cmp(&far(other)))?;
    (far(near) < 144.0).then_some(near)
}

fn lanes_ui(ui: &Ui, context: ExerciseContext<'_>, rect: Rect, axis: &Axis) {
    let theme = context.theme();
    for (lane, (key, tone)) in LANES.into_iter().enumerate() {
        let y = lane_y(axis.rect, lane);
        ui.painter().hline(axis.rect.x_range(), y, Stroke::new(1.0, theme.hairline));
        let at = pos2(rect.left(), y);
        ui.painter().text(at, Align2::LEFT_CENTER, context.say(key), Face::SmallStrong.font(), theme.tone(tone));
    }
}

/// Draws trust in its lane, scaled between its lowest and highest value. The lane stays empty until trust is
/// measured.
#[expect(clippy::cast_possible_truncation, reason = "screen coordinates")]
fn trust_ui(ui: &Ui, context: ExerciseContext<'_>, rect: Rect, axis: &Axis) {
    let theme = context.theme();
    let rows = context.situation.sentiment.as_deref().unwrap_or_default();
    let word = rows.last().map_or_else(
        || context.say("strip-trust-unknown"),
        |row| context.fill("strip-trust", [("trust", format!("{:.0}", row.trust * 100.0).into())]),
    );
    let middle = lane_y(axis.rect, TRUST);
    let at = pos2(rect.left(), middle);
    ui.painter().text(at, Align2::LEFT_CENTER, word, Face::SmallStrong.font(), theme.body);
    let low = rows.iter().map(|row| row.trust).fold(1.0, f64::min) - 0.005;
    let high = rows.iter().map(|row| row.trust).fold(0.0, f64::max) + 0.005;
    let point = |row: &goldenhour_core::simulation::SentimentRow| {
        let share = ((row.trust - low) / (high - low)).clamp(0.0, 1.0) as f32;
        pos2(axis.x(row.at), middle + 6.0 - 12.0 * share)
    };
    if rows.len() > 1 {
        ui.painter().add(Shape::line(rows.iter().map(point).collect(), Stroke::new(1.5, theme.body)));
    }
}

/// Draws a marker. Each lane has its own shape, so that lanes can be told apart without color.
fn marker_ui(ui: &Ui, context: ExerciseContext<'_>, at: Pos2, lane: usize) {
    let theme = context.theme();
    let color: Color32 = theme.tone(LANES[lane].1);
    let edge = Stroke::new(1.0, theme.panel);
    let shape = match lane {
        0 => Shape::circle_filled(at, 4.5, color),
        1 => Shape::rect_filled(Rect::from_center_size(at, vec2(8.0, 8.0)), 1.0, color),
        2 => Shape::convex_polygon(
            vec![at - vec2(0.0, 6.0), at + vec2(6.0, 0.0), at + vec2(0.0, 6.0), at - vec2(6.0, 0.0)],
            color,
            edge,
        ),
        _ => Shape::convex_polygon(vec![at - vec2(0.0, 6.0), at + vec2(6.0, 5.0), at + vec2(-6.0, 5.0)], color, edge),
    };
    ui.painter().add(shape);
}
