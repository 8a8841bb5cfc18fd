//! `unshown-criterion`: a criterion of the playbook that is no task of any core capability.
//!
//! **What it does.** Warns where a playbook that names core capabilities leaves a criterion out of all of them.
//!
//! **Why it is bad.** What the criterion finds is missing from the table of the after-action report that most people
//! look at first, and from the mark of every capability.
//!
//! **Example.** The playbook has a criterion `4.9`, and no list `criteria` of its `capabilities` names it.

use crate::diagnostic::Diagnostic;
use crate::scenario::Scenario;
use crate::scenario::resolve::Kind;

pub(super) fn check(scenario: &Scenario, report: &mut dyn FnMut(Diagnostic, Kind, &str)) {
    let capabilities = &scenario.playbook.capabilities;
    if capabilities.is_empty() {
        return;
    }
    for (_, criterion) in scenario.playbook.criteria() {
        if !capabilities.iter().any(|capability| capability.criteria.contains(&criterion.id)) {
            let message = format!("the criterion {} is no task of any capability", criterion.id);
            report(Diagnostic::warning("unshown-criterion", message), Kind::Criterion, criterion.id.as_str());
        }
    }
}
