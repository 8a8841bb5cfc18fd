//! The ledger of past events, the effects of the current minute, and write access to the timeline.
//!
//! Conditions are evaluated against the ledger. Domains record the events they cause, with the time of first
//! occurrence. Entries are never removed, so injects, needs, claims and clocks all get the same answer to whether
//! an event has happened. Effects are passed on through [`Enacted`]: an early phase adds them, and later phases of
//! the same minute process the ones that concern them.

use std::collections::BTreeMap;
use std::sync::Arc;

use bevy_ecs::resource::Resource;
use serde::Serialize;

use super::random::Luck;
use crate::decision::Content;
use crate::id::{
    ActionId, ChoiceId, ClaimId, FactId, InjectId, MilestoneId, OutletId, RoleId, StakeholderId, StreamId, TopicId,
};
use crate::scenario::{Effect, Fact, Metric, Model, Scenario, ShopState, World};
use crate::statement::Ruling;
use crate::time::SimTime;
use crate::timeline::{EntryNumber, EventKind, Timeline, TimelineEvent};

/// The scenario in play.
#[derive(Resource, Clone)]
pub(super) struct Setting(pub(super) Arc<Scenario>);

impl Setting {
    pub(super) fn model(&self) -> &Model {
        &self.0.model
    }
}

/// Record of everything that has happened, with the time of first occurrence.
#[derive(Resource, Clone, Debug, Default, Serialize)]
pub(super) struct Ledger {
    pub(super) now: SimTime,
    pub(super) ended: bool,
    /// A facilitator's rulings on statements, by the entry of the statement.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) rulings: Vec<(EntryNumber, Ruling)>,
    pub(super) milestones: BTreeMap<MilestoneId, SimTime>,
    pub(super) done: BTreeMap<ActionId, SimTime>,
    pub(super) active: BTreeMap<RoleId, SimTime>,
    pub(super) suspected: BTreeMap<FactId, SimTime>,
    pub(super) confirmed: BTreeMap<FactId, SimTime>,
    /// Roles that know each fact, and since when.
    pub(super) knows: BTreeMap<FactId, BTreeMap<RoleId, SimTime>>,
    pub(super) told: BTreeMap<StakeholderId, SimTime>,
    pub(super) stopped: BTreeMap<StreamId, SimTime>,
    pub(super) sent: BTreeMap<InjectId, SimTime>,
    pub(super) answered: BTreeMap<InjectId, SimTime>,
    claimed: BTreeMap<String, SimTime>,
    pub(super) spoken: Option<SimTime>,
    pub(super) customers_told: Option<SimTime>,
    pub(super) staff_told: Option<SimTime>,
    pub(super) exposed: Option<SimTime>,
    pub(super) reversed: Option<SimTime>,
    pub(super) second_breach: Option<SimTime>,
    pub(super) chosen: BTreeMap<ActionId, Vec<ChoiceId>>,
    pub(super) shop: ShopState,
    pub(super) contradicted: Option<SimTime>,
    pub(super) extorted: Option<SimTime>,
    pub(super) paid: Option<SimTime>,
    pub(super) dumped: Option<SimTime>,
    pub(super) listening: Option<SimTime>,
    /// End of the period for which an authority has asked for silence.
    pub(super) restrained: Option<SimTime>,
    pub(super) defied: Option<SimTime>,
    /// Numbers that have grown beyond their values in the scenario.
    pub(super) grown: BTreeMap<FactId, u64>,
    pub(super) metrics: [f64; Metric::ALL.len()],
}

/// Summary of the ledger entries on which conditions can depend if they involve neither time nor metrics. See
/// [`Ledger::extent`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    count: usize,
    shop: ShopState,
}

/// Records the first occurrence of an event. Returns whether it is the first.
pub(super) fn enter<K: Ord + Clone>(book: &mut BTreeMap<K, SimTime>, key: &K, now: SimTime) -> bool {
    if book.contains_key(key) {
        return false;
    }
    book.insert(key.clone(), now);
    true
}

impl Ledger {
    pub(super) fn claim(&mut self, topic: &TopicId, claim: &ClaimId) {
        self.claimed.entry(format!("{topic}/{claim}")).or_insert(self.now);
    }

    /// Records that a role has learned of the facts mentioned in some effects.
    pub(super) fn learn(&mut self, role: &RoleId, effects: &[Effect]) {
        for effect in effects {
            if let Effect::Suspect(fact) | Effect::Confirm(fact) = effect {
                enter(self.knows.entry(fact.clone()).or_default(), role, self.now);
            }
        }
    }

    /// Returns the current true number of a fact.
    pub(super) fn number(&self, fact: &Fact) -> Option<u64> {
        self.grown.get(&fact.id).copied().or(fact.number)
    }

    /// Returns the time at which the team first suspected anything.
    pub(super) fn aware(&self) -> Option<SimTime> {
        self.suspected.values().min().copied()
    }

    /// Returns the number of entries on which conditions can depend. Entries are never removed, so equal extents
    /// imply that every condition that involves neither time nor metrics has the same result.
    pub(super) fn extent(&self) -> Extent {
        // Destructured without `..`, so that adding a field forces a decision on whether conditions can depend on
        // it.
        let Ledger {
            now: _,
            ended: _,
            rulings: _,
            milestones,
            done,
            active,
            suspected,
            confirmed,
            knows: _,
            told,
            stopped,
            sent,
            answered,
            claimed,
            spoken,
            customers_told,
            staff_told,
            exposed,
            reversed,
            second_breach,
            chosen,
            shop,
            contradicted,
            extorted,
            paid,
            dumped,
            listening,
            restrained: _,
            defied,
            grown: _,
            metrics: _,
        } = self;
        let own = [spoken, customers_told, staff_told, exposed, reversed, second_breach];
        let of_others = [contradicted, extorted, paid, dumped, listening, defied];
        let firsts = own.into_iter().chain(of_others).flatten().count();
        let known = milestones.len() + done.len() + active.len() + suspected.len() + confirmed.len();
        let passed = told.len() + stopped.len() + sent.len() + answered.len() + claimed.len();
        let choices = chosen.values().map(Vec::len).sum::<usize>();
        Extent { count: firsts + known + passed + choices, shop: *shop }
    }

    pub(super) fn set(&mut self, metric: Metric, value: f64) {
        self.metrics[metric.index()] = value;
    }
}

impl World for Ledger {
    fn now(&self) -> SimTime {
        self.now
    }
    fn milestone(&self, id: &MilestoneId) -> bool {
        self.milestones.contains_key(id)
    }
    fn done(&self, id: &ActionId) -> bool {
        self.done.contains_key(id)
    }
    fn active(&self, id: &RoleId) -> bool {
        self.active.contains_key(id)
    }
    fn suspected(&self, id: &FactId) -> bool {
        self.suspected.contains_key(id)
    }
    fn confirmed(&self, id: &FactId) -> bool {
        self.confirmed.contains_key(id)
    }
    fn told(&self, id: &StakeholderId) -> bool {
        self.told.contains_key(id)
    }
    fn stopped(&self, id: &StreamId) -> bool {
        self.stopped.contains_key(id)
    }
    fn sent(&self, id: &InjectId) -> bool {
        self.sent.contains_key(id)
    }
    fn answered(&self, id: &InjectId) -> bool {
        self.answered.contains_key(id)
    }
    fn claimed(&self, topic: &TopicId, claim: &ClaimId) -> bool {
        // Compares without allocating a string, because clocks and injects call this every minute.
        let (topic, claim) = (topic.as_str(), claim.as_str());
        let is = |key: &String| key.strip_prefix(topic).and_then(|rest| rest.strip_prefix('/')) == Some(claim);
        self.claimed.keys().any(is)
    }
    fn spoken(&self) -> bool {
        self.spoken.is_some()
    }
    fn customers_told(&self) -> bool {
        self.customers_told.is_some()
    }
    fn staff_told(&self) -> bool {
        self.staff_told.is_some()
    }
    fn exposed(&self) -> bool {
        self.exposed.is_some()
    }
    fn reversed(&self) -> bool {
        self.reversed.is_some()
    }
    fn second_breach(&self) -> bool {
        self.second_breach.is_some()
    }
    fn chose(&self, action: &ActionId, choice: &ChoiceId) -> bool {
        self.chosen.get(action).is_some_and(|chosen| chosen.contains(choice))
    }
    fn shop(&self) -> ShopState {
        self.shop
    }
    fn contradicted(&self) -> bool {
        self.contradicted.is_some()
    }
    fn extorted(&self) -> bool {
        self.extorted.is_some()
    }
    fn paid(&self) -> bool {
        self.paid.is_some()
    }
    fn dumped(&self) -> bool {
        self.dumped.is_some()
    }
    fn listening(&self) -> bool {
        self.listening.is_some()
    }
    fn restrained(&self) -> bool {
        self.restrained.is_some_and(|until| self.now < until)
    }
    fn defied(&self) -> bool {
        self.defied.is_some()
    }
    fn metric(&self, metric: Metric) -> f64 {
        self.metrics[metric.index()]
    }
    fn grown(&self, fact: &FactId) -> Option<u64> {
        self.grown.get(fact).copied()
    }
}

/// Consequence of an early phase that later phases of the same minute must process.
#[derive(Clone, Debug, Serialize)]
pub(super) enum Consequence {
    /// An effect, with the title of the action or inject that caused it.
    #[serde(skip)]
    Effect(Effect, Arc<str>),
    /// A statement to publish.
    Publish(Box<Outgoing>),
    /// An inquiry that was not answered in time.
    Unanswered {
        /// Outlet that asked, if it was an outlet.
        outlet: Option<OutletId>,
        /// Subject of the inquiry; may be empty.
        about: String,
    },
}

/// A finished statement to be published.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Outgoing {
    pub(super) action: ActionId,
    pub(super) by: RoleId,
    pub(super) drafted: SimTime,
    /// Whether it is published with a slip.
    pub(super) slip: bool,
    pub(super) content: Content,
}

/// Consequences of this minute, each with the log entry that caused it.
#[derive(Resource, Clone, Debug, Default)]
pub(super) struct Enacted(pub(super) Vec<(Consequence, Option<EntryNumber>)>);

impl Enacted {
    /// Adds the effects of an action or inject with the given title.
    pub(super) fn push_all(&mut self, effects: &[Effect], title: &str, cause: Option<EntryNumber>) {
        let title: Arc<str> = title.into();
        self.0.extend(effects.iter().map(|effect| (Consequence::Effect(effect.clone(), title.clone()), cause)));
    }

    /// Iterates over the effects of this minute.
    pub(super) fn effects(&self) -> impl Iterator<Item = (&Effect, Option<EntryNumber>)> {
        self.0.iter().filter_map(|(consequence, cause)| match consequence {
            Consequence::Effect(effect, _) => Some((effect, *cause)),
            _ => None,
        })
    }
}

/// The timeline of the run.
#[derive(Resource, Clone, Debug, Default)]
pub(super) struct Chronicle(pub(super) Timeline);

/// State needed by most systems: scenario, random draws, ledger, effects of this minute and timeline. It is a
/// single resource, because each resource is fetched separately, and fetching five in every system took a tenth of
/// the time of a minute with a cohort.
#[derive(Resource, Clone)]
pub(super) struct Shared {
    pub(super) setting: Setting,
    pub(super) luck: Luck,
    pub(super) ledger: Ledger,
    pub(super) enacted: Enacted,
    pub(super) chronicle: Chronicle,
}

impl Shared {
    pub(super) fn new(scenario: Arc<Scenario>, luck: Luck) -> Self {
        let (ledger, enacted, chronicle) = Default::default();
        Shared { setting: Setting(scenario), luck, ledger, enacted, chronicle }
    }

    /// Borrows the parts separately, so that one can be read while another is written.
    pub(super) fn stage(&mut self) -> Stage<'_> {
        let Shared { setting, luck, ledger, enacted, chronicle } = self;
        Stage { setting, luck, ledger, enacted, chronicle }
    }
}

/// Parts of [`Shared`], borrowed by a system.
pub(super) struct Stage<'w> {
    pub(super) setting: &'w Setting,
    pub(super) luck: &'w Luck,
    pub(super) ledger: &'w mut Ledger,
    pub(super) enacted: &'w mut Enacted,
    chronicle: &'w mut Chronicle,
}

impl Stage<'_> {
    pub(super) fn now(&self) -> SimTime {
        self.ledger.now
    }

    pub(super) fn scenario(&self) -> Arc<Scenario> {
        self.setting.0.clone()
    }

    /// Records an event in the timeline.
    pub(super) fn record(&mut self, what: EventKind, cause: Option<EntryNumber>) {
        let at = self.ledger.now;
        self.chronicle.0.events.push(TimelineEvent { at, what, cause });
    }

    pub(super) fn timeline(&self) -> &Timeline {
        &self.chronicle.0
    }

    pub(super) fn timeline_mut(&mut self) -> &mut Timeline {
        &mut self.chronicle.0
    }

    /// Returns a copy of the effects of this minute, so that the stage can be modified while they are processed.
    pub(super) fn effects(&self) -> Vec<(Effect, Option<EntryNumber>)> {
        self.enacted.effects().map(|(effect, cause)| (effect.clone(), cause)).collect()
    }
}
