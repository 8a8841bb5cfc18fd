//! Alternatives: for every decision taken or omitted, what could have been done instead.
//!
//! Each alternative describes a [`Branch`](crate::ensemble::branch::Branch) as data; its effect is computed by the
//! [counterfactual](crate::ensemble::counterfactual). Alternatives are derived from the log, from claims in it that
//! turned out false, and from the decisions of an autopilot that follows the playbook in the same simulated world
//! ([`book`]). There is one module for each kind:
//!
//! - [`absence`]: a decision is left out.
//! - [`lateness`]: an action is taken at the time at which the playbook autopilot takes it.
//! - [`choice`]: another option is selected.
//! - [`falsehood`]: a false claim is removed from every statement.
//! - [`omission`]: an omitted action is taken, or an unanswered inquiry is answered.
//!
//! [`find`] collects all of them from a [`Recording`].

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

/// Kind of alternative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AlternativeKind {
    /// A decision is left out.
    Decision,
    /// An action is taken earlier.
    Lateness,
    /// Another option is selected.
    Choice,
    /// A false claim is omitted.
    Falsehood,
    /// An omitted action is taken.
    Omission,
    /// A change requested by the user.
    Asked,
}

impl AlternativeKind {
    /// Returns the name of the kind for display.
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

/// An alternative to what the team did.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    /// Kind of alternative.
    pub kind: AlternativeKind,
    /// Description of the decision or omission.
    pub title: String,
    /// Description of the alternative, worded as the beginning of a sentence.
    pub instead: String,
    /// Time of the decision. For an omission, the earliest time at which the action was possible.
    pub at: SimTime,
    /// Entries of the log that the alternative changes; empty for an omission.
    pub entries: Vec<EntryNumber>,
    /// Changes to the log.
    pub changes: Vec<Change>,
}
