//! Alternatives: for every decision taken or omitted, what could have been done instead.
//!
//! Each is a [`Branch`](crate::ensemble::branch::Branch) as data, with a description; its effect is computed by the
//! [counterfactual](crate::ensemble::counterfactual). They are derived from the log, from claims in it that turned out
//! false, and from what an autopilot that follows the playbook does in the same world ([`book`]). One file for each
//! kind:
//!
//! - [`absence`]: a decision is not taken.
//! - [`lateness`]: an action comes at the time at which the playbook autopilot takes it.
//! - [`choice`]: another option is chosen.
//! - [`falsehood`]: a false claim is left out of every statement.
//! - [`omission`]: an omitted action is taken, an unanswered question is answered.
//!
//! [`find`] collects them from a [`Recording`].

pub mod absence;
pub mod book;
pub mod choice;
pub mod falsehood;
pub mod lateness;
pub mod omission;
mod recording;
mod search;

use serde::Serialize;

pub use recording::Recording;
pub use search::find;

use crate::ensemble::branch::Change;
use crate::time::SimTime;
use crate::timeline::EntryNumber;

/// What kind of thing could have been different.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AlternativeKind {
    /// A decision could have been left out.
    Decision,
    /// Something could have come earlier.
    Lateness,
    /// Another way could have been chosen.
    Choice,
    /// Something false could have been left unsaid.
    Falsehood,
    /// Something that was never done could have been done.
    Omission,
    /// Somebody asks what would have been.
    Asked,
}

impl AlternativeKind {
    /// Returns the word for people.
    pub fn word(self) -> &'static str {
        match self {
            AlternativeKind::Decision => "decision",
            AlternativeKind::Lateness => "late",
            AlternativeKind::Choice => "choice",
            AlternativeKind::Falsehood => "false claim",
            AlternativeKind::Omission => "omission",
            AlternativeKind::Asked => "asked",
        }
    }
}

/// Something that could have been different.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// What kind of thing.
    pub kind: AlternativeKind,
    /// What was done or left undone.
    pub title: String,
    /// What could have been instead, as the beginning of a sentence.
    pub instead: String,
    /// When it was done; for what was left undone, when it could have been.
    pub at: SimTime,
    /// The entries of the log that did it; none for what was left undone.
    pub entries: Vec<EntryNumber>,
    /// What is different in the log.
    pub changes: Vec<Change>,
}
