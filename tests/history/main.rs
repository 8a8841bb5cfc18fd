//! History against the score: does the simulated outcome rank historical responses as experts did?
//!
//! Plays the fourteen cases of `tests/fixtures/cases` over several seeds, in two readings. Prints the rank
//! correlations of final reputation (statistic S19 of the model) and of the playbook score with the experts'
//! verdicts, each with its bootstrap interval, for all cases and for those whose first statement came within 72
//! hours.
//!
//! - *Full*: every decision as recorded, without knowledge of the verdict.
//! - *Hard*: only the timings and the five hard inputs, in one neutral world ([`hard`]).
//!
//! `cargo test` plays each case with few seeds. It fails if a case does not load, a decision is rejected, or a
//! correlation is not a number, and otherwise only reports. `cargo test --release -p goldenhour-core --test history
//! -- full` plays twenty seeds and also fails if S19 is not met. `GOLDENHOUR_SEEDS` sets the number of seeds.

#![expect(missing_docs, reason = "this is a test, not a library")]
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::print_stdout,
    reason = "prints statistics, for which rounding does not matter"
)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::Deserialize;

use score::{Play, Scores};
use suite::Size;

mod full;
mod hard;
mod rank;
mod score;
#[path = "../support/suite.rs"]
mod suite;

/// Recorded facts of a case.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub id: String,
    pub leak: Option<f64>,
    pub first_public: f64,
    pub contained: Option<f64>,
    pub customers_told: Option<f64>,
    pub regulator_told: Option<f64>,
    pub apology: Option<f64>,
    pub leak_first: bool,
    pub revisions_up: u32,
    pub remedy: u32,
    pub concealment: u32,
    pub verdict: f64,
}

/// Minimum rank correlations of the hard reading: over all cases, and over the fast ones.
const ASKED: (f64, f64) = (0.85, 0.70);

/// Latest hour of a fast first statement.
const FAST: f64 = 72.0;

fn cases() -> Vec<Case> {
    let text = std::fs::read_to_string(folder().join("record.ron")).expect("the record exists");
    goldenhour_core::scenario::file::dialect().from_str(&text).expect("the record is valid")
}

pub fn folder() -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/fixtures/history")
}

fn seeds(size: Size) -> u64 {
    #[expect(clippy::disallowed_methods, reason = "`GOLDENHOUR_SEEDS` is read from the environment")]
    let text = std::env::var("GOLDENHOUR_SEEDS").unwrap_or_default();
    text.parse().unwrap_or(size.pick(1, 20))
}

fn main() -> ExitCode {
    let Some(size) = suite::asked("history") else { return ExitCode::SUCCESS };
    let cases = cases();
    assert_eq!(cases.len(), 14, "the record must list all cases");
    let seeds = seeds(size);
    let read = |reading: fn(&Case) -> Play| -> Vec<Scores> {
        cases.par_iter().map(|case| score::over_seeds(&reading(case), seeds)).collect()
    };
    let (full, hard) = rayon::join(|| read(full::play), || read(hard::play));
    println!("{seeds} seed(s) for each case");
    println!("{:<34} {:^33} {:^33}", "", "hard", "full");
    let columns = ["reputation", "playbook", "reputation", "playbook"].map(|name| format!("{name:>16}")).join(" ");
    println!("{:<18} {:>7} {:>7} {columns}", "case", "verdict", "first h");
    for ((case, hard), full) in cases.iter().zip(&hard).zip(&full) {
        let row = [hard.reputation, hard.playbook, full.reputation, full.playbook].map(|spread| spread.to_string());
        println!("{:<18} {:>7.1} {:>7.1} {}", case.id, case.verdict, case.first_public, row.join(" "));
    }
    let of = |scores: &[Scores], which: fn(&Scores) -> score::Spread| scores.iter().map(which).collect::<Vec<_>>();
    let (all, fast) = report("hard, reputation", &cases, &of(&hard, |scores| scores.reputation));
    report("hard, playbook", &cases, &of(&hard, |scores| scores.playbook));
    report("full, reputation", &cases, &of(&full, |scores| scores.reputation));
    report("full, playbook", &cases, &of(&full, |scores| scores.playbook));
    println!("S19 asks for {:.2} over all and {:.2} over the fast cases, hard inputs only", ASKED.0, ASKED.1);
    let is_met = all >= ASKED.0 && fast >= ASKED.1;
    match size {
        Size::Ordinary => println!("it is judged in full size only"),
        Size::Full => println!("it is {}", if is_met { "met" } else { "NOT MET" }),
    }
    if is_met || size == Size::Ordinary { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Prints the correlations of a reading and returns those over all cases and over the fast ones.
fn report(reading: &str, cases: &[Case], spreads: &[score::Spread]) -> (f64, f64) {
    let of = |wanted: &dyn Fn(&Case) -> bool| {
        let pairs: Vec<(f64, f64)> = cases
            .iter()
            .zip(spreads)
            .filter(|(case, _)| wanted(case))
            .map(|(case, spread)| (spread.mean, case.verdict))
            .collect();
        assert!(!pairs.is_empty() && pairs.iter().all(|(score, _)| score.is_finite()), "{reading}: {pairs:?}");
        let (low, high) = rank::interval(&pairs);
        (rank::spearman(&pairs), low, high, pairs.len())
    };
    let (all, fast) = (of(&|_| true), of(&|case| case.first_public <= FAST));
    for (name, (rho, low, high, count)) in [("all", all), ("fast", fast)] {
        println!("S19 {reading}, {name:<4} ({count:>2} cases): {rho:.2}, 90 % interval {low:.2} to {high:.2}");
    }
    (all.0, fast.0)
}
