//! Texts of the comparison: heading, remarks, players, modes and figures.

use crate::app::language::Texts;
use crate::app::measure;
use goldenhour_core::compare::row::{self, Cell, Figure, Number, Row};
use goldenhour_core::compare::{Compare, Remark, Run};
use goldenhour_core::session::Mode;
use goldenhour_core::time::SimDuration;

/// Figures shown on screen, with the Fluent ids of their names. The exported document contains more.
const FIGURES: [(Figure, &str); 6] = [
    (Figure::TrustFinal, "compare-trust-final"),
    (Figure::TrustMin, "compare-trust-lowest"),
    (Figure::CustomersLost, "compare-customers-lost"),
    (Figure::RevenueLost, "compare-revenue-lost"),
    (Figure::Costs, "compare-costs"),
    (Figure::FirstWord, "compare-first-word"),
];

/// Returns the heading.
pub fn heading(compare: &Compare, texts: &Texts) -> String {
    let count = compare.runs.len();
    match compare.runs.first().filter(|_| compare.is_of_one_scenario()) {
        Some(run) => texts.fill("compare-heading", [("title", run.title.as_str().into()), ("count", count.into())]),
        None => texts.fill("compare-heading-several", [("count", count.into())]),
    }
}

/// Returns the text of a caveat for reading the comparison.
pub fn remark(texts: &Texts, remark: Remark) -> String {
    texts.say(match remark {
        Remark::DifferentScenarios => "compare-several",
        Remark::DifferentEditions => "compare-editions",
        Remark::DifferentPlaybooks => "compare-playbooks",
        Remark::DifferentLengths => "compare-lengths",
        Remark::Overridden => "compare-overridden",
        Remark::UnknownOrder => "compare-unknown-order",
    })
}

/// Returns the players on one line, or `None` if no names were entered.
pub fn players(run: &Run) -> Option<String> {
    let all: Vec<String> = run.players.iter().map(|seat| format!("{} ({})", seat.player, seat.role)).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// Returns the name of a session's mode.
pub fn mode(run: &Run, texts: &Texts) -> String {
    texts.say(match run.mode {
        Mode::Solo => "compare-solo",
        Mode::Paced => "compare-paced",
        Mode::Discussion => "compare-discussion",
        Mode::Headless => "compare-headless",
        Mode::Review => "compare-review",
    })
}

/// Returns the name of one of the two scores.
pub fn number(texts: &Texts, number: Number) -> String {
    texts.say(match number {
        Number::Playbook => "compare-playbook",
        Number::Outcome => "compare-outcome",
    })
}

/// Returns the figures shown on screen, formatted as text.
pub fn figures(compare: &Compare, texts: &Texts) -> Vec<Row<String, String>> {
    let currency = compare.runs.first().map_or("", |run| run.currency.as_str());
    let all = row::figures(compare);
    let shown = FIGURES.into_iter().filter_map(|(figure, key)| {
        let row = all.iter().find(|row| row.subject == figure)?;
        let cell = |cell: &Cell<Option<f64>>| Cell {
            value: figure_in_words(texts, figure, cell.value, currency),
            is_best: cell.is_best,
        };
        Some(Row { subject: texts.say(key), cells: row.cells.iter().map(cell).collect() })
    });
    shown.collect()
}

fn figure_in_words(texts: &Texts, figure: Figure, value: Option<f64>, currency: &str) -> String {
    let Some(value) = value else { return texts.say("compare-no-word") };
    match figure {
        Figure::TrustFinal | Figure::TrustMin | Figure::AwarenessFinal | Figure::NegativeSharePeak => {
            format!("{:.0}", 100.0 * value)
        }
        Figure::RevenueLost | Figure::Costs => measure::money(texts, value, currency),
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole minutes, never negative")]
        Figure::FirstWord => measure::length(texts, SimDuration::from_minutes(value as u32)),
        Figure::CustomersLost | Figure::CoverageArea | Figure::RecordsExposed | Figure::ClocksFailed => {
            measure::count(texts, value.round())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::language::Language;
    use goldenhour_core::compare::run::SEATS;

    #[test]
    fn seat_notes_use_the_format_that_comparisons_parse() {
        for language in Language::ALL {
            let texts = Texts::load(language).unwrap();
            let filling = [("role", "{role}".into()), ("holder", "{holder}".into()), ("player", "{player}".into())];
            assert!(SEATS.contains(&texts.fill("briefing-seat", filling).as_str()), "{language:?}");
        }
    }
}
