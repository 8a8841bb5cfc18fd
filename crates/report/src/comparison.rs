//! A comparison of several sessions as Markdown, in the requested language.
//!
//! The text is a template under `assets/report/compare`, one for each language, filled from a [`Comparison`].
//! Numbers follow the conventions of the language. Values are escaped as in the debrief. Table columns are padded
//! to the width of their widest cell, so that the source is readable as plain text.

use minijinja::{Value, context};

use super::language::Language;
use super::markdown;
use super::number::{self, NumberFormat};
use goldenhour_core::compare::Comparison;
use goldenhour_core::time::{SimDuration, SimTime};

/// Returns the template of a language.
fn template(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../../assets/report/compare/en.md"),
        Language::German => include_str!("../../../assets/report/compare/de.md"),
    }
}

/// Returns a comparison as Markdown.
///
/// # Panics
///
/// Never in practice: the templates are part of the program, and a test renders them.
pub fn document(comparison: &Comparison, language: Language) -> String {
    let mut environment = markdown::environment();
    let numbers = NumberFormat::of(language);
    environment.add_filter("whole", move |value: f64| numbers.whole(value));
    environment.add_filter("decimal", move |value: f64| numbers.decimal(value));
    // Marked as safe, because a plus sign at the beginning of a cell does not start a list and needs no escape.
    environment.add_filter("signed", move |value: f64| Value::from_safe_string(numbers.signed_whole(value)));
    environment.add_filter("moment", |minutes: u32| SimTime::from_minutes(minutes).to_string());
    environment.add_filter("figure", move |value: Option<f64>, figure: &str, currency: &str, never: &str| {
        value.map_or_else(|| never.to_owned(), |value| figure_in_words(value, figure, currency, numbers))
    });
    environment.add_template("compare.md", template(language)).expect("the embedded template is valid");
    let template = environment.get_template("compare.md").expect("the template was just added");
    let values = context! { compare => Value::from_serialize(comparison) };
    aligned(&template.render(values).expect("the template uses only values that are provided"))
}

/// Formats an outcome figure with its unit.
fn figure_in_words(value: f64, figure: &str, currency: &str, numbers: NumberFormat) -> String {
    match figure {
        "trust_final" | "trust_min" | "awareness_final" | "negative_share_peak" => numbers.percent(value),
        "revenue_lost" | "costs" => numbers.money(value, currency),
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number of minutes")]
        "first_word" => number::length(SimDuration::from_minutes(value as u32)),
        _ => numbers.whole(value),
    }
}

/// Pads the columns of every table to the width of their widest cell and collapses consecutive blank lines.
fn aligned(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    let mut table: Vec<&str> = Vec::new();
    for line in text.lines().chain(std::iter::once("")) {
        if line.starts_with('|') {
            table.push(line);
            continue;
        }
        push_table(&std::mem::take(&mut table), &mut out);
        if line.is_empty() && out.ends_with("\n\n") {
            continue;
        }
        out.push_str(line);
        out.push('\n');
    }
    // The extra empty line added above leaves a trailing blank line.
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn push_table(table: &[&str], out: &mut String) {
    let rows: Vec<Vec<String>> = table.iter().map(|line| cells(line)).collect();
    let widest = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell)).max();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(|column| widest(column).unwrap_or(0).max(3)).collect();
    for row in &rows {
        for (cell, width) in row.iter().zip(&widths) {
            let is_rule = cell == "---";
            let filled = if is_rule { "-".repeat(*width) } else { padded(cell, *width) };
            out.push_str("| ");
            out.push_str(&filled);
            out.push(' ');
        }
        out.push_str("|\n");
    }
}

fn width(cell: &str) -> usize {
    cell.chars().count()
}

fn padded(cell: &str, wanted: usize) -> String {
    format!("{cell}{}", " ".repeat(wanted.saturating_sub(width(cell))))
}

/// Splits a table line into cells, except at escaped bars.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_escaped = false;
    for character in line.trim().trim_start_matches('|').chars() {
        match (character, is_escaped) {
            ('|', false) => cells.push(String::new()),
            _ => cells.last_mut().expect("there is always a last cell").push(character),
        }
        is_escaped = character == '\\' && !is_escaped;
    }
    cells.pop();
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_aligned_and_escaped_bars_do_not_split_cells() {
        let text = "| Größe | A |\n| --- | --- |\n| x\\|y | **72** |\n\nMore.\n";
        let expected = "| Größe | A      |\n| ----- | ------ |\n| x\\|y  | **72** |\n\nMore.\n";
        assert_eq!(aligned(text), expected);
    }

    #[test]
    fn numbers_have_units_and_localized_separators() {
        let (english, german) = (NumberFormat::of(Language::English), NumberFormat::of(Language::German));
        assert_eq!(figure_in_words(0.414, "trust_min", "EUR", english), "41\u{a0}%");
        assert_eq!(figure_in_words(125.0, "first_word", "EUR", german), "2\u{a0}h 5\u{a0}min");
        assert_eq!(figure_in_words(1234.0, "costs", "EUR", english), "EUR\u{a0}1,234");
        assert_eq!(figure_in_words(1234.0, "costs", "EUR", german), "EUR\u{a0}1.234");
    }
}
