//! Tone of a statement: apology, regret, blame, minimizing and advertising, taken from its claims and its text.
//!
//! The nature of a claim ([`ClaimNature`]) defines its tone. A tone found only in the text ([`Reading`]) has the
//! same effect, but counts once per statement and only if the finding is unambiguous. A favorable tone counts only
//! in a text with content. In this way the players' own sentences affect the world, and a text that adds blame to
//! harmless claims is treated as blaming.

use super::state::{Disclosure, guilt};
use crate::scenario::{ClaimNature, Model, Scenario};
use crate::statement::JudgedClaim;
use crate::statement::reading::{Reading, Subject};
use crate::timeline::Publication;

/// Minimum degree of an unambiguous finding.
const PLAIN: f64 = 1.0;

/// Returns how much of a statement is spin, 0 to 1. Spin reduces the credit for disclosing first and for disclosing
/// details. It does not enter the match, which depends only on the quality of the apology and on the details
/// disclosed.
pub(super) fn spin(said: &Publication, model: &Model) -> f64 {
    let minimizes = if does(said, ClaimNature::Minimizes) { model.spin_minimizes.value } else { 0.0 };
    let blames = if does(said, ClaimNature::Blames) { model.spin_blames.value } else { 0.0 };
    let sells = if shows(said, Subject::MarketingCopy) { model.spin_sells.value } else { 0.0 };
    f64::min(1.0, minimizes + blames + sells)
}

/// Applies the tone of a statement that reaches the public.
pub(super) fn hear(said: &Publication, disclosure: &mut Disclosure, scenario: &Scenario) {
    for claim in &said.claims {
        take(claim.nature, disclosure, scenario);
    }
    let in_words = [ClaimNature::Apologizes, ClaimNature::Regrets, ClaimNature::Blames];
    for nature in in_words.into_iter().filter(|nature| !claims(&said.claims, *nature) && does(said, *nature)) {
        take(nature, disclosure, scenario);
    }
}

/// Returns whether a statement has a tone, either through a claim or unambiguously in its text.
fn does(said: &Publication, nature: ClaimNature) -> bool {
    let Some(words) = &said.words else { return claims(&said.claims, nature) };
    claims(&said.claims, nature)
        || match nature {
            ClaimNature::Apologizes => earns(words, Subject::ApologyWithResponsibility),
            ClaimNature::Regrets => {
                earns(words, Subject::Empathy) || earns(words, Subject::ApologyWithoutResponsibility)
            }
            ClaimNature::Blames => shows(said, Subject::BlameShift),
            ClaimNature::Minimizes => shows(said, Subject::Minimizing),
            ClaimNature::Informs | ClaimNature::Reassures => false,
        }
}

fn claims(claims: &[JudgedClaim], nature: ClaimNature) -> bool {
    claims.iter().any(|claim| claim.nature == nature)
}

fn shows(said: &Publication, subject: Subject) -> bool {
    said.words.as_ref().is_some_and(|words| words.degree(subject) >= PLAIN)
}

fn earns(words: &Reading, subject: Subject) -> bool {
    words.merit(subject) >= PLAIN
}

fn take(nature: ClaimNature, disclosure: &mut Disclosure, scenario: &Scenario) {
    let model = &scenario.model;
    match nature {
        ClaimNature::Apologizes => {
            disclosure.empathy = disclosure.empathy.max(0.8);
            disclosure.remorse = 1.0;
            disclosure.accepts = 1.0;
            if !disclosure.apologized {
                disclosure.apologized = true;
                disclosure.hold_responsible(-model.responsibility_apology.value * guilt(scenario.threat.cluster));
            }
        }
        ClaimNature::Regrets => {
            disclosure.empathy = disclosure.empathy.max(0.4);
            disclosure.remorse = disclosure.remorse.max(0.6);
        }
        ClaimNature::Blames => {
            disclosure.empathy *= 0.3;
            disclosure.scapegoat = 1.0;
            disclosure.hold_responsible(model.responsibility_scapegoat.value);
        }
        ClaimNature::Informs | ClaimNature::Reassures | ClaimNature::Minimizes => {}
    }
}
