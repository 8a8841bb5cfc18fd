//! `missing-function`: a response team that lacks one of the six functions.

use super::rule::Rule;
use crate::diagnostic::{Diagnostic, Severity};
use crate::scenario::resolve::Kind;
use crate::scenario::{RoleKind, Scenario};

pub(super) static RULE: Rule = Rule {
    code: "missing-function",
    severity: Severity::Warning,
    what: "Warns about each of the six functions of the playbook that no role fills.",
    why: "The team can never be complete, and actions that belong to the missing function are slower or unavailable.",
    example: "A scenario without a role of kind `Lawyer`.",
    check,
};

fn check(scenario: &Scenario, report: &mut dyn FnMut(Diagnostic, Kind, &str)) {
    for kind in RoleKind::ALL {
        if scenario.role_of(kind).is_none() {
            let message = format!("no role has the kind `{kind:?}`");
            report(RULE.diagnostic(message), Kind::Scenario, scenario.id.as_str());
        }
    }
}
