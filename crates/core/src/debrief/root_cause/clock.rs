//! Clocks that were met late or missed.

use super::analysis::Analysis;
use super::cause::CauseKind;
use super::delay::{self, Term};
use super::omission::never_begun;
use crate::id::StakeholderId;
use crate::scenario::{Action, Ask, Clock, Effect};
use crate::scoring::{EvidenceItem, Record};
use crate::time::SimTime;
use crate::timeline::{EventKind, TimelineEvent};

/// Adds a cause for each overdue clock.
pub fn explain(record: &Record<'_>, found: &mut Analysis) {
    for event in &record.timeline.events {
        let EventKind::ClockOverdue(id) = &event.what else { continue };
        let Some(clock) = record.scenario.clock(id) else { continue };
        let due = EvidenceItem::at(event.at, event.cause, format!("due: {}", clock.title));
        let late = record.timeline.first(|what| matches!(what, EventKind::ClockLate(late) if late == id));
        if let Some(late) = late {
            met_late(clock, due, late, (record, found));
        } else {
            let text = format!("“{}” was due at {} and never met.", clock.title, event.at);
            found.add(CauseKind::NotDone, text, vec![due]);
            never_begun(&telling(&clock.recipient, record), record, found);
        }
    }
}

fn met_late(clock: &Clock, due: EvidenceItem, late: &TimelineEvent, (record, found): (&Record<'_>, &mut Analysis)) {
    let started =
        record.timeline.first(|what| matches!(what, EventKind::ClockStarted { clock: id, .. } if *id == clock.id));
    let term = Term { from: started.map_or(SimTime::START, |event| event.at), limit: due.at.unwrap_or_default() };
    // A clock stops when its recipient is notified, so the log entry of that notification is the cause.
    let telling = record.timeline.events.iter().rev().find(|event| {
        event.at <= late.at && matches!(&event.what, EventKind::StakeholderTold(id) if *id == clock.recipient)
    });
    let entry = telling.and_then(|event| event.cause);
    let decided = delay::decided(entry, late.at, record);
    let text = format!(
        "“{}” was due at {} and met at {}, {} late.{decided}",
        clock.title,
        term.limit,
        late.at,
        late.at.since(term.limit),
    );
    let met = EvidenceItem::at(late.at, entry, format!("met late: {}", clock.title));
    found.add(CauseKind::TooLate, text, vec![due, met]);
    delay::explain(entry, &term, late.at, (record, found));
}

/// Returns the actions that notify a stakeholder.
fn telling<'a>(recipient: &StakeholderId, record: &Record<'a>) -> Vec<&'a Action> {
    let tells = |action: &&Action| {
        let by_word = matches!(&action.asks, Ask::Statement { to: Some(party), .. } if party == recipient);
        by_word || action.all_effects().any(|effect| matches!(effect, Effect::Tell(party) if party == recipient))
    };
    record.scenario.actions.iter().filter(tells).collect()
}
