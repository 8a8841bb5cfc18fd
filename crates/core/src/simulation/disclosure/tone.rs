//! How a statement sounds: apology, regret, blame, belittling, advertising; from its claims, and from its words
//! where only they show it.
//!
//! A claim says by its nature what it does ([`ClaimNature`]). What the words do besides ([`Reading`]) counts the
//! same, once in a statement, and only where it was found plainly; a good tone counts only in a text that says
//! something. So the players' own sentences reach the world, and a text that adds blame to harmless claims
//! is heard as what it is.

use super::state::{Disclosure, guilt};
use crate::scenario::{ClaimNature, Model, Scenario};
use crate::statement::JudgedClaim;
use crate::statement::reading::{Reading, Subject};
use crate::timeline::Publication;

/// From this degree on a finding is plain.
const PLAIN: f64 = 1.0;

/// How much of a statement is spin, 0 to 1. It takes from what telling first and telling more are worth; the fit of
/// the response knows only the quality of the apology and what has been told.
pub(super) fn spin(said: &Publication, model: &Model) -> f64 {
    let minimizes = if does(said, ClaimNature::Minimizes) { model.spin_minimizes.value } else { 0.0 };
    let blames = if does(said, ClaimNature::Blames) { model.spin_blames.value } else { 0.0 };
    let sells = if shows(said, Subject::MarketingCopy) { model.spin_sells.value } else { 0.0 };
    f64::min(1.0, minimizes + blames + sells)
}

/// Lets the public hear how a statement sounds.
pub(super) fn hear(said: &Publication, disclosure: &mut Disclosure, scenario: &Scenario) {
    for claim in &said.claims {
        take(claim.nature, disclosure, scenario);
    }
    let in_words = [ClaimNature::Apologizes, ClaimNature::Regrets, ClaimNature::Blames];
    for nature in in_words.into_iter().filter(|nature| !claims(&said.claims, *nature) && does(said, *nature)) {
        take(nature, disclosure, scenario);
    }
}

/// Whether a statement does something, by a claim or plainly by its words.
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
