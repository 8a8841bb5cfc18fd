//! `goldenhour score --read-again`: plays a session anew, so that all texts are read by the present reader, and reports
//! what they now say differently and what that changes in the score.

use std::fmt::Write;
use std::path::Path;

use serde::Serialize;

use super::input::{read_session, replay_session};
use super::{Failure, output};
use goldenhour_core::ensemble;
use goldenhour_core::scoring::Scorecard;
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::{Entry, Mode, Session, script};
use goldenhour_core::statement::Statement;
use goldenhour_core::statement::wording::in_words;
use goldenhour_core::time::SimTime;

/// Comparison of a session as recorded with the same session read again.
#[derive(Debug, Serialize)]
struct Comparison {
    as_recorded: Totals,
    read_again: Totals,
    changed: Vec<Change>,
}

/// Totals of a scorecard, 0 to 100.
#[derive(Debug, Serialize)]
struct Totals {
    playbook: f64,
    outcome: f64,
}

/// A statement that is now read differently.
#[derive(Debug, Serialize)]
struct Change {
    #[serde(serialize_with = "as_minutes")]
    at: SimTime,
    reader: String,
    no_longer_said: Vec<String>,
    now_said: Vec<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "signature required by serde")]
fn as_minutes<S: serde::Serializer>(at: &SimTime, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u32(at.minutes())
}

/// Runs the comparison and prints it.
pub(super) fn answer(file: &Path, json: bool) -> Result<(), Failure> {
    let recorded = read_session(file)?;
    let mut before = replay_session(file, &recorded)?;
    let failed = |error| Failure::reading(file, &goldenhour_core::session::ReadError::from(error));
    let mut after =
        Session::begin(before.scenario().clone(), before.seed(), Mode::Headless, Box::new(Unkept)).map_err(failed)?;
    let entries = before.entries().to_vec();
    script::play(&mut after, &entries, before.now(), &mut |_, _| {}).map_err(failed)?;
    let comparison = Comparison {
        changed: changes(&before, &after),
        as_recorded: totals(&ensemble::score(&mut before)),
        read_again: totals(&ensemble::score(&mut after)),
    };
    if json { output::answer_json(&comparison) } else { output::answer(&text(&comparison)) }
}

fn totals(card: &Scorecard) -> Totals {
    Totals { playbook: card.playbook.total, outcome: card.outcome.total }
}

/// Returns the statements that are read differently. Decisions that are no longer possible are left out.
fn changes(before: &Session, after: &Session) -> Vec<Change> {
    let statements = |session: &Session| -> Vec<(SimTime, Statement)> {
        let decisions = session.entries().iter().filter_map(|entry| match entry {
            Entry::Decision(decision) => Some((decision.at, decision.content.statement()?.clone())),
            Entry::Control { .. }
            | Entry::Note { .. }
            | Entry::Review { .. }
            | Entry::Mark { .. }
            | Entry::Edit { .. }
            | Entry::Checkpoint(_) => None,
        });
        decisions.collect()
    };
    let again = statements(after);
    let words = |statement: &Statement| -> Vec<String> {
        let said = statement.said();
        said.iter().filter_map(|claim| in_words(&claim.topic, &claim.says, before.scenario())).collect()
    };
    let change = |(at, old): (SimTime, Statement)| {
        let (_, new) = again.iter().find(|(time, new)| *time == at && new.text == old.text)?;
        let (old_words, new_words) = (words(&old), words(new));
        let without = |some: &[String], others: &[String]| -> Vec<String> {
            some.iter().filter(|words| !others.contains(words)).cloned().collect()
        };
        let (no_longer_said, now_said) = (without(&old_words, &new_words), without(&new_words, &old_words));
        let reader = old.reading.as_ref().map_or_else(|| "outline".to_owned(), |reading| reading.reader.clone());
        (!no_longer_said.is_empty() || !now_said.is_empty()).then_some(Change { at, reader, no_longer_said, now_said })
    };
    statements(before).into_iter().filter_map(change).collect()
}

fn text(comparison: &Comparison) -> String {
    let mut text = String::new();
    let (before, after) = (&comparison.as_recorded, &comparison.read_again);
    let _ = writeln!(text, "             as recorded  read again");
    let _ = writeln!(text, "playbook     {:11.1}  {:10.1}", before.playbook, after.playbook);
    let _ = writeln!(text, "outcome      {:11.1}  {:10.1}", before.outcome, after.outcome);
    if comparison.changed.is_empty() {
        let _ = writeln!(text, "\nEvery statement says the same as before.");
    }
    for change in &comparison.changed {
        let _ = writeln!(text, "\nStatement at {} (read by {})", change.at, change.reader);
        for words in &change.no_longer_said {
            let _ = writeln!(text, "   no longer said: {words}");
        }
        for words in &change.now_said {
            let _ = writeln!(text, "   now said: {words}");
        }
    }
    text
}
