//! Disclosure by third parties, and the cost of delay.

use super::state::Disclosure;
use crate::id::OutletId;
use crate::scenario::{Effect, OutletKind};
use crate::simulation::ledger::Stage;
use crate::simulation::media::newsdesk::{NewsItem, Newsdesk};
use crate::simulation::random::Purpose;
use crate::simulation::team::state::Team;
use crate::timeline::{EntryNumber, EventKind, StoryKind};

/// Applies scripted disclosures by outlets, and random leaks while the breach is not public.
#[expect(clippy::cast_precision_loss, reason = "teams are small")]
pub(super) fn leak(stage: &mut Stage, team: &Team, disclosure: &mut Disclosure, newsdesk: &mut Newsdesk) {
    let scenario = stage.scenario();
    let now = stage.now();
    let reveals: Vec<(OutletId, Option<EntryNumber>)> = stage
        .effects()
        .into_iter()
        .filter_map(|(effect, cause)| match effect {
            Effect::Reveal(outlet) => Some((outlet, cause)),
            _ => None,
        })
        .collect();
    for (outlet, cause) in reveals {
        expose(&outlet, cause, stage, disclosure, newsdesk);
    }
    let known_inside = !stage.ledger.suspected.is_empty();
    if stage.ledger.spoken.is_some() || stage.ledger.exposed.is_some() || !known_inside {
        return;
    }
    let model = &scenario.model;
    let briefed = if stage.ledger.staff_told.is_some() { f64::from(scenario.organization.staff) * 0.02 } else { 0.0 };
    let people = 5.0 * stage.ledger.active.len() as f64 + briefed;
    let inside = model.leak_per_person_hour.value * people * team.leak_factor(&scenario, stage.ledger);
    let outside = model.leak_visible_hour.value * scenario.threat.visible * (1.0 - libm::exp(-now.hours() / 12.0));
    let from_inside = stage.luck.happens(Purpose::LeakInside, 0, now, inside);
    let from_outside = stage.luck.happens(Purpose::LeakOutside, 0, now, outside);
    if from_inside {
        stage.record(EventKind::InsideLeak, None);
    }
    if from_inside || from_outside {
        let trade = scenario.outlets.iter().find(|outlet| outlet.kind == OutletKind::Trade);
        let pick = stage.luck.pick(Purpose::LeakOutlet, 0, now, scenario.outlets.len());
        if let Some(outlet) = trade.filter(|_| from_outside).or_else(|| scenario.outlets.get(pick)) {
            expose(&outlet.id, None, stage, disclosure, newsdesk);
        }
    }
}

/// Makes the breach public through an outlet. The costs and the story apply only if the organization has not spoken
/// yet.
pub(super) fn expose(
    outlet: &OutletId,
    cause: Option<EntryNumber>,
    stage: &mut Stage,
    disclosure: &mut Disclosure,
    newsdesk: &mut Newsdesk,
) {
    let scenario = stage.scenario();
    let model = &scenario.model;
    if stage.ledger.exposed.is_some() {
        return;
    }
    let now = stage.now();
    stage.ledger.exposed = Some(now);
    stage.record(EventKind::Exposed(outlet.clone()), cause);
    if stage.ledger.spoken.is_some() {
        return;
    }
    disclosure.find_out(model);
    let item = NewsItem::new(StoryKind::Leak, model.shot_leak.value * scenario.threat.severity);
    newsdesk.bring(item.broken_by(outlet));
}

/// Lowers the trust ceiling according to the time between the first suspicion and the first public statement.
pub(super) fn count_delay(stage: &Stage, disclosure: &mut Disclosure) {
    let Some(aware) = stage.ledger.aware() else { return };
    let until = stage.ledger.spoken.unwrap_or(stage.now());
    let model = stage.setting.model();
    let hours = until.since(aware).hours();
    disclosure.delay_loss = model.delay_ceiling_loss.value * (1.0 - libm::exp(-hours / model.delay_hours.value));
}

/// Makes the breach public through the attackers. Does nothing if the breach is already public.
pub(super) fn expose_by_attackers(cause: Option<EntryNumber>, stage: &mut Stage, disclosure: &mut Disclosure) {
    if stage.ledger.exposed.is_some() || stage.ledger.spoken.is_some() {
        return;
    }
    let scenario = stage.scenario();
    let trade = scenario.outlets.iter().find(|outlet| outlet.kind == OutletKind::Trade);
    let Some(outlet) = trade.or(scenario.outlets.first()) else { return };
    let now = stage.now();
    stage.ledger.exposed = Some(now);
    stage.record(EventKind::Exposed(outlet.id.clone()), cause);
    disclosure.find_out(&scenario.model);
}
