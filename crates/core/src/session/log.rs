//! The entries of a session's log, and the trait through which it is stored.
//!
//! The log is written through [`Log`]; today the only persistent implementation is a file. An exercise shared by
//! several machines will share only this ordered log.

use std::io;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::Xxh3;

use super::edit::Edit;
use super::mark::Mark;
use super::review::Review;
use crate::decision::{Control, Decision};
use crate::id::RoleId;
use crate::scenario::file::dialect;
use crate::simulation::Fingerprint;
use crate::time::SimTime;

/// How a session is paced and who leads it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// One player, with automatic pauses.
    #[default]
    Solo,
    /// A team, at a chosen speed.
    Paced,
    /// A team that discusses while time is stopped.
    Discussion,
    /// Run without a window.
    Headless,
    /// Playback of a recorded session. No decisions are possible, so no session begins in this mode.
    Review,
}

impl Mode {
    /// Returns whether a session can begin in this mode.
    pub fn can_begin(self) -> bool {
        self != Mode::Review
    }

    /// Returns whether time can run on its own. Otherwise it advances only in steps and jumps.
    pub fn runs(self) -> bool {
        self != Mode::Discussion
    }

    /// Returns whether a facilitator leads the exercise and sees the ground truth.
    pub fn has_facilitator(self) -> bool {
        matches!(self, Mode::Paced | Mode::Discussion)
    }
}

/// Author of a log entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Author {
    /// A player in a role.
    Player(RoleId),
    /// The facilitator.
    Facilitator,
    /// An evaluator.
    Evaluator(String),
    /// A person who gave no name.
    Anonymous,
}

impl Author {
    /// Returns the display name.
    pub fn name(&self) -> &str {
        match self {
            Author::Player(role) => role.as_str(),
            Author::Facilitator => "facilitator",
            Author::Evaluator(name) => name,
            Author::Anonymous => "anonymous",
        }
    }
}

/// One entry of the log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Entry {
    /// Decision by a player.
    Decision(Decision),
    /// Intervention by the facilitator.
    Control {
        /// Time of the entry.
        at: SimTime,
        /// The intervention.
        control: Control,
    },
    /// Note.
    Note {
        /// Time of the entry.
        at: SimTime,
        /// Author of the entry.
        author: Author,
        /// Note text.
        text: String,
    },
    /// The players' own review.
    Review {
        /// Time of the entry.
        at: SimTime,
        /// Author of the entry.
        author: Author,
        /// Contents of the review.
        review: Review,
    },
    /// Mark by an evaluator.
    Mark {
        /// Time of the entry.
        at: SimTime,
        /// Author of the entry.
        author: Author,
        /// Contents of the mark.
        mark: Mark,
    },
    /// Edit of the debrief by a reviewer.
    Edit {
        /// Time of the entry.
        at: SimTime,
        /// Author of the entry.
        author: Author,
        /// Contents of the edit.
        edit: Edit,
    },
    /// Checkpoint: a recorded proof of state.
    Checkpoint(Checkpoint),
}

/// Recorded proof of state, which a replay verifies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
    /// Time of the entry.
    pub at: SimTime,
    /// Hash of all lines of the log before this one, as 16 hexadecimal digits.
    pub log: String,
    /// Fingerprint of the world.
    pub fingerprint: Fingerprint,
}

impl Entry {
    /// Returns the time of the entry.
    pub fn at(&self) -> SimTime {
        match self {
            Entry::Decision(decision) => decision.at,
            Entry::Control { at, .. }
            | Entry::Note { at, .. }
            | Entry::Review { at, .. }
            | Entry::Mark { at, .. }
            | Entry::Edit { at, .. } => *at,
            Entry::Checkpoint(checkpoint) => checkpoint.at,
        }
    }

    /// Returns the entry as one line, without a line end.
    ///
    /// # Panics
    /// Does not panic: entries are plain data that can always be serialized.
    pub fn to_line(&self) -> String {
        dialect().to_string(self).expect("entries are plain data that can be serialized")
    }
}

/// Durable, ordered storage for the lines of a log. It is `Send` because a session can move to another thread
/// together with its log.
pub trait Log: Send {
    /// Appends a line and returns once it is stored durably.
    ///
    /// # Errors
    /// Returns an error if the line could not be stored; in that case none of it was.
    fn append(&mut self, line: &str) -> io::Result<()>;
}

/// A log that is not stored outside the session.
#[derive(Debug, Default)]
pub struct Unkept;

impl Log for Unkept {
    fn append(&mut self, _line: &str) -> io::Result<()> {
        Ok(())
    }
}

/// Hash of all lines so far.
#[derive(Clone, Default)]
pub struct Chain(Xxh3);

impl Chain {
    /// Adds a line.
    pub fn add(&mut self, line: &str) {
        self.0.update(line.as_bytes());
        self.0.update(b"\n");
    }

    /// Returns the hash as 16 hexadecimal digits.
    pub fn value(&self) -> String {
        format!("{:016x}", self.0.digest())
    }
}
