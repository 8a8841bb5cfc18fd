//! Checks whether the reader can find the claims of a scenario and tell them apart.
//!
//! The rules need the reader and are therefore not among those that run whenever a scenario is loaded.

use super::claim_reader::ClaimReader;
use crate::diagnostic::{Diagnostic, Severity};
use crate::id::{ClaimId, TopicId};
use crate::scenario::check::{Kind, Rule};
use crate::scenario::{ClaimOption, Scenario, Topic};

/// All rules, sorted by code.
pub static RULES: [&Rule; 2] = [&AMBIGUOUS, &UNREAD];

static AMBIGUOUS: Rule = Rule {
    code: "ambiguous-claim",
    severity: Severity::Warning,
    what: "Warns about claims of a topic that the reader of statements cannot tell apart: a wording of one reads as the other.",
    why: "A team that says one of them in its own words may be understood to say the other.",
    example: "Two claims whose wordings in `wordings.ron` are almost the same.",
    check: ambiguous,
};

static UNREAD: Rule = Rule {
    code: "unread-claim",
    severity: Severity::Warning,
    what: "Warns about a claim that the reader of statements does not find in the claim's own sentence.",
    why: "A team that says it in other words will not be understood to say it.",
    example: "A claim whose sentence is also listed under `unlike` in `wordings.ron`.",
    check: unread,
};

/// Maximum number of characters of a sentence that are shown.
const SHOWN: usize = 90;

fn ambiguous(scenario: &Scenario, report: &mut dyn FnMut(Diagnostic, Kind, &str)) {
    let Some(reader) = ClaimReader::of(scenario) else { return };
    for topic in &scenario.topics {
        for claim in &topic.claims {
            let confused = wordings(claim).find_map(|text| Some((text, taken_for(&reader, topic, claim, text)?)));
            if let Some((text, other)) = confused {
                let message = format!("`{}` cannot be told apart from `{other}`: “{}”", claim.id, shortened(text));
                let hint =
                    "word them differently in wordings.ron, or list the sentence under `unlike` of the other claim";
                report(AMBIGUOUS.diagnostic(message).hint(hint), Kind::Topic, topic.id.as_str());
            }
        }
    }
}

fn unread(scenario: &Scenario, report: &mut dyn FnMut(Diagnostic, Kind, &str)) {
    let Some(reader) = ClaimReader::of(scenario) else { return };
    for topic in &scenario.topics {
        for claim in &topic.claims {
            let own = strength(&reader, &claim.text, &topic.id, &claim.id);
            if own.is_some_and(|own| own < 0.0) {
                let message = format!("`{}` is not found in its own sentence: “{}”", claim.id, shortened(&claim.text));
                let hint = "add wordings under `also` in wordings.ron, and check those under `unlike`";
                report(UNREAD.diagnostic(message).hint(hint), Kind::Topic, topic.id.as_str());
            }
        }
    }
}

fn wordings(claim: &ClaimOption) -> impl Iterator<Item = &str> {
    std::iter::once(claim.text.as_str()).chain(claim.also.iter().map(String::as_str))
}

/// Returns the claim of the same topic that the reader finds in a wording more strongly than the claim itself.
fn taken_for(reader: &ClaimReader, topic: &Topic, claim: &ClaimOption, text: &str) -> Option<ClaimId> {
    let strengths = reader.strengths(text).into_iter().filter(|(of, _, _)| *of == topic.id);
    let strongest = strengths.max_by(|one, other| one.2.total_cmp(&other.2))?;
    (strongest.2 >= 0.0 && strongest.1 != claim.id).then_some(strongest.1)
}

fn strength(reader: &ClaimReader, text: &str, topic: &TopicId, claim: &ClaimId) -> Option<f32> {
    reader.strengths(text).into_iter().find(|(of, id, _)| of == topic && id == claim).map(|(_, _, strength)| strength)
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
