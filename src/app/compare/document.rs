//! The comparison as Markdown: tables that read well as plain text, in the language of the window.

use super::row::{self, Cell, CriterionValue, Row, StepValue};
use super::{Compare, Run};
use crate::app::language::Texts;
use crate::app::{measure, wording};

/// Stands in a cell that has nothing.
const NOTHING: &str = "–";

/// Returns the comparison as Markdown.
pub fn document(compare: &Compare, texts: &Texts) -> String {
    let mut parts = vec![format!("# {}", heading(compare, texts))];
    parts.extend(remarks(compare, texts));
    parts.push(sessions(compare, texts));
    parts.push(results(compare, texts));
    parts.push(texts.say("compare-best-note"));
    let steps = row::criteria(compare);
    if !steps.is_empty() {
        parts.push(format!("## {}", texts.say("compare-criteria")));
    }
    for (title, rows) in &steps {
        let say = |value: &CriterionValue| criterion(texts, *value);
        let lines = rows.iter().map(|row| line(row, say)).collect();
        parts.push(table(header(compare, title), lines));
    }
    parts.extend(next(compare, texts));
    parts.join("\n\n") + "\n"
}

/// Returns what is compared, in a few words.
pub fn heading(compare: &Compare, texts: &Texts) -> String {
    let count = compare.runs.len();
    match compare.runs.first().filter(|_| compare.is_of_one_scenario()) {
        Some(run) => texts.fill("compare-heading", [("title", run.title.as_str().into()), ("count", count.into())]),
        None => texts.fill("compare-heading-several", [("count", count.into())]),
    }
}

/// Returns what has to be known to read the comparison rightly.
pub fn remarks(compare: &Compare, texts: &Texts) -> Vec<String> {
    let mut found = Vec::new();
    if !compare.is_of_one_scenario() {
        found.push(texts.say("compare-several"));
    } else if !compare.is_of_one_edition() {
        found.push(texts.say("compare-editions"));
    }
    if !compare.is_by_one_playbook() {
        found.push(texts.say("compare-playbooks"));
    }
    if compare.is_of_one_scenario() && !compare.is_equally_long() {
        found.push(texts.say("compare-lengths"));
    }
    if compare.is_overridden() {
        found.push(texts.say("compare-overridden"));
    }
    found
}

/// Returns who played, in one line; nothing where nobody said so.
pub fn players(run: &Run) -> Option<String> {
    let all: Vec<String> = run.players.iter().map(|(role, player)| format!("{player} ({role})")).collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// Names the way in which a session was paced.
pub fn mode(run: &Run, texts: &Texts) -> String {
    use crate::session::Mode;
    texts.say(match run.mode {
        Mode::Solo => "compare-solo",
        Mode::Paced => "compare-paced",
        Mode::Discussion => "compare-discussion",
        Mode::Headless => "compare-headless",
        Mode::Review => "compare-review",
    })
}

/// Says what became of a criterion, with its points.
fn criterion(texts: &Texts, value: CriterionValue) -> String {
    let Some((verdict, score, max)) = value else { return NOTHING.to_owned() };
    let word = wording::verdict(texts, verdict);
    if max <= 0.0 {
        return word;
    }
    let filling = [("score", measure::decimal(texts, score).into()), ("max", measure::decimal(texts, max).into())];
    format!("{word}, {}", texts.fill("compare-points", filling))
}

fn step(value: StepValue) -> String {
    match value {
        Some((Some(rating), score)) => format!("{} {score:.0}", rating.letter()),
        _ => NOTHING.to_owned(),
    }
}

fn header(compare: &Compare, title: &str) -> Vec<String> {
    let letters = compare.lettered().map(|(letter, _)| letter.to_owned());
    std::iter::once(title.to_owned()).chain(letters).collect()
}

fn line<T>(row: &Row<T>, say: impl Fn(&T) -> String) -> Vec<String> {
    let cell = |cell: &Cell<T>| match cell.is_best {
        true => format!("**{}**", say(&cell.value)),
        false => say(&cell.value),
    };
    std::iter::once(row.title.clone()).chain(row.cells.iter().map(cell)).collect()
}

fn sessions(compare: &Compare, texts: &Texts) -> String {
    let heads = ["compare-session", "compare-scenario", "compare-file", "compare-day", "compare-seed"];
    let more = ["compare-mode", "compare-until", "compare-players"];
    let head = heads.into_iter().chain(more).map(|key| texts.say(key)).collect();
    let lines = compare.lettered().map(|(letter, run)| {
        vec![
            letter.to_owned(),
            run.title.clone(),
            run.file(),
            run.day().unwrap_or_else(|| NOTHING.to_owned()),
            run.scorecard.seed.0.to_string(),
            mode(run, texts),
            run.until.to_string(),
            players(run).unwrap_or_else(|| NOTHING.to_owned()),
        ]
    });
    table(head, lines.collect())
}

fn results(compare: &Compare, texts: &Texts) -> String {
    let whole = |value: &f64| format!("{value:.0}");
    let mut lines: Vec<Vec<String>> = row::numbers(compare, texts).iter().map(|row| line(row, whole)).collect();
    lines.extend(row::steps(compare).iter().map(|row| line(row, |value| step(*value))));
    lines.extend(row::figures(compare, texts).iter().map(|row| line(row, String::clone)));
    table(header(compare, &texts.say("compare-result")), lines)
}

/// Returns what to drill next.
fn next(compare: &Compare, texts: &Texts) -> Vec<String> {
    let Some(proposal) = &compare.proposal else { return Vec::new() };
    let mut parts = vec![format!("## {}", texts.say("compare-next"))];
    if let Some(scenario) = &proposal.scenario {
        parts.push(texts.fill("compare-proposed", [("title", scenario.title.as_str().into())]));
    }
    let lines = proposal.missed.iter().map(|missed| {
        let filling = [("count", missed.count.into()), ("all", compare.runs.len().into())];
        format!("- {} ({}): {}", missed.title, texts.fill("compare-missed-in", filling), missed.advice)
    });
    parts.push(lines.collect::<Vec<_>>().join("\n"));
    parts
}

/// Returns a table whose columns are as wide as their widest cell.
fn table(head: Vec<String>, lines: Vec<Vec<String>>) -> String {
    let escaped = |line: Vec<String>| line.into_iter().map(|cell| cell.replace('|', "\\|").replace('\n', " "));
    let lines: Vec<Vec<String>> = std::iter::once(head).chain(lines).map(|line| escaped(line).collect()).collect();
    let widest = |column: usize| {
        lines.iter().filter_map(|line| line.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0).max(3)
    };
    let widths: Vec<usize> = (0..lines.first().map_or(0, Vec::len)).map(widest).collect();
    let row = |line: &Vec<String>| {
        let cells = line.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let rule = widths.iter().map(|width| "-".repeat(*width)).collect();
    let (head, body) = (lines.iter().take(1), lines.iter().skip(1));
    let all: Vec<String> = head.map(row).chain([row(&rule)]).chain(body.map(row)).collect();
    all.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_lines_up_as_text_and_a_bar_within_a_cell_splits_nothing() {
        let text = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        let table = table(text(["Größe", "A"]), vec![text(["x|y", "**72**"])]);
        assert_eq!(table, "| Größe | A      |\n| ----- | ------ |\n| x\\|y  | **72** |");
    }
}
