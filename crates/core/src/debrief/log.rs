//! The session log in readable form: every event described in words, with rationales, notes, marks and edits.

use serde::Serialize;

use super::story::{self, MarkerKind};
use crate::id::RoleId;
use crate::session::edit::{Edit, Line, Named};
use crate::session::{Author, Entry, Mark, Session};
use crate::time::SimTime;
use crate::timeline::{EventKind, Timeline};

/// Kind of a log line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum LogKind {
    /// Release of an inject.
    Inject,
    /// Decision of the team.
    Decision,
    /// Published statement.
    Statement,
    /// Setback.
    Setback,
    /// Any other event.
    Event,
    /// The team's rationale for a decision.
    Rationale,
    /// Note of a player, facilitator or evaluator.
    Note,
    /// The team's own review.
    Review,
    /// Rating, override or observation of an evaluator.
    Mark,
    /// A reviewer's edit of the report.
    Edit,
}

impl LogKind {
    /// Returns the name of the kind.
    pub fn word(self) -> &'static str {
        match self {
            LogKind::Inject => "inject",
            LogKind::Decision => "decision",
            LogKind::Statement => "statement",
            LogKind::Setback => "setback",
            LogKind::Event => "event",
            LogKind::Rationale => "rationale",
            LogKind::Note => "note",
            LogKind::Review => "review",
            LogKind::Mark => "mark",
            LogKind::Edit => "edit",
        }
    }

    fn of(what: &EventKind) -> Self {
        match story::marker_kind(what) {
            Some(MarkerKind::Inject) => LogKind::Inject,
            Some(MarkerKind::Decision) => LogKind::Decision,
            Some(MarkerKind::Statement) => LogKind::Statement,
            Some(MarkerKind::Setback) => LogKind::Setback,
            None => LogKind::Event,
        }
    }
}

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LogLine {
    /// Time, in minutes since StartEx.
    #[serde(serialize_with = "crate::time::as_minutes")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    pub at: SimTime,
    /// Entry of the session log that caused the event.
    pub entry: Option<u32>,
    /// Kind of the line.
    pub kind: LogKind,
    /// Role or person responsible; absent if the event was not caused by a participant.
    pub by: Option<String>,
    /// Description.
    pub text: String,
}

/// Describes an evaluator's mark.
fn marked(by: &str, mark: &Mark) -> String {
    match mark {
        Mark::Override { criterion, credit, reason } => {
            format!("{by} gave {criterion} {:.0} % of its credit: {reason}", 100.0 * credit)
        }
        Mark::Rating { mark, reason, .. } => format!("{by} gave the mark {} of 4: {reason}", u8::from(*mark)),
        Mark::Seen { at, text } => format!("{by} saw at {at}: {text}"),
    }
}

/// Describes a reviewer's edit.
fn edited(by: &str, edit: &Edit) -> String {
    let name = |named: &Named| match named {
        Named::Criterion(id) => id.to_string(),
        Named::Added(id) => format!("“{id}”"),
    };
    match edit {
        Edit::Overview { .. } | Edit::Held { .. } => format!("{by} edited the exercise overview"),
        Edit::Participant { .. } => format!("{by} edited the participants"),
        Edit::Summary(_) => format!("{by} edited the summary"),
        Edit::Finding { of, .. } => format!("{by} edited the finding on {}", name(of)),
        Edit::Action { of, .. } | Edit::Element { of, .. } | Edit::Term { of, .. } => {
            format!("{by} edited the corrective action on {}", name(of))
        }
        Edit::AddStrength(added) => format!("{by} added a strength: {}", added.observation),
        Edit::AddImprovement(added) => format!("{by} added an area for improvement: {}", added.observation),
        Edit::AddAction(added) => format!("{by} added a corrective action: {}", added.action),
        Edit::Strike { what: Line::Finding(of), reason } => {
            format!("{by} struck the finding on {}: {reason}", name(of))
        }
        Edit::Strike { what: Line::Action(of), reason } => {
            format!("{by} struck the corrective action on {}: {reason}", name(of))
        }
        Edit::Restore(Line::Finding(of) | Line::Action(of)) => format!("{by} restored what was struck on {}", name(of)),
        Edit::Annotate { text, .. } if text.trim().is_empty() => format!("{by} took a remark back"),
        Edit::Annotate { text, .. } => format!("{by} remarked: {text}"),
        Edit::Final => format!("{by} declared the report final"),
        Edit::Draft => format!("{by} made the report a draft again"),
    }
}

/// Returns the role that caused an event, if any.
fn doer<'a>(what: &'a EventKind, timeline: &'a Timeline) -> Option<&'a RoleId> {
    match what {
        EventKind::WorkBegun { by, .. }
        | EventKind::WorkRedone { by, .. }
        | EventKind::Slip { by, .. }
        | EventKind::Approved { by, .. } => Some(by),
        EventKind::Published(index) => timeline.publications.get(*index).map(|said| &said.by),
        _ => None,
    }
}

/// Returns all events with rationales, notes, marks and edits, in chronological order.
pub(super) fn lines(session: &Session) -> Vec<LogLine> {
    let scenario = session.scenario();
    let events = session.timeline().events.iter();
    let mut lines: Vec<LogLine> = events
        .filter_map(|event| {
            let text = story::in_words(&event.what, scenario, session.timeline())?;
            let kind = LogKind::of(&event.what);
            let by = doer(&event.what, session.timeline()).and_then(|id| scenario.role(id));
            let by = by.map(|role| role.title.clone());
            Some(LogLine { at: event.at, entry: event.cause.map(|entry| entry.0), kind, by, text })
        })
        .collect();
    for (number, entry) in session.entries().iter().enumerate() {
        let entry_number = u32::try_from(number).ok();
        let role = |id: &RoleId| scenario.role(id).map_or_else(|| id.to_string(), |role| role.title.clone());
        let named = |author: &Author| match author {
            Author::Player(id) => role(id),
            author => author.name().to_owned(),
        };
        let (kind, by, text) = match entry {
            Entry::Decision(decision) if !decision.rationale.is_empty() => {
                (LogKind::Rationale, role(&decision.by), format!("Rationale: “{}”", decision.rationale))
            }
            Entry::Note { author, text, .. } => (LogKind::Note, named(author), format!("Note: {text}")),
            Entry::Review { author, .. } => {
                (LogKind::Review, named(author), "The team put its own review on record".to_owned())
            }
            Entry::Mark { author, mark, .. } => (LogKind::Mark, named(author), marked(author.name(), mark)),
            Entry::Edit { author, edit, .. } => (LogKind::Edit, named(author), edited(author.name(), edit)),
            _ => continue,
        };
        lines.push(LogLine { at: entry.at(), entry: entry_number, kind, by: Some(by), text });
    }
    lines.sort_by_key(|line| line.at);
    lines
}
