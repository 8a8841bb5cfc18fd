//! Time across the screen: where a moment lies, which moment lies somewhere, and the hours below.

use egui::{Align2, Rect, Stroke, Ui, pos2};

use crate::app::theme::{Face, Theme};
use goldenhour_core::time::{SimDuration, SimTime};

/// The room for the hours at the foot of an axis, in points.
pub const HOURS: f32 = 18.0;

/// Steps of the axis in hours; the first that leaves room for the words is taken.
const STEPS: [u16; 9] = [1, 2, 3, 6, 12, 24, 48, 96, 336];

/// The room that a mark of the axis needs, in points.
const MARK: f32 = 84.0;

/// A time axis from `StartEx` to an end.
#[derive(Clone, Copy, Debug)]
pub struct Axis {
    /// Where it lies; the hours stand at its foot.
    pub rect: Rect,
    /// Its end.
    pub end: SimTime,
}

impl Axis {
    /// Returns the place of a moment.
    #[expect(clippy::cast_possible_truncation, reason = "a place on a screen")]
    pub fn x(&self, at: SimTime) -> f32 {
        let share = at.hours() / self.hours();
        self.rect.left() + self.rect.width() * share.clamp(0.0, 1.0) as f32
    }

    /// Returns the moment of a place, within the axis, to the minute.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "brought into the axis")]
    pub fn moment(&self, x: f32) -> SimTime {
        let share = f64::from((x - self.rect.left()) / self.rect.width().max(1.0)).clamp(0.0, 1.0);
        SimTime::from_minutes((share * self.hours() * 60.0).round() as u32).min(self.end)
    }

    /// Returns how many hours it shows; a short story gets an hour.
    fn hours(&self) -> f64 {
        self.end.hours().max(1.0)
    }
}

/// Shows the hours, in words that the caller has for them.
#[expect(clippy::cast_possible_truncation, reason = "a story lasts at most 400 days")]
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
    fn a_moment_is_found_where_it_lies() {
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
