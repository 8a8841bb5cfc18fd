//! The attackers: continuous data loss, waves, a second breach and extortion.
//!
//! State: the number of records exposed, which never falls, and the share of the hazard of a second breach that
//! hardening has removed (0 to 1). In each minute, every stream that has not been stopped adds
//! `records += records_per_hour / 60 * traffic`, where traffic is the rhythm of the shop times its openness. A wave
//! adds its records at its scripted time, unless its stream has been stopped. From its start time on, a second
//! breach can occur once, with the hazard `per_day * (1 - hardening) / 24` per hour. A number that becomes public
//! (`Scope`) or is published by the attackers (`Dump`) raises the records exposed, and the true number of the
//! scope, to at least that number.
//!
//! *Extortion.* The demand is made at its scripted time and starts a countdown. Proof is posted once: after the
//! share `extortion_patience` of the countdown, or earlier, with the hazard `extortion_proof_hour`, once the demand
//! has been refused or the breach has been minimized in public. When the countdown ends, the data is published,
//! unless the demand was paid and the attackers keep their word (probability `extortion_honored`, one draw per
//! run).
//!
//! Not modeled: what the attackers know about the response.

use std::collections::BTreeMap;

use bevy_ecs::resource::Resource;
use bevy_ecs::system::{Res, ResMut};
use serde::Serialize;

use super::ledger::{Shared, Stage, enter};
use super::media::newsdesk::{NewsItem, Newsdesk};
use super::operation::state::Operation;
use super::random::Purpose;
use crate::id::StreamId;
use crate::scenario::{ClaimNature, Effect, Metric, Scenario};
use crate::time::SimTime;
use crate::timeline::{EntryNumber, EventKind, StoryKind};

/// Data held by the attackers, and their further options.
#[derive(Resource, Clone, Debug, Serialize)]
pub(super) struct Threat {
    streams: BTreeMap<StreamId, f64>,
    waves_past: usize,
    extra: f64,
    open: f64,
    /// Largest number of records known to the public.
    public: Option<u64>,
    demand: Demand,
}

impl Threat {
    pub(super) fn new(scenario: &Scenario) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "numbers of records are far below 2^52")]
        let before = |records: u64| records as f64;
        let streams = &scenario.threat.streams;
        let streams = streams.iter().map(|stream| (stream.id.clone(), before(stream.records_before))).collect();
        Threat { streams, waves_past: 0, extra: 0.0, open: 1.0, public: None, demand: Demand::None }
    }

    /// Makes a number public. If it exceeds the records exposed so far, these are raised to it.
    fn reveal(&mut self, records: u64, cause: Option<EntryNumber>, stage: &mut Stage) {
        self.has_left(records);
        grow(records, stage);
        if self.public.is_none_or(|public| public < records) {
            self.public = Some(records);
            stage.record(EventKind::ScopePublic { records }, cause);
        }
    }

    /// Handles the publication of records by the attackers, who must have at least as many.
    fn dump(&mut self, records: u64, cause: Option<EntryNumber>, stage: &mut Stage) {
        self.has_left(records);
        grow(records, stage);
        let now = stage.now();
        stage.ledger.dumped.get_or_insert(now);
        self.public = self.public.max(Some(records));
        stage.record(EventKind::Dumped { records }, cause);
    }

    /// Raises the records exposed to at least this number.
    #[expect(clippy::cast_precision_loss, reason = "numbers of records are far below 2^52")]
    fn has_left(&mut self, records: u64) {
        self.extra += (records as f64 - self.records()).max(0.0);
    }

    /// Returns the largest number of records known to the public, if any.
    pub(super) fn public_records(&self) -> Option<u64> {
        self.public
    }

    /// Returns the total number of records exposed.
    pub(super) fn records(&self) -> f64 {
        self.streams.values().sum::<f64>() + self.extra
    }

    /// Returns the share of the hazard of a second breach that hardening has removed.
    pub(super) fn hardening(&self) -> f64 {
        1.0 - self.open
    }
}

/// Raises the true number of the scope to what is public, so that repeating the old number is a false claim.
fn grow(records: u64, stage: &mut Stage) {
    let scenario = stage.scenario();
    let Some(scope) = scenario.scope() else { return };
    if stage.ledger.number(scope).is_some_and(|number| number < records) {
        stage.ledger.grown.insert(scope.id.clone(), records);
    }
}

/// State of the extortion demand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
enum Demand {
    /// No demand has been made.
    #[default]
    None,
    /// The countdown is running.
    Running { since: SimTime, provoked: bool, proven: bool, settled: bool },
    /// The countdown has ended.
    Over,
}

/// Advances the extortion by one minute: demand, answer, proof, end of the countdown.
fn extort(stage: &mut Stage, threat: &mut Threat) {
    let scenario = stage.scenario();
    let Some(terms) = &scenario.threat.extortion else { return };
    let now = stage.now();
    match threat.demand {
        Demand::None if now >= terms.from => {
            threat.demand = Demand::Running { since: now, provoked: false, proven: false, settled: false };
            stage.ledger.extorted = Some(now);
            stage.record(EventKind::Extorted { demand: terms.demand, until: now + terms.countdown }, None);
        }
        Demand::Running { since, provoked, proven, settled } => {
            let provoked = provoked || was_refused(stage) || is_minimized(stage, since);
            let settled = settled || pays(stage);
            let model = &scenario.model;
            let proves = !proven && !settled && {
                let waited = now.since(since).hours() >= terms.countdown.hours() * model.extortion_patience.value;
                let hazard = if provoked { model.extortion_proof_hour.value } else { 0.0 };
                waited || stage.luck.happens(Purpose::ExtortionProof, 0, now, hazard)
            };
            if proves {
                stage.enacted.push_all(&[Effect::Proof(model.shot_proof.value)], DEMAND, None);
            }
            let ends = now >= since + terms.countdown;
            if ends && !settled {
                stage.enacted.push_all(&[Effect::Dump(terms.dump_records)], DEMAND, None);
            }
            let proven = proven || proves;
            threat.demand = if ends { Demand::Over } else { Demand::Running { since, provoked, proven, settled } };
        }
        Demand::None | Demand::Over => {}
    }
}

/// Title of the effects caused by the extortionists.
const DEMAND: &str = "The attackers’ demand";

fn was_refused(stage: &mut Stage) -> bool {
    let refused = stage.effects().into_iter().find(|(effect, _)| matches!(effect, Effect::RefuseRansom));
    if let Some((_, cause)) = &refused {
        stage.record(EventKind::RansomRefused, *cause);
    }
    refused.is_some()
}

/// Returns whether a public statement has minimized the breach since a given moment.
fn is_minimized(stage: &Stage, since: SimTime) -> bool {
    let recent = stage.timeline().public().filter(|(_, said)| said.at >= since);
    recent.flat_map(|(_, said)| &said.claims).any(|claim| claim.nature == ClaimNature::Minimizes)
}

/// Processes a payment and returns whether the attackers keep their word. The draw does not depend on the time of
/// the payment.
fn pays(stage: &mut Stage) -> bool {
    let paid = stage.effects().into_iter().find(|(effect, _)| matches!(effect, Effect::PayRansom));
    let Some((_, cause)) = paid else { return false };
    let now = stage.now();
    stage.ledger.paid.get_or_insert(now);
    stage.record(EventKind::RansomPaid, cause);
    let honored = stage.setting.model().extortion_honored.value;
    stage.luck.draw(Purpose::ExtortionHonored, 0, SimTime::START) < honored
}

/// Applies effects that concern the attackers, such as stopped streams and hardening.
pub(super) fn take_measures(mut shared: ResMut<Shared>, mut threat: ResMut<Threat>) {
    let mut stage = shared.stage();
    extort(&mut stage, &mut threat);
    for (effect, cause) in stage.effects() {
        match effect {
            Effect::Stop(stream) => {
                let now = stage.now();
                if enter(&mut stage.ledger.stopped, &stream, now) {
                    stage.record(EventKind::StreamStopped(stream), cause);
                }
            }
            Effect::Harden(share) => threat.open *= 1.0 - share,
            Effect::Scope(records) => threat.reveal(records, cause, &mut stage),
            Effect::Proof(_) => {
                let records = stage.scenario().threat.extortion.as_ref().map_or(0, |demand| demand.proof_records);
                stage.record(EventKind::ProofPosted { records }, cause);
            }
            Effect::Dump(records) => threat.dump(records, cause, &mut stage),
            _ => {}
        }
    }
    stage.timeline_mut().hardening = threat.hardening();
}

/// Advances the loss of data by one minute.
pub(super) fn exfiltrate(
    mut shared: ResMut<Shared>,
    operation: Res<Operation>,
    mut threat: ResMut<Threat>,
    mut newsdesk: ResMut<Newsdesk>,
) {
    let mut stage = shared.stage();
    let scenario = stage.scenario();
    let now = stage.now();
    let traffic = operation.traffic(&scenario, now);
    for stream in &scenario.threat.streams {
        if !stage.ledger.stopped.contains_key(&stream.id)
            && let Some(records) = threat.streams.get_mut(&stream.id)
        {
            *records += stream.records_per_hour / 60.0 * traffic;
        }
    }
    run_waves(&mut stage, &mut threat, &scenario);
    strike_again(&mut stage, &mut threat, &mut newsdesk, &scenario);
    stage.ledger.set(Metric::Records, threat.records());
}

#[expect(clippy::cast_precision_loss, reason = "numbers of records are far below 2^52")]
fn run_waves(stage: &mut Stage, threat: &mut Threat, scenario: &Scenario) {
    let due = |wave: &&crate::scenario::Wave| wave.at <= stage.ledger.now;
    let past = scenario.threat.waves.iter().filter(due).count();
    for wave in &scenario.threat.waves[threat.waves_past.min(past)..past] {
        if stage.ledger.stopped.contains_key(&wave.stream) {
            stage.record(EventKind::WaveAverted(wave.stream.clone()), None);
        } else {
            threat.extra += wave.records as f64;
            stage.record(EventKind::WaveLeft { stream: wave.stream.clone(), records: wave.records }, None);
        }
    }
    threat.waves_past = past;
}

#[expect(clippy::cast_precision_loss, reason = "numbers of records are far below 2^52")]
fn strike_again(stage: &mut Stage, threat: &mut Threat, newsdesk: &mut Newsdesk, scenario: &Scenario) {
    let second = &scenario.threat.second_breach;
    let now = stage.now();
    if stage.ledger.second_breach.is_some() || now < second.from {
        return;
    }
    let hazard = second.per_day * threat.open / 24.0;
    if stage.luck.happens(Purpose::SecondBreach, 0, now, hazard) {
        threat.extra += second.records as f64;
        stage.ledger.second_breach = Some(now);
        stage.record(EventKind::SecondBreach { records: second.records }, None);
        newsdesk.bring(NewsItem::new(StoryKind::SecondBreach, stage.setting.model().shot_revision.value));
    }
}
