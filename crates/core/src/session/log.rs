//! What a session's log consists of, and the small trait through which it is kept.
//!
//! The log is reached through [`Log`], a file today. A drill that several machines share will share this
//! ordered log and nothing else.

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

/// How a session is paced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// One player, with automatic pauses.
    #[default]
    Solo,
    /// A team, at a chosen speed.
    Paced,
    /// A team that talks while time stands still.
    Discussion,
    /// Without a window.
    Headless,
    /// A recorded session is looked at; nothing can be decided, so none begins in it.
    Review,
}

impl Mode {
    /// Returns whether a session can begin in it.
    pub fn can_begin(self) -> bool {
        self != Mode::Review
    }

    /// Returns whether time can run by itself; where it cannot, it moves in steps and jumps.
    pub fn runs(self) -> bool {
        self != Mode::Discussion
    }

    /// Returns whether somebody leads the exercise and sees what is so.
    pub fn has_facilitator(self) -> bool {
        matches!(self, Mode::Paced | Mode::Discussion)
    }
}

/// Who wrote something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Author {
    /// A player in a role.
    Player(RoleId),
    /// The facilitator.
    Facilitator,
    /// An evaluator.
    Evaluator(String),
    /// Somebody who gives no name.
    Anonymous,
}

impl Author {
    /// Returns the name for people.
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
    /// A decision of a player.
    Decision(Decision),
    /// A facilitator's intervention.
    Control {
        /// When.
        at: SimTime,
        /// What.
        control: Control,
    },
    /// A note.
    Note {
        /// When.
        at: SimTime,
        /// By whom.
        author: Author,
        /// What it says.
        text: String,
    },
    /// The players' own review.
    Review {
        /// When.
        at: SimTime,
        /// By whom.
        author: Author,
        /// What it says.
        review: Review,
    },
    /// An evaluator's mark.
    Mark {
        /// When.
        at: SimTime,
        /// By whom.
        author: Author,
        /// What it says.
        mark: Mark,
    },
    /// What a reviewer changes in the debrief.
    Edit {
        /// When.
        at: SimTime,
        /// By whom.
        author: Author,
        /// What it says.
        edit: Edit,
    },
    /// A proof of state.
    Checkpoint(Checkpoint),
}

/// A recorded proof of state, to be contradicted by a replay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
    /// When.
    pub at: SimTime,
    /// The hash of all lines of the log before this one, as 16 hexadecimal digits.
    pub log: String,
    /// The world.
    pub fingerprint: Fingerprint,
}

impl Entry {
    /// Returns when it was made.
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

    /// Returns the entry as one line without its end.
    ///
    /// # Panics
    /// Never: entries are plain data.
    pub fn to_line(&self) -> String {
        dialect().to_string(self).expect("entries are plain data")
    }
}

/// A place where lines are kept for good, in order. A session may move to another thread, and its log with it.
pub trait Log: Send {
    /// Keeps a line; it is safe when this returns.
    ///
    /// # Errors
    /// Where it could not be kept; then nothing of it was.
    fn append(&mut self, line: &str) -> io::Result<()>;
}

/// A log that is kept nowhere but in the session.
#[derive(Debug, Default)]
pub struct Unkept;

impl Log for Unkept {
    fn append(&mut self, _line: &str) -> io::Result<()> {
        Ok(())
    }
}

/// The hash of all lines so far.
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
