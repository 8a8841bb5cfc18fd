//! Lints for scenarios that parse and resolve correctly: contradictions and probable mistakes.
//!
//! Each rule has its own file and a stable code. It examines the resolved scenario and reports diagnostics: errors
//! for scenarios that cannot play as written, warnings for those that play but probably not as the author intended.
//! `docs/checks.md`, the reference of all rules, is generated from [`RULES`].

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
pub use super::resolve::Kind;
use super::resolve::Marks;
use crate::diagnostic::{Diagnostic, Diagnostics, Sources};

/// All rules, sorted by code.
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

/// Runs all rules, and further ones.
pub fn check(scenario: &Scenario, more: &[&Rule], marks: &Marks, sources: &Sources, diagnostics: &mut Diagnostics) {
    let mut report = |diagnostic: Diagnostic, kind: Kind, id: &str| {
        let mark = marks.get(&(kind, id.to_owned())).copied().unwrap_or_default();
        diagnostics.push(diagnostic.at(sources, mark));
    };
    for rule in RULES.iter().chain(more) {
        (rule.check)(scenario, &mut report);
    }
}
