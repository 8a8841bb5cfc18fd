//! Views of single customers, for facilitators and measurements.

use bevy_ecs::query::QueryState;
use bevy_ecs::world::World as EcsWorld;
use serde::Serialize;

use super::kernel;
use super::row::{Anger, Fear, Held, Id, Patience, Trust};
use super::sleeper::Sleepers;
use crate::id::SegmentId;
use crate::scenario::Scenario;

/// One simulated customer, as visible to the facilitator.
#[derive(Clone, Debug, Serialize)]
pub struct CustomerView {
    /// Stable number of the customer.
    pub key: u32,
    /// Segment of the customer.
    pub segment: SegmentId,
    /// Number of simulated customers it represents: 1, or more in a cohort.
    pub weight: f64,
    /// Whether the customer's data was taken.
    pub is_affected: bool,
    /// Feelings of the customer, once it has heard of the breach.
    pub feelings: Option<Feelings>,
}

/// Feelings and behavior of an aware customer; all values are between 0 and 1.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Feelings {
    /// Trust.
    pub trust: f64,
    /// Anger.
    pub anger: f64,
    /// Fear.
    pub fear: f64,
    /// Share of spending held back.
    pub held_back: f64,
    /// 1 while the customer has not left, 0 after; in a cohort, the share that has not left.
    pub present: f64,
}

/// Components that only aware customers have.
type State<'w> = (&'w Trust, &'w Anger, &'w Fear, &'w Held, &'w Patience);

/// Returns all customers, ordered by key.
pub(crate) fn census(world: &mut EcsWorld, scenario: &Scenario) -> Vec<CustomerView> {
    let mut awake: QueryState<(&Id, State)> = world.query();
    let sleepers = world.resource::<Sleepers>();
    let asleep = sleepers.asleep().map(|id| (id, None));
    let everybody = awake.iter(world).map(|(id, state)| (*id, Some(state))).chain(asleep);
    let views = everybody.map(|(id, state)| {
        let stratum = id.stratum();
        let feelings = state.map(|(trust, anger, fear, held, patience)| Feelings {
            trust: trust.0.into(),
            anger: anger.0.into(),
            fear: fear.0.into(),
            held_back: held.0.into(),
            present: if sleepers.cohort {
                kernel::exponential(patience.0).into()
            } else {
                f64::from(u8::from(patience.0 > 0.0))
            },
        });
        CustomerView {
            key: id.key(),
            segment: scenario.customers.segments[stratum / 2].id.clone(),
            weight: sleepers.weights[stratum],
            is_affected: stratum % 2 == 1,
            feelings,
        }
    });
    let mut views: Vec<CustomerView> = views.collect();
    views.sort_unstable_by_key(|view| view.key);
    views
}
