//! The simulated world: a breach, an organization, media, customers and regulatory clocks, advanced minute by
//! minute.
//!
//! A [`Simulation`] is created from a scenario and a seed, accepts [`Input`]s, and advances minute by minute. Every
//! event is recorded in the [`Timeline`]. A [`Situation`] is the world as one player may see it; a [`GroundTruth`]
//! is the complete state, for facilitators. The same scenario, seed and inputs produce the same world, bit for bit,
//! which a [`Fingerprint`] proves.
//!
//! Internally, the simulation is an ECS world. Each domain is a module with its state, its rules and a description
//! of both. The order of systems within a minute is defined in [`schedule`]. Random draws are keyed ([`random`]),
//! and all conditions are evaluated against one record of past events, the [`ledger`]. ECS types are private to
//! this module.

#[doc(hidden)]
pub mod crowd;
mod customer;
mod disclosure;
mod fact;
mod fingerprint;
mod inject;
mod ledger;
mod market;
mod media;
mod msel;
mod observe;
mod operation;
mod random;
mod schedule;
mod situation;
mod social;
mod stakeholder;
mod team;
mod threat;
mod wording;

use std::sync::Arc;

use bevy_ecs::schedule::Schedule;
use bevy_ecs::world::World as EcsWorld;

pub use customer::{CustomerView, Feelings, Population};
pub use fingerprint::Fingerprint;
pub use msel::{Expected, InjectState, MselLine};
pub use random::Seed;
pub use situation::{
    AskView, ChoiceView, ClaimView, ClockView, DeckCard, Deed, FactView, GroundTruth, HistoryLine, InboxItem,
    InquiryView, Knowledge, OptionView, Presence, SeatView, SentimentRow, Situation, StatementView, TopicView,
    WorkView,
};
pub use stakeholder::ClockState;
pub use team::passage::Passage;
pub use team::work::WorkStage;

use crate::decision::{Control, Decision, Rejection};
use crate::id::{ActionId, RoleId};
use crate::scenario::{Metric, Scenario};
use crate::statement::ReadClaim;
use crate::statement::judge::{Knowing, knowing};
use crate::statement::reading::ReadingCache;
use crate::time::SimTime;
use crate::timeline::{EntryNumber, EventKind, Timeline, TimelineEvent};
use ledger::Shared;
use random::Luck;

/// Player or facilitator input, with its entry number in the log.
#[derive(Clone, Debug)]
pub enum Input {
    /// A decision that has passed [`Simulation::check`].
    Decision(EntryNumber, Decision),
    /// An intervention by the facilitator.
    Control(EntryNumber, Control),
}

/// A world in which a breach unfolds.
///
/// ```
/// use std::sync::Arc;
///
/// use goldenhour_core::scenario::load;
/// use goldenhour_core::scenario::source::BuiltIn;
/// use goldenhour_core::simulation::{Seed, Simulation};
///
/// let scenario = Arc::new(load(&BuiltIn::Scenario("first_hour".to_owned()))?.output);
/// let mut simulation = Simulation::new(scenario.clone(), Seed(1));
/// simulation.advance_to("T+00:10".parse()?);
/// assert_eq!(simulation.situation().inbox[0].title, "“They knew her due date”");
///
/// // The same scenario, seed and inputs produce the same world.
/// let mut again = Simulation::new(scenario, Seed(1));
/// again.advance_to("T+00:10".parse()?);
/// assert_eq!(again.fingerprint(), simulation.fingerprint());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Simulation {
    world: EcsWorld,
    minute: Schedule,
}

impl Simulation {
    /// Creates the world at StartEx.
    pub fn new(scenario: Arc<Scenario>, seed: Seed) -> Self {
        Self::with_population(scenario, seed, Population::Full)
    }

    /// Creates the world at StartEx, with customers simulated individually or as a cohort.
    pub fn with_population(scenario: Arc<Scenario>, seed: Seed, population: Population) -> Self {
        Self::build(scenario, seed, population, None)
    }

    fn build(scenario: Arc<Scenario>, seed: Seed, population: Population, shuffle: Option<u64>) -> Self {
        let mut world = EcsWorld::new();
        let luck = Luck::new(seed);
        world.insert_resource(Shared::new(scenario.clone(), luck));
        world.insert_resource(inject::Injects::new(&scenario));
        world.insert_resource(team::state::Team::new(&scenario));
        world.insert_resource(threat::Threat::new(&scenario));
        world.insert_resource(operation::state::Operation::new(&scenario));
        world.insert_resource(stakeholder::Clocks::default());
        world.insert_resource(stakeholder::reaction::Reactions::default());
        world.insert_resource(disclosure::state::Disclosure::new(&scenario));
        world.insert_resource(media::newsdesk::Newsdesk::default());
        world.insert_resource(media::state::Media::default());
        world.insert_resource(social::Social::default());
        world.insert_resource(market::Market::default());
        world.insert_resource(disclosure::Readings::default());
        let minute = ready(&mut world, shuffle);
        // Customers are added after all resources, including those of the schedule. Resources live on entities as
        // well, and the ECS keeps lists as long as the highest entity that has a given component.
        customer::settle(&mut world, &scenario, luck, population);
        start(&mut world, &scenario);
        Simulation { world, minute }
    }

    /// Returns a copy of this world, identical to the last bit, that continues independently. What-ifs branch off
    /// from a copy, and seekable replays keep copies as keyframes.
    ///
    /// # Panics
    /// Does not panic, because every simulation contains all resources that are copied.
    #[must_use]
    pub fn fork(&self) -> Simulation {
        let mut world = EcsWorld::new();
        carry_over(&self.world, &mut world);
        let minute = ready(&mut world, None);
        customer::carry_over(&self.world, &mut world);
        Simulation { world, minute }
    }

    /// Sets the cache of statement readings, which may be shared with other worlds of the same language.
    pub fn remember(&mut self, readings: &ReadingCache) {
        self.world.insert_resource(disclosure::Readings(readings.clone()));
    }

    /// Checks whether a decision can be carried out now. Changes nothing.
    ///
    /// # Errors
    /// Returns the reason if it cannot be carried out.
    pub fn check(&self, decision: &Decision) -> Result<(), Rejection> {
        team::check_context::CheckContext::of(&self.world).check(decision)
    }

    /// Returns how long an action would take and who would have to approve it if a role started it now; `None` for
    /// an unknown action.
    pub fn passage(&self, action: &ActionId, by: &RoleId) -> Option<Passage> {
        let context = team::check_context::CheckContext::of(&self.world);
        Some(context.passage(context.scenario.action(action)?, by))
    }

    /// Applies an input at the current minute. A decision must have been checked.
    pub fn submit(&mut self, input: Input) {
        match input {
            Input::Decision(entry, decision) => team::begin(&mut self.world, &decision, entry),
            Input::Control(entry, Control::Release(inject)) => {
                self.world.resource_mut::<inject::Injects>().release(&inject, entry);
            }
            Input::Control(_, Control::Hold(inject)) => self.world.resource_mut::<inject::Injects>().hold(&inject),
            Input::Control(_, Control::Postpone { inject, until }) => {
                self.world.resource_mut::<inject::Injects>().postpone(&inject, until);
            }
            Input::Control(_, Control::Rule { statement, ruling }) => {
                disclosure::ruling::rule(&mut self.world, statement, &ruling);
            }
            Input::Control(entry, Control::End) => self.end(entry),
        }
    }

    fn end(&mut self, entry: EntryNumber) {
        let mut shared = self.world.resource_mut::<Shared>();
        let mut stage = shared.stage();
        if !stage.ledger.ended {
            stage.ledger.ended = true;
            stage.record(EventKind::Ended, Some(entry));
        }
    }

    /// Advances minute by minute until the given moment or the end of the exercise.
    pub fn advance_to(&mut self, until: SimTime) {
        while self.now() < until && !self.has_ended() {
            self.minute.run(&mut self.world);
        }
    }

    fn shared(&self) -> &Shared {
        self.world.resource()
    }

    /// Returns the current time.
    pub fn now(&self) -> SimTime {
        self.shared().ledger.now
    }

    /// Returns whether the exercise has ended.
    pub fn has_ended(&self) -> bool {
        self.shared().ledger.ended
    }

    /// Returns the events and metrics recorded so far.
    pub fn timeline(&self) -> &Timeline {
        &self.shared().chronicle.0
    }

    /// Returns the situation as visible to the players.
    pub fn situation(&self) -> Situation {
        situation::player::observe(&self.world)
    }

    /// Returns for each claim how it relates to what the team knows.
    pub fn knowing(&self, claims: &[ReadClaim]) -> Vec<Option<Knowing>> {
        let shared = self.shared();
        claims.iter().map(|claim| knowing(claim, &shared.setting.0, &shared.ledger)).collect()
    }

    /// Returns the complete state of the world.
    pub fn ground_truth(&self) -> GroundTruth {
        situation::ground_truth::ground_truth(&self.world)
    }

    /// Returns all customers, ordered by key; for facilitators and measurements.
    pub fn customers(&mut self) -> Vec<CustomerView> {
        let scenario = self.shared().setting.0.clone();
        customer::view::census(&mut self.world, &scenario)
    }

    /// Returns the fingerprint of the current state.
    pub fn fingerprint(&mut self) -> Fingerprint {
        fingerprint::take(&mut self.world)
    }
}

/// Builds the schedule of a minute and initializes it with the world.
fn ready(world: &mut EcsWorld, shuffle: Option<u64>) -> Schedule {
    let mut minute = schedule::minute(shuffle);
    minute.initialize(world).expect("the order of systems is unambiguous");
    minute
}

/// Copies all resources except those of the customers, which [`customer::carry_over`] copies. A resource missing
/// from this list would be missing from the copy, and the first system to use it would panic.
fn carry_over(from: &EcsWorld, to: &mut EcsWorld) {
    macro_rules! carry {
        ($($resource:ty),* $(,)?) => { $(to.insert_resource(from.resource::<$resource>().clone());)* };
    }
    carry!(
        Shared,
        inject::Injects,
        team::state::Team,
        threat::Threat,
        operation::state::Operation,
        stakeholder::Clocks,
        stakeholder::reaction::Reactions,
        disclosure::state::Disclosure,
        disclosure::Readings,
        media::newsdesk::Newsdesk,
        media::state::Media,
        social::Social,
        market::Market,
    );
}

/// Sets the initial metrics and activates the roles that are present at StartEx.
fn start(world: &mut EcsWorld, scenario: &Scenario) {
    let trust: f64 = scenario.customers.segments.iter().map(|segment| segment.share * segment.trust).sum();
    let records = world.resource::<threat::Threat>().records();
    let disclosure = world.resource::<disclosure::state::Disclosure>();
    let (credibility, responsibility) = (disclosure.credibility, disclosure.responsibility);
    let revenue = scenario.organization.revenue_per_day / 1440.0 * operation::rhythm::rhythm(scenario, SimTime::START);
    let mut shared = world.resource_mut::<Shared>();
    let Shared { ledger, chronicle, .. } = &mut *shared;
    ledger.set(Metric::Trust, trust);
    ledger.set(Metric::Records, records);
    ledger.set(Metric::Credibility, credibility);
    ledger.set(Metric::Responsibility, responsibility);
    ledger.set(Metric::Revenue, revenue);
    ledger.set(Metric::SharePrice, 1.0);
    for role in scenario.roles.iter().filter(|role| role.at_start) {
        ledger.active.insert(role.id.clone(), SimTime::START);
    }
    let row = ledger.metrics;
    chronicle.0.series.push(row);
    for role in scenario.roles.iter().filter(|role| role.at_start) {
        let what = EventKind::RoleArrived(role.id.clone());
        chronicle.0.events.push(TimelineEvent { at: SimTime::START, what, cause: None });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load;
    use crate::scenario::source::BuiltIn;

    fn scenario() -> Arc<Scenario> {
        Arc::new(load(&BuiltIn::Scenario("black_friday_skimmer".to_owned())).unwrap().output)
    }

    fn fingerprint_after_six_hours(shuffle: Option<u64>) -> String {
        let mut simulation = Simulation::build(scenario(), Seed(5), Population::Full, shuffle);
        simulation.advance_to(SimTime::from_minutes(6 * 60));
        simulation.fingerprint().whole
    }

    #[test]
    fn system_insertion_order_does_not_matter() {
        let plain = fingerprint_after_six_hours(None);
        for shuffle in [1, 2, 3] {
            assert_eq!(fingerprint_after_six_hours(Some(shuffle)), plain);
        }
    }

    #[test]
    fn step_size_does_not_affect_the_world() {
        let mut in_one = Simulation::new(scenario(), Seed(2));
        let mut in_many = Simulation::new(scenario(), Seed(2));
        in_one.advance_to(SimTime::from_minutes(300));
        for minute in (0..=300).step_by(7) {
            in_many.advance_to(SimTime::from_minutes(minute));
        }
        in_many.advance_to(SimTime::from_minutes(300));
        assert_eq!(in_one.fingerprint(), in_many.fingerprint());
    }

    #[test]
    fn a_fork_is_identical_and_evolves_identically() {
        let populations = [Population::Full, Population::Cohort { rows: 100 }];
        for (population, minutes) in populations.into_iter().flat_map(|of| [0, 1, 733, 1871].map(|at| (of, at))) {
            let mut whole = Simulation::with_population(scenario(), Seed(8), population);
            whole.advance_to(SimTime::from_minutes(minutes));
            let mut fork = whole.fork();
            assert_eq!(whole.fingerprint(), fork.fingerprint(), "{population:?} at {minutes}");
            for simulation in [&mut whole, &mut fork] {
                simulation.advance_to(SimTime::from_minutes(minutes + 600));
            }
            assert_eq!(whole.fingerprint(), fork.fingerprint(), "{population:?} from {minutes}");
            assert_eq!(whole.timeline(), fork.timeline(), "{population:?} from {minutes}");
        }
    }

    #[test]
    fn a_fork_does_not_affect_the_original() {
        let mut whole = Simulation::new(scenario(), Seed(8));
        whole.advance_to(SimTime::from_minutes(90));
        let before = whole.fingerprint();
        let mut fork = whole.fork();
        fork.advance_to(SimTime::from_minutes(400));
        assert_eq!(whole.fingerprint(), before);
        assert_ne!(fork.fingerprint(), before);
    }

    /// Returns the scenario with a different number of customers.
    fn peopled(population: u32) -> Arc<Scenario> {
        let mut bundle = crate::scenario::source::Bundle::default();
        for (path, text) in scenario().bundle().iter() {
            bundle.insert(path, text.replace("population: 10000", &format!("population: {population}")).into());
        }
        Arc::new(load(&bundle).unwrap().output)
    }

    #[cfg(feature = "native")]
    #[test]
    fn the_number_of_threads_does_not_affect_the_world() {
        let scenario = peopled(150_000);
        let on = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| {
                let mut simulation = Simulation::new(scenario.clone(), Seed(4));
                simulation.advance_to(SimTime::from_minutes(30 * 60));
                let aware = simulation.ground_truth().metrics[Metric::Awareness.index()].1;
                assert!(aware * 150_000.0 > 60_000.0, "too few to use several threads: {aware}");
                simulation.fingerprint().whole
            })
        };
        let alone = on(1);
        for threads in [2, 3, 7] {
            assert_eq!(on(threads), alone, "{threads} threads");
        }
    }

    #[test]
    fn a_cohort_tracks_the_full_population() {
        let [full, cohort] = [Population::Full, Population::Cohort { rows: 500 }].map(|population| {
            let mut simulation = Simulation::with_population(scenario(), Seed(6), population);
            simulation.advance_to(scenario().end());
            simulation
        });
        for (metric, within) in [
            (Metric::Trust, 0.01),
            (Metric::Awareness, 0.03),
            (Metric::Anger, 0.02),
            (Metric::Fear, 0.02),
            (Metric::Reputation, 0.05),
            (Metric::SpendingLost, 0.01),
        ] {
            let [series, other] = [&full, &cohort].map(|simulation| &simulation.timeline().series);
            let moved = (series.last(metric) - series.at(metric, SimTime::START)).abs();
            assert!(moved > 2.0 * within, "{metric:?} changes by {moved}, hardly more than the tolerance");
            let (full, cohort) = (series.last(metric), other.last(metric));
            assert!((full - cohort).abs() < within, "{metric:?}: full population {full}, cohort {cohort}");
        }
    }

    #[test]
    fn different_seeds_give_different_worlds() {
        let [one, two] = [1, 2].map(|seed| {
            let mut simulation = Simulation::new(scenario(), Seed(seed));
            simulation.advance_to(SimTime::from_minutes(6 * 60));
            simulation
        });
        assert_ne!(one.timeline().series, two.timeline().series);
    }
}
