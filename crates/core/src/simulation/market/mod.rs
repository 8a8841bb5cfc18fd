//! Finances: revenue, losses, costs and the share price.
//!
//! For each minute, `normal = revenue_per_day / 1440 * rhythm * week` and `revenue = normal * openness * spending`.
//! Here spending is the fraction of normal spending that customers maintain: customers who have left spend nothing,
//! and angry or afraid ones spend less. The difference accumulates as lost revenue. The two weekend days have
//! `revenue_weekend` times the mean daily revenue, and the other five days compensate for it, so the weekly mean is
//! 1.
//!
//! Costs are response actions, fines, demands of card brands and acquirers, and compensation as it is claimed. In
//! each minute, customers claim `dt / remedy_claim_hours` of the compensation offered and not yet paid. Actions and
//! compensation are booked net of insurance. If insurance cover is lost, the lost share is added.
//!
//! The share price of a listed organization reacts to the news ([`share`]). Not modeled: margins, and everything
//! after EndEx.

mod share;

use bevy_ecs::resource::Resource;
use bevy_ecs::system::{Res, ResMut};
use serde::Serialize;

use self::share::{Share, View};
use super::customer::mood::Mood;
use super::disclosure::state::Disclosure;
use super::ledger::{Shared, Stage};
use super::media::state::Media;
use super::operation::rhythm::rhythm;
use super::operation::state::Operation;
use super::stakeholder::Clocks;
use super::stakeholder::reaction::Reactions;
use super::team::state::Team;
use crate::scenario::{Metric, Scenario};
use crate::timeline::StoryKind;

/// Money lost and paid to date, and the share price.
#[derive(Resource, Clone, Debug, Default, Serialize)]
pub(super) struct Market {
    lost: f64,
    compensation: f64,
    share: Share,
}

/// Updates revenue, costs and the share price by one minute.
pub(super) fn book(
    mut shared: ResMut<Shared>,
    operation: Res<Operation>,
    mood: Res<Mood>,
    (team, clocks, reactions): (Res<Team>, Res<Clocks>, Res<Reactions>),
    (disclosure, media): (Res<Disclosure>, Res<Media>),
    mut market: ResMut<Market>,
) {
    let stage = shared.stage();
    let scenario = stage.scenario();
    let now = stage.now();
    let normal = scenario.organization.revenue_per_day / 1440.0 * rhythm(&scenario, now);
    let revenue = normal * operation.openness(&scenario) * mood.spending();
    market.lost += normal - revenue;
    market.compensation = claimed(market.compensation, disclosure.remedy_cost, scenario.model.remedy_claim_hours.value);
    market.deal(&stage, &scenario, &media, &disclosure);
    stage.ledger.set(Metric::Revenue, revenue);
    stage.ledger.set(Metric::RevenueLost, market.lost);
    let response = team.spent + market.compensation;
    let costs = response * (1.0 + reactions.uncovered) + clocks.fines + reactions.demanded;
    stage.ledger.set(Metric::Costs, costs);
    stage.ledger.set(Metric::SharePrice, market.share.price());
}

/// Returns the total compensation paid after one more minute.
fn claimed(paid: f64, offered: f64, hours: f64) -> f64 {
    paid + (offered - paid).max(0.0) * (1.0 - libm::exp(-1.0 / (60.0 * hours)))
}

impl Market {
    /// Moves the share price according to the news of this minute.
    fn deal(&mut self, stage: &Stage, scenario: &Scenario, media: &Media, disclosure: &Disclosure) {
        if !scenario.organization.listed {
            return;
        }
        let now = stage.now();
        let view = View {
            severity: scenario.threat.severity,
            blame: disclosure.responsibility,
            told_on: stage.ledger.exposed.is_some(),
            pressure: scenario.pressure_at(now),
        };
        let bad = media.fresh.iter().filter(|(kind, size)| *size > 0.0 && is_bad(*kind));
        for (_, size) in bad {
            self.share.shock(view, *size, stage.luck, now, &scenario.model);
        }
        self.share.trade(scenario, now);
    }
}

/// Returns whether a kind of news moves the share price.
fn is_bad(kind: StoryKind) -> bool {
    !matches!(
        kind,
        StoryKind::Update
            | StoryKind::Praise
            | StoryKind::NoComment
            | StoryKind::Reaction
            | StoryKind::Abroad
            | StoryKind::Slip
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compensation_is_paid_over_time_and_never_more_than_offered() {
        let paid_after = |hours: u32| (0..hours * 60).fold(0.0, |paid, _| claimed(paid, 1000.0, 72.0));
        assert!((paid_after(72) - 1000.0 * (1.0 - libm::exp(-1.0))).abs() < 1.0, "{}", paid_after(72));
        assert!(paid_after(24) < paid_after(48) && paid_after(24 * 90) <= 1000.0);
        assert!((claimed(500.0, 400.0, 72.0) - 500.0).abs() < 1e-12, "payments are never taken back");
    }
}
