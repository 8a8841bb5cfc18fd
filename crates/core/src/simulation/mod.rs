//! The simulated world: a breach, an organization, media, customers, clocks, on one clock of minutes.
//!
//! A [`Simulation`] is made from a scenario and a seed, takes [`Input`]s, and advances minute by minute. What
//! happened stands in its [`Timeline`]; what a player may know is a [`Situation`];
//! what is so is a [`GroundTruth`]. The same scenario, seed and inputs give the same world, bit for bit, which
//! [`Fingerprint`] proves.
//!
//! Inside it is an ECS world. Each domain is a module with its state, its rules and an essay on both; the order
//! of a minute stands on one page ([`schedule`]); chance is keyed ([`random`]); what has come about is entered
//! in one book that all conditions ask ([`ledger`]). No type of the ECS shows outside.

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
use crate::statement::reading::ReadingCache;
use crate::time::SimTime;
use crate::timeline::{EntryNumber, EventKind, Timeline, TimelineEvent};
use ledger::Shared;
use random::Luck;

/// Something that people put into the world, with its place in the log.
#[derive(Clone, Debug)]
pub enum Input {
    /// A decision that was checked.
    Decision(EntryNumber, Decision),
    /// A facilitator's intervention.
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
/// // The same scenario, seed and inputs give the same world.
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
    /// Returns the world at StartEx.
    pub fn new(scenario: Arc<Scenario>, seed: Seed) -> Self {
        Self::with_population(scenario, seed, Population::Full)
    }

    /// Returns the world at StartEx with its customers one by one or as a cohort.
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
        // After all resources, those of the schedule included: the ECS keeps lists as long as the highest entity
        // that has such a thing, and resources live on entities, too.
        customer::settle(&mut world, &scenario, luck, population);
        start(&mut world, &scenario);
        Simulation { world, minute }
    }

    /// Returns a second world that is what this one is, down to the last bit, and goes its own way from here: where a
    /// what-if leaves a run, and where a replay is looked at.
    ///
    /// # Panics
    /// Never: a world of this kind has all that is carried over.
    #[must_use]
    pub fn fork(&self) -> Simulation {
        let mut world = EcsWorld::new();
        carry_over(&self.world, &mut world);
        let minute = ready(&mut world, None);
        customer::carry_over(&self.world, &mut world);
        Simulation { world, minute }
    }

    /// Reads statements with the help of what was read before, in this world or in others of the same language.
    pub fn remember(&mut self, readings: &ReadingCache) {
        self.world.insert_resource(disclosure::Readings(readings.clone()));
    }

    /// Says why a decision cannot be carried out now, if it cannot; changes nothing.
    ///
    /// # Errors
    /// The reason.
    pub fn check(&self, decision: &Decision) -> Result<(), Rejection> {
        team::check_context::CheckContext::of(&self.world).check(decision)
    }

    /// Returns the way that an action would take if a role led it from now; nothing for an action that is not there.
    pub fn passage(&self, action: &ActionId, by: &RoleId) -> Option<Passage> {
        let context = team::check_context::CheckContext::of(&self.world);
        Some(context.passage(context.scenario.action(action)?, by))
    }

    /// Takes an input at the present minute. A decision must have been checked.
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

    /// Advances minute by minute until a moment, or until the exercise ends.
    pub fn advance_to(&mut self, until: SimTime) {
        while self.now() < until && !self.has_ended() {
            self.minute.run(&mut self.world);
        }
    }

    fn shared(&self) -> &Shared {
        self.world.resource()
    }

    /// Returns the present moment.
    pub fn now(&self) -> SimTime {
        self.shared().ledger.now
    }

    /// Returns whether the exercise is over.
    pub fn has_ended(&self) -> bool {
        self.shared().ledger.ended
    }

    /// Returns what happened so far.
    pub fn timeline(&self) -> &Timeline {
        &self.shared().chronicle.0
    }

    /// Returns what the players can see.
    pub fn situation(&self) -> Situation {
        situation::player::observe(&self.world)
    }

    /// Returns what is so.
    pub fn ground_truth(&self) -> GroundTruth {
        situation::ground_truth::ground_truth(&self.world)
    }

    /// Returns all customers in the order of their keys; for facilitators and for measurements.
    pub fn customers(&mut self) -> Vec<CustomerView> {
        let scenario = self.shared().setting.0.clone();
        customer::view::census(&mut self.world, &scenario)
    }

    /// Returns the proof of state.
    pub fn fingerprint(&mut self) -> Fingerprint {
        fingerprint::take(&mut self.world)
    }
}

/// Builds the order of a minute and lets it find what it needs in the world.
fn ready(world: &mut EcsWorld, shuffle: Option<u64>) -> Schedule {
    let mut minute = schedule::minute(shuffle);
    minute.initialize(world).expect("the order of the systems is without ambiguity");
    minute
}

/// Copies everything that is no customer from one world to another. What is missing here is missing there, so that
/// the first minute that asks for it stops; the customers bring what is theirs.
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

/// Puts the first row of metrics and the roles that are there at StartEx into the world.
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
    fn the_order_in_which_systems_were_added_does_not_matter() {
        let plain = fingerprint_after_six_hours(None);
        for shuffle in [1, 2, 3] {
            assert_eq!(fingerprint_after_six_hours(Some(shuffle)), plain);
        }
    }

    #[test]
    fn advancing_in_one_step_or_in_many_gives_the_same_world() {
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
    fn a_fork_is_the_same_world_and_goes_on_as_the_same_world() {
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
    fn what_happens_in_a_fork_stays_there() {
        let mut whole = Simulation::new(scenario(), Seed(8));
        whole.advance_to(SimTime::from_minutes(90));
        let before = whole.fingerprint();
        let mut fork = whole.fork();
        fork.advance_to(SimTime::from_minutes(400));
        assert_eq!(whole.fingerprint(), before);
        assert_ne!(fork.fingerprint(), before);
    }

    /// The scenario with as many customers as asked for.
    fn peopled(population: u32) -> Arc<Scenario> {
        let mut bundle = crate::scenario::source::Bundle::default();
        for (path, text) in scenario().bundle().iter() {
            bundle.insert(path, text.replace("population: 10000", &format!("population: {population}")).into());
        }
        Arc::new(load(&bundle).unwrap().output)
    }

    #[cfg(feature = "native")]
    #[test]
    fn any_number_of_threads_gives_the_same_world() {
        let scenario = peopled(150_000);
        let on = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| {
                let mut simulation = Simulation::new(scenario.clone(), Seed(4));
                simulation.advance_to(SimTime::from_minutes(30 * 60));
                let aware = simulation.ground_truth().metrics[Metric::Awareness.index()].1;
                assert!(aware * 150_000.0 > 60_000.0, "so many that they are shared out, not {aware}");
                simulation.fingerprint().whole
            })
        };
        let alone = on(1);
        for threads in [2, 3, 7] {
            assert_eq!(on(threads), alone, "{threads} threads");
        }
    }

    #[test]
    fn a_cohort_stays_with_the_full_population() {
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
            assert!(moved > 2.0 * within, "{metric:?} moves by {moved}, hardly more than the tolerance");
            let (full, cohort) = (series.last(metric), other.last(metric));
            assert!((full - cohort).abs() < within, "{metric:?}: {full} one by one, {cohort} as a cohort");
        }
    }

    #[test]
    fn another_seed_gives_another_world() {
        let [one, two] = [1, 2].map(|seed| {
            let mut simulation = Simulation::new(scenario(), Seed(seed));
            simulation.advance_to(SimTime::from_minutes(6 * 60));
            simulation
        });
        assert_ne!(one.timeline().series, two.timeline().series);
    }
}
