//! A horizontal time axis: conversion between time and screen position, and hour labels.

use egui::{Rangef, Rect, Stroke, Ui, pos2};

use crate::app::theme::{Face, Theme};
use goldenhour_core::time::{SimDuration, SimTime};

/// Height reserved for the hour labels at the bottom of an axis, in points.
pub const HOURS: f32 = 18.0;

/// Tick intervals in hours. The first one that leaves enough room for the labels is used.
const STEPS: [u16; 9] = [1, 2, 3, 6, 12, 24, 48, 96, 336];

/// Minimum distance between ticks, in points.
const MARK: f32 = 84.0;

/// Minimum gap between hour labels, in points. A label that would be closer to the previous one is left out.
const GAP: f32 = 8.0;

/// A time axis from `StartEx` to an end time.
#[derive(Clone, Copy, Debug)]
pub struct Axis {
    /// Area of the axis, including the hour labels at the bottom.
    pub rect: Rect,
    /// End time.
    pub end: SimTime,
}

impl Axis {
    /// Returns the x coordinate of a time.
    #[expect(clippy::cast_possible_truncation, reason = "screen coordinates")]
    pub fn x(&self, at: SimTime) -> f32 {
        let share = at.hours() / self.hours();
        self.rect.left() + self.rect.width() * share.clamp(0.0, 1.0) as f32
    }

    /// Returns the time at an x coordinate, rounded to the minute and clamped to the axis.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the axis")]
    pub fn moment(&self, x: f32) -> SimTime {
        let share = f64::from((x - self.rect.left()) / self.rect.width().max(1.0)).clamp(0.0, 1.0);
        SimTime::from_minutes((share * self.hours() * 60.0).round() as u32).min(self.end)
    }

    /// Returns the vertical extent of lines that mark a time. They end above the hour labels.
    pub fn line_range(&self) -> Rangef {
        Rangef::new(self.rect.top(), self.rect.bottom() - HOURS + 2.0)
    }

    /// Returns the length of the axis in hours, at least 1.
    fn hours(&self) -> f64 {
        self.end.hours().max(1.0)
    }
}

/// Shows the hour ticks. `say` formats the label of a tick. Labels are centered below their ticks and stay within
/// the available width.
#[expect(clippy::cast_possible_truncation, reason = "a session lasts at most 400 days")]
pub fn hours_ui(ui: &Ui, theme: &Theme, axis: &Axis, say: impl Fn(SimTime) -> String) {
    let hour = axis.rect.width() / (axis.hours() as f32);
    let step = STEPS.into_iter().find(|step| f32::from(*step) * hour >= MARK).unwrap_or(STEPS[STEPS.len() - 1]);
    let step = SimDuration::from_minutes(u32::from(step) * 60);
    let bounds = ui.max_rect().x_range();
    let mut free_from = f32::NEG_INFINITY;
    let mut at = SimTime::START;
    while at <= axis.end {
        let x = axis.x(at);
        ui.painter().vline(x, axis.line_range(), Stroke::new(1.0, theme.hairline));
        let label = ui.painter().layout_no_wrap(say(at), Face::Small.font(), theme.muted);
        let size = label.size();
        let left = (x - size.x / 2.0).min(bounds.max - size.x).max(bounds.min);
        if left >= free_from {
            ui.painter().galley(pos2(left, axis.rect.bottom() - size.y), label, theme.muted);
            free_from = left + size.x + GAP;
        }
        at = at + step;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axis_positions_map_back_to_their_time() {
        let rect = Rect::from_min_size(pos2(40.0, 0.0), egui::vec2(1000.0, 100.0));
        for end in [0, 1, 90, 72 * 60] {
            let axis = Axis { rect, end: SimTime::from_minutes(end) };
            for minute in [0, end / 3, end] {
                let at = SimTime::from_minutes(minute);
                assert!(axis.moment(axis.x(at)).minutes().abs_diff(minute) <= 2, "{minute} of {end}");
            }
            assert_eq!(axis.moment(-50.0), SimTime::START);
            assert_eq!(axis.moment(5000.0), axis.end);
        }
    }
}
