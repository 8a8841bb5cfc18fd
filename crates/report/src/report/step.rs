//! Steps of the playbook with their criteria, points and evidence.

use serde::Serialize;

use super::blank::NOTHING;
use super::evidence::{EvidenceRow, evidence_row, evidence_rows};
use super::rating::rating_key;
use super::state::State;
use crate::number::ENGLISH;
use goldenhour_core::scoring::{CriterionScore, Overridden, Rating, StepScore, Verdict};

/// A step of the playbook.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StepRow {
    /// Number of the step, starting at 1.
    pub number: usize,
    /// Name.
    pub title: String,
    /// Points, of 100.
    pub score: String,
    /// Points as a number, for the length of a bar.
    pub points: f64,
    /// Share of the step that could be evaluated.
    pub coverage: String,
    /// Share of the step in the total score.
    pub weight: String,
    /// Letter of the rating.
    pub letter: &'static str,
    /// Meaning of the rating.
    pub meaning: &'static str,
    /// CSS class.
    pub key: &'static str,
    /// What capped the rating.
    pub caps: Vec<EvidenceRow>,
    /// Criteria.
    pub criteria: Vec<CriterionRow>,
}

/// A criterion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CriterionRow {
    /// Identifier in the playbook.
    pub id: String,
    /// Title.
    pub title: String,
    /// Verdict.
    pub verdict: State,
    /// Points gained, of the maximum.
    pub points: String,
    /// An evaluator's override; empty if there is none.
    pub overridden: String,
    /// Evidence.
    pub evidence: Vec<EvidenceRow>,
}

pub(super) fn steps(steps: &[StepScore]) -> Vec<StepRow> {
    let weight: f64 = steps.iter().map(|step| step.weight).sum();
    steps.iter().enumerate().map(|(index, step)| step_row(index + 1, step, weight)).collect()
}

fn step_row(number: usize, step: &StepScore, weight: f64) -> StepRow {
    StepRow {
        number,
        title: step.title.clone(),
        score: ENGLISH.whole(step.score),
        points: step.score,
        coverage: ENGLISH.percent(step.coverage),
        weight: ENGLISH.percent(if weight > 0.0 { step.weight / weight } else { 0.0 }),
        letter: step.rating.map_or(NOTHING, Rating::letter),
        meaning: step.rating.map_or("not assessed", Rating::meaning),
        key: step.rating.map_or("none", rating_key),
        caps: step.caps.iter().map(evidence_row).collect(),
        criteria: step.criteria.iter().map(criterion_row).collect(),
    }
}

fn criterion_row(criterion: &CriterionScore) -> CriterionRow {
    let judged = criterion.verdict != Verdict::NotApplicable;
    let points = format!("{} of {}", ENGLISH.decimal(criterion.score), ENGLISH.decimal(criterion.max));
    CriterionRow {
        id: criterion.id.to_string(),
        title: criterion.title.clone(),
        verdict: verdict(criterion.verdict),
        points: if judged { points } else { NOTHING.to_owned() },
        overridden: criterion
            .overridden
            .as_ref()
            .map(|overridden| overridden_text(overridden, criterion))
            .unwrap_or_default(),
        evidence: evidence_rows(&criterion.evidence),
    }
}

/// Returns a sentence about an evaluator's override.
fn overridden_text(overridden: &Overridden, criterion: &CriterionScore) -> String {
    let points = format!("{} of {}", ENGLISH.decimal(overridden.score), ENGLISH.decimal(criterion.max));
    let others: Vec<String> = overridden
        .others
        .iter()
        .map(|(by, credit, reason)| format!("; {by} gave {}: {reason}", ENGLISH.percent(*credit)))
        .collect();
    format!("{points} by {}: {}{}", overridden.by, overridden.reason, others.concat())
}

fn verdict(verdict: Verdict) -> State {
    let (sign, key) = match verdict {
        Verdict::Met => ("●", "good"),
        Verdict::Late | Verdict::Partial => ("◐", "fair"),
        Verdict::Missed => ("○", "bad"),
        Verdict::NotApplicable => (NOTHING, "none"),
    };
    State { word: verdict.word(), sign, key }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Report;
    use crate::sample;

    #[test]
    fn an_unscored_criterion_has_no_points() {
        let report = Report::of(&sample::debrief());
        let criterion = report.steps[1].criteria.last().unwrap();
        assert_eq!((criterion.points.as_str(), criterion.verdict.word), (NOTHING, "not applicable"));
    }
}
