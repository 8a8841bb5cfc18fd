//! `past-the-end`: something that is set for after EndEx.
//!
//! **What it does.** Warns where an inject or a wave of data has a fixed time after the end of the exercise.
//!
//! **Why it is bad.** It never happens, and the author may have meant another hour.
//!
//! **Example.** `At("T+80:00")` in an exercise of 72 hours.

use crate::diagnostic::Diagnostic;
use crate::scenario::resolve::Kind;
use crate::scenario::{Scenario, Trigger};

pub(super) fn check(scenario: &Scenario, report: &mut dyn FnMut(Diagnostic, Kind, &str)) {
    let end = scenario.end();
    for inject in &scenario.injects {
        let from = match &inject.trigger {
            Trigger::At(time) | Trigger::NotBy { by: time, .. } | Trigger::Chance { from: time, .. } => *time,
            Trigger::When(_) | Trigger::After { .. } | Trigger::ByHand => continue,
        };
        if from > end {
            let message = format!("the inject `{}` is set for {from}, after the end at {end}", inject.id);
            report(Diagnostic::warning("past-the-end", message), Kind::Inject, inject.id.as_str());
        }
    }
    for wave in scenario.threat.waves.iter().filter(|wave| wave.at > end) {
        let message = format!("the wave at {} comes after the end at {end}", wave.at);
        report(Diagnostic::warning("past-the-end", message), Kind::Stream, wave.stream.as_str());
    }
}
