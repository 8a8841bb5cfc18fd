//! Ratings (P, S, M, U) from points, with caps that apply regardless of the number of points.
//!
//! The ratings P and S both require compliance (HSEEP). A binding clock that was met late therefore caps the rating
//! at M, and one that was never met caps it at U. A false statement caps it at M, whether or not it was retracted.
//! A cap applies only to criteria that measure its cause: late clocks to criteria about clocks, false statements to
//! criteria about claims. Caps work the same for the criteria of a step and for those of a core capability.
//! Thresholds: P at 85% of the points, S at 65%, M at 40%.

use serde::Serialize;

use super::evidence_item::EvidenceItem;
use super::record::Record;
use crate::id::ClockId;
use crate::scenario::{Criterion, RollUp, Scenario, Share};
use crate::statement::Soundness;
use crate::timeline::{EventKind, Timeline};

/// Rating on the HSEEP scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Rating {
    /// Unable to be performed.
    U,
    /// Performed with major challenges.
    M,
    /// Performed with some challenges.
    S,
    /// Performed without challenges.
    P,
}

impl Rating {
    /// Returns the letter of the rating.
    pub fn letter(self) -> &'static str {
        match self {
            Rating::P => "P",
            Rating::S => "S",
            Rating::M => "M",
            Rating::U => "U",
        }
    }

    /// Returns the HSEEP definition of the rating.
    pub fn meaning(self) -> &'static str {
        match self {
            Rating::P => "performed without challenges",
            Rating::S => "performed with some challenges",
            Rating::M => "performed with major challenges",
            Rating::U => "unable to be performed",
        }
    }

    /// Returns the minimum share of points for the rating, 0 to 1.
    pub fn threshold(self) -> f64 {
        match self {
            Rating::P => 0.85,
            Rating::S => 0.65,
            Rating::M => 0.40,
            Rating::U => 0.0,
        }
    }

    /// Returns the rating for an evaluator's grade, 1 to 4.
    pub fn of_grade(grade: u8) -> Self {
        match grade {
            4.. => Rating::P,
            3 => Rating::S,
            2 => Rating::M,
            _ => Rating::U,
        }
    }

    /// Returns the rating for a share of the points, 0 to 1.
    pub fn of_share(share: f64) -> Self {
        let earned = [Rating::P, Rating::S, Rating::M].into_iter().find(|mark| share >= mark.threshold());
        earned.unwrap_or(Rating::U)
    }
}

impl RollUp {
    /// Returns the rating of several tasks before any cap, given the share of points and the weight of each; `None`
    /// if there are no tasks.
    pub fn mark(self, tasks: &[(f64, f64)]) -> Option<Rating> {
        let weight: f64 = tasks.iter().map(|(_, weight)| weight).sum();
        let points: f64 = tasks.iter().map(|(share, weight)| share * weight).sum();
        match self {
            RollUp::Worst => tasks.iter().map(|(share, _)| Rating::of_share(*share)).min(),
            RollUp::Points => (weight > 0.0).then(|| Rating::of_share(points / weight)),
        }
    }
}

/// Caps the rating earned by points where the criteria measure the cause of a cap, and returns the reasons that
/// lowered it.
pub fn cap(by_points: Rating, criteria: &[&Criterion], record: &Record<'_>) -> (Rating, Vec<EvidenceItem>) {
    let mut caps: Vec<(Rating, EvidenceItem)> = Vec::new();
    if counts(criteria, Share::ClocksMet) {
        caps.extend(clock_caps(record.scenario, record.timeline));
    }
    if counts(criteria, Share::ClaimsSound) {
        caps.extend(falsehood_cap(record));
    }
    let lowest = caps.iter().map(|(cap, _)| *cap).min().unwrap_or(Rating::P);
    let biting = caps.into_iter().filter(|(cap, _)| *cap < by_points).map(|(_, item)| item).collect();
    (by_points.min(lowest), biting)
}

fn counts(criteria: &[&Criterion], share: Share) -> bool {
    criteria.iter().any(|criterion| criterion.evidence.shares().contains(&share))
}

fn clock_caps(scenario: &Scenario, timeline: &Timeline) -> Vec<(Rating, EvidenceItem)> {
    let cap = |clock: &ClockId| {
        let clock = scenario.clock(clock).filter(|clock| clock.binding)?;
        let late = timeline.first(|what| matches!(what, EventKind::ClockLate(id) if *id == clock.id));
        let overdue = timeline.first(|what| matches!(what, EventKind::ClockOverdue(id) if *id == clock.id))?;
        let (cap, at, what) = match late {
            Some(event) => (Rating::M, event.at, "met late"),
            None => (Rating::U, overdue.at, "never met"),
        };
        let text = format!(
            "capped at {} because “{}” was {what}; due {} ({})",
            cap.letter(),
            clock.title,
            overdue.at,
            clock.source
        );
        Some((cap, EvidenceItem::at(at, late.and_then(|event| event.cause), text)))
    };
    scenario.clocks.iter().filter_map(|clock| cap(&clock.id)).collect()
}

fn falsehood_cap(record: &Record<'_>) -> Option<(Rating, EvidenceItem)> {
    let claims = record.spoken().flat_map(|(_, said)| said.claims.iter().map(move |claim| (said, claim)));
    let (said, claim) = { claims }.find(|(_, claim)| claim.soundness == Soundness::False)?;
    let text = format!("capped at M because a false statement was made about {}", claim.detail.title());
    Some((Rating::M, EvidenceItem::at(said.at, Some(said.entry), text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_of_the_points_earns_the_highest_rating_whose_threshold_it_reaches() {
        for (share, expected, grade) in [
            (1.0, Rating::P, 4),
            (0.85, Rating::P, 4),
            (0.84, Rating::S, 3),
            (0.65, Rating::S, 3),
            (0.64, Rating::M, 2),
            (0.40, Rating::M, 2),
            (0.39, Rating::U, 1),
            (0.0, Rating::U, 1),
        ] {
            assert_eq!(Rating::of_share(share), expected, "{share}");
            assert_eq!(Rating::of_grade(grade), expected, "{grade}");
        }
    }

    #[test]
    fn tasks_are_rolled_up_by_weighted_points_or_by_the_worst() {
        let tasks = [(1.0, 3.0), (0.5, 1.0)];
        assert_eq!(RollUp::Points.mark(&tasks), Some(Rating::P));
        assert_eq!(RollUp::Worst.mark(&tasks), Some(Rating::M));
        assert_eq!(RollUp::Points.mark(&[]), None);
        assert_eq!(RollUp::Worst.mark(&[]), None);
    }
}
