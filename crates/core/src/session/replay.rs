//! The same session again, from its file, with every checkpoint held against the world.
//!
//! A replay stops at the first checkpoint that differs, and says when and in which domain. The domain `log`
//! means that a line before the checkpoint was altered, even if the world did not notice.

use std::sync::Arc;

use super::log::{Chain, Checkpoint, Entry, Log, Unkept};
use super::{ReadError, Recorded, Session};
use crate::decision::Rejection;
use crate::scenario::Scenario;
use crate::simulation::Simulation;
use crate::time::SimTime;

/// Where a replay first differed from what was recorded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Divergence {
    /// A checkpoint does not agree.
    #[error("the replay differs at {at} (line {line}) in the domain `{domain}`")]
    Checkpoint {
        /// The line of the file, from 1.
        line: usize,
        /// When.
        at: SimTime,
        /// The first domain that differs.
        domain: String,
    },
    /// A recorded decision is not possible.
    #[error("the decision at {at} (line {line}) was rejected: {reason}")]
    Decision {
        /// The line of the file, from 1.
        line: usize,
        /// When.
        at: SimTime,
        /// Why.
        reason: Rejection,
    },
    /// An entry is dated before the one above it.
    #[error("the entry at {at} (line {line}) is dated before the previous entry")]
    Order {
        /// The line of the file, from 1.
        line: usize,
        /// When.
        at: SimTime,
    },
}

/// Why a session cannot be played again.
#[derive(Debug, thiserror::Error)]
pub enum ReplayError {
    /// The scenario within cannot be used.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It does not come out as recorded.
    #[error(transparent)]
    Diverged(#[from] Divergence),
}

/// A session that came out as recorded.
pub struct Replayed {
    /// The session, standing at its last entry; what is recorded further is kept nowhere.
    pub session: Session,
    /// Checkpoints that agreed.
    pub checkpoint_count: usize,
    /// Entries after the last checkpoint, which nothing vouches for yet.
    pub unproven_count: usize,
}

/// Plays a recorded session again and verifies every checkpoint.
///
/// # Errors
/// Where the scenario within cannot be used, or something differs from what was recorded.
pub fn replay(recorded: &Recorded) -> Result<Replayed, ReplayError> {
    replay_watched(recorded, &mut |_| {})
}

/// Plays a recorded session again as [`replay()`] does, and says after each entry how far it is, from 0 to 1.
///
/// # Errors
/// As there.
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
    /// Brings the world to where an entry was made and checks that it can have been made there.
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

    /// Goes on with a replayed session in its file.
    #[must_use]
    pub fn continue_in(mut self, log: Box<dyn Log>) -> Self {
        self.log = log;
        self
    }
}
