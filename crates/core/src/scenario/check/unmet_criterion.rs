//! `unmet-criterion`: a playbook criterion that cannot be met in this scenario.

use std::collections::BTreeSet;

use super::rule::Rule;
use crate::diagnostic::{Diagnostic, Severity};
use crate::id::MilestoneId;
use crate::scenario::resolve::Kind;
use crate::scenario::{Action, Ask, AudienceKind, Effect, Evidence, Moment, Scenario};

pub(super) static RULE: Rule = Rule {
    code: "unmet-criterion",
    severity: Severity::Warning,
    what: "Warns if a criterion requires a milestone that no action and no inject reaches, a fact, \
        stakeholder or clock that the scenario does not declare, or an effect or audience that no action \
        offers.",
    why: "The criterion is either not applicable or cannot be earned, so the exercise covers less of the \
        playbook than intended.",
    example: "The playbook requires `shop-monitored`, and no effect is `Milestone(\"shop-monitored\")`.",
    check,
};

fn check(scenario: &Scenario, report: &mut dyn FnMut(Diagnostic, Kind, &str)) {
    let reachable = reachable_milestones(scenario);
    for (_, criterion) in scenario.playbook.criteria() {
        let mut warn = |asks: String| {
            let message = format!("the criterion {} requires {asks}", criterion.id);
            report(RULE.diagnostic(message), Kind::Criterion, criterion.id.as_str());
        };
        for milestone in criterion.evidence.milestones() {
            if !reachable.contains(milestone) {
                warn(format!("the milestone `{milestone}`, which no action or inject reaches"));
            }
        }
        let wanted = criterion.evidence.wanted();
        for lack in wanted.iter().filter_map(|moment| lack(moment, scenario)).collect::<BTreeSet<&str>>() {
            warn(lack.to_owned());
        }
        criterion.evidence.walk(&mut |part| {
            if let Evidence::Clocks { of, .. } = part
                && !scenario
                    .clocks
                    .iter()
                    .any(|clock| scenario.stakeholder(&clock.recipient).is_some_and(|party| party.kind == *of))
            {
                warn("clocks that the scenario does not have".to_owned());
            }
        });
    }
}

/// Returns what a scenario lacks for a moment to occur, if anything.
fn lack(moment: &Moment, scenario: &Scenario) -> Option<&'static str> {
    let does = |wanted: &dyn Fn(&Effect) -> bool| scenario.actions.iter().flat_map(Action::all_effects).any(wanted);
    let speaks_to = |wanted: AudienceKind| {
        let to = |action: &Action| matches!(&action.asks, Ask::Statement { audience, .. } if *audience == wanted);
        scenario.actions.iter().any(to)
    };
    let (there, words) = match moment {
        Moment::Confirmed(kind) => {
            (scenario.facts.iter().any(|fact| fact.kind == *kind), "a fact of a kind that the scenario does not have")
        }
        Moment::Told(kind) => (
            scenario.stakeholders.iter().any(|party| party.kind == *kind),
            "a stakeholder of a kind that the scenario does not have",
        ),
        Moment::DataStopped => (!scenario.threat.streams.is_empty(), "stopping data loss, but there is no stream"),
        Moment::Listening => {
            (does(&|effect| matches!(effect, Effect::Listen)), "social listening, which no action starts")
        }
        Moment::FirstReply => {
            (does(&|effect| matches!(effect, Effect::Reply(_))), "replies to posts, which no action offers")
        }
        Moment::LastHardening => {
            (does(&|effect| matches!(effect, Effect::Harden(_))), "hardening, which no action offers")
        }
        Moment::FirstPublicWord | Moment::FirstWordOfSubstance => {
            (speaks_to(AudienceKind::Public), "a public statement, which no action offers")
        }
        Moment::StaffTold => (speaks_to(AudienceKind::Staff), "a statement to staff, which no action offers"),
        Moment::CustomersTold => (speaks_to(AudienceKind::Customers), "a customer notice, which no action offers"),
        _ => return None,
    };
    (!there).then_some(words)
}

/// Returns the milestones that some action or inject of a scenario can reach.
pub fn reachable_milestones(scenario: &Scenario) -> BTreeSet<&MilestoneId> {
    let of_actions = scenario.actions.iter().flat_map(Action::all_effects);
    let of_injects = scenario.injects.iter().flat_map(|inject| &inject.effects);
    of_actions
        .chain(of_injects)
        .filter_map(|effect| match effect {
            Effect::Milestone(id) => Some(id),
            _ => None,
        })
        .collect()
}
