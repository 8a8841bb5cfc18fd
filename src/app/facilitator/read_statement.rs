//! Statements as they are read, with all rulings applied.

use goldenhour_core::id::TopicId;
use goldenhour_core::session::ruling_check::reading_of;
use goldenhour_core::session::{Entry, Session};
use goldenhour_core::statement::claim_reader::ClaimReader;
use goldenhour_core::statement::{Place, ReadClaim};
use goldenhour_core::time::SimTime;
use goldenhour_core::timeline::EntryNumber;

/// A statement with what the program understood of it.
pub struct ReadStatement {
    /// Entry of the decision.
    pub entry: EntryNumber,
    /// When it was submitted.
    pub at: SimTime,
    /// Title of the action.
    pub title: String,
    /// Text.
    pub text: String,
    /// What it says.
    pub said: Vec<ReadClaim>,
    /// Passages that could not be checked.
    pub unchecked: Vec<Unchecked>,
}

/// A passage that could not be checked.
pub struct Unchecked {
    /// The passage.
    pub at: Place,
    /// Topic that it resembles most.
    pub topic: TopicId,
}

impl ReadStatement {
    /// Returns all statements of a session, in order.
    pub fn all(session: &Session) -> Vec<ReadStatement> {
        let scenario = session.scenario();
        let Some(reader) = ClaimReader::of(scenario) else { return Vec::new() };
        let entries = session.entries();
        let read = |(number, entry): (u32, &Entry)| {
            let Entry::Decision(decision) = entry else { return None };
            let entry = EntryNumber(number);
            let (statement, reading) = reading_of(entry, entries)?;
            let unchecked = |at: &Place| {
                let topic = reader.strengths(at.of(&statement.text)).into_iter().next()?.0;
                Some(Unchecked { at: *at, topic })
            };
            Some(ReadStatement {
                entry,
                at: decision.at,
                title: scenario.action(&decision.action).map_or_else(String::new, |action| action.title.clone()),
                text: statement.text.clone(),
                unchecked: reading.unchecked.iter().filter_map(unchecked).collect(),
                said: reading.said,
            })
        };
        (0..).zip(entries).filter_map(read).collect()
    }
}
