//! What the team did.

use std::fmt;

use super::view::View;
use crate::id::ActionId;
use crate::time::SimTime;
use crate::timeline::EventKind;

/// Something the team did.
#[derive(Clone, Debug)]
pub struct HistoryLine {
    /// When.
    pub at: SimTime,
    /// What.
    pub deed: Deed,
}

/// What the team did or let happen; names are those of the scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// It began a work.
    Begun {
        /// The action.
        title: String,
        /// When it will be finished.
        until: SimTime,
    },
    /// An error was made; a work has to be done again in part.
    Redone {
        /// The action.
        title: String,
        /// When it will be finished.
        until: SimTime,
    },
    /// A statement went out with a slip.
    Slipped(String),
    /// A role approved a statement.
    Approved {
        /// The action.
        title: String,
        /// The role.
        role: String,
    },
    /// It finished a work.
    Finished(String),
    /// A role came to work.
    Arrived(String),
    /// It found something out.
    Confirmed(String),
    /// It left a question without an answer.
    Unanswered(String),
}

impl fmt::Display for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Deed::Begun { title, until } => write!(f, "Begun: {title} (until {until})"),
            Deed::Redone { title, until } => {
                write!(f, "An error: {title} has to be done again in part (until {until})")
            }
            Deed::Slipped(title) => write!(f, "Went out with a slip: {title}"),
            Deed::Approved { title, role } => write!(f, "Approved by the {role}: {title}"),
            Deed::Finished(title) => write!(f, "Finished: {title}"),
            Deed::Arrived(role) => write!(f, "At work: {role}"),
            Deed::Confirmed(fact) => write!(f, "Confirmed: {fact}"),
            Deed::Unanswered(question) => write!(f, "Not answered in time: {question}"),
        }
    }
}

impl View<'_> {
    pub(super) fn history(&self) -> Vec<HistoryLine> {
        let title = |action: &ActionId| {
            self.scenario().action(action).map_or_else(|| action.to_string(), |action| action.title.clone())
        };
        let deed = |what: &EventKind| match what {
            EventKind::WorkBegun { action, until, .. } => Some(Deed::Begun { title: title(action), until: *until }),
            EventKind::WorkRedone { action, until, .. } => Some(Deed::Redone { title: title(action), until: *until }),
            EventKind::Slip { action, .. } => Some(Deed::Slipped(title(action))),
            EventKind::Approved { action, by } => {
                Some(Deed::Approved { title: title(action), role: self.scenario().role(by)?.title.clone() })
            }
            EventKind::WorkFinished(action) => Some(Deed::Finished(title(action))),
            EventKind::RoleArrived(role) => Some(Deed::Arrived(self.scenario().role(role)?.title.clone())),
            EventKind::FactConfirmed(fact) => Some(Deed::Confirmed(self.scenario().fact(fact)?.title.clone())),
            EventKind::InquiryExpired(inject) => {
                Some(Deed::Unanswered(self.chronicle.0.inquiry(inject, self.scenario())?.0.to_owned()))
            }
            _ => None,
        };
        let events = self.chronicle.0.events.iter();
        events.filter_map(|event| deed(&event.what).map(|deed| HistoryLine { at: event.at, deed })).collect()
    }
}
