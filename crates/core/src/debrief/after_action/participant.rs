//! Participants: the roles of the response team, the facilitator and evaluators, and people added by a reviewer.
//!
//! The session records the roles and the names of evaluators who signed a mark. It does not record the names of
//! players, which are left blank.

use serde::Serialize;

use super::edited::{Changes, Edited};
use crate::id::AdditionId;
use crate::session::edit::Attendee;
use crate::session::{Author, Edit, Entry, Session};

/// A participant.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Participant {
    /// Role or other function in the exercise. Edits refer to the participant by this value.
    pub who: Attendee,
    /// Role and the character who holds it in the scenario; empty for participants without a role.
    pub seat: String,
    /// Name.
    pub name: Edited,
    /// Organization or department.
    pub organization: Edited,
    /// Function in the exercise.
    pub function: Edited,
}

/// Returns all participants: roles first, then facilitator and evaluators, then people added by a reviewer.
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
            // Clearing the name of an added participant removes the participant.
            all.extend(Some(added).filter(|added| !added.name.is_blank()));
        }
    }
    all
}

fn participant(who: Attendee, seat: String, name: &str, function: &str, changes: &Changes<'_>) -> Participant {
    // Clearing the name clears the whole row.
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

/// Returns the names of evaluators who signed a mark, in the order of their first marks.
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
