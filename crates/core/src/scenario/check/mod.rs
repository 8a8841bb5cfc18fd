//! Checks of a scenario beyond the shape of its files: contradictions, and probable mistakes of the author.
//!
//! One rule per file, each with a stable code. A rule examines the resolved scenario and reports diagnostics.
//! Errors are for what would break a run, warnings for what would disappoint a trainer. The reference of all
//! rules, `docs/checks.md`, is generated from [`RULES`].

mod clock_without_means;
mod crowded_injects;
mod cyclic_trigger;
mod impossible_criterion;
mod missing_function;
mod past_the_end;
mod rule;
mod unmet_criterion;
mod unshown_criterion;

pub use rule::Rule;
pub use unmet_criterion::reachable_milestones;

use super::Scenario;
use super::resolve::{Kind, Marks};
use crate::diagnostic::{Diagnostic, Diagnostics, Sources};

/// All rules, in the order of their codes.
pub static RULES: [&Rule; 8] = [
    &clock_without_means::RULE,
    &crowded_injects::RULE,
    &cyclic_trigger::RULE,
    &impossible_criterion::RULE,
    &missing_function::RULE,
    &past_the_end::RULE,
    &unmet_criterion::RULE,
    &unshown_criterion::RULE,
];

/// Runs all rules.
pub fn check(scenario: &Scenario, marks: &Marks, sources: &Sources, diagnostics: &mut Diagnostics) {
    let mut report = |diagnostic: Diagnostic, kind: Kind, id: &str| {
        let mark = marks.get(&(kind, id.to_owned())).copied().unwrap_or_default();
        diagnostics.push(diagnostic.at(sources, mark));
    };
    for rule in RULES {
        (rule.check)(scenario, &mut report);
    }
}
