//! What people put into a run: decisions of players and controls of the facilitator.
//!
//! These are the only inputs of the simulation. They are what a session's log consists of, what a decisions
//! file lists and what an autopilot returns, always in the same types. A decision that cannot be carried out
//! is not an error: it is answered with a [`Rejection`] that says why, and nothing has changed.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::id::{ActionId, ChoiceId, InjectId, RoleId, TopicId};
use crate::statement::Statement;
use crate::time::{LATEST, SimTime};

/// An action taken, by a role, at a time, with its reasons.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// When.
    pub at: SimTime,
    /// Which role leads it.
    pub by: RoleId,
    /// What is done.
    pub action: ActionId,
    /// What the action asks for.
    #[serde(default, skip_serializing_if = "Content::is_nothing")]
    pub content: Content,
    /// Why, in the players' words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rationale: String,
    /// How sure the players are, from 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
}

/// What comes with a decision.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum Content {
    /// Nothing more.
    #[default]
    Nothing,
    /// A statement.
    Statement(Statement),
    /// An answer to an open inquiry.
    Reply {
        /// The inject that asked, or the id of an outlet's own question.
        inquiry: InjectId,
        /// The answer.
        statement: Statement,
    },
    /// One of the action's choices.
    Choice(ChoiceId),
}

impl Content {
    /// Returns whether there is none.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Content::Nothing)
    }

    /// Returns the statement within, if there is one.
    pub fn statement(&self) -> Option<&Statement> {
        match self {
            Content::Statement(statement) | Content::Reply { statement, .. } => Some(statement),
            Content::Nothing | Content::Choice(_) => None,
        }
    }
}

/// How sure somebody is, from 1 (guessing) to 5 (certain).
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
    /// Holds an inject back until it is released by hand, or given back to its trigger by a postponement.
    Hold(InjectId),
    /// Holds an inject back until a moment; from then on its own trigger decides again. One that is held is held no
    /// more, so that a moment that has come gives it back to its trigger at once.
    Postpone {
        /// The inject.
        inject: InjectId,
        /// Until when.
        until: SimTime,
    },
    /// Ends the exercise.
    End,
}

impl Control {
    /// Returns the inject that it is about, if it is about one.
    pub fn inject(&self) -> Option<&InjectId> {
        match self {
            Control::Release(inject) | Control::Hold(inject) | Control::Postpone { inject, .. } => Some(inject),
            Control::End => None,
        }
    }
}

/// Why a decision cannot be carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Rejection {
    /// The exercise is over.
    Ended,
    /// The scenario has no such action.
    UnknownAction(ActionId),
    /// The scenario has no such role.
    UnknownRole(RoleId),
    /// The decision is dated before now.
    Past {
        /// The time of the world.
        now: SimTime,
    },
    /// The decision is dated after now; the world is not there yet.
    Future {
        /// The time of the world.
        now: SimTime,
    },
    /// Something must be so first.
    NotYet {
        /// What, in the scenario's words.
        because: String,
    },
    /// It was done and cannot be done again.
    AlreadyDone,
    /// It is being done.
    Running {
        /// When it will be finished.
        until: SimTime,
    },
    /// The role is not at work.
    Absent {
        /// Its title.
        role: String,
        /// When it will be, if it has been called.
        arrives: Option<SimTime>,
    },
    /// The role leads as many works as it can.
    Busy {
        /// Its title.
        role: String,
        /// When the first of them is finished.
        until: SimTime,
    },
    /// The action asks for something that is missing or of another kind.
    WrongContent {
        /// What it asks for.
        wanted: WantedContent,
    },
    /// The statement cannot be used.
    BadStatement {
        /// What is wrong with it.
        because: StatementFault,
    },
    /// Nobody is waiting for this answer.
    NoInquiry(InjectId),
}

/// What an action asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum WantedContent {
    /// Nothing more than the decision itself.
    Nothing,
    /// One of its choices.
    Choice,
    /// A statement.
    Statement,
    /// An answer to an open inquiry.
    Reply,
}

/// Why a statement cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum StatementFault {
    /// It has neither claims nor words.
    Empty,
    /// Its words are too many.
    TooLong {
        /// The most bytes that its words may have.
        limit: usize,
    },
    /// It promises an update that is not after now.
    UpdatePast,
    /// It promises an update later than any moment that can be written.
    UpdateTooLate,
    /// It speaks about something that the scenario has no topic for.
    UnknownTopic(TopicId),
    /// It speaks twice about a topic.
    Twice(TopicId),
    /// It says something about a topic that cannot be said about it.
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
            Rejection::BadStatement { because } => write!(f, "the statement {because}"),
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
            StatementFault::Empty => write!(f, "is empty"),
            StatementFault::TooLong { limit } => write!(f, "is longer than {limit} characters"),
            StatementFault::UpdatePast => write!(f, "promises an update in the past"),
            StatementFault::UpdateTooLate => write!(f, "promises an update after {LATEST}"),
            StatementFault::UnknownTopic(topic) => write!(f, "addresses the unknown topic `{topic}`"),
            StatementFault::Twice(topic) => write!(f, "addresses `{topic}` more than once"),
            StatementFault::Impossible(topic) => write!(f, "makes a claim that does not exist for `{topic}`"),
        }
    }
}
