//! `goldenhour compare`: compares recorded sessions, tracks mastery across them and proposes the next drill.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use super::input::{read_session, replay_session};
use super::layout::{padded, right_aligned, shortened, width, wrapped};
use super::output::{check_target, write_file};
use super::{Failure, output, terminal};
use crate::dirs;
use goldenhour_core::compare::comparison::SessionHead;
use goldenhour_core::compare::mastery::{Mastery, MasteryLevel, MasteryTrack, Point};
use goldenhour_core::compare::row::{Cell, CriterionValue, Figure, Number, Row, StepValue};
use goldenhour_core::compare::{Compare, Comparison, LETTERS, Proposal, Remark, Run, proposal};
use goldenhour_core::scenario::library;
use goldenhour_core::scoring::Verdict;
use goldenhour_core::session::{Mode, Session, file};
use goldenhour_core::time::{SimDuration, SimTime};
use goldenhour_report::number::ENGLISH;
use goldenhour_report::{Language, comparison};

/// Compare recorded sessions
///
/// Shows the scores, steps, figures and criteria of each session side by side, the mastery of each step and
/// criterion across sessions, and the drill that covers most of what most sessions missed. Sessions are ordered by
/// start time.
#[derive(Debug, clap::Args)]
pub struct CompareArgs {
    /// Session files, at least two
    #[arg(required = true, value_name = "FILE.drill")]
    files: Vec<PathBuf>,
    /// Keep the given order instead of sorting by start time
    #[arg(long)]
    as_named: bool,
    /// Write the comparison to this Markdown file
    #[arg(long, value_name = "FILE.md")]
    out: Option<PathBuf>,
    /// Print the result as one JSON document
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub(super) fn compare(args: &CompareArgs) -> Result<(), Failure> {
    check_files(&args.files)?;
    if let Some(out) = &args.out {
        check_out(out, &args.files)?;
    }
    let runs = runs(&args.files)?;
    let compare = if args.as_named { Compare::in_order(runs) } else { Compare::of(runs) };
    let comparison = Comparison::of(&compare, propose(&compare));
    if let Some(out) = &args.out {
        write_file(out, comparison::document(&comparison, Language::English).as_bytes())?;
        terminal::note(&format!("Comparison written to {}", out.display()));
    }
    match (args.json, &args.out) {
        (true, _) => output::answer_json(&comparison),
        (false, None) => output::answer(&text(&comparison)),
        (false, Some(_)) => Ok(()),
    }
}

/// Checks the list of files before any of them is read.
fn check_files(files: &[PathBuf]) -> Result<(), Failure> {
    if files.len() < 2 {
        let one = files.first().map(|file| file.display().to_string()).unwrap_or_default();
        return Err(Failure::input(format!("only one session is given: {one}")).hint("pass at least two session files"));
    }
    if files.len() > LETTERS.len() {
        let message = format!("{} sessions are given, but at most {} can be compared", files.len(), LETTERS.len());
        return Err(Failure::input(message));
    }
    let mut seen = BTreeSet::new();
    let place = |file: &Path| std::fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    match files.iter().find(|file| !seen.insert(place(file))) {
        Some(twice) => Err(Failure::input(format!("{} is given more than once", twice.display()))
            .hint("pass each session file only once")),
        None => Ok(()),
    }
}

/// Checks that the output file has a supported extension and can be written.
fn check_out(out: &Path, files: &[PathBuf]) -> Result<(), Failure> {
    if !out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("md")) {
        let message = format!("unsupported format for a comparison: {}", out.display());
        return Err(Failure::input(message).hint("use a file name that ends in .md"));
    }
    let sources: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    check_target(out, &sources)
}

/// Replays and scores the sessions.
fn runs(files: &[PathBuf]) -> Result<Vec<Run>, Failure> {
    // Reading is cheapest and scoring slowest, so each stage finishes for all files before the next one begins: an
    // unreadable file is reported before any replay, a diverging replay before any scoring.
    let mut recorded = Vec::new();
    for path in files {
        recorded.push((path.as_path(), read_session(path)?));
    }
    let mut sessions: Vec<(&Path, Session)> = Vec::new();
    for (path, recorded) in &recorded {
        sessions.push((path, replay_session(path, recorded)?));
    }
    let bar = terminal::progress(u32::try_from(sessions.len()).unwrap_or(u32::MAX), "Scoring");
    let score = |(path, session): (&Path, Session)| {
        let run = Run::of(session, path, file::begun(path));
        bar.inc(1);
        run
    };
    let runs = sessions.into_iter().map(score).collect();
    bar.finish_and_clear();
    Ok(runs)
}

/// Proposes the next drill from the available scenarios.
fn propose(compare: &Compare) -> Option<Proposal> {
    let found = library::list(&dirs::scenario_folders());
    let usable = found.iter().filter_map(|found| Some((&found.origin, &found.scenario.as_ref().ok()?.output)));
    proposal::propose(compare, &usable.collect::<Vec<_>>())
}

/// Width of row names, in terminal columns.
const NAME: usize = 46;

/// Width of criterion ids.
const ID: usize = 4;

/// Width of a session's column.
const COLUMN: usize = 11;

/// Maximum number of sessions side by side; further sessions follow in another block.
const COLUMNS: usize = 6;

/// Formats the comparison as text for a terminal.
fn text(comparison: &Comparison) -> String {
    let mut text = String::new();
    let count = comparison.sessions.len();
    let _ = match &comparison.title {
        Some(title) => writeln!(text, "{title}: {count} sessions side by side"),
        None => writeln!(text, "{count} sessions from different scenarios side by side"),
    };
    text.push('\n');
    heads_text(comparison, &mut text);
    comparison.remarks.iter().for_each(|remark| {
        let _ = write!(text, "\n{}", wrapped(remark_in_words(*remark), 0));
    });
    results_text(comparison, &mut text);
    criteria_text(comparison, &mut text);
    comparison.mastery.iter().for_each(|team| mastery_text(team, comparison, &mut text));
    next_text(comparison, &mut text);
    text
}

/// Writes one line per session, in columns, followed by its players.
fn heads_text(comparison: &Comparison, text: &mut String) {
    let row = |session: &SessionHead| {
        [
            session.letter.to_owned(),
            session.file.clone(),
            session.day.clone().unwrap_or_else(|| "–".to_owned()),
            format!("seed {}", session.seed.0),
            mode(session.mode).to_owned(),
            format!("until {}", SimTime::from_minutes(session.until)),
        ]
    };
    let rows: Vec<[String; 6]> = comparison.sessions.iter().map(row).collect();
    let widths: Vec<usize> =
        (0..6).map(|column| rows.iter().map(|row| width(&row[column])).max().unwrap_or(0)).collect();
    for (row, session) in rows.iter().zip(&comparison.sessions) {
        let line: Vec<String> = row.iter().zip(&widths).map(|(cell, width)| padded(cell, *width)).collect();
        let _ = writeln!(text, "  {}", line.join("  ").trim_end());
        if comparison.title.is_none() {
            let _ = writeln!(text, "     {}", session.title);
        }
        let players: Vec<String> =
            session.players.iter().map(|seat| format!("{} ({})", seat.player, seat.role)).collect();
        if !players.is_empty() {
            text.push_str(&wrapped(&players.join(", "), 5));
        }
    }
}

/// Writes the two scores, the steps and the figures.
fn results_text(comparison: &Comparison, text: &mut String) {
    for columns in columns(comparison) {
        head_text("", &columns, comparison, text);
        for row in &comparison.numbers {
            row_text(number_in_words(row.subject), row, &columns, |value| format!("{value:.0}"), text);
        }
        text.push_str("\nSteps, with rating and score of 100\n");
        for row in &comparison.steps {
            row_text(&row.subject.title, row, &columns, |value| step(*value), text);
        }
        if !comparison.figures.is_empty() {
            text.push_str("\nResults\n");
        }
        let currency = comparison.sessions.first().map_or("", |session| session.currency.as_str());
        for row in &comparison.figures {
            let name = figure_in_words(row.subject, currency);
            row_text(&name, row, &columns, |value| figure(row.subject, *value), text);
        }
    }
    text.push_str("\n* best in its row\n");
}

/// Writes the criteria with the verdict and credit of each session.
fn criteria_text(comparison: &Comparison, text: &mut String) {
    if comparison.criteria.is_empty() {
        return;
    }
    text.push_str("\nCriteria: ● met  ◐ late or partial  ○ missed  – not judged; percentage of the available points\n");
    for columns in columns(comparison) {
        for group in &comparison.criteria {
            head_text(&group.step.title, &columns, comparison, text);
            for row in &group.criteria {
                let name = format!("{} {}", padded(&row.subject.id, ID), row.subject.title);
                row_text(&name, row, &columns, |value| criterion(*value), text);
            }
        }
    }
}

/// Writes a team's progress by step, and the criteria that it has mastered or is failing.
fn mastery_text(team: &Mastery, comparison: &Comparison, text: &mut String) {
    let sessions = team.sessions.join(" → ");
    let who = match team.players.as_slice() {
        [] if comparison.mastery.len() == 1 => String::new(),
        [] => " of unnamed players".to_owned(),
        players => format!(" of {}", players.join(", ")),
    };
    text.push('\n');
    text.push_str(&wrapped(&format!("Mastery{who}, {sessions}"), 0));
    if team.sessions.len() < 2 {
        text.push_str("  progress needs at least two sessions\n");
        return;
    }
    let _ = writeln!(text, "{:NAME$}{:>9}{:>9}{:>9}  {:12}level", "", "first", "last", "change", "trend");
    team.steps.iter().filter(|step| step.first.is_some()).for_each(|step| progress_text(step, text));
    for (standing, title) in [
        (MasteryLevel::Mastered, "Mastered: met in the last two sessions in which it was judged"),
        (MasteryLevel::Failing, "Failing: missed in the last session in which it was judged"),
    ] {
        let all: Vec<&MasteryTrack> = team.criteria.iter().filter(|criterion| criterion.standing == standing).collect();
        if !all.is_empty() {
            let _ = writeln!(text, "{title}");
        }
        for criterion in all {
            criterion_progress_text(criterion, text);
        }
    }
}

fn progress_text(step: &MasteryTrack, text: &mut String) {
    let change = step.change.map_or_else(|| "–".to_owned(), |change| ENGLISH.signed_whole(change));
    let trend = step.trend.map_or("–", |trend| trend.word());
    let name = shortened(&step.item.title, NAME - 4);
    let _ = writeln!(
        text,
        "  {}{:>9}{:>9}{change:>9}  {trend:12}{}",
        padded(&name, NAME - 2),
        point(step.first),
        point(step.last),
        step.standing.word(),
    );
}

/// Writes a criterion with its verdict in each session.
fn criterion_progress_text(criterion: &MasteryTrack, text: &mut String) {
    let way: Vec<&str> = criterion.points.iter().map(|point| sign(point.and_then(|point| point.verdict))).collect();
    let name = shortened(&criterion.item.title, NAME + 20);
    let _ = writeln!(text, "  {}  {} {name}", way.join(" "), padded(&criterion.item.id, ID));
}

/// Writes the proposal for the next drill.
fn next_text(comparison: &Comparison, text: &mut String) {
    let Some(proposal) = &comparison.proposal else {
        text.push_str("\nNext drill: none proposed, as most of these sessions missed no criterion in common\n");
        return;
    };
    let _ = match &proposal.scenario {
        Some(scenario) => writeln!(text, "\nNext drill: {} (`{}`)", scenario.title, scenario.slug),
        None => writeln!(text, "\nNext drill: no available scenario covers what most sessions missed"),
    };
    for objective in proposal.scenario.iter().flat_map(|scenario| &scenario.objectives) {
        text.push_str(&wrapped(&format!("· {objective}"), 2));
    }
    let all = comparison.sessions.len();
    let _ = writeln!(text, "Missed in most of these sessions (→ covered by the next drill)");
    for missed in &proposal.missed {
        let mark = if missed.is_exercised { "→" } else { " " };
        let _ = writeln!(text, "{mark} {:4} {} ({} of {all})", missed.id, missed.title, missed.count);
    }
}

/// Splits the indices of the sessions into blocks that fit side by side.
fn columns(comparison: &Comparison) -> Vec<Vec<usize>> {
    let places: Vec<usize> = (0..comparison.sessions.len()).collect();
    places.chunks(COLUMNS).map(<[usize]>::to_vec).collect()
}

/// Writes a heading with the letters of the sessions above their columns.
fn head_text(title: &str, columns: &[usize], comparison: &Comparison, text: &mut String) {
    let letters = columns.iter().map(|place| format!("{:>COLUMN$} ", comparison.sessions[*place].letter));
    let line = format!("{}{}", padded(&shortened(title, NAME), NAME), letters.collect::<String>());
    let _ = writeln!(text, "\n{}", line.trim_end());
}

fn row_text<S, T>(name: &str, row: &Row<S, T>, columns: &[usize], say: impl Fn(&T) -> String, text: &mut String) {
    let cell = |place: &usize| {
        let Cell { value, is_best } = &row.cells[*place];
        format!("{}{}", right_aligned(&say(value), COLUMN), if *is_best { "*" } else { " " })
    };
    let cells: String = columns.iter().map(cell).collect();
    let line = format!("  {}{cells}", padded(&shortened(name, NAME - 4), NAME - 2));
    let _ = writeln!(text, "{}", line.trim_end());
}

fn number_in_words(number: Number) -> &'static str {
    match number {
        Number::Playbook => "Playbook score of 100",
        Number::Outcome => "Outcome score of 100",
    }
}

fn step(value: Option<StepValue>) -> String {
    match value {
        Some(StepValue { rating: Some(rating), score }) => format!("{} {score:>3.0}", rating.letter()),
        _ => "–".to_owned(),
    }
}

fn point(value: Option<Point>) -> String {
    let Some(Point { score, rating: Some(rating), .. }) = value else { return "–".to_owned() };
    step(Some(StepValue { rating: Some(rating), score }))
}

fn criterion(value: Option<CriterionValue>) -> String {
    match value {
        Some(value) if value.max > 0.0 && value.verdict != Verdict::NotApplicable => {
            format!("{} {:>3.0}", sign(Some(value.verdict)), 100.0 * value.score / value.max)
        }
        _ => "–".to_owned(),
    }
}

fn sign(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Met) => "●",
        Some(Verdict::Late | Verdict::Partial) => "◐",
        Some(Verdict::Missed) => "○",
        Some(Verdict::NotApplicable) | None => "–",
    }
}

fn figure_in_words(figure: Figure, currency: &str) -> String {
    match figure {
        Figure::TrustFinal => "Final trust".to_owned(),
        Figure::TrustMin => "Lowest trust".to_owned(),
        Figure::CustomersLost => "Customers lost".to_owned(),
        Figure::RevenueLost => format!("Revenue lost, {currency}"),
        Figure::Costs => format!("Costs and fines, {currency}"),
        Figure::FirstWord => "First alert to first public statement".to_owned(),
        Figure::AwarenessFinal => "Customers aware of the breach".to_owned(),
        Figure::CoverageArea => "News coverage, attention hours".to_owned(),
        Figure::NegativeSharePeak => "Peak share of negative posts".to_owned(),
        Figure::RecordsExposed => "Records exposed".to_owned(),
        Figure::ClocksFailed => "Clocks late or missed".to_owned(),
    }
}

fn figure(figure: Figure, value: Option<f64>) -> String {
    let Some(value) = value else { return "never".to_owned() };
    match figure {
        Figure::TrustFinal | Figure::TrustMin | Figure::AwarenessFinal | Figure::NegativeSharePeak => {
            ENGLISH.percent(value)
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "minutes are counted")]
        Figure::FirstWord => SimDuration::from_minutes(value as u32).to_string(),
        _ => ENGLISH.whole(value),
    }
}

fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Solo => "solo",
        Mode::Paced => "paced",
        Mode::Discussion => "discussion",
        Mode::Headless => "headless",
        Mode::Review => "review",
    }
}

fn remark_in_words(remark: Remark) -> &'static str {
    match remark {
        Remark::DifferentScenarios => {
            "The sessions are from different scenarios. Only the two scores, and the steps and criteria of a shared \
             playbook, can be compared. The results are omitted."
        }
        Remark::DifferentEditions => {
            "The scenario files changed between the sessions, which may explain some of the differences."
        }
        Remark::DifferentPlaybooks => "Different playbooks were used for scoring; criteria cannot be compared.",
        Remark::DifferentLengths => {
            "The sessions ended at different times; each figure is taken at the end of its session."
        }
        Remark::Overridden => "Evaluators overrode some results; the overrides are shown here.",
        Remark::UnknownOrder => {
            "The files do not show in which order the sessions were held; they are listed in the order in which they \
             were given."
        }
    }
}
