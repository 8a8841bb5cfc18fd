//! `unshown-criterion`: a playbook criterion that belongs to no core capability.

use super::rule::Rule;
use crate::diagnostic::{Diagnostic, Severity};
use crate::scenario::Scenario;
use crate::scenario::resolve::Kind;

pub(super) static RULE: Rule = Rule {
    code: "unshown-criterion",
    severity: Severity::Warning,
    what: "Warns if a playbook declares core capabilities but assigns a criterion to none of them.",
    why: "The result of the criterion is missing from the capability table of the after-action report and from \
        every capability rating.",
    example: "The playbook has a criterion `4.9`, and none of its `capabilities` lists it in `criteria`.",
    check,
};

fn check(scenario: &Scenario, report: &mut dyn FnMut(Diagnostic, Kind, &str)) {
    let capabilities = &scenario.playbook.capabilities;
    if capabilities.is_empty() {
        return;
    }
    for (_, criterion) in scenario.playbook.criteria() {
        if !capabilities.iter().any(|capability| capability.criteria.contains(&criterion.id)) {
            let message = format!("the criterion {} is not assigned to any capability", criterion.id);
            report(RULE.diagnostic(message), Kind::Criterion, criterion.id.as_str());
        }
    }
}
