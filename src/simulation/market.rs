//! Money: what is earned, what is lost, what is spent.
//!
//! For each minute, `normal = revenue_per_day / 1440 * rhythm` and `revenue = normal * openness * spending`,
//! where spending is the share that the customers still spend (gone ones nothing, angry and afraid ones less);
//! the difference adds up to the revenue lost. Costs are actions, fines and compensation. Ignored: margins,
//! the share price, and everything after EndEx.

use bevy_ecs::resource::Resource;
use bevy_ecs::system::{Res, ResMut};
use serde::Serialize;

use super::customer::Mood;
use super::disclosure::Disclosure;
use super::ledger::Stage;
use super::operation::{Operation, rhythm};
use super::stakeholder::Clocks;
use super::team::Team;
use crate::scenario::Metric;

/// Money lost so far.
#[derive(Resource, Debug, Default, Serialize)]
pub(super) struct Market {
    lost: f64,
}

/// Books one minute.
pub(super) fn book(
    mut stage: Stage,
    operation: Res<Operation>,
    mood: Res<Mood>,
    (team, clocks, disclosure): (Res<Team>, Res<Clocks>, Res<Disclosure>),
    mut market: ResMut<Market>,
) {
    let scenario = stage.scenario();
    let normal = scenario.organization.revenue_per_day / 1440.0 * rhythm(&scenario, stage.now());
    let revenue = normal * operation.openness(&scenario) * mood.spending();
    market.lost += normal - revenue;
    stage.ledger.set(Metric::Revenue, revenue);
    stage.ledger.set(Metric::RevenueLost, market.lost);
    stage.ledger.set(Metric::Costs, team.spent + clocks.fines + disclosure.remedy_cost);
}
