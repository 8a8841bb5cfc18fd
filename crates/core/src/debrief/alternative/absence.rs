//! Alternatives that leave out one decision, to measure its effect.

use super::{Alternative, AlternativeKind, Recording};
use crate::decision::{Content, Decision};
use crate::ensemble::branch::Change;
use crate::scenario::Ask;
use crate::statement::{Soundness, quoted};
use crate::timeline::EntryNumber;

/// Returns one alternative per decision, in which the decision is not taken.
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

/// Describes a decision: the action with the selected option, the inquiry or the statement.
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

/// Returns a note on the number of false claims in a statement; empty if it contained none.
fn falsehoods(recording: &Recording, entry: EntryNumber) -> String {
    let said = recording.timeline.publications.iter().filter(|said| said.entry == entry);
    let false_count = said.flat_map(|said| &said.claims).filter(|claim| claim.soundness == Soundness::False).count();
    match false_count {
        0 => String::new(),
        1 => ", with a false claim".to_owned(),
        count => format!(", with {count} false claims"),
    }
}
