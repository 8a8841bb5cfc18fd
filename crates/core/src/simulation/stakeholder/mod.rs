//! Stakeholders who must be notified, and the clocks that set the deadlines.
//!
//! A clock is in one of six states: not started, running, held, met, overdue or met late. It starts in the first
//! minute in which its condition holds, and is met when its recipient is notified at or before the due time. A
//! clock that becomes overdue incurs its fine once and produces a news story. A clock for follow-up information
//! (`PriorNotice`, `NewInformation`) is met only by a notification made after it started.
//!
//! A supervisory authority that is owed a report and has not been notified `authority_patience_hours` after the
//! breach became public asks why, publicly and once. After an authority has asked for silence, the first public
//! statement before the end of that period is recorded as defiance.
//!
//! *Held clocks.* A police order not to disclose holds the clocks whose law allows it (`holds_for_police`). A held
//! clock cannot become overdue. When the order ends, the clock resumes with the time that was left; a deadline in
//! days is extended to the end of a day. Notifying the recipient during the hold still meets the clock.
//!
//! [`reaction`] covers card brands, acquirers, insurers and partners.

pub(super) mod reaction;

use std::collections::{BTreeMap, BTreeSet};

use bevy_ecs::resource::Resource;
use bevy_ecs::system::ResMut;
use serde::Serialize;

use super::ledger::{Ledger, Shared, Stage, enter};
use super::media::newsdesk::{NewsItem, Newsdesk};
use crate::id::{ClockId, StakeholderId};
use crate::scenario::{AudienceKind, Clock, Effect, Scenario, Stakeholder, StakeholderKind};
use crate::time::SimTime;
use crate::timeline::{EventKind, Publication, StoryKind};

/// State of a clock that has started.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum ClockState {
    /// Running, due at this time.
    Running(SimTime),
    /// Held by an order not to disclose.
    Held {
        /// End of the order.
        until: SimTime,
        /// Due time after the hold.
        due: SimTime,
    },
    /// The recipient was notified in time, at this time.
    Met(SimTime),
    /// The deadline passed at this time without notification.
    Overdue(SimTime),
    /// The recipient was notified late, at this time.
    Late(SimTime),
}

/// All clocks that have started.
#[derive(Resource, Clone, Debug, Default, Serialize)]
pub(super) struct Clocks {
    states: BTreeMap<ClockId, ClockState>,
    pub(super) fines: f64,
    started: BTreeMap<ClockId, SimTime>,
    /// When each stakeholder last received any information.
    heard: BTreeMap<StakeholderId, SimTime>,
    /// Authorities that have asked why they were not notified.
    asked: BTreeSet<StakeholderId>,
    publications_seen: usize,
    /// Latest end of any police order not to disclose.
    hold: Option<SimTime>,
}

impl Clocks {
    /// Returns when a clock's recipient was notified, if that notification counts for the clock.
    fn told(&self, clock: &Clock, ledger: &Ledger) -> Option<SimTime> {
        if !clock.kind.needs_a_new_word() {
            return ledger.told.get(&clock.recipient).copied();
        }
        let started = self.started.get(&clock.id)?;
        self.heard.get(&clock.recipient).copied().filter(|heard| heard > started)
    }

    pub(super) fn state(&self, id: &ClockId) -> Option<ClockState> {
        self.states.get(id).copied()
    }
}

/// Records notifications and the actions of authorities, courts and executives.
pub(super) fn tell(mut shared: ResMut<Shared>, mut clocks: ResMut<Clocks>) {
    let mut stage = shared.stage();
    let now = stage.now();
    for (effect, cause) in stage.effects() {
        match effect {
            Effect::Tell(party) => {
                clocks.heard.insert(party.clone(), now);
                let first = enter(&mut stage.ledger.told, &party, now);
                if first {
                    stage.record(EventKind::StakeholderTold(party), cause);
                }
            }
            Effect::Contradict { by, topic } => {
                stage.ledger.contradicted.get_or_insert(now);
                stage.record(EventKind::Contradicted { by, topic }, cause);
            }
            Effect::Restrain { by, until } => {
                stage.ledger.restrained = stage.ledger.restrained.max(Some(until));
                let party = stage.setting.0.stakeholder(&by);
                if party.is_some_and(|party| party.kind == StakeholderKind::Police) {
                    clocks.hold = clocks.hold.max(Some(until));
                }
                stage.record(EventKind::Restrained { by, until }, cause);
            }
            Effect::Report { outlet, .. } => stage.record(EventKind::Reported(outlet), cause),
            Effect::Gaffe(_) => stage.record(EventKind::Gaffe, cause),
            Effect::Lawsuit(_) => stage.record(EventKind::LawsuitFiled, cause),
            _ => {}
        }
    }
    listen(&mut stage, &mut clocks);
}

/// Processes new publications: letters to stakeholders, and public statements that defy an order.
fn listen(stage: &mut Stage, clocks: &mut Clocks) {
    let fresh: Vec<Publication> = stage.timeline().publications[clocks.publications_seen..].to_vec();
    clocks.publications_seen += fresh.len();
    for said in fresh {
        if let Some(party) = said.to {
            clocks.heard.insert(party, said.at);
        }
        let public = matches!(said.audience, AudienceKind::Public | AudienceKind::Customers);
        let restrained = stage.ledger.restrained.is_some_and(|until| said.at < until);
        if public && restrained && stage.ledger.defied.is_none() {
            stage.ledger.defied = Some(said.at);
            stage.record(EventKind::Defied, Some(said.entry));
        }
    }
}

/// Lets authorities that were never notified ask why in public, once the breach has been public for some time.
pub(super) fn ask_why(mut shared: ResMut<Shared>, mut clocks: ResMut<Clocks>, mut newsdesk: ResMut<Newsdesk>) {
    let mut stage = shared.stage();
    let Some(public) = [stage.ledger.spoken, stage.ledger.exposed].into_iter().flatten().min() else { return };
    let scenario = stage.scenario();
    let model = &scenario.model;
    if stage.now().since(public).hours() < model.authority_patience_hours.value {
        return;
    }
    let owed = |party: &&Stakeholder| {
        party.kind == StakeholderKind::Regulator
            && scenario.clocks.iter().any(|clock| {
                let state = || clocks.state(&clock.id);
                clock.recipient == party.id && matches!(state(), Some(ClockState::Running(_) | ClockState::Overdue(_)))
            })
    };
    let untold = |party: &&Stakeholder| !stage.ledger.told.contains_key(&party.id) && !clocks.asked.contains(&party.id);
    let asking: Vec<Stakeholder> = scenario.stakeholders.iter().filter(owed).filter(untold).cloned().collect();
    for party in asking {
        clocks.asked.insert(party.id.clone());
        newsdesk.bring(NewsItem::new(StoryKind::External, model.shot_authority.value).about(&party.title));
        stage.record(EventKind::AuthorityAsked(party.id), None);
    }
}

/// Starts, holds, resumes and resolves clocks.
pub(super) fn run_clocks(mut shared: ResMut<Shared>, mut clocks: ResMut<Clocks>, mut newsdesk: ResMut<Newsdesk>) {
    let mut stage = shared.stage();
    let now = stage.now();
    let scenario = stage.scenario();
    let order = clocks.hold.filter(|until| now < *until);
    for clock in &scenario.clocks {
        let told = clocks.told(clock, stage.ledger);
        let before = clocks.state(&clock.id);
        let hold = order.filter(|_| clock.holds_for_police);
        let after = match before {
            None if clock.starts.holds(&*stage.ledger) => {
                let due = clock.due(now, &scenario.calendar);
                clocks.started.insert(clock.id.clone(), now);
                stage.record(EventKind::ClockStarted { clock: clock.id.clone(), due }, None);
                let told = told.filter(|_| !clock.kind.needs_a_new_word());
                Some(told.map_or(ClockState::Running(due), ClockState::Met))
            }
            Some(ClockState::Running(due) | ClockState::Held { due, .. }) if told.is_some_and(|at| at <= due) => {
                told.map(ClockState::Met)
            }
            Some(ClockState::Held { until, due }) if now >= until => Some(ClockState::Running(due)),
            Some(ClockState::Running(due)) if now > due => Some(ClockState::Overdue(due)),
            Some(ClockState::Overdue(_)) if told.is_some() => told.map(ClockState::Late),
            unchanged => unchanged,
        };
        let after = match (after, hold) {
            (Some(ClockState::Running(due)), Some(until)) => Some(held(clock, due, now, until, &scenario)),
            (Some(ClockState::Held { until: from, due }), Some(until)) if until > from => {
                Some(held(clock, due, from, until, &scenario))
            }
            (after, _) => after,
        };
        if after == before {
            continue;
        }
        match after {
            Some(ClockState::Met(_)) => stage.record(EventKind::ClockMet(clock.id.clone()), None),
            Some(ClockState::Late(_)) => stage.record(EventKind::ClockLate(clock.id.clone()), None),
            Some(ClockState::Held { until, due }) => {
                stage.record(EventKind::ClockHeld { clock: clock.id.clone(), until, due }, None);
            }
            Some(ClockState::Overdue(_)) => {
                clocks.fines += clock.fine;
                stage.record(EventKind::ClockOverdue(clock.id.clone()), None);
                let size = stage.setting.model().shot_clock_missed.value;
                let recipient = scenario.stakeholder(&clock.recipient).map_or("", |party| &party.title);
                newsdesk.bring(NewsItem::new(StoryKind::ClockMissed, size).about(recipient));
            }
            Some(ClockState::Running(due)) if before.is_some() => {
                stage.record(EventKind::ClockResumed { clock: clock.id.clone(), due }, None);
            }
            Some(ClockState::Running(_)) | None => {}
        }
        clocks.states.extend(after.map(|state| (clock.id.clone(), state)));
    }
}

/// Returns the state of a clock held between two moments.
fn held(clock: &Clock, due: SimTime, from: SimTime, until: SimTime, scenario: &Scenario) -> ClockState {
    ClockState::Held { until, due: clock.delayed(due, until.since(from), &scenario.calendar) }
}
