//! The stylized facts: statistical properties that simulated publics must share with real ones.
//!
//! Measures statistics S1 to S18 of the model from simulated runs, prints a table with value, band and verdict, and
//! fails if a value lies outside its band. `cargo test` runs the ensembles at a reduced size; `cargo test --release
//! -p goldenhour-core --test stylised -- full` runs the size for which the bands were defined. In the reduced size,
//! bands are widened by the sampling error and nothing else ([`Sample`]). Statistics whose widened band would
//! include the absence of the effect are judged only in full size.

#![expect(missing_docs, reason = "this is a test, not a library")]
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::print_stdout,
    reason = "prints statistics, for which rounding does not matter"
)]

use std::process::ExitCode;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use suite::Size;

mod attention;
mod customer;
mod ensemble;
mod market;
mod response;
mod statistics;
#[path = "../support/suite.rs"]
mod suite;
mod world;

/// One row of the table.
pub struct Fact {
    pub id: &'static str,
    pub title: &'static str,
    pub unit: &'static str,
    pub value: f64,
    pub band: (f64, f64),
    pub source: &'static str,
    pub sample: Sample,
}

/// The sample behind a statistic, which determines its sampling error.
#[derive(Clone, Copy, Debug)]
pub enum Sample {
    /// The runs for which the band was defined.
    Whole,
    /// A proportion over this number of independent runs.
    Share(u64),
    /// A partial correlation over this number of independent runs, controlling for one variable.
    PartialCorrelation(u64),
}

/// The 99 % quantile of the standard normal distribution.
const ONE_IN_A_HUNDRED: f64 = 2.326;

impl Fact {
    /// Returns the bounds of the value: the band, widened at each end by the 99 % sampling error of a world exactly
    /// at that end.
    fn bounds(&self) -> (f64, f64) {
        let (low, high) = self.band;
        match self.sample {
            Sample::Whole => (low, high),
            Sample::Share(count) => {
                let error = |share: f64| ONE_IN_A_HUNDRED * (share * (1.0 - share) / count as f64).sqrt();
                (low - error(low), high + error(high))
            }
            Sample::PartialCorrelation(count) => {
                // Fisher's transformation is approximately normal with this standard deviation.
                let error = ONE_IN_A_HUNDRED / (count as f64 - 4.0).sqrt();
                let transformed = |r: f64| 0.5 * libm::log((1.0 + r) / (1.0 - r));
                (libm::tanh(transformed(low) - error), libm::tanh(transformed(high) + error))
            }
        }
    }

    fn verdict(&self) -> Verdict {
        let (low, high) = self.bounds();
        let is_sampled = !matches!(self.sample, Sample::Whole);
        if is_sampled && low <= 0.0 && high >= 0.0 {
            Verdict::FullOnly
        } else if (low..=high).contains(&self.value) {
            Verdict::Inside
        } else {
            Verdict::Outside
        }
    }
}

/// Verdict on a statistic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Inside,
    Outside,
    /// The sample is too small to distinguish the effect from none.
    FullOnly,
}

impl Verdict {
    fn word(self) -> &'static str {
        match self {
            Verdict::Inside => "inside",
            Verdict::Outside => "OUTSIDE",
            Verdict::FullOnly => "in full",
        }
    }
}

/// A group of statistics: its name, and the function that measures it.
type Group = (&'static str, fn(Size) -> Vec<Fact>);

fn main() -> ExitCode {
    let Some(size) = suite::asked("stylised") else { return ExitCode::SUCCESS };
    #[expect(clippy::disallowed_methods, reason = "the groups to measure are read from the environment")]
    let only = std::env::var("GOLDENHOUR_FACTS").unwrap_or_default();
    let groups: [Group; 5] = [
        ("attention", attention::measure),
        ("response", response::measure),
        ("customer", customer::measure),
        ("market", market::measure),
        ("ensemble", ensemble::measure),
    ];
    let wanted =
        groups.into_iter().filter(|(name, _)| only.is_empty() || only.split(',').any(|wanted| wanted == *name));
    let wanted: Vec<Group> = wanted.collect();
    let facts: Vec<Fact> = wanted.into_par_iter().flat_map_iter(|(_, measure)| measure(size)).collect();
    println!("{:<5} {:<66} {:>9} {:>19}  {:<8} source", "", "statistic", "value", "band", "verdict");
    for fact in &facts {
        let (low, high) = fact.bounds();
        let band = match fact.sample {
            Sample::Whole => format!("{low} to {high}"),
            Sample::Share(_) | Sample::PartialCorrelation(_) => format!("~ {low:.3} to {high:.3}"),
        };
        let title = if fact.unit.is_empty() { fact.title.to_owned() } else { format!("{}, {}", fact.title, fact.unit) };
        let verdict = fact.verdict().word();
        println!("{:<5} {title:<66} {:>9.3} {band:>19}  {verdict:<8} {}", fact.id, fact.value, fact.source);
    }
    let of = |verdict| facts.iter().filter(|fact| fact.verdict() == verdict).map(|fact| fact.id).collect::<Vec<_>>();
    if size == Size::Ordinary {
        println!("~: a reduced ensemble; the band is wider by the error of its size (99 %)");
        println!("only told in full size: {}", of(Verdict::FullOnly).join(", "));
    }
    let outside = of(Verdict::Outside);
    if facts.is_empty() || !outside.is_empty() {
        println!("outside their bands: {}", outside.join(", "));
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
