//! How many of the nine details of a breach a statement discloses.

use super::state::Disclosure;
use crate::scenario::{ClaimNature, Detail};
use crate::statement::{JudgedClaim, Soundness};

/// Returns how much a claim discloses: 1 for a value, 1/3 for an explicit "not known yet", 0 for minimizing or
/// blaming.
pub(super) fn told_by(claim: &JudgedClaim) -> f64 {
    match (claim.soundness, claim.nature) {
        (_, ClaimNature::Minimizes | ClaimNature::Blames) => 0.0,
        (Soundness::NamedUnknown, _) => 1.0 / 3.0,
        _ => 1.0,
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are nine details")]
pub(super) const NINE: f64 = Detail::NINE.len() as f64;

/// Returns the share of the nine details that a statement discloses, 0 to 1.
pub(super) fn content(claims: &[JudgedClaim]) -> f64 {
    let best = |detail: &Detail| claims.iter().filter(|claim| claim.detail == *detail).map(told_by).fold(0.0, f64::max);
    Detail::NINE.iter().map(best).sum::<f64>() / NINE
}

/// Records the details disclosed for the first time and returns their share of the nine.
#[expect(clippy::cast_precision_loss, reason = "there are nine details")]
pub(super) fn fresh_details(claims: &[JudgedClaim], disclosure: &mut Disclosure) -> f64 {
    let before = disclosure.details.len();
    for claim in claims.iter().filter(|claim| told_by(claim) >= 1.0 && Detail::NINE.contains(&claim.detail)) {
        if !disclosure.details.contains(&claim.detail) {
            disclosure.details.push(claim.detail);
        }
    }
    (disclosure.details.len() - before) as f64 / NINE
}

#[expect(clippy::cast_precision_loss, reason = "there are nine details")]
pub(super) fn specificity(disclosure: &Disclosure) -> f64 {
    disclosure.details.len() as f64 / NINE
}
