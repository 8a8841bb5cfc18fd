//! `missing-function`: a response team without one of the six functions.
//!
//! **What it does.** Warns where no role fills one of the six functions that the playbook asks for.
//!
//! **Why it is bad.** The team can never be complete, and what the function does is slower or hidden.
//!
//! **Example.** A scenario without a role of kind `Lawyer`.

use crate::diagnostic::Diagnostic;
use crate::scenario::resolve::Kind;
use crate::scenario::{RoleKind, Scenario};

pub(super) fn check(scenario: &Scenario, report: &mut dyn FnMut(Diagnostic, Kind, &str)) {
    for kind in RoleKind::ALL {
        if scenario.role_of(kind).is_none() {
            let message = format!("no role is of the kind `{kind:?}`");
            report(Diagnostic::warning("missing-function", message), Kind::Scenario, scenario.id.as_str());
        }
    }
}
