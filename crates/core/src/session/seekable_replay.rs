//! A recorded session that can be viewed at any moment.
//!
//! A session is its scenario, seed and log, so any moment can be reached by replaying the log up to it. That is too
//! slow while a slider is dragged. [`SeekableReplay`] replays the session once and stores *keyframes*: complete
//! worlds, [forked](Simulation::fork) at even intervals. A moment is then reached from the nearest keyframe before
//! it, or from the current position if that lies between the two. A forked world is bit-identical, so neither the
//! starting point nor the viewing order can change what is shown.
//!
//! Memory is bounded: a keyframe costs [`CUSTOMER_BYTES`] per customer plus a [few megabytes](KEYFRAME_BYTES) for
//! the rest. A replay stores as many keyframes as fit into [`MOST_BYTES`], at most one per simulated hour and at
//! least [`FEWEST_KEYFRAMES`]: about a dozen for a hundred thousand customers, one per hour or two for ten
//! thousand.
//!
//! The world at a moment includes everything recorded for that minute: a decision taken at `T+01:00` has begun at
//! `T+01:00`. The replay is read-only.

use std::sync::Arc;

use super::Entry;
use crate::scenario::Scenario;
use crate::simulation::{Fingerprint, GroundTruth, Input, Seed, Simulation, Situation};
use crate::time::SimTime;
use crate::timeline::EntryNumber;

/// Memory limit for all keyframes of a replay, in bytes.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// Size of a keyframe without its customers, in bytes: timeline, posts, domain tables.
const KEYFRAME_BYTES: u64 = 3 * 1024 * 1024;

/// Maximum size of one customer, in bytes.
const CUSTOMER_BYTES: u64 = 128;

/// Minimum number of keyframes, including the one at StartEx.
const FEWEST_KEYFRAMES: u64 = 4;

/// Minimum interval between two keyframes, in minutes.
const CLOSEST_MINUTES: u64 = 60;

/// A recorded session that can be viewed at any moment.
pub struct SeekableReplay {
    entries: Arc<[Entry]>,
    until: SimTime,
    keyframes: Vec<Keyframe>,
    shown: Keyframe,
}

/// A world at a moment, and the number of log entries applied to it.
struct Keyframe {
    world: Simulation,
    entry_count: usize,
}

impl SeekableReplay {
    /// Replays a recorded session up to a moment and stores keyframes; reports progress from 0 to 1 after each.
    pub fn record(
        scenario: &Arc<Scenario>,
        seed: Seed,
        entries: &[Entry],
        until: SimTime,
        watch: &mut dyn FnMut(f64),
    ) -> SeekableReplay {
        let entries: Arc<[Entry]> = entries.into();
        let mut running = Keyframe { world: Simulation::new(scenario.clone(), seed), entry_count: 0 };
        let count = keyframe_count(u64::from(scenario.customers.population), until);
        let mut keyframes = Vec::new();
        for keyframe in 0..count {
            running.go_on(&entries, moment_of(keyframe, count, until));
            keyframes.push(running.fork());
            watch(f64::from(keyframe + 1) / f64::from(count + 1));
        }
        let shown = keyframes[0].fork();
        SeekableReplay { entries, until, keyframes, shown }
    }

    /// Returns the end of the recording.
    pub fn until(&self) -> SimTime {
        self.until
    }

    /// Returns the current position.
    pub fn now(&self) -> SimTime {
        self.shown.world.now()
    }

    /// Moves to a moment, clamped to the recording.
    pub fn seek(&mut self, moment: SimTime) {
        let moment = moment.min(self.until);
        let before = self.keyframes.partition_point(|keyframe| keyframe.world.now() <= moment);
        let nearest = &self.keyframes[before.saturating_sub(1)];
        let shown = self.now();
        if shown > moment || shown < nearest.world.now() {
            self.shown = nearest.fork();
        }
        self.shown.go_on(&self.entries, moment);
    }

    /// Returns the players' view at the current position.
    pub fn situation(&self) -> Situation {
        self.shown.world.situation()
    }

    /// Returns the ground truth at the current position.
    pub fn ground_truth(&self) -> GroundTruth {
        self.shown.world.ground_truth()
    }

    /// Returns the fingerprint of the world at the current position.
    pub fn fingerprint(&mut self) -> Fingerprint {
        self.shown.world.fingerprint()
    }
}

impl Keyframe {
    fn fork(&self) -> Keyframe {
        Keyframe { world: self.world.fork(), entry_count: self.entry_count }
    }

    /// Continues up to a moment and applies everything recorded for it.
    fn go_on(&mut self, entries: &[Entry], moment: SimTime) {
        while let Some(entry) = entries.get(self.entry_count).filter(|entry| entry.at() <= moment) {
            self.world.advance_to(entry.at());
            let number = EntryNumber(u32::try_from(self.entry_count).unwrap_or(u32::MAX));
            match entry {
                Entry::Decision(decision) => self.world.submit(Input::Decision(number, decision.clone())),
                Entry::Control { control, .. } => self.world.submit(Input::Control(number, control.clone())),
                _ => {}
            }
            self.entry_count += 1;
        }
        self.world.advance_to(moment);
    }
}

/// Returns the number of keyframes for a population, including the one at StartEx.
fn keyframe_count(population: u64, until: SimTime) -> u32 {
    let affordable = MOST_BYTES / (KEYFRAME_BYTES + population * CUSTOMER_BYTES);
    let hours = u64::from(until.minutes()) / CLOSEST_MINUTES + 1;
    u32::try_from(affordable.max(FEWEST_KEYFRAMES).min(hours)).unwrap_or(u32::MAX)
}

/// Returns the moment of a keyframe. They are spaced evenly; the last is one interval before the end.
fn moment_of(keyframe: u32, count: u32, until: SimTime) -> SimTime {
    let minute = u64::from(until.minutes()) * u64::from(keyframe) / u64::from(count);
    SimTime::from_minutes(u32::try_from(minute).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_larger_population_has_fewer_keyframes() {
        let until = SimTime::from_minutes(72 * 60);
        let counts = [10_000, 100_000, 1_000_000, 100_000_000].map(|population| keyframe_count(population, until));
        assert!(counts.is_sorted_by(|one, other| one >= other), "{counts:?}");
        assert!(counts[0] >= 36 && u64::from(counts[3]) == FEWEST_KEYFRAMES, "{counts:?}");
        assert_eq!(keyframe_count(10_000, SimTime::from_minutes(1)), 1);
    }

    #[test]
    fn keyframes_are_spaced_evenly_from_startex() {
        let until = SimTime::from_minutes(600);
        let moments: Vec<u32> = (0..4).map(|keyframe| moment_of(keyframe, 4, until).minutes()).collect();
        assert_eq!(moments, [0, 150, 300, 450]);
    }
}
