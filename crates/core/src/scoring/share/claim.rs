//! Distinct public claims and their credit.

use crate::scoring::evidence_item::Span;
use crate::scoring::record::Record;
use crate::scoring::text;
use crate::statement::{JudgedClaim, Soundness};
use crate::timeline::Publication;

/// A public claim with every publication that made it.
pub(super) struct PublicClaim<'a> {
    /// Publication that made the claim first.
    pub(super) said: &'a Publication,
    /// Claim as it was first made.
    pub(super) claim: &'a JudgedClaim,
    /// Publications that repeated the claim.
    pub(super) again: Vec<&'a Publication>,
}

impl PublicClaim<'_> {
    /// Returns the passage of the first publication that makes the claim.
    pub(super) fn words(&self, record: &Record<'_>) -> Option<Span> {
        text::words_of(self.claim, self.said, record.scenario)
    }
}

/// Returns the distinct claims made in public.
pub(super) fn claims<'a>(record: &Record<'a>) -> Vec<PublicClaim<'a>> {
    let mut claims: Vec<PublicClaim<'a>> = Vec::new();
    for (_, said) in record.spoken() {
        for claim in &said.claims {
            let known = claims.iter_mut().find(|other| {
                let other = other.claim;
                other.topic == claim.topic && other.says == claim.says && other.soundness == claim.soundness
            });
            match known {
                Some(known) => known.again.push(said),
                None => claims.push(PublicClaim { said, claim, again: Vec::new() }),
            }
        }
    }
    claims
}

/// Returns the credit of a claim by its soundness.
pub(super) fn soundness_credit(soundness: Soundness) -> f64 {
    match soundness {
        Soundness::TrueAndKnown | Soundness::NamedUnknown => 1.0,
        Soundness::TrueButUnknown => 0.5,
        Soundness::False => 0.0,
    }
}

/// Describes the soundness of a claim.
pub(super) fn in_words(claim: &JudgedClaim) -> &'static str {
    match claim.soundness {
        Soundness::TrueAndKnown => "true and known",
        Soundness::TrueButUnknown => "true, but not known when said",
        Soundness::False => "false",
        Soundness::NamedUnknown => "named as not known yet",
    }
}
