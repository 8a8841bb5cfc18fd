//! A film: a recorded session that can be looked at as it was at any moment.
//!
//! A session is its scenario, seed and log, so that any moment of it can be reached by playing the log up to there.
//! That takes too long for somebody who drags a slider. A film plays the session once and keeps *stills* on the way:
//! whole worlds, [forked](Simulation::fork) at even distances. A moment is then reached from the nearest still before
//! it, or from what is shown, where that lies between the two. A world forked is the same world down to the last bit,
//! so that it does not matter from where a moment is reached, nor what was looked at before.
//!
//! Memory is bounded: a still costs what its customers cost, [`CUSTOMER_BYTES`] for each that could have heard of it, and
//! a [few megabytes](STILL_BYTES) for everything else. A film takes as many stills as [`MOST_BYTES`] holds, at most one
//! for each simulated hour and at least [`FEWEST_STILLS`], so that a hundred thousand customers are still looked at with
//! a dozen of them, and ten thousand with one for every hour or two.
//!
//! The world at a moment has everything in it that was recorded for that minute: a decision taken at `T+01:00` has begun
//! at `T+01:00`. Nothing can be put into a film; it hands out views only.

use std::sync::Arc;

use super::Entry;
use crate::scenario::Scenario;
use crate::simulation::{Fingerprint, GroundTruth, Input, Seed, Simulation, Situation};
use crate::time::SimTime;
use crate::timeline::EntryNumber;

/// The memory that all stills of a film may take, in bytes.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// What a still takes besides its customers, in bytes: timeline, posts, the tables of the domains.
const STILL_BYTES: u64 = 3 * 1024 * 1024;

/// What a customer takes at most, in bytes.
const CUSTOMER_BYTES: u64 = 128;

/// The fewest stills, that of StartEx included.
const FEWEST_STILLS: u64 = 4;

/// The least distance of two stills, in minutes.
const CLOSEST_MINUTES: u64 = 60;

/// A recorded session that can be looked at as it was at any moment.
pub struct Film {
    entries: Arc<[Entry]>,
    until: SimTime,
    stills: Vec<Frame>,
    shown: Frame,
}

/// A world at a moment, and how many entries have been put into it.
struct Frame {
    world: Simulation,
    entry_count: usize,
}

impl Film {
    /// Plays a recorded session up to a moment and keeps stills on the way; says after each how far it is, from 0 to
    /// 1.
    pub fn shoot(
        scenario: &Arc<Scenario>,
        seed: Seed,
        entries: &[Entry],
        until: SimTime,
        watch: &mut dyn FnMut(f64),
    ) -> Film {
        let entries: Arc<[Entry]> = entries.into();
        let mut running = Frame { world: Simulation::new(scenario.clone(), seed), entry_count: 0 };
        let count = still_count(u64::from(scenario.customers.population), until);
        let mut stills = Vec::new();
        for still in 0..count {
            running.go_on(&entries, moment_of(still, count, until));
            stills.push(running.fork());
            watch(f64::from(still + 1) / f64::from(count + 1));
        }
        let shown = stills[0].fork();
        Film { entries, until, stills, shown }
    }

    /// Returns how far the session was recorded.
    pub fn until(&self) -> SimTime {
        self.until
    }

    /// Returns the moment that is shown.
    pub fn now(&self) -> SimTime {
        self.shown.world.now()
    }

    /// Shows a moment; one that was not recorded is brought into what was.
    pub fn seek(&mut self, moment: SimTime) {
        let moment = moment.min(self.until);
        let before = self.stills.partition_point(|still| still.world.now() <= moment);
        let nearest = &self.stills[before.saturating_sub(1)];
        let shown = self.now();
        if shown > moment || shown < nearest.world.now() {
            self.shown = nearest.fork();
        }
        self.shown.go_on(&self.entries, moment);
    }

    /// Returns what the players could see at the moment that is shown.
    pub fn situation(&self) -> Situation {
        self.shown.world.situation()
    }

    /// Returns what was so at the moment that is shown.
    pub fn ground_truth(&self) -> GroundTruth {
        self.shown.world.ground_truth()
    }

    /// Returns the proof of state at the moment that is shown.
    pub fn fingerprint(&mut self) -> Fingerprint {
        self.shown.world.fingerprint()
    }
}

impl Frame {
    fn fork(&self) -> Frame {
        Frame { world: self.world.fork(), entry_count: self.entry_count }
    }

    /// Plays on up to a moment, with everything that was recorded for it.
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

/// How many stills a film of so many customers has, that of StartEx included.
fn still_count(population: u64, until: SimTime) -> u32 {
    let affordable = MOST_BYTES / (STILL_BYTES + population * CUSTOMER_BYTES);
    let hours = u64::from(until.minutes()) / CLOSEST_MINUTES + 1;
    u32::try_from(affordable.max(FEWEST_STILLS).min(hours)).unwrap_or(u32::MAX)
}

/// The moment of a still; they are spread evenly, and the last is as far from the end as from the one before it.
fn moment_of(still: u32, count: u32, until: SimTime) -> SimTime {
    let minute = u64::from(until.minutes()) * u64::from(still) / u64::from(count);
    SimTime::from_minutes(u32::try_from(minute).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_customers_the_fewer_stills() {
        let until = SimTime::from_minutes(72 * 60);
        let counts = [10_000, 100_000, 1_000_000, 100_000_000].map(|population| still_count(population, until));
        assert!(counts.is_sorted_by(|one, other| one >= other), "{counts:?}");
        assert!(counts[0] >= 36 && u64::from(counts[3]) == FEWEST_STILLS, "{counts:?}");
        assert_eq!(still_count(10_000, SimTime::from_minutes(1)), 1);
    }

    #[test]
    fn stills_lie_evenly_and_the_first_at_the_start() {
        let until = SimTime::from_minutes(600);
        let moments: Vec<u32> = (0..4).map(|still| moment_of(still, 4, until).minutes()).collect();
        assert_eq!(moments, [0, 150, 300, 450]);
    }
}
