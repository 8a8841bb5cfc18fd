//! Boolean conditions on the state of the simulated world.
//!
//! Triggers of injects, preconditions of actions, the truth of claims, promises and clocks all share this
//! vocabulary. Most conditions test whether an event has happened and stay true once it has. Only conditions on
//! metrics, the state of the shop and a request for silence can become false again. Conditions are evaluated
//! against the [`World`] trait, so this module does not depend on the simulation.

use super::metric::Metric;
use super::shop::ShopState;
use crate::id::{ActionId, ChoiceId, ClaimId, FactId, InjectId, MilestoneId, RoleId, StakeholderId, StreamId, TopicId};
use crate::time::SimTime;

/// A boolean condition on the state of the world.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// Always true.
    Always,
    /// Always false.
    Never,
    /// This moment has been reached.
    At(SimTime),
    /// A milestone has been reached.
    Milestone(MilestoneId),
    /// An action has been carried out.
    Done(ActionId),
    /// A role is on duty.
    Active(RoleId),
    /// A fact is at least suspected.
    Suspected(FactId),
    /// A fact is confirmed.
    Confirmed(FactId),
    /// A stakeholder has been notified.
    Told(StakeholderId),
    /// A data stream has been stopped.
    Stopped(StreamId),
    /// An inject has been released.
    Sent(InjectId),
    /// The inquiry of an inject has been answered.
    Answered(InjectId),
    /// A claim has been made publicly.
    Claimed(TopicId, ClaimId),
    /// The organization has made its first public statement.
    Spoken,
    /// The affected customers have been notified directly.
    CustomersTold,
    /// The organization has informed its employees.
    StaffTold,
    /// A third party has made the breach public.
    Exposed,
    /// A claim made by the organization has been exposed as false.
    Reversed,
    /// The attackers have come back.
    SecondBreach,
    /// An action has been carried out with a particular choice.
    Chose(ActionId, ChoiceId),
    /// The shop is currently in this state.
    Shop(ShopState),
    /// An authority has publicly contradicted the organization.
    Contradicted,
    /// The attackers have demanded money.
    Extorted,
    /// The attackers' demand has been paid.
    Paid,
    /// The attackers have published data.
    Dumped,
    /// Social media monitoring is on.
    Listening,
    /// An authority has asked for public silence, and the requested period has not ended.
    Restrained,
    /// The organization has made a public statement although an authority had asked for silence.
    Defied,
    /// A metric is currently above a bound.
    Above(Metric, f64),
    /// A metric is currently below a bound.
    Below(Metric, f64),
    /// All of these conditions hold.
    All(Vec<Condition>),
    /// At least one of these conditions holds.
    Any(Vec<Condition>),
    /// This condition does not hold.
    Not(Box<Condition>),
    /// At least this many of these conditions hold.
    AtLeast(u32, Vec<Condition>),
}

/// State of the world that conditions are evaluated against. Most methods return whether something has happened by
/// now.
#[expect(missing_docs, reason = "each method is documented at the matching variant of `Condition`")]
pub trait World {
    fn now(&self) -> SimTime;
    fn milestone(&self, id: &MilestoneId) -> bool;
    fn done(&self, id: &ActionId) -> bool;
    fn active(&self, id: &RoleId) -> bool;
    fn suspected(&self, id: &FactId) -> bool;
    fn confirmed(&self, id: &FactId) -> bool;
    fn told(&self, id: &StakeholderId) -> bool;
    fn stopped(&self, id: &StreamId) -> bool;
    fn sent(&self, id: &InjectId) -> bool;
    fn answered(&self, id: &InjectId) -> bool;
    fn claimed(&self, topic: &TopicId, claim: &ClaimId) -> bool;
    fn spoken(&self) -> bool;
    fn customers_told(&self) -> bool;
    fn staff_told(&self) -> bool;
    fn exposed(&self) -> bool;
    fn reversed(&self) -> bool;
    fn second_breach(&self) -> bool;
    fn chose(&self, action: &ActionId, choice: &ChoiceId) -> bool;
    fn shop(&self) -> ShopState;
    fn contradicted(&self) -> bool;
    fn extorted(&self) -> bool;
    fn paid(&self) -> bool;
    fn dumped(&self) -> bool;
    fn listening(&self) -> bool;
    fn restrained(&self) -> bool;
    fn defied(&self) -> bool;
    fn metric(&self, metric: Metric) -> f64;
    /// Returns the true number of a fact if it has grown beyond the value in the scenario.
    fn grown(&self, fact: &FactId) -> Option<u64>;
}

impl Condition {
    /// Returns whether the result depends only on recorded events and the state of the shop, so that it cannot
    /// change because of the time alone or because of a metric.
    pub fn is_about_the_past(&self) -> bool {
        match self {
            Condition::At(_) | Condition::Restrained | Condition::Above(..) | Condition::Below(..) => false,
            Condition::All(parts) | Condition::Any(parts) | Condition::AtLeast(_, parts) => {
                parts.iter().all(Condition::is_about_the_past)
            }
            Condition::Not(part) => part.is_about_the_past(),
            // Listed explicitly so that the compiler demands a decision for each new variant.
            Condition::Always
            | Condition::Never
            | Condition::Milestone(_)
            | Condition::Done(_)
            | Condition::Active(_)
            | Condition::Suspected(_)
            | Condition::Confirmed(_)
            | Condition::Told(_)
            | Condition::Stopped(_)
            | Condition::Sent(_)
            | Condition::Answered(_)
            | Condition::Claimed(..)
            | Condition::Spoken
            | Condition::CustomersTold
            | Condition::StaffTold
            | Condition::Exposed
            | Condition::Reversed
            | Condition::SecondBreach
            | Condition::Chose(..)
            | Condition::Shop(_)
            | Condition::Contradicted
            | Condition::Extorted
            | Condition::Paid
            | Condition::Dumped
            | Condition::Listening
            | Condition::Defied => true,
        }
    }

    /// Returns whether the condition holds in `world`.
    pub fn holds(&self, world: &dyn World) -> bool {
        match self {
            Condition::Always => true,
            Condition::Never => false,
            Condition::At(time) => world.now() >= *time,
            Condition::Milestone(id) => world.milestone(id),
            Condition::Done(id) => world.done(id),
            Condition::Active(id) => world.active(id),
            Condition::Suspected(id) => world.suspected(id),
            Condition::Confirmed(id) => world.confirmed(id),
            Condition::Told(id) => world.told(id),
            Condition::Stopped(id) => world.stopped(id),
            Condition::Sent(id) => world.sent(id),
            Condition::Answered(id) => world.answered(id),
            Condition::Claimed(topic, claim) => world.claimed(topic, claim),
            Condition::Spoken => world.spoken(),
            Condition::CustomersTold => world.customers_told(),
            Condition::StaffTold => world.staff_told(),
            Condition::Exposed => world.exposed(),
            Condition::Reversed => world.reversed(),
            Condition::SecondBreach => world.second_breach(),
            Condition::Chose(action, choice) => world.chose(action, choice),
            Condition::Shop(state) => world.shop() == *state,
            Condition::Contradicted => world.contradicted(),
            Condition::Extorted => world.extorted(),
            Condition::Paid => world.paid(),
            Condition::Dumped => world.dumped(),
            Condition::Listening => world.listening(),
            Condition::Restrained => world.restrained(),
            Condition::Defied => world.defied(),
            Condition::Above(metric, bound) => world.metric(*metric) > *bound,
            Condition::Below(metric, bound) => world.metric(*metric) < *bound,
            Condition::All(parts) => parts.iter().all(|part| part.holds(world)),
            Condition::Any(parts) => parts.iter().any(|part| part.holds(world)),
            Condition::Not(part) => !part.holds(world),
            Condition::AtLeast(count, parts) => {
                parts.iter().filter(|part| part.holds(world)).count() >= *count as usize
            }
        }
    }

    /// Calls `visit` on this condition and on every condition nested in it.
    pub fn walk<'a>(&'a self, visit: &mut dyn FnMut(&'a Condition)) {
        visit(self);
        match self {
            Condition::All(parts) | Condition::Any(parts) | Condition::AtLeast(_, parts) => {
                for part in parts {
                    part.walk(visit);
                }
            }
            Condition::Not(part) => part.walk(visit),
            _ => {}
        }
    }
}
