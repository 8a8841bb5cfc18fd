//! The scrubber: a time axis for the whole session, with a lane per kind of marker and a draggable playhead.

use egui::{Align2, EventFilter, Key, Modifiers, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::command::ReplayCommand;
use super::state::Replay;
use crate::app::exercise::context::ExerciseContext;
use crate::app::theme::{Face, Tone};
use crate::app::widget::axis::{Axis, HOURS, hours_ui};
use crate::app::widget::text_width;
use goldenhour_core::debrief::{Marker, MarkerKind};

/// Lanes from top to bottom: marker kind, Fluent id of the label, and tone.
const LANES: [(MarkerKind, &str, Tone); 4] = [
    (MarkerKind::Inject, "strip-messages", Tone::Legal),
    (MarkerKind::Decision, "strip-decisions", Tone::Accent),
    (MarkerKind::Statement, "strip-statements", Tone::Calm),
    (MarkerKind::Setback, "replay-setbacks", Tone::Harm),
];

/// Minimum width of the lane labels, in points.
const NAMES: f32 = 92.0;

/// Maximum distance at which a click snaps to a marker, in points.
const CLOSE: f32 = 7.0;

/// Minutes that an arrow key seeks, with and without Shift.
const STRIDES: [(Modifiers, i32); 2] = [(Modifiers::SHIFT, 60), (Modifiers::NONE, 5)];

/// Shows the scrubber.
pub fn scrubber_ui(ui: &mut Ui, context: ExerciseContext<'_>, replay: &Replay) {
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
    let axis = Axis { rect: rect.with_min_x(rect.left() + names_width(ui, context)), end: replay.seekable.until() };
    let now = replay.seekable.now();
    response.widget_info(|| {
        let moment = format!("{now}");
        let name = context.fill("replay-scrubber", [("at", moment.as_str().into())]);
        egui::WidgetInfo::slider(true, f64::from(now.minutes()), name)
    });
    lanes_ui(ui, context, rect, &axis);
    hours_ui(ui, context.theme(), &axis, |at| context.moment(at));
    for marker in &replay.markers {
        mark_ui(ui, context, &axis, marker, marker.at > now);
    }
    head_ui(ui, context, &axis, replay, response.has_focus());
    pointer(context, replay, &axis, &response);
    keys(ui, context, &response);
    let near = response.hover_pos().and_then(|at| nearest(&replay.markers, &axis, at));
    if let Some(marker) = near {
        response.on_hover_text_at_pointer(format!("{}  {}", marker.at, marker.text));
    }
}

/// Seeks to the clicked or dragged time.
fn pointer(context: ExerciseContext<'_>, replay: &Replay, axis: &Axis, response: &Response) {
    let Some(at) = response.interact_pointer_pos() else { return };
    let to = match nearest(&replay.markers, axis, at) {
        Some(marker) if response.clicked() => marker.at,
        _ => axis.moment(at.x),
    };
    if (response.clicked() || response.dragged()) && to != replay.seekable.now() {
        context.send(ReplayCommand::Seek(to));
    }
}

/// Seeks with the left and right arrow keys while the scrubber has focus.
fn keys(ui: &Ui, context: ExerciseContext<'_>, response: &Response) {
    if !response.has_focus() {
        return;
    }
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    for (key, direction) in [(Key::ArrowLeft, -1), (Key::ArrowRight, 1)] {
        for (modifiers, minutes) in STRIDES {
            if ui.input_mut(|input| input.consume_key(modifiers, key)) {
                context.send(ReplayCommand::Shift(direction * minutes));
            }
        }
    }
}

/// Returns the width reserved for the lane labels, which depends on the longest label in the current language.
fn names_width(ui: &Ui, context: ExerciseContext<'_>) -> f32 {
    let width = |(_, key, _)| text_width(ui, Face::SmallStrong, &context.say(key));
    LANES.into_iter().map(width).fold(NAMES, |widest, width| widest.max(width + 16.0))
}

fn lane_y(rect: Rect, lane: usize) -> f32 {
    let height = (rect.height() - HOURS) / 4.0;
    rect.top() + height * (f32::from(u8::try_from(lane).unwrap_or(0)) + 0.5)
}

fn lane(kind: MarkerKind) -> usize {
    LANES.iter().position(|lane| lane.0 == kind).unwrap_or(0)
}

fn place(axis: &Axis, marker: &Marker) -> Pos2 {
    pos2(axis.x(marker.at), lane_y(axis.rect, lane(marker.kind)))
}

fn nearest<'a>(markers: &'a [Marker], axis: &Axis, at: Pos2) -> Option<&'a Marker> {
    let far = |marker: &Marker| place(axis, marker).distance(at);
    let near = markers.iter().min_by(|one, other| far(one).total_cmp(&far(other)))?;
    (far(near) <= CLOSE).then_some(near)
}

fn lanes_ui(ui: &Ui, context: ExerciseContext<'_>, rect: Rect, axis: &Axis) {
    let theme = context.theme();
    for (lane, (_, key, tone)) in LANES.into_iter().enumerate() {
        let y = lane_y(axis.rect, lane);
        ui.painter().hline(axis.rect.x_range(), y, Stroke::new(1.0, theme.hairline));
        let at = pos2(rect.left(), y);
        ui.painter().text(at, Align2::LEFT_CENTER, context.say(key), Face::SmallStrong.font(), theme.tone(tone));
    }
}

/// Draws a marker. Each lane has its own marker shape, so the lanes can be told apart without color.
fn mark_ui(ui: &Ui, context: ExerciseContext<'_>, axis: &Axis, marker: &Marker, is_ahead: bool) {
    let theme = context.theme();
    let tone = theme.tone(LANES[lane(marker.kind)].2);
    let color = if is_ahead { tone.gamma_multiply(0.35) } else { tone };
    let at = place(axis, marker);
    let points = |offsets: &[(f32, f32)]| offsets.iter().map(|(x, y)| at + vec2(*x, *y)).collect();
    let edge = Stroke::new(1.0, theme.panel);
    let shape = match marker.kind {
        MarkerKind::Inject => Shape::circle_filled(at, 4.5, color),
        MarkerKind::Decision => Shape::rect_filled(Rect::from_center_size(at, vec2(8.0, 8.0)), 1.0, color),
        MarkerKind::Statement => {
            Shape::convex_polygon(points(&[(0.0, -6.0), (6.0, 0.0), (0.0, 6.0), (-6.0, 0.0)]), color, edge)
        }
        MarkerKind::Setback => Shape::convex_polygon(points(&[(-6.0, -5.0), (6.0, -5.0), (0.0, 6.0)]), color, edge),
    };
    ui.painter().add(shape);
}

/// Draws the playhead.
fn head_ui(ui: &Ui, context: ExerciseContext<'_>, axis: &Axis, replay: &Replay, has_focus: bool) {
    let theme = context.theme();
    let x = axis.x(replay.seekable.now());
    let painter = ui.painter();
    painter.vline(x, axis.line_range(), Stroke::new(2.0, theme.accent));
    let knob = Rect::from_center_size(pos2(x, axis.rect.top() + 3.0), vec2(12.0, 10.0));
    painter.rect_filled(knob, 3.0, theme.accent);
    if has_focus {
        painter.rect_stroke(knob.expand(3.0), 4.0, Stroke::new(2.0, theme.accent), egui::StrokeKind::Outside);
    }
}
