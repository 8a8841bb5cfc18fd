//! The complete comparison as one value, used to fill documents and exported as JSON.

use serde::Serialize;

use super::mastery::{self, Mastery};
use super::proposal::Proposal;
use super::row::{self, CriterionValue, Figure, Item, Number, Row, StepValue};
use super::run::Seat;
use super::{Compare, Remark, Run};
use crate::id::{PlaybookId, ScenarioId};
use crate::session::Mode;
use crate::simulation::Seed;

/// Comparison of several sessions. Cells are in the order of the sessions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// Name of the scenario; absent if the sessions use several scenarios.
    pub title: Option<String>,
    /// Limitations to keep in mind when reading the comparison.
    pub remarks: Vec<Remark>,
    /// Sessions in the order in which they were held.
    pub sessions: Vec<SessionHead>,
    /// The two total scores.
    pub numbers: [Row<Number, f64>; 2],
    /// Steps.
    pub steps: Vec<Row<Item, Option<StepValue>>>,
    /// Outcome figures; empty if the sessions use different scenarios.
    pub figures: Vec<Row<Figure, Option<f64>>>,
    /// Criteria grouped by step; empty if the sessions are scored by different playbooks.
    pub criteria: Vec<StepCriteria>,
    /// Mastery of each team over its sessions.
    pub mastery: Vec<Mastery>,
    /// What to exercise next; absent if no criterion was missed by most sessions.
    pub proposal: Option<Proposal>,
}

/// Identifying data of a session.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SessionHead {
    /// Letter that labels the session in the comparison.
    pub letter: &'static str,
    /// File name.
    pub file: String,
    /// UTC date on which it was started, if known.
    pub day: Option<String>,
    /// Identifier of the scenario.
    pub scenario: ScenarioId,
    /// Name of the scenario.
    pub title: String,
    /// Hash of the scenario's files.
    pub digest: String,
    /// Identifier of the playbook.
    pub playbook: PlaybookId,
    /// Currency of all monetary amounts.
    pub currency: String,
    /// Random seed.
    pub seed: Seed,
    /// Fingerprint of the simulation state that was scored.
    pub fingerprint: String,
    /// Mode in which it was played.
    pub mode: Mode,
    /// Simulated time at which it ended, in minutes since StartEx.
    pub until: u32,
    /// Players and their roles, if recorded.
    pub players: Vec<Seat>,
}

/// Criteria of one step.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StepCriteria {
    /// Step.
    pub step: Item,
    /// Criteria of the step.
    pub criteria: Vec<Row<Item, Option<CriterionValue>>>,
}

impl Comparison {
    /// Returns the comparison of runs, including a proposal.
    pub fn of(compare: &Compare, proposal: Option<Proposal>) -> Self {
        let head = |(letter, run): (&'static str, &Run)| SessionHead {
            letter,
            file: run.file(),
            day: run.day(),
            scenario: run.scorecard.scenario.clone(),
            title: run.title.clone(),
            digest: run.digest.clone(),
            playbook: run.scorecard.playbook.id.clone(),
            currency: run.currency.clone(),
            seed: run.scorecard.seed,
            fingerprint: run.scorecard.fingerprint.clone(),
            mode: run.mode,
            until: run.until.minutes(),
            players: run.players.clone(),
        };
        let criteria = row::criteria(compare).into_iter().map(|(step, criteria)| StepCriteria { step, criteria });
        Comparison {
            title: compare.runs.first().filter(|_| compare.is_of_one_scenario()).map(|run| run.title.clone()),
            remarks: compare.remarks(),
            sessions: compare.lettered().map(head).collect(),
            numbers: row::numbers(compare),
            steps: row::steps(compare),
            figures: row::figures(compare),
            criteria: criteria.collect(),
            mastery: mastery::mastery(compare),
            proposal,
        }
    }
}
