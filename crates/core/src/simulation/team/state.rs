//! State of the team: presence, actions in progress, and fatigue of each role.

use std::collections::BTreeMap;

use bevy_ecs::resource::Resource;
use serde::Serialize;

use super::work::{Work, investigates, scaled};
use crate::id::RoleId;
use crate::scenario::{RoleKind, Scenario};
use crate::simulation::ledger::{Ledger, Stage};
use crate::time::SimTime;

/// Presence, actions in progress and fatigue of the team.
#[derive(Resource, Clone, Debug, Serialize)]
pub(in crate::simulation) struct Team {
    pub(super) called: BTreeMap<RoleId, SimTime>,
    pub(super) works: Vec<Work>,
    pub(super) forensics: f64,
    /// Factor on the duration of investigations under current conditions.
    pub(super) pace: f64,
    /// Share of the normal approval time that approvals take.
    pub(super) approvals: f64,
    pub(in crate::simulation) discretion: f64,
    pub(in crate::simulation) spent: f64,
    pub(super) in_shifts: bool,
    /// Fatigue of each role, 0 to 1.
    pub(super) fatigue: BTreeMap<RoleId, f64>,
}

impl Team {
    pub(in crate::simulation) fn new(scenario: &Scenario) -> Self {
        let at_start = scenario.roles.iter().filter(|role| role.at_start);
        let called = at_start.map(|role| (role.id.clone(), SimTime::START)).collect();
        Team {
            called,
            works: Vec::new(),
            forensics: 1.0,
            pace: 1.0,
            approvals: 1.0,
            discretion: 1.0,
            spent: 0.0,
            in_shifts: false,
            fatigue: BTreeMap::new(),
        }
    }

    pub(in crate::simulation) fn works(&self) -> &[Work] {
        &self.works
    }

    /// Returns the fatigue of a role, 0 to 1.
    pub(in crate::simulation) fn fatigue(&self, role: &RoleId) -> f64 {
        self.fatigue.get(role).copied().unwrap_or(0.0)
    }

    /// Advances fatigue by one minute. Idle roles recover; once shifts are set up, every role rests half of the
    /// time.
    pub(super) fn tire(&mut self, stage: &Stage) {
        let model = stage.setting.model();
        let (tiring, rest) = (1.0 / (60.0 * model.fatigue_hours.value), 1.0 / (60.0 * model.rest_hours.value));
        for role in &stage.setting.0.roles {
            if !stage.ledger.active.contains_key(&role.id) {
                continue;
            }
            let load = f64::from(u32::try_from(self.load(&role.id)).unwrap_or(u32::MAX)) / f64::from(role.capacity);
            let awake = if load > 0.0 { tiring * (0.5 + 0.5 * load) } else { -rest };
            let change = if self.in_shifts { 0.5 * (awake - rest) } else { awake };
            match self.fatigue.get_mut(&role.id) {
                Some(fatigue) => *fatigue = (*fatigue + change).clamp(0.0, 1.0),
                None => drop(self.fatigue.insert(role.id.clone(), change.clamp(0.0, 1.0))),
            }
        }
    }

    /// Returns the morale of the staff, 0 to 1. It falls with fatigue and while the staff are not informed.
    pub(in crate::simulation) fn morale(&self, scenario: &Scenario, ledger: &Ledger) -> f64 {
        let model = &scenario.model;
        let count = f64::from(u32::try_from(self.fatigue.len().max(1)).unwrap_or(u32::MAX));
        let tired = self.fatigue.values().sum::<f64>() / count;
        let until = ledger.staff_told.unwrap_or(ledger.now);
        let hours = ledger.aware().map_or(0.0, |since| until.since(since).hours());
        let untold = 1.0 - libm::exp(-hours / model.morale_hours.value);
        (1.0 - model.morale_fatigue.value * tired - model.morale_untold.value * untold).clamp(0.0, 1.0)
    }

    /// Returns the factor on the hazard of an inside leak, which combines discretion and low morale.
    pub(in crate::simulation) fn leak_factor(&self, scenario: &Scenario, ledger: &Ledger) -> f64 {
        self.discretion * (1.0 + scenario.model.leak_morale.value * (1.0 - self.morale(scenario, ledger)))
    }

    /// Returns how many actions a role is working on now, including approvals.
    pub(in crate::simulation) fn load(&self, role: &RoleId) -> usize {
        self.works.iter().filter(|work| work.holder() == Some(role)).count()
    }

    /// Returns the arrival time of a role that was called in.
    pub(in crate::simulation) fn arrival(&self, role: &RoleId) -> Option<SimTime> {
        self.called.get(role).copied()
    }

    /// Returns the factor on investigations for the investigator's presence, the evidence and ongoing data loss.
    pub(super) fn pace_now(&self, scenario: &Scenario, ledger: &Ledger) -> f64 {
        let model = &scenario.model;
        let lead = scenario.role_of(RoleKind::LeadInvestigator);
        let there = lead.is_some_and(|role| ledger.active.contains_key(&role.id));
        let streams = scenario.threat.streams.len();
        let contained = streams > 0 && ledger.stopped.len() >= streams;
        let alone = if there { 1.0 } else { model.forensics_without_investigator.value };
        self.forensics * alone * if contained { model.forensics_contained.value } else { 1.0 }
    }

    /// Rescales the remaining time of running investigations when conditions change.
    pub(super) fn keep_pace(&mut self, stage: &Stage) {
        let pace = self.pace_now(&stage.setting.0, stage.ledger);
        let ratio = pace / self.pace;
        if (ratio - 1.0).abs() < 1e-9 {
            return;
        }
        self.pace = pace;
        let now = stage.now();
        for work in &mut self.works {
            let action = stage.setting.0.action(&work.action);
            if work.until > now && action.is_some_and(investigates) {
                work.until = now + scaled(work.until.since(now), ratio);
                work.ready = work.until;
            }
        }
    }
}
