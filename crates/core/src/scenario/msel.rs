//! The Master Scenario Events List: injects and when they are released.

use serde::{Deserialize, Serialize};

use super::action::Effect;
use super::condition::Condition;
use crate::id::{DocumentId, InjectId, ObjectiveId, OutletId, RoleId};
use crate::time::{SimDuration, SimTime};

/// What an inject is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum InjectKind {
    /// Moves the story on.
    Contextual,
    /// Released when an expected action has not happened, to bring play back.
    Contingency,
}

/// How an inject reaches the players.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Medium {
    /// An e-mail.
    Email,
    /// A telephone call.
    Call,
    /// A message in the company's chat.
    Chat,
    /// An alert of a system.
    Alert,
    /// A letter.
    Letter,
    /// A post on a social network.
    Post,
    /// News.
    News,
    /// Somebody comes in.
    InPerson,
}

/// A piece of information or an event that is introduced into play.
#[derive(Clone, Debug)]
pub struct Inject {
    /// Its id.
    pub id: InjectId,
    /// What it is for.
    pub kind: InjectKind,
    /// When it is released.
    pub trigger: Trigger,
    /// How it arrives.
    pub medium: Medium,
    /// Who it comes from.
    pub from: String,
    /// Which role gets it; everybody sees it.
    pub to: RoleId,
    /// Its subject line.
    pub title: String,
    /// What it says.
    pub body: String,
    /// A document that comes with it.
    pub document: Option<DocumentId>,
    /// The question it asks, if it asks one.
    pub inquiry: Option<Inquiry>,
    /// What it is meant to bring about; never shown to players.
    pub expects: Option<Expectation>,
    /// What its release does to the world.
    pub effects: Vec<Effect>,
    /// A group of injects of which only the first that is due is sent; the others are dropped.
    pub alternative: Option<String>,
}

/// A question with a deadline.
#[derive(Clone, Debug)]
pub struct Inquiry {
    /// How long the asker waits.
    pub within: SimDuration,
    /// The outlet that asks, if it is one.
    pub outlet: Option<OutletId>,
    /// What happens where nobody answers.
    pub if_unanswered: Vec<Effect>,
}

/// What an inject is meant to bring about.
#[derive(Clone, Debug)]
pub struct Expectation {
    /// In words, for facilitator and evaluator.
    pub text: String,
    /// As a condition.
    pub what: Condition,
    /// How soon.
    pub within: SimDuration,
    /// The objective it serves.
    pub objective: ObjectiveId,
}

/// When an inject is released.
#[derive(Clone, Debug, PartialEq)]
pub enum Trigger {
    /// At a fixed time.
    At(SimTime),
    /// As soon as a condition holds.
    When(Condition),
    /// Some time after a condition first holds.
    After {
        /// The condition.
        what: Condition,
        /// How long after.
        delay: SimDuration,
    },
    /// At a time by which something has not come about.
    NotBy {
        /// What should have come about.
        what: Condition,
        /// By when.
        by: SimTime,
    },
    /// By chance within a window.
    Chance {
        /// The beginning of the window.
        from: SimTime,
        /// Its end.
        until: SimTime,
        /// The hazard per hour.
        per_hour: f64,
        /// Only while this holds.
        when: Condition,
    },
    /// Only by the facilitator's hand.
    ByHand,
}

impl Trigger {
    /// Returns the condition within the trigger, if it has one.
    pub fn condition(&self) -> Option<&Condition> {
        match self {
            Trigger::When(what) | Trigger::After { what, .. } | Trigger::NotBy { what, .. } => Some(what),
            Trigger::Chance { when, .. } => Some(when),
            Trigger::At(_) | Trigger::ByHand => None,
        }
    }
}
