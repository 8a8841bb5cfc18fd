//! From points to marks: P, S, M, U, with caps that no number of points buys back.
//!
//! P and S both demand compliance (HSEEP), so a clock that was met late caps its step at M, a duty never done
//! makes it U, and a false statement that was retracted or left standing caps at M. A cap applies to the
//! criteria that count the matter it is about: clocks to those that count clocks, false statements to those that
//! count claims. The same holds for the criteria of a step and for those of a core capability. Thresholds: P from 85, S from 65, M from 40.

use serde::Serialize;

use super::evidence_item::EvidenceItem;
use super::record::Record;
use crate::id::ClockId;
use crate::scenario::{Criterion, RollUp, Scenario, Share};
use crate::statement::Soundness;
use crate::timeline::{EventKind, Timeline};

/// A mark.
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
    /// Returns the letter.
    pub fn letter(self) -> &'static str {
        match self {
            Rating::P => "P",
            Rating::S => "S",
            Rating::M => "M",
            Rating::U => "U",
        }
    }

    /// Returns the meaning.
    pub fn meaning(self) -> &'static str {
        match self {
            Rating::P => "performed without challenges",
            Rating::S => "performed with some challenges",
            Rating::M => "performed with major challenges",
            Rating::U => "unable to be performed",
        }
    }

    /// Returns the least share of points that earns the mark, 0 to 1.
    pub fn threshold(self) -> f64 {
        match self {
            Rating::P => 0.85,
            Rating::S => 0.65,
            Rating::M => 0.40,
            Rating::U => 0.0,
        }
    }

    /// Returns the mark of an evaluator's grade, 1 to 4.
    pub fn of_grade(grade: u8) -> Self {
        match grade {
            4.. => Rating::P,
            3 => Rating::S,
            2 => Rating::M,
            _ => Rating::U,
        }
    }

    /// Returns the mark that a share of the points earns, 0 to 1.
    pub fn of_share(share: f64) -> Self {
        let earned = [Rating::P, Rating::S, Rating::M].into_iter().find(|mark| share >= mark.threshold());
        earned.unwrap_or(Rating::U)
    }
}

impl RollUp {
    /// Returns the mark of several tasks from the share of points of each with its weight, before any cap; none
    /// where there is no task.
    pub fn mark(self, tasks: &[(f64, f64)]) -> Option<Rating> {
        let weight: f64 = tasks.iter().map(|(_, weight)| weight).sum();
        let points: f64 = tasks.iter().map(|(share, weight)| share * weight).sum();
        match self {
            RollUp::Worst => tasks.iter().map(|(share, _)| Rating::of_share(*share)).min(),
            RollUp::Points => (weight > 0.0).then(|| Rating::of_share(points / weight)),
        }
    }
}

/// Lowers the mark that points have earned where the criteria count what caps it, and names what lowered it.
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
        let text =
            format!("capped at {}: {} was {what}, due {} ({})", cap.letter(), clock.title, overdue.at, clock.source);
        Some((cap, EvidenceItem::at(at, late.and_then(|event| event.cause), text)))
    };
    scenario.clocks.iter().filter_map(|clock| cap(&clock.id)).collect()
}

fn falsehood_cap(record: &Record<'_>) -> Option<(Rating, EvidenceItem)> {
    let claims = record.spoken().flat_map(|(_, said)| said.claims.iter().map(move |claim| (said, claim)));
    let (said, claim) = { claims }.find(|(_, claim)| claim.soundness == Soundness::False)?;
    let text = format!("capped at M: a false statement was made about {}", claim.detail.title());
    Some((Rating::M, EvidenceItem::at(said.at, Some(said.entry), text)))
}
