//! Checks a facilitator's rulings against the log.

use super::log::Entry;
use crate::decision::Control;
use crate::scenario::{Scenario, Topic};
use crate::statement::{ReadingRecord, Ruling, RulingError, Says, Statement};
use crate::timeline::EntryNumber;

/// Checks whether a ruling fits a statement, given the rulings made on it before.
///
/// # Errors
/// Returns the reason if it does not.
pub fn check(entry: EntryNumber, ruling: &Ruling, scenario: &Scenario, entries: &[Entry]) -> Result<(), RulingError> {
    let (statement, reading) = reading_of(entry, entries).ok_or(RulingError::NotRead)?;
    let topic = scenario.topic(ruling.topic()).ok_or(RulingError::NoClaim)?;
    match ruling {
        Ruling::Said { says, .. } | Ruling::NotSaid { says, .. } if !exists(says, topic) => Err(RulingError::NoClaim),
        Ruling::Said { .. } | Ruling::NotSaid { .. } | Ruling::Judged { .. } => ruling.check(&statement.text, &reading),
    }
}

/// Returns the statement of an entry, and its reading with all rulings in the log applied; `None` if the entry contains
/// no statement that was read.
pub fn reading_of(entry: EntryNumber, entries: &[Entry]) -> Option<(&Statement, ReadingRecord)> {
    let Entry::Decision(decision) = entries.get(usize::try_from(entry.0).ok()?)? else { return None };
    let statement = decision.content.statement()?;
    let mut reading = ReadingRecord::clone(statement.reading.as_ref()?);
    for made in entries {
        if let Entry::Control { control: Control::Rule { statement, ruling }, .. } = made
            && *statement == entry
        {
            ruling.apply(&mut reading);
        }
    }
    Some((statement, reading))
}

/// Returns whether a claim can be made on a topic.
fn exists(says: &Says, topic: &Topic) -> bool {
    match says {
        Says::Option(id) => topic.claims.iter().any(|option| option.id == *id),
        Says::Number(_) => topic.number.is_some(),
        Says::NotKnownYet
        | Says::Data { .. }
        | Says::Done { .. }
        | Says::Cause(_)
        | Says::WrongDay
        | Says::Ruled(_) => true,
    }
}
