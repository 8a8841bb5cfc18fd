//! A decision that is not taken: what the decision did.

use super::{Alternative, AlternativeKind, Recording};
use crate::decision::{Content, Decision};
use crate::ensemble::branch::Change;
use crate::scenario::Ask;
use crate::statement::{Soundness, quoted};
use crate::timeline::EntryNumber;

/// Returns an alternative for each decision: that it was not taken.
pub fn find(recording: &Recording) -> Vec<Alternative> {
    let decisions = recording.decisions();
    let without = decisions.map(|(entry, decision)| Alternative {
        kind: AlternativeKind::Decision,
        title: said(recording, entry, decision),
        instead: "Without it".to_owned(),
        at: decision.at,
        entries: vec![entry],
        changes: vec![Change::Remove(entry)],
    });
    without.collect()
}

/// A decision in words: the action with what was chosen, asked or said.
fn said(recording: &Recording, entry: EntryNumber, decision: &Decision) -> String {
    let title = format!("{}{}", recording.title(decision), falsehoods(recording, entry));
    match &decision.content {
        Content::Nothing => title,
        Content::Choice(id) => {
            let action = recording.scenario.action(&decision.action);
            let choice = action.and_then(|action| match &action.asks {
                Ask::Choice(choices) => choices.iter().find(|choice| choice.id == *id),
                _ => None,
            });
            choice.map_or_else(|| title.clone(), |choice| format!("{title}: {}", choice.title))
        }
        Content::Reply { inquiry, .. } => match recording.timeline.inquiry(inquiry, &recording.scenario) {
            Some((asked, from)) => format!("{title}: {from}, {}", quoted(asked)),
            None => title,
        },
        Content::Statement(statement) => match statement.quote() {
            quote if quote.is_empty() => title,
            quote => format!("{title}: “{quote}”"),
        },
    }
}

/// How much of what a statement said was false, in words; empty where nothing was.
fn falsehoods(recording: &Recording, entry: EntryNumber) -> String {
    let said = recording.timeline.publications.iter().filter(|said| said.entry == entry);
    let false_count = said.flat_map(|said| &said.claims).filter(|claim| claim.soundness == Soundness::False).count();
    match false_count {
        0 => String::new(),
        1 => ", with a false claim".to_owned(),
        count => format!(", with {count} false claims"),
    }
}
