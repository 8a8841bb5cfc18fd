//! The ground truth: what is true in the simulated world, for the facilitator only.

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

/// What is actually so; for the facilitator only.
#[derive(Clone, Debug, Serialize)]
pub struct GroundTruth {
    /// Every fact: what is so, and how far the team knows it.
    pub facts: Vec<(FactId, String, Knowledge)>,
    /// Every metric.
    pub metrics: Vec<(Metric, f64)>,
    /// The contingency deck: what may still be sent by hand.
    pub deck: Vec<DeckCard>,
    /// The largest number of records that is public, if one is.
    pub public_records: Option<u64>,
    /// Every inject and where it stands, in the scenario's order.
    pub msel: Vec<MselLine>,
    /// The clocks that run or ran, whether or not a lawyer sees them.
    pub clocks: Vec<ClockView>,
}

/// Looks at the world as a facilitator does.
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
