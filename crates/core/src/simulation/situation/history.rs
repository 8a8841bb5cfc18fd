//! The team's activity log.

use std::fmt;

use super::view::View;
use crate::id::ActionId;
use crate::time::SimTime;
use crate::timeline::EventKind;

/// One entry of the activity log.
#[derive(Clone, Debug)]
pub struct HistoryLine {
    /// Time of the entry.
    pub at: SimTime,
    /// What happened.
    pub deed: Deed,
}

/// Something the team did or failed to do. Names are those of the scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// An action was started.
    Begun {
        /// Name of the action.
        title: String,
        /// Expected completion.
        until: SimTime,
    },
    /// A mistake was made, and part of the work has to be redone.
    Redone {
        /// Name of the action.
        title: String,
        /// Expected completion.
        until: SimTime,
    },
    /// A statement was published with a slip.
    Slipped(String),
    /// A role approved a statement.
    Approved {
        /// Name of the action.
        title: String,
        /// Name of the role.
        role: String,
    },
    /// An action was completed.
    Finished(String),
    /// A role arrived at work.
    Arrived(String),
    /// A fact was confirmed.
    Confirmed(String),
    /// An inquiry expired without an answer.
    Unanswered(String),
}

impl fmt::Display for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Deed::Begun { title, until } => write!(f, "Started: {title} (until {until})"),
            Deed::Redone { title, until } => {
                write!(f, "Error: {title} must be partly redone (until {until})")
            }
            Deed::Slipped(title) => write!(f, "Sent with an error: {title}"),
            Deed::Approved { title, role } => write!(f, "Approved by the {role}: {title}"),
            Deed::Finished(title) => write!(f, "Finished: {title}"),
            Deed::Arrived(role) => write!(f, "On duty: {role}"),
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
