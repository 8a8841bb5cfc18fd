//! Pacing: conversion of real time to simulated minutes. No other module reads the system clock.
//!
//! While the exercise runs, each frame adds `real seconds × speed` simulated seconds to a balance, from which whole
//! minutes are withdrawn. A frame counts for at most a quarter of a second, so that time does not leap ahead after
//! a pause or when the window has stalled. Jumps and the search for the next inject also advance in small steps,
//! which keeps the window responsive.
//!
//! The mode of the session determines whether time runs at all. In a discussion, it advances only by single
//! minutes, jumps, or the search for the next inject.

use std::time::Instant;

use goldenhour_core::session::Mode;

/// Available speeds, in simulated seconds per real second.
pub const SPEEDS: [u32; 5] = [1, 10, 60, 180, 600];

/// Maximum real time counted for one frame, in seconds.
const LONGEST_FRAME: f64 = 0.25;

/// Simulated minutes per frame during a jump or the search for the next inject.
const SEARCH_MINUTES: u32 = 20;

/// How time is advancing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Time is paused.
    Paused,
    /// Time runs.
    Running,
    /// Time advances quickly to the next inject or to the end of a jump.
    Seeking,
}

/// Converts real time to simulated minutes.
#[derive(Debug)]
pub struct Pacing {
    mode: Mode,
    pace: Pace,
    /// Remaining minutes of a jump.
    jump_left: Option<u32>,
    speed: u32,
    owed_seconds: f64,
    last: Option<Instant>,
    /// Whether time pauses automatically when an inject arrives.
    pub pause_at_injects: bool,
}

impl Default for Pacing {
    fn default() -> Self {
        Pacing {
            mode: Mode::Paced,
            pace: Pace::Paused,
            jump_left: None,
            speed: 60,
            owed_seconds: 0.0,
            last: None,
            pause_at_injects: true,
        }
    }
}

impl Pacing {
    /// Creates the pacing for a mode, initially paused. In solo mode, time always pauses at injects.
    pub fn of(mode: Mode, speed: u32, pause_at_injects: bool) -> Self {
        let pause_at_injects = pause_at_injects || mode == Mode::Solo;
        Pacing { mode, speed: speed.clamp(1, 600), pause_at_injects, ..Pacing::default() }
    }

    /// Returns the mode of the session.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Returns whether time pauses when the next inject arrives.
    pub fn stops_at_injects(&self) -> bool {
        self.pause_at_injects || (self.pace == Pace::Seeking && self.jump_left.is_none())
    }

    /// Starts a jump by a number of minutes.
    pub fn jump(&mut self, minutes: u32) {
        self.set_pace(Pace::Seeking);
        self.jump_left = Some(minutes);
    }

    /// Returns how time is advancing.
    pub fn pace(&self) -> Pace {
        self.pace
    }

    /// Returns the speed, in simulated seconds per real second.
    pub fn speed(&self) -> u32 {
        self.speed
    }

    /// Sets the speed, in simulated seconds per real second: 1 to 600, or up to 3600 in a replay.
    pub fn set_speed(&mut self, speed: u32) {
        let fastest = if self.mode == Mode::Review { 3_600 } else { 600 };
        self.speed = speed.clamp(1, fastest);
    }

    /// Sets how time advances. The elapsed part of the current minute is discarded unless time runs. In modes where
    /// time does not run by itself, [`Pace::Running`] is treated as [`Pace::Paused`].
    pub fn set_pace(&mut self, pace: Pace) {
        let pace = if pace == Pace::Running && !self.mode.runs() { Pace::Paused } else { pace };
        self.pace = pace;
        self.jump_left = None;
        self.last = None;
        if pace != Pace::Running {
            self.owed_seconds = 0.0;
        }
    }

    /// Returns the elapsed fraction of the current minute, from 0 to 1.
    pub fn minute_share(&self) -> f64 {
        (self.owed_seconds / 60.0).clamp(0.0, 1.0)
    }

    /// Returns the number of whole minutes by which to advance in this frame.
    pub fn tick(&mut self) -> u32 {
        self.tick_at(now())
    }

    fn tick_at(&mut self, now: Instant) -> u32 {
        match self.pace {
            Pace::Paused => 0,
            Pace::Seeking => self.hurry(),
            Pace::Running => {
                let real = self.last.map_or(0.0, |last| now.duration_since(last).as_secs_f64());
                self.last = Some(now);
                self.owed_seconds += real.min(LONGEST_FRAME) * f64::from(self.speed);
                self.pay_out()
            }
        }
    }

    /// Returns the minutes for this frame of a jump or search, and pauses at the end of a jump.
    fn hurry(&mut self) -> u32 {
        let Some(left) = self.jump_left else { return SEARCH_MINUTES };
        let portion = left.min(SEARCH_MINUTES);
        self.jump_left = Some(left - portion);
        if left == portion {
            self.set_pace(Pace::Paused);
        }
        portion
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most three minutes are pending")]
    fn pay_out(&mut self) -> u32 {
        let minutes = (self.owed_seconds / 60.0).floor();
        self.owed_seconds -= minutes * 60.0;
        minutes as u32
    }
}

/// Reads the system clock.
#[expect(clippy::disallowed_methods, reason = "only pacing depends on real time")]
fn now() -> Instant {
    Instant::now()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn one_minute_passes_per_second_at_speed_sixty() {
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
    fn discussion_mode_advances_only_by_jumps() {
        let mut pacing = Pacing::of(Mode::Discussion, 600, false);
        pacing.set_pace(Pace::Running);
        assert_eq!(pacing.pace(), Pace::Paused);
        pacing.jump(45);
        let portions: Vec<u32> = (0..5).map(|_| pacing.tick()).collect();
        assert_eq!(portions, [20, 20, 5, 0, 0]);
        assert_eq!(pacing.pace(), Pace::Paused);
    }

    #[test]
    fn solo_mode_pauses_at_injects() {
        assert!(Pacing::of(Mode::Solo, 60, false).stops_at_injects());
        assert!(!Pacing::of(Mode::Paced, 60, false).stops_at_injects());
        let mut seeking = Pacing::of(Mode::Paced, 60, false);
        seeking.set_pace(Pace::Seeking);
        assert!(seeking.stops_at_injects());
        seeking.jump(10);
        assert!(!seeking.stops_at_injects());
    }

    #[test]
    fn speed_is_limited_to_one_to_six_hundred() {
        let mut pacing = Pacing::default();
        pacing.set_speed(0);
        assert_eq!(pacing.speed(), 1);
        pacing.set_speed(9000);
        assert_eq!(pacing.speed(), 600);
    }
}
