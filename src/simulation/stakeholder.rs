//! Stakeholders who must be told, and the clocks that say by when.
//!
//! State for each clock: not started, running until its due time, met, overdue, or fulfilled late. A clock
//! starts in the minute in which its condition first holds; it is met by telling its recipient up to and at
//! its due time. An overdue clock costs its fine once and is a story. Ignored: that regulators answer.

use std::collections::BTreeMap;

use bevy_ecs::resource::Resource;
use bevy_ecs::system::ResMut;
use serde::Serialize;

use super::ledger::{Stage, enter};
use super::media::{NewsItem, Newsdesk};
use crate::id::ClockId;
use crate::scenario::Effect;
use crate::time::SimTime;
use crate::timeline::{Happening, StoryKind};

/// Where a clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum ClockState {
    /// It runs and falls due at this time.
    Running(SimTime),
    /// The duty was fulfilled in time, at this time.
    Met(SimTime),
    /// It fell due at this time, and the duty is not fulfilled.
    Overdue(SimTime),
    /// The duty was fulfilled late, at this time.
    Late(SimTime),
}

/// All clocks that have started.
#[derive(Resource, Debug, Default, Serialize)]
pub(super) struct Clocks {
    states: BTreeMap<ClockId, ClockState>,
    pub(super) fines: f64,
}

impl Clocks {
    pub(super) fn state(&self, id: &ClockId) -> Option<ClockState> {
        self.states.get(id).copied()
    }
}

/// Enters who has been told, and what authorities, courts and executives do.
pub(super) fn tell(mut stage: Stage) {
    let now = stage.now();
    for (effect, cause) in stage.effects() {
        match effect {
            Effect::Tell(party) => {
                if enter(&mut stage.ledger.told, &party, now) {
                    stage.record(Happening::StakeholderTold(party), cause);
                }
            }
            Effect::Contradict { by, topic } => {
                stage.ledger.contradicted.get_or_insert(now);
                stage.record(Happening::Contradicted { by, topic }, cause);
            }
            Effect::Restrain { by, until } => {
                stage.ledger.restrained = stage.ledger.restrained.max(Some(until));
                stage.record(Happening::Restrained { by, until }, cause);
            }
            Effect::Report { outlet, .. } => stage.record(Happening::Reported(outlet), cause),
            Effect::Gaffe(_) => stage.record(Happening::Gaffe, cause),
            Effect::Lawsuit(_) => stage.record(Happening::LawsuitFiled, cause),
            _ => {}
        }
    }
}

/// Starts, stops and judges the clocks.
pub(super) fn run_clocks(mut stage: Stage, mut clocks: ResMut<Clocks>, mut newsdesk: ResMut<Newsdesk>) {
    let now = stage.now();
    let scenario = stage.scenario();
    for clock in &scenario.clocks {
        let told = stage.ledger.told.get(&clock.recipient).copied();
        let before = clocks.state(&clock.id);
        let after = match before {
            None if clock.starts.holds(&*stage.ledger) => {
                let due = clock.due(now, &scenario.calendar);
                stage.record(Happening::ClockStarted { clock: clock.id.clone(), due }, None);
                Some(told.map_or(ClockState::Running(due), ClockState::Met))
            }
            Some(ClockState::Running(due)) if told.is_some_and(|at| at <= due) => told.map(ClockState::Met),
            Some(ClockState::Running(due)) if now > due => Some(ClockState::Overdue(due)),
            Some(ClockState::Overdue(_)) if told.is_some() => told.map(ClockState::Late),
            unchanged => unchanged,
        };
        if after == before {
            continue;
        }
        match after {
            Some(ClockState::Met(_)) => stage.record(Happening::ClockMet(clock.id.clone()), None),
            Some(ClockState::Late(_)) => stage.record(Happening::ClockLate(clock.id.clone()), None),
            Some(ClockState::Overdue(_)) => {
                clocks.fines += clock.fine;
                stage.record(Happening::ClockOverdue(clock.id.clone()), None);
                let size = stage.setting.model().shot_clock_missed.value;
                let recipient = scenario.stakeholder(&clock.recipient).map_or("", |party| &party.title);
                newsdesk.bring(NewsItem::new(StoryKind::ClockMissed, size).about(recipient));
            }
            Some(ClockState::Running(_)) | None => {}
        }
        clocks.states.extend(after.map(|state| (clock.id.clone(), state)));
    }
}
