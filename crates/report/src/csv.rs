//! The debrief as tables for a spreadsheet: one CSV file for each list.
//!
//! The main file is the log. The other files are in the same folder and named by their [part](Document::part). Each
//! opens in a spreadsheet with a double click: it follows RFC 4180 and has a UTF-8 byte order mark, a header row,
//! and plain numbers with a decimal point. Units are part of the column names or documented in
//! `docs/debrief-files.md`. Every time has two columns, in minutes since StartEx for calculations and as `T+hh:mm`
//! for readers. A missing value is an empty cell.
//!
//! Spreadsheets interpret text that begins with `=`, `+`, `-` or `@` as a formula, and text written by players may
//! begin this way. Such a cell is prefixed with an apostrophe, which marks it as text, unless it is a number.

use std::fmt::Display;

use csv::{Terminator, WriterBuilder};

use super::document::Document;
use super::report::{audience, soundness, trigger};
use goldenhour_core::debrief::{ClaimReview, ClockReview, Debrief, ResponseTime, StatementReview};
use goldenhour_core::scenario::Metric;
use goldenhour_core::scoring::{CriterionScore, EvidenceItem, StepScore};
use goldenhour_core::time::SimTime;

/// UTF-8 byte order mark, without which spreadsheets may assume another encoding.
const MARK: &str = "\u{feff}";

/// Characters that begin a formula, including their full-width forms.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Names of the parts, in the order of the documents. The main file has an empty name.
pub const PARTS: [&str; 7] = ["", "criteria", "responses", "series", "clocks", "statements", "team"];

/// Functions that build the tables, in the same order.
const TABLES: [fn(&Debrief) -> Table; PARTS.len()] = [log, criteria, responses, series, clocks, statements, team];

/// Returns the debrief as tables, the main one first.
pub fn documents(debrief: &Debrief) -> Vec<Document> {
    PARTS.into_iter().zip(TABLES).map(|(part, table)| table(debrief).document(part)).collect()
}

/// A header row and data rows.
struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    fn headed(head: &[&str]) -> Self {
        Table { rows: vec![head.iter().map(|&name| name.to_owned()).collect()] }
    }

    fn filled(head: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> Self {
        let mut table = Table::headed(head);
        table.rows.extend(rows);
        table
    }

    fn document(&self, part: &'static str) -> Document {
        let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(MARK.as_bytes().to_vec());
        for row in &self.rows {
            writer.write_record(row).expect("all rows have equal length, and writing to memory cannot fail");
        }
        Document { part, bytes: writer.into_inner().expect("writing to memory cannot fail") }
    }
}

fn log(debrief: &Debrief) -> Table {
    let rows = debrief.log.iter().map(|line| {
        let [minute, time] = moment(line.at);
        let calendar = debrief.calendar.at(line.at).strftime("%Y-%m-%d %H:%M").to_string();
        let by = line.by.as_deref().map(text).unwrap_or_default();
        vec![minute, time, calendar, or_empty(line.entry), line.kind.word().to_owned(), by, text(&line.text)]
    });
    Table::filled(&["minute", "time", "calendar", "entry", "kind", "by", "text"], rows)
}

fn criteria(debrief: &Debrief) -> Table {
    let head = [
        "step",
        "step_title",
        "criterion",
        "title",
        "verdict",
        "points",
        "max_points",
        "overridden_points",
        "overridden_by",
        "overridden_reason",
        "evidence",
    ];
    let steps = debrief.scorecard.playbook.steps.iter();
    Table::filled(
        &head,
        steps.flat_map(|step| step.criteria.iter().map(move |criterion| criterion_row(step, criterion))),
    )
}

fn criterion_row(step: &StepScore, criterion: &CriterionScore) -> Vec<String> {
    let overridden = criterion.overridden.as_ref();
    vec![
        text(step.id.as_str()),
        text(&step.title),
        text(criterion.id.as_str()),
        text(&criterion.title),
        criterion.verdict.word().to_owned(),
        number(criterion.score),
        number(criterion.max),
        overridden.map(|overridden| number(overridden.score)).unwrap_or_default(),
        overridden.map(|overridden| text(&overridden.by)).unwrap_or_default(),
        overridden.map(|overridden| text(&overridden.reason)).unwrap_or_default(),
        text(&criterion.evidence.iter().map(evidence).collect::<Vec<String>>().join("\n")),
    ]
}

fn evidence(item: &EvidenceItem) -> String {
    item.at.map_or_else(|| item.text.clone(), |at| format!("{at} {}", item.text))
}

fn responses(debrief: &Debrief) -> Table {
    let head = [
        "question",
        "from",
        "asked_minute",
        "asked",
        "due_minute",
        "due",
        "answered_minute",
        "answered",
        "minutes_to_answer",
        "status",
    ];
    Table::filled(&head, debrief.responses.iter().map(response_row))
}

fn response_row(response: &ResponseTime) -> Vec<String> {
    let mut row = vec![text(&response.title), text(&response.from)];
    row.extend(moment(response.asked));
    row.extend(moment(response.due));
    row.extend(moment_if_any(response.answered));
    row.push(or_empty(response.answered.map(|answered| answered.since(response.asked).minutes())));
    let status = match response.answered {
        Some(answered) if answered <= response.due => "in time",
        Some(_) => "late",
        None => "not answered",
    };
    row.push(status.to_owned());
    row
}

fn series(debrief: &Debrief) -> Table {
    let names = Metric::ALL.iter().map(|metric| metric.name());
    let head: Vec<&str> = ["minute", "time"].into_iter().chain(names).collect();
    let minutes = 0..u32::try_from(debrief.series.len()).unwrap_or(u32::MAX);
    let rows = minutes.map(SimTime::from_minutes).map(|at| {
        let values = Metric::ALL.iter().map(|metric| debrief.series.at(*metric, at).to_string());
        moment(at).into_iter().chain(values).collect()
    });
    Table::filled(&head, rows)
}

fn clocks(debrief: &Debrief) -> Table {
    let head = [
        "clock",
        "recipient",
        "started_by",
        "started_minute",
        "started",
        "due_minute",
        "due",
        "told_minute",
        "told",
        "status",
        "source",
        "grade",
        "checked_on",
    ];
    Table::filled(&head, debrief.clocks.iter().map(clock_row))
}

fn clock_row(clock: &ClockReview) -> Vec<String> {
    let mut row = vec![text(&clock.title), text(&clock.recipient), trigger(clock.kind).to_owned()];
    row.extend([clock.started, clock.due, clock.told].into_iter().flat_map(moment_if_any));
    row.extend([clock.status.word().to_owned(), text(&clock.source), text(&clock.grade), text(&clock.checked_on)]);
    row
}

/// Returns one row per claim, and one row for a statement without claims.
fn statements(debrief: &Debrief) -> Table {
    let head = [
        "statement",
        "minute",
        "time",
        "entry",
        "action",
        "audience",
        "text",
        "next_update_minute",
        "next_update",
        "claim_about",
        "claim",
        "soundness",
        "reversed_minute",
        "reversed",
    ];
    let numbered = debrief.statements.iter().zip(1_usize..);
    let rows = numbered.flat_map(|(statement, number)| {
        let claims: Vec<Option<&ClaimReview>> = match statement.claims.as_slice() {
            [] => vec![None],
            claims => claims.iter().map(Some).collect(),
        };
        claims.into_iter().map(move |claim| statement_row(number, statement, claim))
    });
    Table::filled(&head, rows)
}

fn statement_row(number: usize, statement: &StatementReview, claim: Option<&ClaimReview>) -> Vec<String> {
    let mut row = vec![number.to_string()];
    row.extend(moment(statement.at));
    row.push(statement.entry.to_string());
    row.extend([text(&statement.title), audience(statement.audience).to_owned(), text(&statement.text)]);
    row.extend(moment_if_any(statement.next_update));
    row.extend(match claim {
        Some(claim) => [text(&claim.about), text(&claim.text), soundness(claim.soundness).word.to_owned()],
        None => [String::new(), String::new(), String::new()],
    });
    row.extend(moment_if_any(claim.and_then(|claim| claim.reversed)));
    row
}

fn team(debrief: &Debrief) -> Table {
    let rows = debrief.team.iter().map(|load| {
        let mut row = vec![text(&load.title), text(&load.holder)];
        row.extend(moment_if_any(load.since));
        row.extend([load.works.to_string(), load.minutes.to_string()]);
        row
    });
    Table::filled(&["role", "holder", "since_minute", "since", "works", "minutes_led"], rows)
}

/// Returns a time in minutes since StartEx and as `T+hh:mm`.
fn moment(at: SimTime) -> [String; 2] {
    [at.minutes().to_string(), at.to_string()]
}

/// Returns the two cells of an optional time, empty if there is none.
fn moment_if_any(at: Option<SimTime>) -> [String; 2] {
    at.map(moment).unwrap_or_default()
}

fn or_empty(value: Option<impl Display>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// Formats a number with at most four decimals.
fn number(value: f64) -> String {
    let text = format!("{value:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Returns a text that spreadsheets do not interpret as a formula.
fn text(text: &str) -> String {
    if text.starts_with(FORMULA) && !is_number(text) { format!("'{text}") } else { text.to_owned() }
}

/// Returns whether a spreadsheet interprets a text as a plain number.
fn is_number(text: &str) -> bool {
    let written_as_one = text.chars().all(|c| c.is_ascii_digit() || "+-.eE".contains(c));
    written_as_one && text.parse::<f64>().is_ok_and(f64::is_finite)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    /// Returns the tables of a debrief by part, parsed back from the CSV output.
    fn tables(debrief: &Debrief) -> Vec<(&'static str, Vec<Vec<String>>)> {
        let read = |document: &Document| {
            let bytes = document.bytes.strip_prefix(MARK.as_bytes()).expect("the file begins with a byte order mark");
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
            let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect());
            (document.part, rows.collect())
        };
        documents(debrief).iter().map(read).collect()
    }

    fn table(debrief: &Debrief, part: &str) -> Vec<Vec<String>> {
        tables(debrief).into_iter().find(|(name, _)| *name == part).unwrap().1
    }

    /// Returns the cells of a column without its header.
    fn column(table: &[Vec<String>], name: &str) -> Vec<String> {
        let place = table[0].iter().position(|head| head == name).unwrap();
        table[1..].iter().map(|row| row[place].clone()).collect()
    }

    #[test]
    fn csv_of_a_small_debrief_matches_snapshot() {
        let mut debrief = sample::debrief();
        debrief.series = goldenhour_core::timeline::Series::default();
        let shown = documents(&debrief).into_iter().map(|document| {
            let text = String::from_utf8(document.bytes).unwrap().replace(MARK, "").replace("\r\n", "\n");
            format!("[{}]\n{text}", document.part)
        });
        insta::assert_snapshot!(shown.collect::<Vec<String>>().join("\n"));
    }

    #[test]
    fn every_table_has_unique_column_names_and_rows_of_equal_length() {
        for (part, rows) in tables(&sample::debrief()) {
            let mut names = rows[0].clone();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), rows[0].len(), "{part}");
            assert!(rows.len() > 1, "{part}");
            assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{part}");
        }
    }

    #[test]
    fn every_column_is_described() {
        let described = include_str!("../../../docs/debrief-files.md");
        for (part, rows) in tables(&sample::debrief()) {
            for name in &rows[0] {
                assert!(described.contains(&format!("`{name}`")), "{part}: {name}");
            }
        }
    }

    #[test]
    fn the_series_has_a_row_for_every_minute() {
        let table = table(&sample::debrief(), "series");
        assert_eq!(column(&table, "minute"), ["0", "1", "2"]);
        assert_eq!(column(&table, "trust"), ["0.64", "0.63", "0.62"]);
        assert_eq!(table[0].len(), 2 + Metric::ALL.len());
    }

    #[test]
    fn written_text_round_trips() {
        let mut debrief = sample::debrief();
        let written = "Größe: “5 €”, \"sofort\"; ja\r\nnein, 中文 𝄞";
        debrief.statements[0].text = written.to_owned();
        assert_eq!(column(&table(&debrief, "statements"), "text")[0], written);
    }

    #[test]
    fn formulas_are_escaped_and_numbers_stay_numbers() {
        for (written, cell) in [
            ("=1+1", "'=1+1"),
            ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
            ("+49 30 1234", "'+49 30 1234"),
            ("-", "'-"),
            ("- first", "'- first"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("＝1", "'＝1"),
            ("-5", "-5"),
            ("+3.5", "+3.5"),
            ("-inf", "'-inf"),
            ("we = us", "we = us"),
            ("'quoted'", "'quoted'"),
            ("", ""),
        ] {
            let mut debrief = sample::debrief();
            debrief.log[0].text = written.to_owned();
            assert_eq!(column(&table(&debrief, ""), "text")[0], cell, "{written:?}");
        }
    }

    #[test]
    fn numbers_are_written_without_formatting() {
        for (value, cell) in [
            (0.0, "0"),
            (5.71, "5.71"),
            (1_234_567.0, "1234567"),
            (-0.25, "-0.25"),
            (-0.000_01, "0"),
            (1.0 / 3.0, "0.3333"),
        ] {
            assert_eq!(number(value), cell);
        }
    }
}
