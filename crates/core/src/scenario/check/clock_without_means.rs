//! `clock-without-means`: a duty that nobody can fulfil.
//!
//! **What it does.** Warns where a clock's recipient can be told by no action.
//!
//! **Why it is bad.** The clock can only be missed, whatever the team does.
//!
//! **Example.** A clock for `regulator` and no action with `Tell("regulator")`.

use crate::diagnostic::Diagnostic;
use crate::id::StakeholderId;
use crate::scenario::resolve::Kind;
use crate::scenario::{Action, Ask, Effect, Scenario};

pub(super) fn check(scenario: &Scenario, report: &mut dyn FnMut(Diagnostic, Kind, &str)) {
    for clock in &scenario.clocks {
        if !scenario.actions.iter().any(|action| tells(action, &clock.recipient)) {
            let message =
                format!("no action tells `{}`, so the clock `{}` can only be missed", clock.recipient, clock.id);
            let diagnostic = Diagnostic::warning("clock-without-means", message);
            let hint = format!("give an action the effect `Tell(\"{}\")`", clock.recipient);
            report(diagnostic.hint(hint), Kind::Clock, clock.id.as_str());
        }
    }
}

fn tells(action: &Action, party: &StakeholderId) -> bool {
    let by_statement = matches!(&action.asks, Ask::Statement { to: Some(to), .. } if to == party);
    by_statement || action.all_effects().any(|effect| matches!(effect, Effect::Tell(told) if told == party))
}
