//! `impossible-criterion`: a playbook criterion that no run can meet.

use super::rule::Rule;
use crate::diagnostic::{Diagnostic, Severity};
use crate::scenario::resolve::Kind;
use crate::scenario::{Evidence, Moment, Scenario};

pub(super) static RULE: Rule = Rule {
    code: "impossible-criterion",
    severity: Severity::Error,
    what: "Reports each criterion that contradicts itself: credit that ends before it begins, a share for full \
        credit that does not exceed the share for no credit, a count that means both full and no credit, an \
        event that must not happen although it happens in every run, or an empty list of parts.",
    why: "The points cannot be earned in any scenario, and the score does not show the reason.",
    example: "`Within(what: Told(Police), from: FirstAlert, full: \"24h\", none: \"12h\")`.",
    check,
};

fn check(scenario: &Scenario, report: &mut dyn FnMut(Diagnostic, Kind, &str)) {
    for (_, criterion) in scenario.playbook.criteria() {
        criterion.evidence.walk(&mut |part| {
            if let Some(why) = contradiction(part) {
                let message = format!("no run can meet the criterion {}: {why}", criterion.id);
                report(RULE.diagnostic(message), Kind::Criterion, criterion.id.as_str());
            }
        });
    }
}

/// Returns a description of the contradiction in the evidence, if there is one.
fn contradiction(evidence: &Evidence) -> Option<String> {
    match evidence {
        Evidence::Within { full, none: Some(none), .. } if none <= full => {
            Some(format!("full credit lasts until {full}, but credit ends at {none}"))
        }
        Evidence::InPar { full, none, .. } if none <= full => {
            Some(format!("full credit lasts until {full} pars, but credit ends at {none}"))
        }
        Evidence::Share { full, none, .. }
        | Evidence::World { full, none, .. }
        | Evidence::Says { full, none, .. }
        | Evidence::Avoids { full, none, .. }
            if full <= none =>
        {
            Some(format!("a share of {none} earns no credit, but {full} earns full credit"))
        }
        Evidence::Count { full, none, .. } if full == none => Some(format!("{full} earns both full and no credit")),
        Evidence::Never { what, .. } if always(what) => Some("the event must not happen but always does".to_owned()),
        Evidence::Not(part) => match part.as_ref() {
            Evidence::Reached(what) if always(what) => Some("the event must not happen but always does".to_owned()),
            _ => None,
        },
        Evidence::Parts(parts) if parts.is_empty() => Some("its list of parts is empty".to_owned()),
        Evidence::AllOf(parts) | Evidence::AnyOf(parts) | Evidence::AtLeast(_, parts) if parts.is_empty() => {
            Some("its list of parts is empty".to_owned())
        }
        _ => None,
    }
}

/// Whether a moment occurs in every run, regardless of the players' decisions.
fn always(moment: &Moment) -> bool {
    matches!(moment, Moment::StartEx | Moment::FirstConfirmed)
}
