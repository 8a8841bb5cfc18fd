//! `crowded-injects`: more injects in a short time than players can read.

use super::rule::Rule;
use crate::diagnostic::{Diagnostic, Severity};
use crate::scenario::resolve::Kind;
use crate::scenario::{Inject, Scenario, Trigger};
use crate::time::SimTime;

/// Length of the time window in which injects are counted, in minutes.
const WINDOW_MINUTES: u32 = 10;

/// Maximum number of injects that players can read within the window.
const MOST: usize = 4;

pub(super) static RULE: Rule = Rule {
    code: "crowded-injects",
    severity: Severity::Warning,
    what: "Warns if more than four injects with a fixed time fall within ten minutes.",
    why: "Players spend their time reading instead of deciding, and overlook the inject that matters.",
    example: "Five injects with `At(…)` between `T+01:00` and `T+01:09`.",
    check,
};

fn check(scenario: &Scenario, report: &mut dyn FnMut(Diagnostic, Kind, &str)) {
    let time = |inject: &Inject| match inject.trigger {
        Trigger::At(time) => Some(time),
        _ => None,
    };
    let mut timed: Vec<(SimTime, &Inject)> =
        scenario.injects.iter().filter_map(|inject| time(inject).map(|at| (at, inject))).collect();
    timed.sort_by_key(|(at, _)| *at);
    for group in timed.windows(MOST + 1) {
        let (first, last) = (group[0], group[MOST]);
        if last.0.since(first.0).minutes() < WINDOW_MINUTES {
            let message =
                format!("more than {MOST} injects are scheduled in the {WINDOW_MINUTES} minutes from {}", first.0);
            report(RULE.diagnostic(message), Kind::Inject, last.1.id.as_str());
        }
    }
}
