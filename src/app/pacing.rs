//! Pacing: how real time becomes simulated minutes. The only module that reads a clock.
//!
//! While the exercise runs, each frame adds `real seconds × speed` simulated seconds to what is owed, and whole
//! minutes are paid out. A frame never counts for more than a quarter of a second, so that neither a pause nor
//! a stalled window is followed by a burst. Looking for the next inject is paid out in portions as well, so
//! that the window stays alive meanwhile.

use std::time::Instant;

/// The speeds to choose from, in simulated seconds a second.
pub const SPEEDS: [u32; 5] = [1, 10, 60, 180, 600];

/// The longest that one frame counts for, in seconds.
const LONGEST_FRAME: f64 = 0.25;

/// How many minutes are searched in one frame for the next inject.
const SEARCH_MINUTES: u32 = 20;

/// How time moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// It stands still.
    Paused,
    /// It runs.
    Running,
    /// It hurries to the next inject.
    Seeking,
}

/// Turns real time into simulated minutes.
#[derive(Debug)]
pub struct Pacing {
    pace: Pace,
    speed: u32,
    owed_seconds: f64,
    last: Option<Instant>,
    /// Whether time stops by itself when an inject arrives.
    pub pause_at_injects: bool,
}

impl Default for Pacing {
    fn default() -> Self {
        Pacing { pace: Pace::Paused, speed: 60, owed_seconds: 0.0, last: None, pause_at_injects: true }
    }
}

impl Pacing {
    /// Returns how time moves.
    pub fn pace(&self) -> Pace {
        self.pace
    }

    /// Returns the simulated seconds a second.
    pub fn speed(&self) -> u32 {
        self.speed
    }

    /// Sets the simulated seconds a second, from 1 to 600.
    pub fn set_speed(&mut self, speed: u32) {
        self.speed = speed.clamp(1, 600);
    }

    /// Changes how time moves; what was owed of a minute stays owed only while it runs.
    pub fn set_pace(&mut self, pace: Pace) {
        self.pace = pace;
        self.last = None;
        if pace != Pace::Running {
            self.owed_seconds = 0.0;
        }
    }

    /// Returns the share of the present minute that has gone by, 0 to 1.
    pub fn minute_share(&self) -> f64 {
        (self.owed_seconds / 60.0).clamp(0.0, 1.0)
    }

    /// Returns how many whole minutes this frame is worth.
    pub fn tick(&mut self) -> u32 {
        self.tick_at(now())
    }

    fn tick_at(&mut self, now: Instant) -> u32 {
        match self.pace {
            Pace::Paused => 0,
            Pace::Seeking => SEARCH_MINUTES,
            Pace::Running => {
                let real = self.last.map_or(0.0, |last| now.duration_since(last).as_secs_f64());
                self.last = Some(now);
                self.owed_seconds += real.min(LONGEST_FRAME) * f64::from(self.speed);
                self.pay_out()
            }
        }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most three minutes are owed")]
    fn pay_out(&mut self) -> u32 {
        let minutes = (self.owed_seconds / 60.0).floor();
        self.owed_seconds -= minutes * 60.0;
        minutes as u32
    }
}

/// Reads the clock.
#[expect(clippy::disallowed_methods, reason = "pacing is where real time enters")]
fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_minute_passes_in_a_second_at_speed_sixty() {
        let mut pacing = Pacing::default();
        pacing.set_pace(Pace::Running);
        let start = now();
        let minutes: u32 = (0..=10).map(|tenth| pacing.tick_at(start + Duration::from_millis(tenth * 100))).sum();
        assert!((0.99..=1.01).contains(&(f64::from(minutes) + pacing.minute_share())), "{minutes}");
    }

    #[test]
    fn no_burst_follows_a_pause_or_a_stall() {
        let mut pacing = Pacing::default();
        pacing.set_speed(600);
        pacing.set_pace(Pace::Running);
        let start = now();
        pacing.tick_at(start);
        assert!(pacing.tick_at(start + Duration::from_hours(1)) <= 3);
        pacing.set_pace(Pace::Paused);
        assert_eq!(pacing.tick_at(start + Duration::from_hours(2)), 0);
        pacing.set_pace(Pace::Running);
        assert_eq!(pacing.tick_at(start + Duration::from_hours(3)), 0);
    }

    #[test]
    fn speed_stays_between_one_and_six_hundred() {
        let mut pacing = Pacing::default();
        pacing.set_speed(0);
        assert_eq!(pacing.speed(), 1);
        pacing.set_speed(9000);
        assert_eq!(pacing.speed(), 600);
    }
}
