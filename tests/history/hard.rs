//! The hard reading of history: only timings and five hard inputs, in one neutral world shared by all cases.
//!
//! The world is `tests/fixtures/history/hard`. Only the following happens in it:
//!
//! - The first public statement is made at its recorded hour with a neutral set of claims: who, data possible,
//!   precautions, actions. Containment, the customer notice, the notification of the authority and the apology
//!   follow at their recorded hours, if any.
//! - *Leak first*: an outlet reveals the breach at the hour of the leak, or an hour before the first statement.
//! - *Upward revisions*: the first statement gives the number that is true at the time. It doubles in public with
//!   each revision, four days apart. One recorded revision is one revision in the world.
//! - *Remedy* 0 to 3: offered with the first statement, in thirds of the help and money that customers expect.
//! - *Concealment* 1: the first statement plays the breach down; 2: it also makes claims known to be false.

use std::fmt::Write;

use goldenhour_core::decision::{Content, Decision};
use goldenhour_core::scenario::load;
use goldenhour_core::scenario::source::Bundle;
use goldenhour_core::statement::{Claim, Says, Statement};
use goldenhour_core::time::SimTime;

use crate::score::Play;
use crate::{Case, folder};

/// Hours between the last event of a case and its evaluation.
const AFTERWARDS: f64 = 24.0 * 21.0;

/// Hours between two revisions.
const BETWEEN_REVISIONS: f64 = 96.0;

/// The first published number in cases with revisions, which is the true one in the neutral world.
const FIRST_NUMBER: u64 = 1_000_000;

fn at(hours: f64) -> SimTime {
    SimTime::from_minutes((hours * 60.0).round().max(1.0) as u32)
}

/// Returns a case reduced to its hard inputs.
pub fn play(case: &Case) -> Play {
    let mut bundle = Bundle::default();
    for name in ["scenario.ron", "actions.ron"] {
        let text = std::fs::read_to_string(folder().join("hard").join(name)).expect("the neutral world exists");
        bundle.insert(name, text.replace("{length}", &format!("{}h", length(case))).into());
    }
    bundle.insert("msel.ron", msel(case).into());
    let scenario = load(&bundle).unwrap_or_else(|errors| panic!("{}: {errors:?}", case.id)).output;
    Play { scenario: scenario.into(), decisions: decisions(case) }
}

fn length(case: &Case) -> u32 {
    let revisions = f64::from(case.revisions_up) * BETWEEN_REVISIONS;
    (case.first_public + revisions + AFTERWARDS).ceil() as u32
}

fn msel(case: &Case) -> String {
    let mut text = String::from("(format: 1, injects: [\n");
    let mut inject = |id: &str, hours: f64, effects: &str| {
        let _ = writeln!(
            text,
            "(id: \"{id}\", kind: Contextual, trigger: At(\"{}\"), medium: News, from: \"Outside\", to: \"comms\", \
             title: \"{id}\", body: \"It happens.\", effects: [{effects}]),",
            at(hours)
        );
    };
    inject("alert", 0.0, "Suspect(\"intrusion\"), Suspect(\"data-class\"), Discretion(0.0)");
    if case.leak_first {
        let hour = case.leak.unwrap_or(case.first_public - 1.0).min(case.first_public - 0.1).max(0.05);
        inject("leak", hour, "Reveal(\"broadsheet\")");
    }
    for revision in 1..=case.revisions_up {
        let hour = case.first_public + f64::from(revision) * BETWEEN_REVISIONS;
        inject(&format!("revision-{revision}"), hour, &format!("Scope({})", FIRST_NUMBER << revision));
    }
    text.push_str("])\n");
    text
}

fn decision(hours: f64, action: &str, content: Content) -> Decision {
    Decision {
        at: at(hours),
        by: "comms".into(),
        action: action.into(),
        content,
        rationale: String::new(),
        confidence: None,
    }
}

fn says(topic: &str, option: &str) -> Claim {
    Claim { topic: topic.into(), says: Says::Option(option.into()) }
}

fn statement(claims: Vec<Claim>) -> Content {
    Content::Statement(Statement { claims, text: String::new(), ..Statement::default() })
}

fn first_word(case: &Case) -> Vec<Claim> {
    let mut claims = match case.concealment {
        0 => vec![says("who", "customers"), says("data", "possible")],
        1 => vec![says("who", "few"), says("data", "possible")],
        _ => vec![says("who", "few"), says("data", "no-evidence"), says("discovery", "maintenance")],
    };
    claims.extend([says("precautions", "specific"), says("actions", "investigating")]);
    if case.revisions_up > 0 {
        claims.push(Claim { topic: "how-many".into(), says: Says::Number(FIRST_NUMBER) });
    }
    claims
}

fn decisions(case: &Case) -> Vec<Decision> {
    let mut all = vec![decision(case.first_public, "say", statement(first_word(case)))];
    all.push(decision(
        case.first_public + 0.1,
        "offer",
        Content::Choice(format!("thirds-{}", case.remedy).as_str().into()),
    ));
    all.extend(case.contained.map(|hours| decision(hours, "contain", Content::Nothing)));
    all.extend(case.regulator_told.map(|hours| decision(hours, "tell-regulator", Content::Nothing)));
    all.extend(case.customers_told.map(|hours| decision(hours + 0.2, "write", statement(first_word(case)))));
    all.extend(
        case.apology.map(|hours| decision(hours + 0.3, "say", statement(vec![says("compassion", "full-apology")]))),
    );
    all.sort_by_key(|decision| decision.at);
    all
}
