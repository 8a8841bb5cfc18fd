//! A horizontal time axis: conversion between time and screen position, and hour labels.

use egui::{Align2, Rect, Stroke, Ui, pos2};

use crate::app::theme::{Face, Theme};
use goldenhour_core::time::{SimDuration, SimTime};

/// Height reserved for the hour labels at the bottom of an axis, in points.
pub const HOURS: f32 = 18.0;

/// Tick intervals in hours. The first one that leaves enough room for the labels is used.
const STEPS: [u16; 9] = [1, 2, 3, 6, 12, 24, 48, 96, 336];

/// Minimum distance between ticks, in points.
const MARK: f32 = 84.0;

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

    /// Returns the length of the axis in hours, at least 1.
    fn hours(&self) -> f64 {
        self.end.hours().max(1.0)
    }
}

/// Shows the hour ticks. `say` formats the label of a tick.
#[expect(clippy::cast_possible_truncation, reason = "a session lasts at most 400 days")]
pub fn hours_ui(ui: &Ui, theme: &Theme, axis: &Axis, say: impl Fn(SimTime) -> String) {
    let hour = axis.rect.width() / (axis.hours() as f32);
    let step = STEPS.into_iter().find(|step| f32::from(*step) * hour >= MARK).unwrap_or(STEPS[STEPS.len() - 1]);
    let step = SimDuration::from_minutes(u32::from(step) * 60);
    let mut at = SimTime::START;
    while at <= axis.end {
        let x = axis.x(at);
        ui.painter().vline(x, axis.rect.top()..=axis.rect.bottom() - HOURS + 2.0, Stroke::new(1.0, theme.hairline));
        let align = if at == SimTime::START { Align2::LEFT_BOTTOM } else { Align2::CENTER_BOTTOM };
        let place = pos2(x.min(axis.rect.right() - 18.0), axis.rect.bottom());
        ui.painter().text(place, align, say(at), Face::Small.font(), theme.muted);
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
