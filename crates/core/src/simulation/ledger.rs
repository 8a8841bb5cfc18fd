//! What has come about so far, with first times; what effects are under way; and the writing of the timeline.
//!
//! The ledger is the memory that conditions ask. Domains enter what they bring about; nothing is ever taken
//! out, so that "has it happened?" has one answer for injects, needs, claims and clocks alike. Effects travel
//! through [`Enacted`]: an early phase puts them in, and later phases of the same minute take what is theirs.

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
use crate::time::SimTime;
use crate::timeline::{EntryNumber, EventKind, Timeline, TimelineEvent};

/// The scenario being played.
#[derive(Resource, Clone)]
pub(super) struct Setting(pub(super) Arc<Scenario>);

impl Setting {
    pub(super) fn model(&self) -> &Model {
        &self.0.model
    }
}

/// What has come about so far.
#[derive(Resource, Clone, Debug, Default, Serialize)]
pub(super) struct Ledger {
    pub(super) now: SimTime,
    pub(super) ended: bool,
    pub(super) milestones: BTreeMap<MilestoneId, SimTime>,
    pub(super) done: BTreeMap<ActionId, SimTime>,
    pub(super) active: BTreeMap<RoleId, SimTime>,
    pub(super) suspected: BTreeMap<FactId, SimTime>,
    pub(super) confirmed: BTreeMap<FactId, SimTime>,
    /// Who knows of a fact, and since when.
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
    /// Until when an authority has asked for silence.
    pub(super) restrained: Option<SimTime>,
    pub(super) defied: Option<SimTime>,
    /// Numbers that are larger by now than the scenario wrote them down.
    pub(super) grown: BTreeMap<FactId, u64>,
    pub(super) metrics: [f64; Metric::ALL.len()],
}

/// How much has come about: what conditions ask that ask neither for the time nor for a metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    count: usize,
    shop: ShopState,
}

/// Enters a first time; returns whether it is the first.
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

    /// Enters that a role has learned of the facts that some effects bring up.
    pub(super) fn learn(&mut self, role: &RoleId, effects: &[Effect]) {
        for effect in effects {
            if let Effect::Suspect(fact) | Effect::Confirm(fact) = effect {
                enter(self.knows.entry(fact.clone()).or_default(), role, self.now);
            }
        }
    }

    /// Returns the true number of a fact, as it is by now.
    pub(super) fn number(&self, fact: &Fact) -> Option<u64> {
        self.grown.get(&fact.id).copied().or(fact.number)
    }

    /// Returns when the team first suspected anything.
    pub(super) fn aware(&self) -> Option<SimTime> {
        self.suspected.values().min().copied()
    }

    /// Returns how much has come about. Nothing is ever taken out, so where this is the same, every answer to a
    /// question about what has come about is the same, too.
    pub(super) fn extent(&self) -> Extent {
        // All by name, so that whoever adds an entry has to say whether a condition asks for it.
        let Ledger {
            now: _,
            ended: _,
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
        // Spelled without making a text: clocks and injects ask this every minute.
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

/// Something an early phase has brought about and later phases must act on.
#[derive(Clone, Debug, Serialize)]
pub(super) enum Consequence {
    /// An effect, with the title of the action or inject that had it.
    #[serde(skip)]
    Effect(Effect, Arc<str>),
    /// A statement goes out.
    Publish(Box<Outgoing>),
    /// A question was not answered in time.
    Unanswered {
        /// The outlet that asked, if one did.
        outlet: Option<OutletId>,
        /// What it asked about; may be empty.
        about: String,
    },
}

/// A finished statement on its way out.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Outgoing {
    pub(super) action: ActionId,
    pub(super) by: RoleId,
    pub(super) drafted: SimTime,
    /// It goes out with a slip.
    pub(super) slip: bool,
    pub(super) content: Content,
}

/// What was brought about in this minute, each with the entry of the log behind it.
#[derive(Resource, Clone, Debug, Default)]
pub(super) struct Enacted(pub(super) Vec<(Consequence, Option<EntryNumber>)>);

impl Enacted {
    /// Adds the effects of an action or inject with this title.
    pub(super) fn push_all(&mut self, effects: &[Effect], title: &str, cause: Option<EntryNumber>) {
        let title: Arc<str> = title.into();
        self.0.extend(effects.iter().map(|effect| (Consequence::Effect(effect.clone(), title.clone()), cause)));
    }

    /// Goes through the effects of this minute.
    pub(super) fn effects(&self) -> impl Iterator<Item = (&Effect, Option<EntryNumber>)> {
        self.0.iter().filter_map(|(consequence, cause)| match consequence {
            Consequence::Effect(effect, _) => Some((effect, *cause)),
            _ => None,
        })
    }
}

/// The timeline being written.
#[derive(Resource, Clone, Debug, Default)]
pub(super) struct Chronicle(pub(super) Timeline);

/// What most systems need: the scenario, chance, the ledger, this minute's effects, the timeline. One resource, because
/// each resource is fetched on its own, and five for every system were a tenth of a minute of a cohort.
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

    /// Returns its parts, so that one can be read while another is written to.
    pub(super) fn stage(&mut self) -> Stage<'_> {
        let Shared { setting, luck, ledger, enacted, chronicle } = self;
        Stage { setting, luck, ledger, enacted, chronicle }
    }
}

/// The parts of [`Shared`] in the hand of a system.
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

    /// Writes an event.
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

    /// Returns the effects of this minute, so that they can be acted on while the stage is written to.
    pub(super) fn effects(&self) -> Vec<(Effect, Option<EntryNumber>)> {
        self.enacted.effects().map(|(effect, cause)| (effect.clone(), cause)).collect()
    }
}
