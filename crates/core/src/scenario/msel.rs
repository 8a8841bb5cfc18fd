//! Master Scenario Events List (MSEL): the injects and their triggers.

use serde::{Deserialize, Serialize};

use super::action::Effect;
use super::condition::Condition;
use crate::id::{DocumentId, InjectId, ObjectiveId, OutletId, RoleId};
use crate::time::{SimDuration, SimTime};

/// Purpose of an inject.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum InjectKind {
    /// Advances the storyline.
    Contextual,
    /// Released when an expected action has not happened, to bring play back on track.
    Contingency,
}

/// Medium by which an inject reaches the players.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Medium {
    /// An e-mail.
    Email,
    /// A phone call.
    Call,
    /// A message in the company chat.
    Chat,
    /// An alert from a monitoring system.
    Alert,
    /// A letter.
    Letter,
    /// A social media post.
    Post,
    /// A news report.
    News,
    /// A visit in person.
    InPerson,
}

/// Information or an event that is introduced into play.
#[derive(Clone, Debug)]
pub struct Inject {
    /// Unique id.
    pub id: InjectId,
    /// Purpose of the inject.
    pub kind: InjectKind,
    /// When the inject is released.
    pub trigger: Trigger,
    /// Medium by which it arrives.
    pub medium: Medium,
    /// Sender.
    pub from: String,
    /// Role that receives it. All players can see it.
    pub to: RoleId,
    /// Subject line.
    pub title: String,
    /// Body text.
    pub body: String,
    /// Attached document, if any.
    pub document: Option<DocumentId>,
    /// Question that the inject asks, if any.
    pub inquiry: Option<Inquiry>,
    /// Expected player action. Never shown to players.
    pub expects: Option<Expectation>,
    /// Effects on the world when it is released.
    pub effects: Vec<Effect>,
    /// Group of mutually exclusive injects. Only the first one due is released, and the others are dropped.
    pub alternative: Option<String>,
}

/// A question with a deadline.
#[derive(Clone, Debug)]
pub struct Inquiry {
    /// Time allowed for an answer.
    pub within: SimDuration,
    /// Outlet that asks, if the question comes from one.
    pub outlet: Option<OutletId>,
    /// Effects if the question is not answered in time.
    pub if_unanswered: Vec<Effect>,
}

/// Player action that an inject is meant to elicit.
#[derive(Clone, Debug)]
pub struct Expectation {
    /// Description for the facilitator and evaluators.
    pub text: String,
    /// Condition that shows that the action has happened.
    pub what: Condition,
    /// Time allowed after the release.
    pub within: SimDuration,
    /// Objective that the action demonstrates.
    pub objective: ObjectiveId,
}

/// When an inject is released.
#[derive(Clone, Debug, PartialEq)]
pub enum Trigger {
    /// At a fixed time.
    At(SimTime),
    /// As soon as a condition holds.
    When(Condition),
    /// Some time after a condition first holds, provided that it still holds.
    After {
        /// Condition that must hold.
        what: Condition,
        /// Delay after the condition first holds.
        delay: SimDuration,
    },
    /// At a given time, if a condition does not hold by then.
    NotBy {
        /// Condition that prevents the release.
        what: Condition,
        /// Time of the release.
        by: SimTime,
    },
    /// At a random time within a window.
    Chance {
        /// Start of the window.
        from: SimTime,
        /// End of the window.
        until: SimTime,
        /// Hazard per hour, 0 to 60.
        per_hour: f64,
        /// Condition that must hold at the time of release.
        when: Condition,
    },
    /// Only when released by the facilitator.
    ByHand,
}

impl Trigger {
    /// Returns the condition in the trigger, if it has one.
    pub fn condition(&self) -> Option<&Condition> {
        match self {
            Trigger::When(what) | Trigger::After { what, .. } | Trigger::NotBy { what, .. } => Some(what),
            Trigger::Chance { when, .. } => Some(when),
            Trigger::At(_) | Trigger::ByHand => None,
        }
    }
}
