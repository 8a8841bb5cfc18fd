//! One team's results for each step and criterion over its sessions: first and last result, trend and mastery
//! level.
//!
//! A criterion is mastered if it was met in the last two sessions that could evaluate it, and failing if it was
//! missed in the last of them. A step is mastered if it was rated P in the last two sessions, and failing if it was
//! rated M or U in the last. A single good session is not mastery, because it may have been luck.

use serde::Serialize;

use super::row::{self, Cell, CriterionValue, Item, Row, StepValue};
use super::team::Team;
use super::{Compare, LETTERS, team};
use crate::scoring::{Rating, Verdict};

/// Maximum difference in points between two sessions that counts as no change, since chance alone can cause it.
const NO_CHANGE: f64 = 5.0;

/// One team's results for all steps and criteria over its sessions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mastery {
    /// Players in its last session; empty if the session does not record them.
    pub players: Vec<String>,
    /// Letters of its sessions, in chronological order.
    pub sessions: Vec<&'static str>,
    /// Steps.
    pub steps: Vec<MasteryTrack>,
    /// Criteria; empty if the sessions are scored by different playbooks.
    pub criteria: Vec<MasteryTrack>,
}

/// A team's results for one step or criterion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MasteryTrack {
    /// Step or criterion.
    #[serde(flatten)]
    pub item: Item,
    /// Result in each session; `None` if it could not be evaluated.
    pub points: Vec<Option<Point>>,
    /// Result in the first session that could evaluate it.
    pub first: Option<Point>,
    /// Result in the last such session; `None` if there is only one.
    pub last: Option<Point>,
    /// Change in points from the first to the last result, of 100; `None` if there is only one.
    pub change: Option<f64>,
    /// Trend; `None` if it could be evaluated only once.
    pub trend: Option<Trend>,
    /// Mastery level.
    pub standing: MasteryLevel,
}

/// Result for a step or criterion in one session.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Point {
    /// Points, 0 to 100. For a criterion, the percentage of its maximum points.
    pub score: f64,
    /// Rating of a step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// Verdict on a criterion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
}

/// Direction in which results develop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Trend {
    /// Results rose at least once and never fell.
    Rising,
    /// Results neither rose nor fell.
    Steady,
    /// Results both rose and fell.
    Mixed,
    /// Results fell at least once and never rose.
    Falling,
}

impl Trend {
    /// Returns the trend in words.
    pub fn word(self) -> &'static str {
        match self {
            Trend::Rising => "rising",
            Trend::Steady => "steady",
            Trend::Mixed => "mixed",
            Trend::Falling => "falling",
        }
    }

    fn of(scores: &[f64]) -> Option<Self> {
        let changes = || scores.windows(2).map(|pair| pair[1] - pair[0]);
        let has_risen = changes().any(|change| change > NO_CHANGE);
        let has_fallen = changes().any(|change| change < -NO_CHANGE);
        (scores.len() > 1).then_some(match (has_risen, has_fallen) {
            (true, true) => Trend::Mixed,
            (true, false) => Trend::Rising,
            (false, true) => Trend::Falling,
            (false, false) => Trend::Steady,
        })
    }
}

/// Mastery level of a step or criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MasteryLevel {
    /// Good in the last two sessions.
    Mastered,
    /// Neither mastered nor failing: results are mediocre, or good only once.
    Developing,
    /// Poor in the last session.
    Failing,
    /// Not evaluated in any session.
    NotJudged,
}

impl MasteryLevel {
    /// Returns the level in words.
    pub fn word(self) -> &'static str {
        match self {
            MasteryLevel::Mastered => "mastered",
            MasteryLevel::Developing => "developing",
            MasteryLevel::Failing => "failing",
            MasteryLevel::NotJudged => "not judged",
        }
    }

    fn of(points: &[Point]) -> Self {
        match points {
            [.., last] if last.is_bad() => MasteryLevel::Failing,
            [.., one, last] if one.is_good() && last.is_good() => MasteryLevel::Mastered,
            [_, ..] => MasteryLevel::Developing,
            [] => MasteryLevel::NotJudged,
        }
    }
}

impl Point {
    fn is_good(&self) -> bool {
        self.verdict == Some(Verdict::Met) || self.rating == Some(Rating::P)
    }

    fn is_bad(&self) -> bool {
        self.verdict == Some(Verdict::Missed) || matches!(self.rating, Some(Rating::M | Rating::U))
    }
}

/// Returns the mastery of every team, in the order of their first sessions.
pub fn mastery(compare: &Compare) -> Vec<Mastery> {
    let steps = row::steps(compare);
    let criteria: Vec<_> = row::criteria(compare).into_iter().flat_map(|(_, rows)| rows).collect();
    let of_team = |team: Team| Mastery {
        sessions: team.sessions.iter().filter_map(|place| LETTERS.get(*place).copied()).collect(),
        steps: steps.iter().map(|row| progress(row, &team.sessions, step_point)).collect(),
        criteria: criteria.iter().map(|row| progress(row, &team.sessions, criterion_point)).collect(),
        players: team.players,
    };
    team::teams(compare).into_iter().map(of_team).collect()
}

fn step_point(value: StepValue) -> Option<Point> {
    Some(Point { score: value.score, rating: Some(value.rating?), verdict: None })
}

fn criterion_point(value: CriterionValue) -> Option<Point> {
    let is_judged = value.verdict != Verdict::NotApplicable && value.max > 0.0;
    is_judged.then(|| {
        let score = (100.0 * value.score / value.max).round();
        Point { score, rating: None, verdict: Some(value.verdict) }
    })
}

fn progress<T: Copy>(
    row: &Row<Item, Option<T>>,
    sessions: &[usize],
    point: impl Fn(T) -> Option<Point>,
) -> MasteryTrack {
    let cell = |place: &usize| row.cells.get(*place).and_then(|cell: &Cell<Option<T>>| cell.value);
    let points: Vec<Option<Point>> = sessions.iter().map(|place| cell(place).and_then(&point)).collect();
    let judged: Vec<Point> = points.iter().copied().flatten().collect();
    let scores: Vec<f64> = judged.iter().map(|point| point.score).collect();
    let first = judged.first().copied();
    let last = judged.last().copied().filter(|_| judged.len() > 1);
    MasteryTrack {
        item: row.subject.clone(),
        first,
        last,
        change: first.zip(last).map(|(first, last)| last.score - first.score),
        trend: Trend::of(&scores),
        standing: MasteryLevel::of(&judged),
        points,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn criterion(verdicts: &[Option<Verdict>]) -> MasteryTrack {
        let value = |verdict: Verdict| {
            let score = match verdict {
                Verdict::Met => 4.0,
                Verdict::Late | Verdict::Partial => 2.0,
                Verdict::Missed | Verdict::NotApplicable => 0.0,
            };
            CriterionValue { verdict, score, max: if verdict == Verdict::NotApplicable { 0.0 } else { 4.0 } }
        };
        let cells = verdicts.iter().map(|verdict| Cell { value: verdict.map(value), is_best: false });
        let row = Row { subject: Item { id: "1.1".into(), title: "Speak".into() }, cells: cells.collect() };
        progress(&row, &(0..verdicts.len()).collect::<Vec<_>>(), criterion_point)
    }

    #[test]
    fn an_item_is_mastered_after_being_met_in_its_last_two_sessions() {
        use Verdict::{Late, Met, Missed, NotApplicable, Partial};
        for (verdicts, standing) in [
            (vec![Some(Missed), Some(Met), Some(Met)], MasteryLevel::Mastered),
            (vec![Some(Met), None, Some(Met)], MasteryLevel::Mastered),
            (vec![Some(Met), Some(NotApplicable), Some(Met)], MasteryLevel::Mastered),
            (vec![Some(Met), Some(Missed), Some(Met)], MasteryLevel::Developing),
            (vec![Some(Met)], MasteryLevel::Developing),
            (vec![Some(Met), Some(Met), Some(Late)], MasteryLevel::Developing),
            (vec![Some(Missed), Some(Partial)], MasteryLevel::Developing),
            (vec![Some(Met), Some(Met), Some(Missed)], MasteryLevel::Failing),
            (vec![Some(Missed), None], MasteryLevel::Failing),
            (vec![None, Some(NotApplicable)], MasteryLevel::NotJudged),
            (vec![], MasteryLevel::NotJudged),
        ] {
            assert_eq!(criterion(&verdicts).standing, standing, "{verdicts:?}");
        }
    }

    #[test]
    fn change_and_trend_use_only_sessions_that_scored_the_item() {
        use Verdict::{Met, Missed, Partial};
        for (verdicts, change, trend) in [
            (vec![Some(Missed), Some(Partial), Some(Met)], Some(100.0), Some(Trend::Rising)),
            (vec![Some(Met), None, Some(Partial)], Some(-50.0), Some(Trend::Falling)),
            (vec![Some(Partial), Some(Partial)], Some(0.0), Some(Trend::Steady)),
            (vec![Some(Met), Some(Missed), Some(Met)], Some(0.0), Some(Trend::Mixed)),
            (vec![None, Some(Met)], None, None),
        ] {
            let progress = criterion(&verdicts);
            assert_eq!((progress.change, progress.trend), (change, trend), "{verdicts:?}");
        }
    }

    #[test]
    fn mastery_of_a_step_depends_on_its_rating_not_its_points() {
        let step = |marks: &[(Rating, f64)]| {
            let value = |&(rating, score): &(Rating, f64)| Some(StepValue { rating: Some(rating), score });
            let cells = marks.iter().map(|mark| Cell { value: value(mark), is_best: false }).collect();
            let row = Row { subject: Item { id: "team".into(), title: "Team".into() }, cells };
            progress(&row, &(0..marks.len()).collect::<Vec<_>>(), step_point).standing
        };
        assert_eq!(step(&[(Rating::P, 92.0), (Rating::P, 95.0)]), MasteryLevel::Mastered);
        assert_eq!(step(&[(Rating::P, 92.0), (Rating::S, 95.0)]), MasteryLevel::Developing);
        assert_eq!(step(&[(Rating::P, 92.0), (Rating::M, 95.0)]), MasteryLevel::Failing);
    }
}
