//! Alternatives that select a different option, to measure the effect of the choice.

use super::book::Book;
use super::{Alternative, AlternativeKind, Recording};
use crate::decision::{Content, Decision};
use crate::ensemble::branch::Change;
use crate::id::ChoiceId;
use crate::scenario::Ask;

/// Returns an alternative for each choice in which the team and the playbook autopilot differ: the option that the
/// autopilot selected.
pub fn find(recording: &Recording, book: &Book) -> Vec<Alternative> {
    let otherwise = |by_the_book: &Decision| {
        let (entry, decision) = recording.first(by_the_book)?;
        let (Content::Choice(chosen), Content::Choice(instead)) = (&decision.content, &by_the_book.content) else {
            return None;
        };
        if chosen == instead {
            return None;
        }
        let with = Decision { content: by_the_book.content.clone(), ..decision.clone() };
        Some(Alternative {
            kind: AlternativeKind::Choice,
            title: format!("{}: {}", recording.title(decision), choice_title(recording, decision, chosen)?),
            instead: format!("With “{}”", choice_title(recording, decision, instead)?),
            at: decision.at,
            entries: vec![entry],
            changes: vec![Change::Replace { entry, with }],
        })
    };
    book.firsts().filter_map(otherwise).collect()
}

fn choice_title<'a>(recording: &'a Recording, decision: &Decision, id: &ChoiceId) -> Option<&'a str> {
    match &recording.scenario.action(&decision.action)?.asks {
        Ask::Choice(choices) => choices.iter().find(|choice| choice.id == *id).map(|choice| choice.title.as_str()),
        _ => None,
    }
}
