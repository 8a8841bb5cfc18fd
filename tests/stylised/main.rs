//! The stylized facts: what simulated publics must have in common with real ones.
//!
//! `cargo test --release stylised` measures the statistics S1 to S18 of the model's basis from simulated runs,
//! prints the table with value, band and verdict, and fails where a value lies outside its band. Without that
//! word on the command line it only says how to call it, since the ensembles take minutes.

#![expect(missing_docs, reason = "a test, not a library")]
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::print_stdout,
    reason = "statistics of measurements, printed for people"
)]

use std::process::ExitCode;

mod attention;
mod customer;
mod ensemble;
mod market;
mod response;
mod statistics;
mod world;

/// One row of the table.
pub struct Fact {
    pub id: &'static str,
    pub title: &'static str,
    pub unit: &'static str,
    pub value: f64,
    pub band: (f64, f64),
    pub source: &'static str,
}

impl Fact {
    fn holds(&self) -> bool {
        (self.band.0..=self.band.1).contains(&self.value)
    }
}

/// A group of statistics: its name, and what measures it.
type Group = (&'static str, fn() -> Vec<Fact>);

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let wanted = words.iter().any(|word| "stylised_facts".contains(word.as_str()));
    if !wanted {
        println!("The stylized facts are measured by `cargo test --release stylised`");
        return ExitCode::SUCCESS;
    }
    #[expect(clippy::disallowed_methods, reason = "which groups to measure, for a quick look at one")]
    let only = std::env::var("GOLDENHOUR_FACTS").unwrap_or_default();
    let groups: [Group; 5] = [
        ("attention", attention::measure),
        ("response", response::measure),
        ("customer", customer::measure),
        ("market", market::measure),
        ("ensemble", ensemble::measure),
    ];
    println!("{:<5} {:<66} {:>9} {:>19}  {:<8} source", "", "statistic", "value", "band", "verdict");
    let mut outside = Vec::new();
    for (name, measure) in groups {
        if !only.is_empty() && !only.split(',').any(|wanted| wanted == name) {
            continue;
        }
        for fact in measure() {
            let band = format!("{} to {}", fact.band.0, fact.band.1);
            let verdict = if fact.holds() { "inside" } else { "OUTSIDE" };
            let title =
                if fact.unit.is_empty() { fact.title.to_owned() } else { format!("{}, {}", fact.title, fact.unit) };
            println!("{:<5} {title:<66} {:>9.3} {band:>19}  {verdict:<8} {}", fact.id, fact.value, fact.source);
            if !fact.holds() {
                outside.push(fact.id);
            }
        }
    }
    if !outside.is_empty() {
        println!("outside their bands: {}", outside.join(", "));
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
