//! `unmet-criterion`: a criterion of the playbook that no action can meet.
//!
//! **What it does.** Warns where a criterion asks for a milestone that no action and no inject reaches.
//!
//! **Why it is bad.** The criterion leaves the score as not applicable; the drill covers less of the playbook.
//!
//! **Example.** The playbook asks for `site-monitored`, and nothing has `Milestone("site-monitored")`.

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostic;
use crate::id::MilestoneId;
use crate::scenario::resolve::Kind;
use crate::scenario::{Effect, Scenario};

pub(super) fn check(scenario: &Scenario, report: &mut dyn FnMut(Diagnostic, Kind, &str)) {
    let reachable = reachable_milestones(scenario);
    for (_, criterion) in scenario.playbook.criteria() {
        for milestone in criterion.evidence.milestones() {
            if !reachable.contains(milestone) {
                let message = format!("the criterion {} asks for `{milestone}`, which nothing reaches", criterion.id);
                report(Diagnostic::warning("unmet-criterion", message), Kind::Scenario, scenario.id.as_str());
            }
        }
    }
}

/// Returns the milestones that some action or inject of a scenario can reach.
pub fn reachable_milestones(scenario: &Scenario) -> BTreeSet<&MilestoneId> {
    let of_actions = scenario.actions.iter().flat_map(crate::scenario::Action::all_effects);
    let of_injects = scenario.injects.iter().flat_map(|inject| &inject.effects);
    of_actions
        .chain(of_injects)
        .filter_map(|effect| match effect {
            Effect::Milestone(id) => Some(id),
            _ => None,
        })
        .collect()
}
