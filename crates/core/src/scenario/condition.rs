//! Questions about the world with yes or no for an answer.
//!
//! One vocabulary serves injects, needs of actions, the truth of claims, promises and clocks. A condition
//! asks what has come about (first times are kept, so it never forgets) or where a metric stands now. The
//! world answers through [`World`]; this module knows nothing of how.

use super::metric::Metric;
use super::shop::ShopState;
use crate::id::{ActionId, ChoiceId, ClaimId, FactId, InjectId, MilestoneId, RoleId, StakeholderId, StreamId, TopicId};
use crate::time::SimTime;

/// A question about the world.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// Yes.
    Always,
    /// No.
    Never,
    /// This moment has come.
    At(SimTime),
    /// A milestone has been reached.
    Milestone(MilestoneId),
    /// An action has been carried out.
    Done(ActionId),
    /// A role is at work.
    Active(RoleId),
    /// A fact is at least suspected.
    Suspected(FactId),
    /// A fact is confirmed.
    Confirmed(FactId),
    /// A stakeholder has been told.
    Told(StakeholderId),
    /// A stream of data has been stopped.
    Stopped(StreamId),
    /// An inject has been released.
    Sent(InjectId),
    /// The inquiry of an inject has been answered.
    Answered(InjectId),
    /// A claim has been made in public.
    Claimed(TopicId, ClaimId),
    /// The organization has said its first public word.
    Spoken,
    /// The affected customers have been told directly.
    CustomersTold,
    /// The staff have been told by the organization.
    StaffTold,
    /// Somebody else has made the breach public.
    Exposed,
    /// Something that was said has turned out false.
    Reversed,
    /// The attackers have come back.
    SecondBreach,
    /// An action has been carried out with this choice.
    Chose(ActionId, ChoiceId),
    /// The shop is in this state now.
    Shop(ShopState),
    /// An authority has contradicted the organization in public.
    Contradicted,
    /// The attackers have demanded money.
    Extorted,
    /// What the attackers demanded has been paid.
    Paid,
    /// The attackers have published data.
    Dumped,
    /// Mentions and sentiment are listened to.
    Listening,
    /// An authority has asked to say nothing in public, and the time it named has not come.
    Restrained,
    /// The organization has spoken in public although an authority had asked it not to.
    Defied,
    /// A metric stands above a bound.
    Above(Metric, f64),
    /// A metric stands below a bound.
    Below(Metric, f64),
    /// All of these.
    All(Vec<Condition>),
    /// Any of these.
    Any(Vec<Condition>),
    /// Not this.
    Not(Box<Condition>),
    /// At least this many of these.
    AtLeast(u32, Vec<Condition>),
}

/// What a condition may ask. Each answer says whether something has come about by now.
#[expect(missing_docs, reason = "each question is documented at its variant of `Condition`")]
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
    /// Returns the true number of a fact where it has grown beyond what the scenario wrote down.
    fn grown(&self, fact: &FactId) -> Option<u64>;
}

impl Condition {
    /// Returns whether the answer can change only when something comes about or the shop changes, and not by the
    /// time alone or by a metric.
    pub fn is_about_the_past(&self) -> bool {
        match self {
            Condition::At(_) | Condition::Restrained | Condition::Above(..) | Condition::Below(..) => false,
            Condition::All(parts) | Condition::Any(parts) | Condition::AtLeast(_, parts) => {
                parts.iter().all(Condition::is_about_the_past)
            }
            Condition::Not(part) => part.is_about_the_past(),
            // All by name, so that a new question has to be sorted.
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

    /// Returns whether the condition holds in a world.
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

    /// Calls `visit` on this condition and every condition within it.
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
