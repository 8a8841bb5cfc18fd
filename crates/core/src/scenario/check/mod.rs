//! Checks of a scenario that go beyond its shape: what cannot work, and what an author would want to know.
//!
//! One rule per file, each with a stable code. A rule gets the resolved scenario and the places where its
//! things were declared, and adds diagnostics. Errors are for what would break a run, warnings for what
//! would disappoint a trainer.

mod clock_without_means;
mod crowded_injects;
mod cyclic_trigger;
mod impossible_criterion;
mod missing_function;
mod past_the_end;
mod unmet_criterion;
mod unshown_criterion;

pub use unmet_criterion::reachable_milestones;

use super::Scenario;
use super::resolve::{Kind, Marks};
use crate::diagnostic::{Diagnostic, Diagnostics, Sources};

/// A rule: takes a scenario and reports what it finds, each with the thing it is about.
type Rule = fn(&Scenario, &mut dyn FnMut(Diagnostic, Kind, &str));

/// All rules, by their codes.
pub const RULES: [(&str, Rule); 8] = [
    ("clock-without-means", clock_without_means::check),
    ("crowded-injects", crowded_injects::check),
    ("cyclic-trigger", cyclic_trigger::check),
    ("impossible-criterion", impossible_criterion::check),
    ("missing-function", missing_function::check),
    ("past-the-end", past_the_end::check),
    ("unmet-criterion", unmet_criterion::check),
    ("unshown-criterion", unshown_criterion::check),
];

/// Runs all rules.
pub fn check(scenario: &Scenario, marks: &Marks, sources: &Sources, diagnostics: &mut Diagnostics) {
    let mut report = |diagnostic: Diagnostic, kind: Kind, id: &str| {
        let mark = marks.get(&(kind, id.to_owned())).copied().unwrap_or_default();
        diagnostics.push(diagnostic.at(sources, mark));
    };
    for (_, rule) in RULES {
        rule(scenario, &mut report);
    }
}
