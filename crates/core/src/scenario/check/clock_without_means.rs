//! `clock-without-means`: a notification deadline that no action can meet.

use super::rule::Rule;
use crate::diagnostic::{Diagnostic, Severity};
use crate::id::StakeholderId;
use crate::scenario::resolve::Kind;
use crate::scenario::{Action, Ask, Effect, Scenario};

pub(super) static RULE: Rule = Rule {
    code: "clock-without-means",
    severity: Severity::Warning,
    what: "Warns about each clock whose recipient no action can notify: no action has the effect `Tell` for \
        that stakeholder, and no statement is addressed to it.",
    why: "The deadline passes in every run, so the team loses points that it could not have earned.",
    example: "A clock with `recipient: \"regulator\"`, and no action with `Tell(\"regulator\")`.",
    check,
};

fn check(scenario: &Scenario, report: &mut dyn FnMut(Diagnostic, Kind, &str)) {
    for clock in &scenario.clocks {
        if !scenario.actions.iter().any(|action| tells(action, &clock.recipient)) {
            let message =
                format!("no action notifies `{}`, so the clock `{}` is always missed", clock.recipient, clock.id);
            let diagnostic = RULE.diagnostic(message);
            let hint = format!("add the effect `Tell(\"{}\")` to an action", clock.recipient);
            report(diagnostic.hint(hint), Kind::Clock, clock.id.as_str());
        }
    }
}

fn tells(action: &Action, party: &StakeholderId) -> bool {
    let by_statement = matches!(&action.asks, Ask::Statement { to: Some(to), .. } if to == party);
    by_statement || action.all_effects().any(|effect| matches!(effect, Effect::Tell(told) if told == party))
}
