//! Statements, and for each claim whether it was true and known to the team.

use serde::Serialize;

use super::blank::moment_or_empty;
use super::remark::remarks;
use super::state::State;
use goldenhour_core::debrief::after_action::Annotation;
use goldenhour_core::debrief::{ClaimReview, StatementReview};
use goldenhour_core::scenario::AudienceKind;
use goldenhour_core::statement::Soundness;

/// A statement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatementRow {
    /// Time.
    pub at: String,
    /// Log entry.
    pub entry: String,
    /// Action.
    pub title: String,
    /// Audience.
    pub audience: &'static str,
    /// Text.
    pub text: String,
    /// Number of claims by soundness.
    pub tally: String,
    /// Whether at least one claim was false.
    pub has_false: bool,
    /// Time announced for the next update; empty if none was announced.
    pub next_update: String,
    /// Reviewers' remarks on the statement.
    pub remarks: Vec<String>,
    /// Claims.
    pub claims: Vec<ClaimRow>,
}

/// A claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClaimRow {
    /// Topic.
    pub about: String,
    /// Text of the claim.
    pub text: String,
    /// Whether it was true, and whether the team could know it.
    pub soundness: State,
    /// When it was exposed as false; empty if it was not.
    pub reversed: String,
}

pub(super) fn statement_row(review: &StatementReview, annotations: &[Annotation]) -> StatementRow {
    StatementRow {
        at: review.at.to_string(),
        entry: review.entry.to_string(),
        title: review.title.clone(),
        audience: audience(review.audience),
        text: review.text.clone(),
        tally: tally(&review.claims, review.unchecked.len()),
        has_false: review.claims.iter().any(|claim| claim.soundness == Soundness::False),
        next_update: moment_or_empty(review.next_update),
        remarks: remarks(review.entry, annotations),
        claims: review.claims.iter().map(claim_row).chain(review.unchecked.iter().map(unchecked_row)).collect(),
    }
}

/// Returns the name of an audience.
pub(crate) fn audience(kind: AudienceKind) -> &'static str {
    match kind {
        AudienceKind::Public => "the public",
        AudienceKind::Customers => "affected customers",
        AudienceKind::Staff => "staff",
        AudienceKind::Stakeholder => "a stakeholder",
    }
}

/// Counts claims by soundness: `2 false; 1 named as not known yet`.
fn tally(claims: &[ClaimReview], unchecked: usize) -> String {
    let all = [Soundness::False, Soundness::TrueButUnknown, Soundness::TrueAndKnown, Soundness::NamedUnknown];
    let counted = all.into_iter().filter_map(|soundness| {
        let count = claims.iter().filter(|claim| claim.soundness == soundness).count();
        (count > 0).then(|| format!("{count} {}", self::soundness(soundness).word))
    });
    let unchecked = (unchecked > 0).then(|| format!("{unchecked} not checked"));
    let text = counted.chain(unchecked).collect::<Vec<String>>().join("; ");
    if text.is_empty() { "no claims".to_owned() } else { text }
}

fn claim_row(claim: &ClaimReview) -> ClaimRow {
    ClaimRow {
        about: claim.about.clone(),
        text: quoted(claim),
        soundness: soundness(claim.soundness),
        reversed: moment_or_empty(claim.reversed),
    }
}

/// Returns the text of a claim, with the words of the statement if they differ.
fn quoted(claim: &ClaimReview) -> String {
    match &claim.quote {
        Some(quote) if !quote.contains(&claim.text) => format!("{} (“{quote}”)", claim.text),
        Some(_) | None => claim.text.clone(),
    }
}

/// Returns the row of a sentence that could not be checked.
fn unchecked_row(sentence: &String) -> ClaimRow {
    ClaimRow {
        about: "Not checked".to_owned(),
        text: format!("“{sentence}”"),
        soundness: State { word: "matches no known fact", sign: "–", key: "calm" },
        reversed: String::new(),
    }
}

/// Returns the display state for the soundness of a claim.
pub(crate) fn soundness(soundness: Soundness) -> State {
    let (word, sign, key) = match soundness {
        Soundness::TrueAndKnown => ("true and known", "✓", "good"),
        Soundness::TrueButUnknown => ("true, but the team could not know", "!", "fair"),
        Soundness::False => ("false", "✕", "bad"),
        Soundness::NamedUnknown => ("named as not known yet", "?", "calm"),
    };
    State { word, sign, key }
}

#[cfg(test)]
mod tests {
    use crate::report::Report;
    use crate::sample;

    #[test]
    fn claims_are_counted_by_soundness_starting_with_false_ones() {
        let report = Report::of(&sample::debrief());
        assert_eq!(report.statements[0].tally, "1 false; 1 true and known; 1 named as not known yet");
    }
}
