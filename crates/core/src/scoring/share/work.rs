//! Actions that were begun, with their effects and the harm they do.

use crate::decision::Content;
use crate::id::RoleId;
use crate::scenario::{Action, Ask, Choice, Effect};
use crate::scoring::evidence_item::EvidenceItem;
use crate::scoring::record::Record;
use crate::time::SimTime;
use crate::timeline::{EntryNumber, EventKind};

/// An action that was begun.
pub(super) struct Work<'a> {
    /// Action that was begun.
    pub(super) action: &'a Action,
    /// Role that led it.
    pub(super) by: &'a RoleId,
    /// Time at which it was begun.
    pub(super) begun: SimTime,
    /// Time at which it was due to finish.
    pub(super) until: SimTime,
    /// Log entry that began it.
    pub(super) entry: Option<EntryNumber>,
}

impl<'a> Work<'a> {
    /// Returns the effects of the action, including those of the chosen option.
    pub(super) fn effects(&self, record: &Record<'a>) -> Vec<&'a Effect> {
        let chosen = self.entry.and_then(|entry| record.decision(entry)).and_then(|decision| match &decision.content {
            Content::Choice(choice) => Some(choice),
            _ => None,
        });
        let choices: &[Choice] = if let Ask::Choice(choices) = &self.action.asks { choices } else { &[] };
        let of_choice = choices.iter().filter(|choice| Some(&choice.id) == chosen).flat_map(|choice| &choice.effects);
        self.action.effects.iter().chain(of_choice).collect()
    }
}

/// Returns the actions that were begun, in order.
pub(super) fn works<'a>(record: &Record<'a>) -> impl Iterator<Item = Work<'a>> + use<'a> {
    let scenario = record.scenario;
    record.timeline.events.iter().filter_map(move |event| {
        let EventKind::WorkBegun { action, by, until } = &event.what else { return None };
        Some(Work { action: scenario.action(action)?, by, begun: event.at, until: *until, entry: event.cause })
    })
}

/// Returns a description of the harm that an effect does, if any.
pub(in crate::scoring) fn harm(effect: &Effect) -> Option<&'static str> {
    match effect {
        Effect::Forensics(factor) if *factor > 1.0 => Some("destroys evidence"),
        Effect::Blame(more) if *more > 0.0 => Some("raises the blame"),
        _ => None,
    }
}

/// Returns every begun action whose first matching effect does harm.
pub(in crate::scoring) fn harmful(record: &Record<'_>, wanted: impl Fn(&Effect) -> bool) -> Vec<EvidenceItem> {
    let harms = |work: &Work<'_>| {
        let why = work.effects(record).into_iter().find(|effect| wanted(effect)).and_then(harm)?;
        Some(EvidenceItem::at(work.begun, work.entry, format!("{}: {why}", work.action.title)))
    };
    works(record).filter_map(|work| harms(&work)).collect()
}
