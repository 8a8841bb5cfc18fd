//! Charts with simulated time on the horizontal axis, in the colors of the theme.

use egui_plot::{GridInput, GridMark, Plot};

use crate::app::theme::Theme;
use goldenhour_core::time::SimTime;

/// Tick intervals of the time axis in hours. The first one that results in at most ten ticks is used.
const STEPS: [f64; 7] = [1.0, 2.0, 4.0, 6.0, 12.0, 24.0, 168.0];

/// Creates a chart of percentages over the hours since `StartEx`. Dragging and zooming are disabled.
pub fn chart<'a>(name: impl egui::AsIdSalt, theme: &Theme, height: f32) -> Plot<'a> {
    plot(name, theme, height).include_y(0.0).include_y(100.0).y_grid_spacer(quarter_marks)
}

/// Creates a chart of percentages whose vertical axis fits the data, so that small differences are visible.
pub fn close_up<'a>(name: impl egui::AsIdSalt, theme: &Theme, height: f32) -> Plot<'a> {
    plot(name, theme, height).y_grid_spacer(fitting_marks).set_margin_fraction(egui::vec2(0.025, 0.08))
}

fn plot<'a>(name: impl egui::AsIdSalt, theme: &Theme, height: f32) -> Plot<'a> {
    Plot::new(name)
        .height(height)
        .show_background(false)
        .grid_color(theme.outline)
        .grid_fade(0.6)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .x_grid_spacer(hour_marks)
        .x_axis_formatter(|mark, _| moment(mark.value))
        .y_axis_formatter(|mark, _| if mark.value < 0.0 { String::new() } else { format!("{:.0}", mark.value) })
}

fn hour_marks(input: GridInput) -> Vec<GridMark> {
    let (from, until) = input.bounds;
    let step = STEPS.into_iter().find(|step| (until - from) / step <= 10.0).unwrap_or(24.0 * 30.0);
    marks(from, until, step)
}

fn quarter_marks(input: GridInput) -> Vec<GridMark> {
    marks(input.bounds.0.max(0.0), input.bounds.1.min(100.0), 25.0)
}

/// Returns the ticks of a fitted vertical axis, at the first interval that results in at most five.
fn fitting_marks(input: GridInput) -> Vec<GridMark> {
    let (from, until) = (input.bounds.0.max(0.0), input.bounds.1.min(100.0));
    let step = [1.0, 2.0, 5.0, 10.0, 25.0].into_iter().find(|step| (until - from) / step <= 5.0).unwrap_or(50.0);
    marks(from, until, step)
}

fn marks(from: f64, until: f64, step: f64) -> Vec<GridMark> {
    let first = (from / step).ceil() * step;
    let values = std::iter::successors(Some(first), |value| Some(value + step));
    values.take_while(|value| *value <= until).take(40).map(|value| GridMark { value, step_size: step }).collect()
}

/// Formats hours since `StartEx` as a time, and negative values as an empty string.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a session lasts at most 400 days")]
fn moment(hours: f64) -> String {
    if hours < 0.0 { String::new() } else { SimTime::from_minutes((hours * 60.0).round() as u32).to_string() }
}
