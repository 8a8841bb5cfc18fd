//! Actions that were done too late.

use super::analysis::Analysis;
use super::cause::CauseKind;
use super::delay::{self, Term};
use super::phrase::{in_a_sentence, stem};
use crate::scoring::{EvidenceItem, Record};

/// All late actions, without duplicates.
#[derive(Default)]
pub struct Lateness(Vec<Late>);

/// A late action with every reference time against which it was measured.
struct Late {
    what: EvidenceItem,
    respects: Vec<String>,
    measured: Vec<EvidenceItem>,
    term: Term,
}

impl Lateness {
    /// Records an action if it was late. A second measurement of the same action is merged with the first.
    pub fn note(&mut self, what: &EvidenceItem, measured: &EvidenceItem, term: Term) {
        let done = what.at.unwrap_or_default();
        if done <= term.limit {
            return;
        }
        let from = measured.at.unwrap_or_default();
        let allowed = term.limit.since(from).minutes() > 0;
        let by =
            if allowed { format!(", {} later than full credit allows", done.since(term.limit)) } else { String::new() };
        let respect = format!("{} after {}{by}", done.since(from), in_a_sentence(stem(&measured.text)));
        match self.0.iter_mut().find(|late| late.what == *what) {
            Some(late) => {
                late.respects.push(respect);
                late.measured.push(measured.clone());
                late.term.limit = late.term.limit.min(term.limit);
            }
            None => self.0.push(Late {
                what: what.clone(),
                respects: vec![respect],
                measured: vec![measured.clone()],
                term,
            }),
        }
    }

    /// Adds a cause for each late action, followed by the reasons for its delay.
    pub fn conclude(self, record: &Record<'_>, found: &mut Analysis) {
        for late in self.0 {
            let done = late.what.at.unwrap_or_default();
            let decided = delay::decided(late.what.entry, done, record);
            let text = format!("“{}” came at {done}: {}.{decided}", stem(&late.what.text), late.respects.join("; "));
            let entry = late.what.entry;
            let evidence = std::iter::once(late.what).chain(late.measured).collect();
            found.add(CauseKind::TooLate, text, evidence);
            delay::explain(entry, &late.term, done, (record, found));
        }
    }
}
