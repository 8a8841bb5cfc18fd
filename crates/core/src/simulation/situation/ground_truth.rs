//! The ground truth: the actual state of the simulated world, for the facilitator only.

use bevy_ecs::world::World as EcsWorld;
use serde::Serialize;

use super::clock::ClockView;
use super::deck::DeckCard;
use super::fact::Knowledge;
use super::view::View;
use crate::id::FactId;
use crate::scenario::Metric;
use crate::simulation::msel::{self, MselLine};
use crate::simulation::threat::Threat;

/// The actual state of the simulated world, for the facilitator only.
#[derive(Clone, Debug, Serialize)]
pub struct GroundTruth {
    /// Every fact with its true text and how much the team knows about it.
    pub facts: Vec<(FactId, String, Knowledge)>,
    /// Current value of every metric.
    pub metrics: Vec<(Metric, f64)>,
    /// Contingency injects that can still be released by hand.
    pub deck: Vec<DeckCard>,
    /// Largest number of affected records that has become public, if any.
    pub public_records: Option<u64>,
    /// Every inject with its status, in the scenario's order.
    pub msel: Vec<MselLine>,
    /// Clocks that have started, including those hidden from players while no lawyer is at work.
    pub clocks: Vec<ClockView>,
}

/// Builds the facilitator's view of the world.
pub(in crate::simulation) fn ground_truth(world: &EcsWorld) -> GroundTruth {
    let view = View::of(world);
    let ledger = view.context.ledger;
    let facts =
        view.context.scenario.facts.iter().map(|fact| (fact.id.clone(), fact.truth.clone(), view.knowledge(&fact.id)));
    GroundTruth {
        facts: facts.collect(),
        deck: view.deck(),
        msel: msel::lines(view.context.scenario, ledger, view.context.injects),
        clocks: view.all_clocks(),
        public_records: world.resource::<Threat>().public_records(),
        metrics: Metric::ALL.into_iter().map(|metric| (metric, ledger.metrics[metric.index()])).collect(),
    }
}
