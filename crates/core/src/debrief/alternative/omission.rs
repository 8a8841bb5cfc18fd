//! Alternatives that take an omitted action or answer an unanswered inquiry, to measure the effect of the omission.
//!
//! The candidates are the actions that the playbook autopilot took in the same simulated world but the team did
//! not, and the inquiries that expired without an answer. The run is replayed and inspected at regular intervals.
//! Each candidate is inserted at the earliest inspection at which the recorded run allowed it, but not before the
//! autopilot's own decision. Its content is chosen from what the team knew at that time. An action that was never
//! possible in the run does not count as an omission.

use super::book::Book;
use super::{Alternative, AlternativeKind, Recording};
use crate::decision::{Content, Decision};
use crate::ensemble::autopilot::content_by_the_book;
use crate::ensemble::branch::{Change, Script};
use crate::ensemble::rerun::Rerun;
use crate::id::{ActionId, InjectId};
use crate::simulation::{AskView, InquiryView, OptionView, Population, Situation};
use crate::statement::quoted;
use crate::time::{SimDuration, SimTime};
use crate::timeline::EventKind;

/// Time between two inspections of the replayed run.
const LOOK: SimDuration = SimDuration::from_minutes(5);

/// An omission.
enum Undone {
    /// An action that was never taken.
    Action { action: ActionId, from: SimTime },
    /// An inquiry that was never answered.
    Question { inquiry: InjectId, from: SimTime },
}

impl Undone {
    fn from(&self) -> SimTime {
        match self {
            Undone::Action { from, .. } | Undone::Question { from, .. } => *from,
        }
    }
}

/// Returns an alternative for every omission that could have been avoided.
pub fn find(recording: &Recording, book: &Book, population: Population) -> Vec<Alternative> {
    let mut undone = actions(recording, book);
    undone.extend(questions(recording));
    let script = Script::of(&recording.entries);
    let mut run = Rerun::begin(&recording.scenario, recording.seed, population);
    let mut found = Vec::new();
    while !undone.is_empty() && run.now() < recording.until {
        let due = undone.iter().any(|undone| undone.from() <= run.now());
        let situation = due.then(|| run.situation());
        if let Some(situation) = &situation {
            undone.retain(|undone| match possible(recording, undone, situation) {
                Some(alternative) => {
                    found.push(alternative);
                    false
                }
                None => true,
            });
        }
        let next = run.now() + LOOK;
        let first = undone.iter().map(Undone::from).min().unwrap_or(next);
        run.play_until(&script, next.max(first).min(recording.until));
    }
    found
}

/// Returns the actions that the playbook autopilot took and the team never did.
fn actions(recording: &Recording, book: &Book) -> Vec<Undone> {
    let never = |decision: &&Decision| {
        recording.first(decision).is_none() && !matches!(decision.content, Content::Reply { .. })
    };
    let undone = book.firsts().filter(never);
    undone.map(|decision| Undone::Action { action: decision.action.clone(), from: decision.at }).collect()
}

/// Returns the inquiries that expired without an answer.
fn questions(recording: &Recording) -> Vec<Undone> {
    let events = || recording.timeline.events.iter();
    let asked = |inquiry: &InjectId| {
        events().find(|event| matches!(&event.what, EventKind::InquiryOpened { inject, .. } if inject == inquiry))
    };
    let expired = events().filter_map(|event| match &event.what {
        EventKind::InquiryExpired(inquiry) => Some(inquiry),
        _ => None,
    });
    expired
        .filter_map(|inquiry| Some(Undone::Question { inquiry: inquiry.clone(), from: asked(inquiry)?.at + LOOK }))
        .collect()
}

/// Returns the alternative for an omission if the given situation allows it.
fn possible(recording: &Recording, undone: &Undone, situation: &Situation) -> Option<Alternative> {
    if undone.from() > situation.now {
        return None;
    }
    let is_open = |option: &&OptionView| option.blocked.is_none() && option.role_blocked.is_none();
    let mut open = situation.options.iter().filter(is_open);
    let (option, inquiry, title) = match undone {
        Undone::Action { action, .. } => {
            let option = open.find(|option| option.action == *action)?;
            (option, None, format!("Never done: {}", option.title))
        }
        Undone::Question { inquiry, .. } => {
            let waits = |item: &&crate::simulation::InboxItem| {
                item.inject == *inquiry && matches!(item.inquiry, Some(InquiryView::Open(_)))
            };
            situation.inbox.iter().find(waits)?;
            let (asked, from) = recording.timeline.inquiry(inquiry, &recording.scenario)?;
            let title = format!("Never answered: {from}, {}", quoted(asked));
            (open.find(|option| option.asks == AskView::Reply)?, Some(inquiry), title)
        }
    };
    let decision = Decision {
        at: situation.now,
        by: option.role.clone(),
        action: option.action.clone(),
        content: content_by_the_book(situation, option, inquiry)?,
        rationale: "The playbook asks for it".to_owned(),
        confidence: None,
    };
    Some(Alternative {
        kind: AlternativeKind::Omission,
        title,
        instead: format!("Done at {}", situation.now),
        at: situation.now,
        entries: Vec::new(),
        changes: vec![Change::Insert(decision)],
    })
}
