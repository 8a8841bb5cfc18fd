//! Who took part: the seats of the response team, who led and evaluated, and whom a reviewer adds.
//!
//! The session knows the seats and those who signed a mark or an edit. Names of players it does not know; they are
//! blank until somebody fills them in.

use serde::Serialize;

use super::edited::{Changes, Edited};
use crate::id::AdditionId;
use crate::session::edit::Attendee;
use crate::session::{Author, Edit, Entry, Session};

/// Somebody who took part.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Participant {
    /// In which seat; edits name it so.
    pub who: Attendee,
    /// The seat in the story and who holds it there; empty where there is none.
    pub seat: String,
    /// The name.
    pub name: Edited,
    /// The organization or department.
    pub organization: Edited,
    /// What they did.
    pub function: Edited,
}

/// Returns who took part: seats first, then those who led and evaluated, then those whom a reviewer added.
pub(super) fn participants(session: &Session, changes: &Changes<'_>) -> Vec<Participant> {
    let seats = session.scenario().roles.iter().map(|role| {
        let seat = format!("{} ({} in the story)", role.title, role.holder);
        participant(Attendee::Seat(role.id.clone()), seat, "", "Player", changes)
    });
    let facilitator = session.header().mode.has_facilitator().then(|| {
        participant(Attendee::Other(AdditionId::new("facilitator")), String::new(), "", "Facilitator", changes)
    });
    let evaluators = evaluators(session.entries()).into_iter().zip(1..).map(|(name, number)| {
        let who = Attendee::Other(AdditionId::new(&format!("evaluator-{number}")));
        participant(who, String::new(), name, "Evaluator", changes)
    });
    let mut all: Vec<Participant> = seats.chain(facilitator).chain(evaluators).collect();
    for (_, edit) in changes.iter() {
        if let Edit::Participant { who: who @ Attendee::Other(_), .. } = edit
            && !all.iter().any(|known| known.who == *who)
        {
            let added = participant(who.clone(), String::new(), "", "", changes);
            // A name that was taken back leaves nobody.
            all.extend(Some(added).filter(|added| !added.name.is_blank()));
        }
    }
    all
}

fn participant(who: Attendee, seat: String, name: &str, function: &str, changes: &Changes<'_>) -> Participant {
    // Whoever takes a name back takes the whole row back.
    let field = |automatic: &str, pick: fn(&Edit) -> Option<(&Attendee, &str, &str)>| {
        changes.text(automatic, |edit| match pick(edit) {
            Some((edited, name, text)) if *edited == who => {
                Some(if name.trim().is_empty() { String::new() } else { text.to_owned() })
            }
            _ => None,
        })
    };
    Participant {
        seat,
        name: field(name, |edit| match edit {
            Edit::Participant { who, name, .. } => Some((who, name, name)),
            _ => None,
        }),
        organization: field("", |edit| match edit {
            Edit::Participant { who, name, organization, .. } => Some((who, name, organization)),
            _ => None,
        }),
        function: field(function, |edit| match edit {
            Edit::Participant { who, name, function, .. } => Some((who, name, function)),
            _ => None,
        }),
        who,
    }
}

/// The names of those who signed a mark or an edit, in the order in which they first did.
fn evaluators(entries: &[Entry]) -> Vec<&str> {
    let names = entries.iter().filter_map(|entry| match entry {
        Entry::Mark { author: Author::Evaluator(name), .. } => Some(name.as_str()),
        _ => None,
    });
    names.fold(Vec::new(), |mut kept, name| {
        if !kept.contains(&name) {
            kept.push(name);
        }
        kept
    })
}
