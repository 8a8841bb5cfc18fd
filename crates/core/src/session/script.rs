//! Decisions files: the inputs of a session as a list that a person can write.
//!
//! There are two forms. The short form is a list of decisions,
//! `[(at: "T+00:05", by: "comms", action: "call-team"), …]`. The long form is a list of log entries,
//! `[Decision(…), Review(…), Mark(…), Edit(…)]`, and can express everything that a session can contain. A session
//! exported with [`cut`] and run with [`play`] gives the same result. Checkpoints are omitted because they are
//! specific to one session.

use std::io;

use super::log::Entry;
use super::{RecordError, Session};
use crate::decision::Decision;
use crate::scenario::file::dialect;
use crate::time::SimTime;

/// Parses a decisions file in either form, sorted by time.
///
/// # Errors
/// Returns an error with its position if the text has neither form.
pub fn parse(text: &str) -> Result<Vec<Entry>, ron::error::SpannedError> {
    let mut entries: Vec<Entry> = if lists_entries(text) {
        dialect().from_str(text)?
    } else {
        let decisions: Vec<Decision> = dialect().from_str(text)?;
        decisions.into_iter().map(Entry::Decision).collect()
    };
    entries.retain(|entry| !matches!(entry, Entry::Checkpoint(_)));
    entries.sort_by_key(Entry::at);
    Ok(entries)
}

/// Returns whether the first item in the list has a name. Entries have one and plain decisions do not.
fn lists_entries(text: &str) -> bool {
    let mut rest = text.trim_start();
    loop {
        rest = if let Some(line) = rest.strip_prefix("//") {
            line.split_once('\n').map_or("", |(_, after)| after)
        } else if let Some(block) = rest.strip_prefix("/*") {
            block.split_once("*/").map_or("", |(_, after)| after)
        } else if let Some(list) = rest.strip_prefix('[') {
            list
        } else {
            return rest.starts_with(|c: char| c.is_ascii_alphabetic());
        }
        .trim_start();
    }
}

/// Exports the inputs of a session as a decisions file.
pub fn cut<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> String {
    let kept = entries.into_iter().filter(|entry| !matches!(entry, Entry::Checkpoint(_)));
    let lines = kept.map(|entry| format!("    {},\n", entry.to_line()));
    format!("[\n{}]\n", lines.collect::<String>())
}

/// Applies entries at their times up to a moment, calling `refused` for each entry that is not possible.
///
/// # Errors
/// Returns an error if the log cannot be written.
pub fn play(
    session: &mut Session,
    entries: &[Entry],
    until: SimTime,
    refused: &mut dyn FnMut(&Entry, &RecordError),
) -> io::Result<()> {
    for entry in entries.iter().filter(|entry| entry.at() <= until) {
        session.advance_to(entry.at())?;
        put(session, entry, refused)?;
    }
    session.advance_to(until)?;
    session.checkpoint()
}

fn put(session: &mut Session, entry: &Entry, refused: &mut dyn FnMut(&Entry, &RecordError)) -> io::Result<()> {
    let put = match entry.clone() {
        Entry::Decision(decision) => session.decide(decision),
        Entry::Control { control, .. } => session.control(control),
        Entry::Note { author, text, .. } => session.note(author, text),
        Entry::Review { author, review, .. } => session.review(author, review),
        Entry::Mark { author, mark, .. } => session.mark(author, mark),
        Entry::Edit { author, edit, .. } => session.edit(author, edit),
        Entry::Checkpoint(_) => Ok(()),
    };
    match put {
        Ok(()) => Ok(()),
        Err(RecordError::Log(error)) => Err(error),
        Err(other) => {
            refused(entry, &other);
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_full_entries_are_parsed() {
        let short = "// by hand\n[(at: \"T+00:05\", by: \"comms\", action: \"call-team\")]";
        let long = "/* cut */ [ // entries\n Note(at: \"T+00:09\", author: Facilitator, text: \"x\"), \
                    Decision(at: \"T+00:05\", by: \"comms\", action: \"call-team\")]";
        assert_eq!(parse(short).unwrap().len(), 1);
        let entries = parse(long).unwrap();
        assert!(matches!(entries[0], Entry::Decision(_)), "entries are sorted by time");
        assert_eq!(parse(&cut(&entries)).unwrap(), entries);
    }

    #[test]
    fn an_empty_list_has_no_decisions() {
        assert!(parse("[]").unwrap().is_empty());
        assert!(parse("[ /* nothing */ ]").unwrap().is_empty());
    }

    #[test]
    fn an_error_has_a_location() {
        let error = parse("[\n (at: \"T+00:05\", by: \"comms\", act: \"call-team\")]").unwrap_err();
        assert_eq!(error.span.start.line, 2);
    }
}
