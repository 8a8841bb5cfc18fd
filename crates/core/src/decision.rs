//! Inputs of a session: decisions of players and controls of the facilitator.
//!
//! These are the only inputs of the simulation. A session's log records them, a decisions file lists them, and an
//! autopilot returns them, always as the same types. A decision that cannot be carried out is not an error: it is
//! answered with a [`Rejection`] that gives the reason, and nothing changes.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::id::{ActionId, ChoiceId, InjectId, RoleId, TopicId};
use crate::statement::{Ruling, Statement};
use crate::time::{LATEST, SimTime};
use crate::timeline::EntryNumber;

/// An action taken by a role at a certain time, with the rationale.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Time of the decision.
    pub at: SimTime,
    /// Role that leads the action.
    pub by: RoleId,
    /// Action that is taken.
    pub action: ActionId,
    /// Content that the action asks for.
    #[serde(default, skip_serializing_if = "Content::is_nothing")]
    pub content: Content,
    /// Rationale, in the players' own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rationale: String,
    /// Players' confidence in the decision, 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
}

/// Content of a decision.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Content {
    /// No content.
    #[default]
    Nothing,
    /// A statement.
    Statement(Statement),
    /// An answer to an open inquiry.
    Reply {
        /// Inject that asked, or the id of an outlet's own inquiry.
        inquiry: InjectId,
        /// Text and claims of the answer.
        statement: Statement,
    },
    /// One of the action's choices.
    Choice(ChoiceId),
}

impl Content {
    /// Returns whether there is no content.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Content::Nothing)
    }

    /// Returns the contained statement, if there is one.
    pub fn statement(&self) -> Option<&Statement> {
        match self {
            Content::Statement(statement) | Content::Reply { statement, .. } => Some(statement),
            Content::Nothing | Content::Choice(_) => None,
        }
    }
}

/// Confidence in a decision, from 1 (guessing) to 5 (certain).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Confidence(u8);

impl TryFrom<u8> for Confidence {
    type Error = String;

    fn try_from(value: u8) -> Result<Self, String> {
        match value {
            1..=5 => Ok(Confidence(value)),
            _ => Err(format!("confidence must be from 1 to 5, not {value}")),
        }
    }
}

impl From<Confidence> for u8 {
    fn from(confidence: Confidence) -> u8 {
        confidence.0
    }
}

/// A facilitator's intervention.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Control {
    /// Releases an inject now.
    Release(InjectId),
    /// Holds an inject back until it is released manually or returned to its trigger by [`Control::Postpone`].
    Hold(InjectId),
    /// Holds an inject back until a given time, after which its own trigger applies again. This replaces an earlier
    /// hold, so a time that has already passed returns the inject to its trigger immediately.
    Postpone {
        /// Inject to postpone.
        inject: InjectId,
        /// Time at which the trigger applies again.
        until: SimTime,
    },
    /// Rules on what a statement says.
    Rule {
        /// Entry of the decision that contains the statement.
        statement: EntryNumber,
        /// The ruling.
        ruling: Ruling,
    },
    /// Ends the exercise.
    End,
}

impl Control {
    /// Returns the inject that the control refers to, if any.
    pub fn inject(&self) -> Option<&InjectId> {
        match self {
            Control::Release(inject) | Control::Hold(inject) | Control::Postpone { inject, .. } => Some(inject),
            Control::Rule { .. } | Control::End => None,
        }
    }
}

/// Reason why a decision cannot be carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Rejection {
    /// The exercise is over.
    Ended,
    /// The scenario has no such action.
    UnknownAction(ActionId),
    /// The scenario has no such role.
    UnknownRole(RoleId),
    /// The decision is dated in the past.
    Past {
        /// Current simulated time.
        now: SimTime,
    },
    /// The decision is dated in the future, which the simulation has not reached.
    Future {
        /// Current simulated time.
        now: SimTime,
    },
    /// A precondition is not met.
    NotYet {
        /// Description of the precondition, from the scenario.
        because: String,
    },
    /// The action was already done and cannot be repeated.
    AlreadyDone,
    /// The action is in progress.
    Running {
        /// Time at which it finishes.
        until: SimTime,
    },
    /// The role is not at work.
    Absent {
        /// Title of the role.
        role: String,
        /// Time of arrival, if the role has been called.
        arrives: Option<SimTime>,
    },
    /// The role already leads as many actions as its capacity allows.
    Busy {
        /// Title of the role.
        role: String,
        /// Time at which the first of them finishes.
        until: SimTime,
    },
    /// Required content is missing or of the wrong kind.
    WrongContent {
        /// Content that the action asks for.
        wanted: WantedContent,
    },
    /// The statement is invalid.
    BadStatement {
        /// What is wrong with the statement.
        because: StatementFault,
    },
    /// No open inquiry matches this answer.
    NoInquiry(InjectId),
}

/// Kind of content that an action asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum WantedContent {
    /// Nothing beyond the decision itself.
    Nothing,
    /// One of its choices.
    Choice,
    /// A statement.
    Statement,
    /// An answer to an open inquiry.
    Reply,
}

/// Reason why a statement is invalid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum StatementFault {
    /// It has no text.
    Empty,
    /// Its text is too long.
    TooLong {
        /// Maximum length of the text, in bytes.
        limit: usize,
    },
    /// It announces an update for a time that is not in the future.
    UpdatePast,
    /// It announces an update later than the latest representable time.
    UpdateTooLate,
    /// It addresses a topic that the scenario does not have.
    UnknownTopic(TopicId),
    /// It addresses a topic twice.
    Twice(TopicId),
    /// It makes a claim that is not possible for the topic.
    Impossible(TopicId),
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rejection::Ended => write!(f, "the exercise has ended"),
            Rejection::UnknownAction(id) => write!(f, "unknown action `{id}`"),
            Rejection::UnknownRole(id) => write!(f, "unknown role `{id}`"),
            Rejection::Past { now } => write!(f, "it is already {now}"),
            Rejection::Future { now } => write!(f, "it is only {now}"),
            Rejection::NotYet { because } => write!(f, "{because}"),
            Rejection::AlreadyDone => write!(f, "this has already been done"),
            Rejection::Running { until } => write!(f, "this is in progress until {until}"),
            Rejection::Absent { role, arrives: None } => write!(f, "the {role} has not been called in"),
            Rejection::Absent { role, arrives: Some(time) } => write!(f, "the {role} arrives at {time}"),
            Rejection::Busy { role, until } => write!(f, "the {role} is busy until {until}"),
            Rejection::WrongContent { wanted } => write!(f, "this requires {wanted}"),
            Rejection::BadStatement { because } => write!(f, "{because}"),
            Rejection::NoInquiry(id) => write!(f, "there is no open inquiry `{id}`"),
        }
    }
}

impl fmt::Display for WantedContent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            WantedContent::Nothing => "no further input",
            WantedContent::Choice => "one of the choices",
            WantedContent::Statement => "a statement",
            WantedContent::Reply => "an answer to an open inquiry",
        })
    }
}

impl fmt::Display for StatementFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StatementFault::Empty => write!(f, "the statement has no text yet; the outline alone says nothing"),
            StatementFault::TooLong { limit } => write!(f, "the statement is longer than {limit} characters"),
            StatementFault::UpdatePast => write!(f, "the statement promises an update in the past"),
            StatementFault::UpdateTooLate => write!(f, "the statement promises an update after {LATEST}"),
            StatementFault::UnknownTopic(topic) => write!(f, "the statement addresses the unknown topic `{topic}`"),
            StatementFault::Twice(topic) => write!(f, "the statement addresses `{topic}` more than once"),
            StatementFault::Impossible(topic) => {
                write!(f, "the statement makes a claim that does not exist for `{topic}`")
            }
        }
    }
}
