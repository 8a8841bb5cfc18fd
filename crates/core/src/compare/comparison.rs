//! The whole comparison in one value: what the documents are filled from, and what a program gets as JSON.

use serde::Serialize;

use super::mastery::{self, Mastery};
use super::proposal::Proposal;
use super::row::{self, CriterionValue, Figure, Item, Number, Row, StepValue};
use super::run::Seat;
use super::{Compare, Remark, Run};
use crate::id::{PlaybookId, ScenarioId};
use crate::session::Mode;
use crate::simulation::Seed;

/// Several sessions side by side. Cells stand in the order of the sessions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// The scenario's name; nothing where the sessions are of several.
    pub title: Option<String>,
    /// What has to be known to read it rightly.
    pub remarks: Vec<Remark>,
    /// The sessions in the order in which they were held.
    pub sessions: Vec<SessionHead>,
    /// The two numbers.
    pub numbers: [Row<Number, f64>; 2],
    /// The steps.
    pub steps: Vec<Row<Item, Option<StepValue>>>,
    /// What it came to; nothing where the sessions are of different scenarios.
    pub figures: Vec<Row<Figure, Option<f64>>>,
    /// The criteria by step; nothing where the sessions are judged by different playbooks.
    pub criteria: Vec<StepCriteria>,
    /// The mastery of each team over its sessions.
    pub mastery: Vec<Mastery>,
    /// What to drill next; nothing where most of the sessions missed nothing in common.
    pub proposal: Option<Proposal>,
}

/// What a session is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SessionHead {
    /// By what it is called here.
    pub letter: &'static str,
    /// The name of its file.
    pub file: String,
    /// The day on which it was begun, in universal time, as far as the system knows.
    pub day: Option<String>,
    /// The scenario.
    pub scenario: ScenarioId,
    /// The scenario's name.
    pub title: String,
    /// The hash of the scenario's files.
    pub digest: String,
    /// The playbook.
    pub playbook: PlaybookId,
    /// The currency of all money.
    pub currency: String,
    /// The seed.
    pub seed: Seed,
    /// The proof of the world that was scored.
    pub fingerprint: String,
    /// How it was paced.
    pub mode: Mode,
    /// How far it went, in minutes since StartEx.
    pub until: u32,
    /// Who played, where somebody said so.
    pub players: Vec<Seat>,
}

/// The criteria of one step.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StepCriteria {
    /// The step.
    pub step: Item,
    /// Its criteria.
    pub criteria: Vec<Row<Item, Option<CriterionValue>>>,
}

impl Comparison {
    /// Returns the comparison of runs with a proposal.
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
