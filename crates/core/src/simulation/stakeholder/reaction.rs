//! What partners by contract do when they learn of it late, or from others.
//!
//! A party *learns* of the breach when it is told, or `press_grace_hours` after the breach became public, from the
//! press; the earlier of the two counts, once. Its delay is the time since the team first suspected anything.
//!
//! - *Card brands and acquirers* who learn it from the press demand a forensic investigator, who costs
//!   `card_investigator_days` of revenue (one for all of them), and assess `card_assessment_days` of revenue each;
//!   those told after `card_patience_hours` assess the share `card_late`. They are concerned where the breach is
//!   about cards (`threat.cards`).
//! - *Insurers* who learn it from the press or after `insurer_patience_hours` leave the share `insurer_uncovered` of
//!   what the response costs to the firm, which it has to bear on top.
//! - *Partners* who learn it from the press keep their distance, and let that be known: a small story.
//!
//! Where a clock for the party already carries a fine, the scenario has priced its money, and nothing is added.
//! Authorities have their own rule (`super::ask_why`), owners the share price, the staff their morale. Ignored:
//! that a contract may be given notice, and negotiations afterward.

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

/// What partners by contract have done.
#[derive(Resource, Clone, Debug, Default, Serialize)]
pub(in crate::simulation) struct Reactions {
    /// Those who have learned of it and made up their minds.
    settled: BTreeSet<StakeholderId>,
    investigator: bool,
    /// Money demanded so far.
    pub(in crate::simulation) demanded: f64,
    /// The share of the costs that no insurer bears, 0 to 1.
    pub(in crate::simulation) uncovered: f64,
}

/// How a party learned of the breach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Learned {
    /// It was told, so long after the first suspicion.
    Told(SimDuration),
    /// From the press.
    FromThePress,
}

/// Lets those who have just learned of it react.
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

/// How a party learned of it; nothing where it has not.
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

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some hours")]
fn hours(length: f64) -> SimDuration {
    SimDuration::from_minutes((length * 60.0) as u32)
}

/// Whether the scenario itself says what it costs to tell a party late.
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

/// What a card brand or an acquirer demands of a firm that did not come to it in time.
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
    fn who_is_told_before_the_papers_print_it_was_told() {
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
        assert_eq!(learned_at(None, Some(400), 400 + grace - 1), None, "there is a little time");
        assert_eq!(learned_at(None, Some(400), 400 + grace), Some(Learned::FromThePress));
        assert_eq!(learned_at(Some(400 + grace), Some(400), 900), told(390 + grace));
        assert_eq!(learned_at(Some(401 + grace), Some(400), 900), Some(Learned::FromThePress));
    }
}
