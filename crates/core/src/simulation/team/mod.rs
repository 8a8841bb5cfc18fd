//! The response team: who is at work, which actions are in progress, and how long they take.
//!
//! The state consists of the roles called in and at work, and of the actions in progress, each with its leader and
//! expected completion. A decision is validated and starts its action immediately. The action occupies one of its
//! leader's places (`capacity`) and takes effect only when it is complete. Its duration is the nominal duration of
//! the action, multiplied by
//!
//! - 1.5 if the leader is not the role responsible for the action,
//! - 0.25 for a statement that changes only the website, once the fast-update path is available,
//! - for an investigation: `forensics_without_investigator` while no investigator is at work; the factor for
//!   preserved evidence and outside help (`Forensics`); `forensics_contained` once no more data is leaving; and a
//!   random factor between 0.8 and 1.25 that is the same in every branch for a given action,
//! - `1 + fatigue_slowness * fatigue` of the leader.
//!
//! If conditions change while an investigation is running, its remaining time is rescaled. Statements also need
//! approval, with its own duration and waiting times ([`approval`]).
//!
//! *Fatigue* (0 to 1) of a role at work grows by `(0.5 + 0.5 load / capacity) / fatigue_hours` per hour while it
//! works on at least one action, and falls by `1 / rest_hours` per hour otherwise. Once shifts are set up (`Rest`),
//! every role rests half of the time. Tired roles make errors ([`error`]).
//!
//! *Morale* is `1 - morale_fatigue * mean fatigue - morale_untold * (1 - e^(-h / morale_hours))`, where h is the
//! number of hours during which the staff were not informed. Low morale makes leaks more likely (`leak_factor`).
//!
//! Decisions for a busy role are rejected rather than queued. The player can see until when the role is busy, and
//! should decide again in light of what has happened in the meantime.
//!
//! Not modeled: meetings, and people who change their minds.

mod approval;
pub(super) mod check_context;
mod error;
pub(super) mod passage;
pub(super) mod state;
pub(super) mod work;

use bevy_ecs::system::ResMut;
use bevy_ecs::world::World as EcsWorld;

use self::check_context::CheckContext;
use self::state::Team;
use self::work::{Work, WorkStage, scaled};
use super::ledger::{Consequence, Outgoing, Shared, Stage, enter};
use crate::decision::{Content, Decision};
use crate::scenario::{Ask, Effect, Scenario};
use crate::timeline::{EntryNumber, EventKind, TimelineEvent};

/// Starts the action of a validated decision.
pub(super) fn begin(world: &mut EcsWorld, decision: &Decision, entry: EntryNumber) {
    let context = CheckContext::of(world);
    let Some(action) = context.scenario.action(&decision.action) else { return };
    let begun = context.ledger.now;
    let until = begun + context.duration(action, &decision.by);
    let cost = action.cost;
    let approvers = match &action.asks {
        Ask::Statement { .. } => context.approvers(&decision.by),
        _ => Vec::new(),
    };
    let whole = scaled(action.takes, context.factor(action, &decision.by));
    let (stage, ready) = match approvers.is_empty() {
        true => (WorkStage::Working, until),
        false => (WorkStage::Drafting, begun + context.drafting(whole, &decision.by)),
    };
    let work = Work {
        action: decision.action.clone(),
        by: decision.by.clone(),
        begun,
        until,
        whole,
        ready,
        stage,
        approvers,
        approved_by: Vec::new(),
        redone: false,
        entry,
        content: decision.content.clone(),
    };
    let what = EventKind::WorkBegun { action: work.action.clone(), by: work.by.clone(), until };
    let mut team = world.resource_mut::<Team>();
    team.works.push(work);
    team.spent += cost;
    world.resource_mut::<Shared>().chronicle.0.events.push(TimelineEvent { at: begun, what, cause: Some(entry) });
}

/// Moves actions forward: those that are due are completed, go to approval or have to be redone in part.
pub(super) fn finish_works(mut shared: ResMut<Shared>, mut team: ResMut<Team>) {
    let mut stage = shared.stage();
    let now = stage.now();
    if team.works.iter().all(|work| work.ready > now && !work.waits()) {
        return;
    }
    let scenario = stage.scenario();
    let mut finished = Vec::new();
    let mut under_way = Vec::new();
    for mut work in std::mem::take(&mut team.works) {
        if work.ready <= now && work.passes(&mut stage, team.fatigue(&work.by), &scenario) {
            finished.push(work);
        } else {
            under_way.push(work);
        }
    }
    team.works = under_way;
    team.hand_over(&mut stage, &scenario);
    for work in finished {
        finish(work, &mut stage, &team, &scenario);
    }
}

/// Applies the effects of a completed action.
fn finish(work: Work, stage: &mut Stage, team: &Team, scenario: &Scenario) {
    let now = stage.now();
    let Some(action) = scenario.action(&work.action) else { return };
    enter(&mut stage.ledger.done, &action.id, now);
    stage.record(EventKind::WorkFinished(action.id.clone()), Some(work.entry));
    stage.enacted.push_all(&action.effects, &action.title, Some(work.entry));
    stage.ledger.learn(&work.by, &action.effects);
    if let (Ask::Choice(choices), Content::Choice(choice)) = (&action.asks, &work.content)
        && let Some(choice) = choices.iter().find(|option| option.id == *choice)
    {
        stage.ledger.chosen.entry(action.id.clone()).or_default().push(choice.id.clone());
        stage.enacted.push_all(&choice.effects, &choice.title, Some(work.entry));
        stage.ledger.learn(&work.by, &choice.effects);
    }
    if work.content.statement().is_some() {
        let slip = work.slips(stage, team);
        let outgoing = Outgoing { action: work.action, by: work.by, drafted: work.begun, slip, content: work.content };
        stage.enacted.0.push((Consequence::Publish(Box::new(outgoing)), Some(work.entry)));
    }
}

/// Applies effects on the team: roles called in, evidence, approvals, discretion, money and shifts.
pub(super) fn take_orders(mut shared: ResMut<Shared>, mut team: ResMut<Team>) {
    let mut stage = shared.stage();
    let now = stage.now();
    let scenario = stage.scenario();
    for (effect, _) in stage.effects() {
        match effect {
            Effect::Activate(roles) => {
                for role in roles.iter().filter_map(|id| scenario.role(id)) {
                    team.called.entry(role.id.clone()).or_insert(now + role.arrives_after);
                }
            }
            Effect::Forensics(factor) => team.forensics = (team.forensics * factor).clamp(0.2, 4.0),
            Effect::Approvals(share) => team.approvals = team.approvals.min(share),
            Effect::Discretion(factor) => team.discretion = team.discretion.min(factor),
            Effect::Cost(money) => team.spent += money,
            Effect::PayRansom if stage.ledger.extorted.is_some() && stage.ledger.paid.is_none() => {
                team.spent += scenario.threat.extortion.as_ref().map_or(0.0, |terms| terms.demand);
            }
            Effect::Rest if !team.in_shifts => {
                team.in_shifts = true;
                stage.record(EventKind::ShiftsSet, None);
            }
            _ => {}
        }
    }
    arrive(&mut stage, &team);
    team.keep_pace(&stage);
    team.tire(&stage);
}

/// Marks called roles as at work when their arrival time is reached.
fn arrive(stage: &mut Stage, team: &Team) {
    let now = stage.now();
    if stage.ledger.active.len() == team.called.len() {
        return;
    }
    for role in &stage.scenario().roles {
        let here = team.called.get(&role.id).is_some_and(|arrival| *arrival <= now);
        if here && enter(&mut stage.ledger.active, &role.id, now) {
            stage.record(EventKind::RoleArrived(role.id.clone()), None);
        }
    }
}
