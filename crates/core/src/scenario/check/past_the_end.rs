//! `past-the-end`: an event that is scheduled after EndEx.

use super::rule::Rule;
use crate::diagnostic::{Diagnostic, Severity};
use crate::scenario::resolve::Kind;
use crate::scenario::{Scenario, Trigger};

pub(super) static RULE: Rule = Rule {
    code: "past-the-end",
    severity: Severity::Warning,
    what: "Warns about each inject and each wave of the attack that is scheduled after the end of the exercise.",
    why: "It never happens. The time is probably a typo.",
    example: "`At(\"T+80:00\")` in an exercise with `length: \"72h\"`.",
    check,
};

fn check(scenario: &Scenario, report: &mut dyn FnMut(Diagnostic, Kind, &str)) {
    let end = scenario.end();
    for inject in &scenario.injects {
        let from = match &inject.trigger {
            Trigger::At(time) | Trigger::NotBy { by: time, .. } | Trigger::Chance { from: time, .. } => *time,
            Trigger::When(_) | Trigger::After { .. } | Trigger::ByHand => continue,
        };
        if from > end {
            let message = format!("the inject `{}` is scheduled for {from}, after EndEx at {end}", inject.id);
            report(RULE.diagnostic(message), Kind::Inject, inject.id.as_str());
        }
    }
    for wave in scenario.threat.waves.iter().filter(|wave| wave.at > end) {
        let message = format!("the wave at {} is after EndEx at {end}", wave.at);
        report(RULE.diagnostic(message), Kind::Stream, wave.stream.as_str());
    }
}
