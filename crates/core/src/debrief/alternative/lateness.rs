//! Alternatives that move an action to an earlier time, to measure the effect of the delay.

use super::book::Book;
use super::{Alternative, AlternativeKind, Recording};
use crate::decision::{Content, Decision};
use crate::ensemble::branch::Change;
use crate::time::{SimDuration, SimTime};
use crate::timeline::EntryNumber;

/// Minimum delay that is considered.
const NOTICEABLE: SimDuration = SimDuration::from_minutes(30);

/// Returns an alternative for each action that the team first took later than the playbook autopilot did: the same
/// decision at the autopilot's time.
///
/// Answers to inquiries are skipped. They have deadlines of their own, and their content depends on the inquiry.
pub fn find(recording: &Recording, book: &Book) -> Vec<Alternative> {
    let late = |by_the_book: &Decision| {
        let (entry, decision) = recording.first(by_the_book)?;
        let is_answer = matches!(decision.content, Content::Reply { .. });
        let is_late = decision.at >= by_the_book.at + NOTICEABLE;
        (is_late && !is_answer).then(|| earlier(recording, entry, decision, by_the_book.at))
    };
    book.firsts().filter_map(late).collect()
}

fn earlier(recording: &Recording, entry: EntryNumber, decision: &Decision, to: SimTime) -> Alternative {
    let delay = decision.at.since(to);
    Alternative {
        kind: AlternativeKind::Lateness,
        title: format!("{}, {delay} later than by the book", recording.title(decision)),
        instead: format!("The same at {to}"),
        at: decision.at,
        entries: vec![entry],
        changes: vec![Change::Move { entry, to }],
    }
}
