//! Reactions of contractual partners that learn of the breach late or from the press.
//!
//! A party *learns* of the breach when it is notified, or from the press `press_grace_hours` after the breach
//! became public, whichever comes first. The delay of a notification is measured from the team's first suspicion.
//! Each party reacts once.
//!
//! - *Card brands and acquirers* react if the breach involves payment cards (`threat.cards`). Those that learn from
//!   the press demand a forensic investigator, which costs `card_investigator_days` of revenue once in total, and
//!   each of them levies an assessment of `card_assessment_days` of revenue. Those notified after
//!   `card_patience_hours` levy the share `card_late` of that amount.
//! - *Insurers* that learn from the press, or after `insurer_patience_hours`, withhold the share
//!   `insurer_uncovered` of the response costs. The organization bears that share in addition to its booked costs.
//! - *Partners* that learn from the press distance themselves publicly, which is a small news item.
//!
//! If a clock for the party already carries a fine, the scenario itself sets the price of late notification, and
//! the model adds neither an assessment nor a loss of cover. Authorities have a rule of their own
//! (`super::ask_why`), owners react through the share price, and staff through morale.
//!
//! Not modeled: termination of contracts, and negotiations afterward.

use std::collections::BTreeSet;

use bevy_ecs::resource::Resource;
use bevy_ecs::system::ResMut;
use serde::Serialize;

use crate::id::StakeholderId;
use crate::scenario::{Scenario, Stakeholder, StakeholderKind};
use crate::simulation::ledger::{Ledger, Shared, Stage};
use crate::simulation::media::newsdesk::{NewsItem, Newsdesk};
use crate::time::SimDuration;
use crate::timeline::{EventKind, StoryKind};

/// Reactions of contractual partners so far.
#[derive(Resource, Clone, Debug, Default, Serialize)]
pub(in crate::simulation) struct Reactions {
    /// Parties that have learned of the breach and reacted.
    settled: BTreeSet<StakeholderId>,
    investigator: bool,
    /// Total amount demanded so far.
    pub(in crate::simulation) demanded: f64,
    /// Share of the response costs that no insurer covers, 0 to 1.
    pub(in crate::simulation) uncovered: f64,
}

/// How a party learned of the breach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Learned {
    /// Notified, this long after the first suspicion.
    Told(SimDuration),
    /// From the press.
    FromThePress,
}

/// Applies the reactions of parties that have just learned of the breach.
pub(in crate::simulation) fn react(
    mut shared: ResMut<Shared>,
    mut reactions: ResMut<Reactions>,
    mut newsdesk: ResMut<Newsdesk>,
) {
    let mut stage = shared.stage();
    let parties = stage.setting.0.stakeholders.len();
    if reactions.settled.len() == parties || stage.ledger.suspected.is_empty() {
        return;
    }
    let scenario = stage.scenario();
    for party in &scenario.stakeholders {
        if reactions.settled.contains(&party.id) {
            continue;
        }
        if let Some(learned) = learned(party, stage.ledger, &scenario) {
            reactions.settled.insert(party.id.clone());
            answer(party, learned, &mut stage, &mut reactions, &mut newsdesk);
        }
    }
}

/// Returns how a party learned of the breach, or `None` if it does not know yet.
fn learned(party: &Stakeholder, ledger: &Ledger, scenario: &Scenario) -> Option<Learned> {
    let aware = ledger.aware()?;
    let public = [ledger.spoken, ledger.exposed].into_iter().flatten().min();
    let press = public.map(|at| at + hours(scenario.model.press_grace_hours.value));
    match (ledger.told.get(&party.id), press) {
        (Some(told), None) => Some(Learned::Told(told.since(aware))),
        (Some(told), Some(press)) if *told <= press => Some(Learned::Told(told.since(aware))),
        (_, Some(press)) => (ledger.now >= press).then_some(Learned::FromThePress),
        (None, None) => None,
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few hours")]
fn hours(length: f64) -> SimDuration {
    SimDuration::from_minutes((length * 60.0) as u32)
}

/// Returns whether the scenario itself sets a price for notifying a party late.
fn is_priced(party: &Stakeholder, scenario: &Scenario) -> bool {
    scenario.clocks.iter().any(|clock| clock.recipient == party.id && clock.fine > 0.0)
}

fn answer(
    party: &Stakeholder,
    learned: Learned,
    stage: &mut Stage,
    reactions: &mut Reactions,
    newsdesk: &mut Newsdesk,
) {
    let scenario = stage.scenario();
    let model = &scenario.model;
    let after = |patience: f64| match learned {
        Learned::Told(delay) => delay.hours() > patience,
        Learned::FromThePress => true,
    };
    match party.kind {
        StakeholderKind::CardBrand | StakeholderKind::Acquirer
            if scenario.threat.cards && after(model.card_patience_hours.value) =>
        {
            assess(party, learned, stage, reactions);
        }
        StakeholderKind::Insurer if after(model.insurer_patience_hours.value) && !is_priced(party, &scenario) => {
            reactions.uncovered = model.insurer_uncovered.value;
            stage.record(EventKind::CoverLost { by: party.id.clone(), share: reactions.uncovered }, None);
        }
        StakeholderKind::Partner if learned == Learned::FromThePress => {
            let subject = format!("{} keeps its distance", party.title);
            newsdesk.bring(NewsItem::new(StoryKind::External, model.shot_partner.value).about(&subject));
            stage.record(EventKind::Distanced(party.id.clone()), None);
        }
        _ => {}
    }
}

/// Applies the demands of a card brand or acquirer that was not notified in time.
fn assess(party: &Stakeholder, learned: Learned, stage: &mut Stage, reactions: &mut Reactions) {
    let scenario = stage.scenario();
    let model = &scenario.model;
    let day = scenario.organization.revenue_per_day;
    if learned == Learned::FromThePress && !reactions.investigator {
        reactions.investigator = true;
        reactions.demanded += day * model.card_investigator_days.value;
        stage.record(EventKind::InvestigatorDemanded(party.id.clone()), None);
    }
    if !is_priced(party, &scenario) {
        let share = if learned == Learned::FromThePress { 1.0 } else { model.card_late.value };
        let amount = day * model.card_assessment_days.value * share;
        reactions.demanded += amount;
        stage.record(EventKind::Assessed { by: party.id.clone(), amount }, None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load;
    use crate::scenario::source::BuiltIn;
    use crate::time::SimTime;

    #[test]
    fn a_party_told_before_publication_counts_as_told() {
        let scenario = load(&BuiltIn::Scenario("black_friday_skimmer".to_owned())).unwrap().output;
        let party = &scenario.stakeholders[0];
        let at = SimTime::from_minutes;
        let grace = hours(scenario.model.press_grace_hours.value).minutes();
        let learned_at = |told: Option<u32>, exposed: Option<u32>, now: u32| {
            let mut ledger = Ledger::default();
            (ledger.now, ledger.exposed) = (at(now), exposed.map(at));
            ledger.suspected.insert("x".into(), at(10));
            ledger.told.extend(told.map(|told| (party.id.clone(), at(told))));
            learned(party, &ledger, &scenario)
        };
        let told = |minutes| Some(Learned::Told(SimDuration::from_minutes(minutes)));
        assert_eq!(learned_at(None, None, 500), None);
        assert_eq!(learned_at(Some(100), None, 500), told(90));
        assert_eq!(learned_at(None, Some(400), 400 + grace - 1), None, "the grace period is not over");
        assert_eq!(learned_at(None, Some(400), 400 + grace), Some(Learned::FromThePress));
        assert_eq!(learned_at(Some(400 + grace), Some(400), 900), told(390 + grace));
        assert_eq!(learned_at(Some(401 + grace), Some(400), 900), Some(Learned::FromThePress));
    }
}
