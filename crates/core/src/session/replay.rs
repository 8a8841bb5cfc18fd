//! Replays a session from its file and verifies every checkpoint.
//!
//! A replay stops at the first checkpoint that differs and reports its time and domain. The domain `log` means that
//! a line before the checkpoint was altered, even if the alteration did not affect the world.

use std::sync::Arc;

use super::log::{Chain, Checkpoint, Entry, Log, Unkept};
use super::{ReadError, Recorded, Session};
use crate::decision::Rejection;
use crate::scenario::Scenario;
use crate::simulation::Simulation;
use crate::time::SimTime;

/// First difference between a replay and the recording.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Divergence {
    /// A checkpoint differs.
    #[error("the replay differs at {at} (line {line}) in the domain `{domain}`")]
    Checkpoint {
        /// Line number in the file, starting at 1.
        line: usize,
        /// Simulated time.
        at: SimTime,
        /// First domain that differs.
        domain: String,
    },
    /// A recorded decision is not possible.
    #[error("the decision at {at} (line {line}) was rejected: {reason}")]
    Decision {
        /// Line number in the file, starting at 1.
        line: usize,
        /// Simulated time.
        at: SimTime,
        /// Reason why it is not possible.
        reason: Rejection,
    },
    /// An entry is dated before the one above it.
    #[error("the entry at {at} (line {line}) is dated before the previous entry")]
    Order {
        /// Line number in the file, starting at 1.
        line: usize,
        /// Simulated time.
        at: SimTime,
    },
}

/// Reason why a session cannot be replayed.
#[derive(Debug, thiserror::Error)]
pub enum ReplayError {
    /// The embedded scenario cannot be used.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The replay differs from the recording.
    #[error(transparent)]
    Diverged(#[from] Divergence),
}

/// A session whose replay matched the recording.
pub struct Replayed {
    /// Session at its last entry. Further entries are not stored.
    pub session: Session,
    /// Number of checkpoints that matched.
    pub checkpoint_count: usize,
    /// Number of entries after the last checkpoint, which are not verified yet.
    pub unproven_count: usize,
}

/// Replays a recorded session and verifies every checkpoint.
///
/// # Errors
/// Returns an error if the embedded scenario cannot be used, or if the replay differs from the recording.
pub fn replay(recorded: &Recorded) -> Result<Replayed, ReplayError> {
    replay_watched(recorded, &mut |_| {})
}

/// Replays a recorded session like [`replay()`] and reports progress from 0 to 1 after each entry.
///
/// # Errors
/// Returns an error in the same cases as [`replay()`].
pub fn replay_watched(recorded: &Recorded, watch: &mut dyn FnMut(f64)) -> Result<Replayed, ReplayError> {
    let scenario = recorded.header.scenario()?;
    Ok(replay_with(recorded, scenario, watch)?)
}

fn replay_with(
    recorded: &Recorded,
    scenario: Arc<Scenario>,
    watch: &mut dyn FnMut(f64),
) -> Result<Replayed, Divergence> {
    let last = recorded.entries.last().map_or(0.0, |(_, entry)| entry.at().hours()).max(1.0 / 60.0);
    let mut chain = Chain::default();
    chain.add(&recorded.header_line);
    let mut session = Session {
        simulation: Simulation::new(scenario.clone(), recorded.header.seed),
        scenario,
        header: recorded.header.clone(),
        entries: Vec::new(),
        chain,
        log: Box::new(Unkept),
    };
    let mut checkpoint_count = 0;
    let mut unproven_count = 0;
    for (index, (text, entry)) in recorded.entries.iter().enumerate() {
        let line = index + 2;
        session.repeat(entry, line)?;
        unproven_count += 1;
        if matches!(entry, Entry::Checkpoint(_)) {
            checkpoint_count += 1;
            unproven_count = 0;
        }
        session.chain.add(text);
        session.apply(entry.clone());
        watch(session.now().hours() / last);
    }
    Ok(Replayed { session, checkpoint_count, unproven_count })
}

impl Session {
    /// Advances the world to the time of an entry and checks that the entry is possible there.
    fn repeat(&mut self, entry: &Entry, line: usize) -> Result<(), Divergence> {
        let at = entry.at();
        if at < self.now() {
            return Err(Divergence::Order { line, at });
        }
        self.simulation.advance_to(at);
        match entry {
            Entry::Decision(decision) => {
                self.simulation.check(decision).map_err(|reason| Divergence::Decision { line, at, reason })
            }
            Entry::Checkpoint(checkpoint) => self.compare(checkpoint, line),
            Entry::Control { .. }
            | Entry::Note { .. }
            | Entry::Review { .. }
            | Entry::Mark { .. }
            | Entry::Edit { .. } => Ok(()),
        }
    }

    fn compare(&mut self, checkpoint: &Checkpoint, line: usize) -> Result<(), Divergence> {
        let at = checkpoint.at;
        let diverged = |domain: &str| Divergence::Checkpoint { line, at, domain: domain.to_owned() };
        let found = self.simulation.fingerprint();
        match checkpoint.fingerprint.first_difference(&found) {
            Some(domain) => Err(diverged(domain)),
            None if checkpoint.log != self.chain.value() => Err(diverged("log")),
            None => Ok(()),
        }
    }

    /// Continues a replayed session, writing new entries to `log`.
    #[must_use]
    pub fn continue_in(mut self, log: Box<dyn Log>) -> Self {
        self.log = log;
        self
    }
}
