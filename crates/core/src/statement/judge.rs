//! Checks what a statement says against the ground truth.

use super::Statement;
use super::claim::{Claim, JudgedClaim, Says, Soundness};
use super::place::Place;
use super::reading_record::ReadClaim;
use crate::id::TopicId;
use crate::scenario::{
    ActionTaken, CauseClass, ClaimNature, ClaimOption, DataClass, Fact, FactKind, Scenario, ShopState, StakeholderKind,
    World,
};

/// Maximum relative deviation at which a stated number still counts as true.
pub const NUMBER_TOLERANCE: f64 = 0.1;

/// Checks what a statement says against the state of the world. Claims on topics unknown to the scenario are
/// omitted.
pub fn judge(statement: &Statement, scenario: &Scenario, world: &dyn World) -> Vec<JudgedClaim> {
    if let Some(reading) = &statement.reading {
        let judged = |claim: &ReadClaim| judge_claim(&claim.topic, &claim.says, Some(claim.at), scenario, world);
        return reading.asserted().filter_map(judged).collect();
    }
    let judged = |claim: &Claim| judge_claim(&claim.topic, &claim.says, None, scenario, world);
    statement.claims.iter().filter_map(judged).collect()
}

fn judge_claim(
    topic: &TopicId,
    says: &Says,
    at: Option<Place>,
    scenario: &Scenario,
    world: &dyn World,
) -> Option<JudgedClaim> {
    let topic = scenario.topic(topic)?;
    let (soundness, nature) = match says {
        Says::NotKnownYet => (Soundness::NamedUnknown, ClaimNature::Informs),
        Says::Option(id) => {
            let option = topic.claims.iter().find(|option| option.id == *id)?;
            (option_soundness(option, world), option.nature)
        }
        Says::Number(stated) => {
            let fact = scenario.fact(topic.number.as_ref()?)?;
            let truth = world.grown(&fact.id).or(fact.number)?;
            (number_soundness(*stated, truth, world.confirmed(&fact.id)), ClaimNature::Informs)
        }
        Says::Data { class, taken } => (data_soundness(*class, *taken, scenario, world)?, ClaimNature::Informs),
        Says::Done { deed, done } => (deed_soundness(*deed, *done, scenario, world), ClaimNature::Informs),
        Says::Cause(cause) => (cause_soundness(*cause, scenario, world)?, ClaimNature::Informs),
        Says::WrongDay | Says::Ruled(false) => (Soundness::False, ClaimNature::Informs),
        Says::Ruled(true) => (Soundness::TrueAndKnown, ClaimNature::Informs),
    };
    let detail = topic.detail;
    Some(JudgedClaim { topic: topic.id.clone(), detail, says: says.clone(), soundness, nature, at })
}

/// How a claim relates to what the team knows. It reveals nothing that the team could not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Knowing {
    /// The team knows that it is true.
    Known,
    /// The team does not know yet whether it is true.
    NotYet,
    /// It contradicts what the team knows.
    Contradicted,
    /// It says that the answer is not known yet.
    NamedUnknown,
}

/// Returns how a claim relates to what the team knows; `None` if the scenario has no such topic or option.
pub fn knowing(claim: &ReadClaim, scenario: &Scenario, world: &dyn World) -> Option<Knowing> {
    let judged = judge_claim(&claim.topic, &claim.says, Some(claim.at), scenario, world)?;
    Some(match judged.soundness {
        Soundness::TrueAndKnown => Knowing::Known,
        Soundness::NamedUnknown => Knowing::NamedUnknown,
        Soundness::False if knows_better(claim, scenario, world) => Knowing::Contradicted,
        Soundness::TrueButUnknown | Soundness::False => Knowing::NotYet,
    })
}

/// Returns whether the team knows what is true instead of a false claim.
fn knows_better(claim: &ReadClaim, scenario: &Scenario, world: &dyn World) -> bool {
    let is_confirmed = |fact: &Fact| world.confirmed(&fact.id);
    let topic = scenario.topic(&claim.topic);
    match &claim.says {
        Says::NotKnownYet => false,
        Says::Option(_) => topic.is_some_and(|topic| {
            topic.claims.iter().any(|option| option_soundness(option, world) == Soundness::TrueAndKnown)
        }),
        Says::Number(_) => topic.and_then(|topic| topic.number.as_ref()).is_some_and(|fact| world.confirmed(fact)),
        Says::Data { class, .. } => {
            let names = |fact: &&Fact| fact.taken.contains(class) || fact.spared.contains(class);
            scenario.facts.iter().find(names).is_some_and(is_confirmed)
        }
        Says::Done { .. } | Says::Ruled(_) => true,
        Says::Cause(_) => scenario.facts.iter().filter(|fact| !fact.causes.is_empty()).all(is_confirmed),
        Says::WrongDay => scenario.facts.iter().filter(|fact| fact.kind == FactKind::Period).all(is_confirmed),
    }
}

/// Returns whether a statement about a kind of data is true; `None` if no fact mentions the kind.
fn data_soundness(class: DataClass, taken: bool, scenario: &Scenario, world: &dyn World) -> Option<Soundness> {
    let mut facts = scenario.facts.iter().filter(|fact| fact.taken.contains(&class) || fact.spared.contains(&class));
    let fact = facts.next()?;
    Some(match fact.taken.contains(&class) == taken {
        true => true_if_known(world.confirmed(&fact.id)),
        false => Soundness::False,
    })
}

/// Returns whether something was done. The team knows what it has done.
fn deed_soundness(deed: ActionTaken, done: bool, scenario: &Scenario, world: &dyn World) -> Soundness {
    if is_done(deed, scenario, world) == done { Soundness::TrueAndKnown } else { Soundness::False }
}

/// Returns whether the breach had a cause; `None` if the scenario does not name its causes.
fn cause_soundness(cause: CauseClass, scenario: &Scenario, world: &dyn World) -> Option<Soundness> {
    let named = scenario.facts.iter().any(|fact| !fact.causes.is_empty());
    let fact = scenario.facts.iter().find(|fact| fact.causes.contains(&cause));
    match fact {
        Some(fact) => Some(true_if_known(world.confirmed(&fact.id))),
        None => named.then_some(Soundness::False),
    }
}

fn true_if_known(known: bool) -> Soundness {
    if known { Soundness::TrueAndKnown } else { Soundness::TrueButUnknown }
}

fn option_soundness(option: &ClaimOption, world: &dyn World) -> Soundness {
    match (option.true_when.holds(world), option.known_when.holds(world)) {
        (true, true) => Soundness::TrueAndKnown,
        (true, false) => Soundness::TrueButUnknown,
        (false, _) => Soundness::False,
    }
}

#[expect(clippy::cast_precision_loss, reason = "numbers of records are far below 2^52")]
fn number_soundness(stated: u64, truth: u64, known: bool) -> Soundness {
    let off = (stated as f64 - truth as f64).abs() / (truth as f64).max(1.0);
    match (off <= NUMBER_TOLERANCE, known) {
        (true, true) => Soundness::TrueAndKnown,
        (true, false) => Soundness::TrueButUnknown,
        (false, _) => Soundness::False,
    }
}

/// Returns whether something has been done.
pub fn is_done(deed: ActionTaken, scenario: &Scenario, world: &dyn World) -> bool {
    let told =
        |kind: StakeholderKind| scenario.stakeholders.iter().any(|party| party.kind == kind && world.told(&party.id));
    match deed {
        ActionTaken::PoliceTold => told(StakeholderKind::Police),
        ActionTaken::RegulatorTold => told(StakeholderKind::Regulator),
        ActionTaken::CustomersTold => world.customers_told(),
        ActionTaken::StaffTold => world.staff_told(),
        ActionTaken::ShopClosed => world.shop() != ShopState::Online,
    }
}

/// Returns whether the scenario can tell whether something has been done.
pub fn can_be_checked(deed: ActionTaken, scenario: &Scenario) -> bool {
    let has = |kind: StakeholderKind| scenario.stakeholders.iter().any(|party| party.kind == kind);
    match deed {
        ActionTaken::PoliceTold => has(StakeholderKind::Police),
        ActionTaken::RegulatorTold => has(StakeholderKind::Regulator),
        ActionTaken::CustomersTold | ActionTaken::StaffTold | ActionTaken::ShopClosed => true,
    }
}
