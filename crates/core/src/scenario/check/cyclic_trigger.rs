//! `cyclic-trigger`: injects that wait for each other.

use std::collections::BTreeSet;

use super::rule::Rule;
use crate::diagnostic::{Diagnostic, Severity};
use crate::id::InjectId;
use crate::scenario::resolve::Kind;
use crate::scenario::{Condition, Inject, Scenario, Trigger};

pub(super) static RULE: Rule = Rule {
    code: "cyclic-trigger",
    severity: Severity::Error,
    what: "Reports injects that can never be released because each of them requires another one to have been \
        sent or answered. All other trigger conditions are assumed to be satisfiable.",
    why: "Part of the storyline that the author planned can never happen.",
    example: "`a` has `When(Sent(\"b\"))`, and `b` has `When(Sent(\"a\"))`.",
    check,
};

fn check(scenario: &Scenario, report: &mut dyn FnMut(Diagnostic, Kind, &str)) {
    let mut possible: BTreeSet<&InjectId> = BTreeSet::new();
    loop {
        let before = possible.len();
        for inject in &scenario.injects {
            if releasable(&inject.trigger, &possible) {
                possible.insert(&inject.id);
            }
        }
        if possible.len() == before {
            break;
        }
    }
    for inject in scenario.injects.iter().filter(|inject| !possible.contains(&inject.id)) {
        let chain = chain(inject, scenario, &possible);
        let message = format!("the inject `{}` can never be released: it waits for itself ({chain})", inject.id);
        let diagnostic = RULE.diagnostic(message);
        report(
            diagnostic.hint("give one of these injects a trigger with a fixed time, for example `At(\"T+01:00\")`"),
            Kind::Inject,
            inject.id.as_str(),
        );
    }
}

fn releasable(trigger: &Trigger, possible: &BTreeSet<&InjectId>) -> bool {
    match trigger {
        Trigger::When(what) | Trigger::After { what, .. } | Trigger::Chance { when: what, .. } => {
            can_hold(what, possible)
        }
        Trigger::At(_) | Trigger::NotBy { .. } | Trigger::ByHand => true,
    }
}

/// Whether a condition can hold if only these injects can be sent.
fn can_hold(condition: &Condition, possible: &BTreeSet<&InjectId>) -> bool {
    match condition {
        Condition::Sent(id) | Condition::Answered(id) => possible.contains(id),
        Condition::All(parts) => parts.iter().all(|part| can_hold(part, possible)),
        Condition::Any(parts) => parts.iter().any(|part| can_hold(part, possible)),
        Condition::AtLeast(count, parts) => {
            parts.iter().filter(|part| can_hold(part, possible)).count() >= *count as usize
        }
        _ => true,
    }
}

/// Returns the first cycle found from an inject, for example `a → b → a`.
fn chain(start: &Inject, scenario: &Scenario, possible: &BTreeSet<&InjectId>) -> String {
    let mut names = vec![start.id.as_str()];
    let mut current = start;
    while let Some(next) = waits_for(current, scenario, possible) {
        names.push(next.id.as_str());
        if names[..names.len() - 1].contains(&next.id.as_str()) {
            break;
        }
        current = next;
    }
    names.join(" → ")
}

fn waits_for<'a>(inject: &'a Inject, scenario: &'a Scenario, possible: &BTreeSet<&InjectId>) -> Option<&'a Inject> {
    let mut found = None;
    inject.trigger.condition()?.walk(&mut |part| {
        if let Condition::Sent(id) | Condition::Answered(id) = part
            && found.is_none()
            && !possible.contains(id)
        {
            found = scenario.inject(id);
        }
    });
    found
}
