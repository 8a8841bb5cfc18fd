//! The statements, each with its claims and how they compare with the truth and the team’s knowledge.

use serde::Serialize;

use super::blank::moment_or_empty;
use super::remark::remarks;
use super::state::State;
use goldenhour_core::debrief::after_action::Annotation;
use goldenhour_core::debrief::{ClaimReview, StatementReview};
use goldenhour_core::scenario::AudienceKind;
use goldenhour_core::statement::Soundness;

/// Something that was said.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatementRow {
    /// When.
    pub at: String,
    /// The entry of the log.
    pub entry: String,
    /// The action.
    pub title: String,
    /// For whom.
    pub audience: &'static str,
    /// The words.
    pub text: String,
    /// How its claims stood, counted.
    pub tally: String,
    /// Whether something in it was false.
    pub has_false: bool,
    /// The next update it promised; empty where it promised none.
    pub next_update: String,
    /// What reviewers remarked on it.
    pub remarks: Vec<String>,
    /// The claims.
    pub claims: Vec<ClaimRow>,
}

/// A claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClaimRow {
    /// What it was about.
    pub about: String,
    /// What was said.
    pub text: String,
    /// How it stood to truth and knowledge.
    pub soundness: State,
    /// When it turned out false; empty where it did not.
    pub reversed: String,
}

pub(super) fn statement_row(review: &StatementReview, annotations: &[Annotation]) -> StatementRow {
    StatementRow {
        at: review.at.to_string(),
        entry: review.entry.to_string(),
        title: review.title.clone(),
        audience: audience(review.audience),
        text: review.text.clone(),
        tally: tally(&review.claims),
        has_false: review.claims.iter().any(|claim| claim.soundness == Soundness::False),
        next_update: moment_or_empty(review.next_update),
        remarks: remarks(review.entry, annotations),
        claims: review.claims.iter().map(claim_row).collect(),
    }
}

/// Names whom a statement is for.
pub(crate) fn audience(kind: AudienceKind) -> &'static str {
    match kind {
        AudienceKind::Public => "the public",
        AudienceKind::Customers => "affected customers",
        AudienceKind::Staff => "staff",
        AudienceKind::Stakeholder => "a stakeholder",
    }
}

/// Counts claims by soundness: `2 false; 1 named as not known yet`.
fn tally(claims: &[ClaimReview]) -> String {
    let all = [Soundness::False, Soundness::TrueButUnknown, Soundness::TrueAndKnown, Soundness::NamedUnknown];
    let counted = all.into_iter().filter_map(|soundness| {
        let count = claims.iter().filter(|claim| claim.soundness == soundness).count();
        (count > 0).then(|| format!("{count} {}", self::soundness(soundness).word))
    });
    let text = counted.collect::<Vec<String>>().join("; ");
    if text.is_empty() { "no claims".to_owned() } else { text }
}

fn claim_row(claim: &ClaimReview) -> ClaimRow {
    ClaimRow {
        about: claim.about.clone(),
        text: claim.text.clone(),
        soundness: soundness(claim.soundness),
        reversed: moment_or_empty(claim.reversed),
    }
}

/// Returns how a claim stood to truth and knowledge.
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
    fn claims_are_counted_by_soundness_with_the_false_first() {
        let report = Report::of(&sample::debrief());
        assert_eq!(report.statements[0].tally, "1 false; 1 true and known; 1 named as not known yet");
    }
}
