//! The debrief as Markdown, for teams that keep their reports as text.
//!
//! The template is filled like the HTML page, except that Markdown syntax is escaped in every value instead of
//! HTML. User text can therefore neither break a table nor become a heading, a link or a tag. Prose is written with
//! one sentence per line, so that diffs show which sentence changed.

use std::fmt::Write;

use minijinja::{AutoEscape, Environment, Value, context};

use super::report::Report;
use goldenhour_core::debrief::Debrief;

/// Name of the template in the engine.
const NAME: &str = "debrief.md";

/// Template of the document.
const TEMPLATE: &str = include_str!("../../../assets/report/debrief.md");

/// Template of the section on luck and turning points.
const TURNING: (&str, &str) = ("turning.md", include_str!("../../../assets/report/turning.md"));

/// Returns the debrief as Markdown.
///
/// # Panics
///
/// Never in practice: the template is part of the program, and a test renders it.
pub fn document(debrief: &Debrief) -> String {
    let mut environment = environment();
    environment.add_template(NAME, TEMPLATE).expect("the embedded template is valid");
    environment.add_template(TURNING.0, TURNING.1).expect("the embedded template is valid");
    let template = environment.get_template(NAME).expect("the template was just added");
    let report = Report::of(debrief);
    let values = context! {
        report => Value::from_serialize(&report),
        turning => Value::from_serialize(&report.turning),
    };
    template.render(values).expect("the template uses only values that are provided")
}

/// Returns a template engine that escapes every value for Markdown.
pub(super) fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_trim_blocks(true);
    environment.set_lstrip_blocks(true);
    environment.set_keep_trailing_newline(true);
    environment.set_auto_escape_callback(|_| AutoEscape::Custom("markdown"));
    environment.set_formatter(|out, _, value| {
        if value.is_safe() {
            out.write_str(value.as_str().unwrap_or_default())?;
        } else {
            out.write_str(&escape(&value.to_string()))?;
        }
        Ok(())
    });
    environment.add_filter("sentences", |text: &str| Value::from_safe_string(sentences(text)));
    environment.add_filter("broken", |text: &str| Value::from_safe_string(broken(text)));
    environment.add_filter("quoted", |text: &str| Value::from_safe_string(quoted(text)));
    environment
}

/// Escapes Markdown syntax and joins all lines into one.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, character) in one_line(text).chars().enumerate() {
        let special = match character {
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '<' | '>' | '~' => true,
            '#' | '+' | '-' => index == 0,
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// Escapes prose and puts each sentence on its own line.
fn sentences(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, sentence) in split(text).into_iter().enumerate() {
        let gap = if index > 0 { "\n" } else { "" };
        let _ = write!(out, "{gap}{}", escape(sentence));
    }
    out
}

/// Escapes the text of a table cell and keeps its line breaks.
fn broken(text: &str) -> String {
    text.lines().map(escape).filter(|line| !line.is_empty()).collect::<Vec<String>>().join("<br/>")
}

/// Escapes prose as a block quote, with each sentence on its own line.
fn quoted(text: &str) -> String {
    format!("> {}", sentences(text).replace('\n', "\n> "))
}

/// Splits prose after every full stop, question mark or exclamation mark followed by a capital letter.
fn split(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut rest = text.trim();
    while let Some(end) = sentence_end(rest) {
        sentences.push(&rest[..end]);
        rest = rest[end..].trim_start();
    }
    if !rest.is_empty() {
        sentences.push(rest);
    }
    sentences
}

fn sentence_end(text: &str) -> Option<usize> {
    let ends = text.match_indices(['.', '?', '!']).map(|(at, mark)| at + mark.len());
    ends.into_iter().find(|end| {
        let mut after = text[*end..].chars();
        after.next().is_some_and(char::is_whitespace) && after.next().is_some_and(char::is_uppercase)
    })
}

/// Joins a text into one line. Non-breaking spaces are kept.
fn one_line(text: &str) -> String {
    text.split([' ', '\t', '\r', '\n']).filter(|word| !word.is_empty()).collect::<Vec<&str>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn markdown_of_a_small_debrief_matches_snapshot() {
        insta::assert_snapshot!(document(&sample::debrief()));
    }

    #[test]
    fn untrusted_text_cannot_break_the_document() {
        let mut debrief = sample::debrief();
        debrief.after_action.overview[0].text.automatic = "<script>alert(1)</script> | **bold**".into();
        debrief.clocks[0].title = "one | two\n# three".into();
        let document = document(&debrief);
        assert!(document.starts_with("# \\<script\\>alert(1)\\</script\\> \\| \\*\\*bold\\*\\*\n"), "{document}");
        assert!(document.contains("one \\| two # three"));
        assert!(!document.contains("\n# three"));
    }

    #[test]
    fn every_table_row_has_as_many_cells_as_the_header() {
        let document = document(&sample::debrief()).replace("\\|", "");
        let (mut cells, mut compared) = (None, 0);
        for line in document.lines() {
            let count = line.starts_with('|').then(|| line.matches('|').count());
            if let (Some(expected), Some(count)) = (cells, count) {
                assert_eq!(count, expected, "{line}");
                compared += 1;
            }
            cells = count;
        }
        assert!(compared > 20, "{compared} rows");
    }

    #[test]
    fn prose_has_one_sentence_per_line() {
        assert_eq!(
            sentences("Trust is 4.5 of 5. It fell. Why? “So.” e.g. this"),
            "Trust is 4.5 of 5.\nIt fell.\nWhy? “So.” e.g. this"
        );
    }

    #[test]
    fn markup_at_the_start_of_a_line_is_escaped() {
        assert_eq!(escape("- a\n+ b"), "\\- a + b");
        assert_eq!(escape("# a"), "\\# a");
    }
}
