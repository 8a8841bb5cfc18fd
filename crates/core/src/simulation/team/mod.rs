//! The response team: who is at work, what is being done, and how long it takes.
//!
//! Quantities: roles called and at work; works under way, each with its leader and its end. A decision is
//! checked and begun at once; it occupies one of its leader's places (`capacity`) until it is finished, and
//! only then takes effect. The duration of a work is the action's own, times
//!
//! - 1.5 where another role than the one whose duty it is leads it,
//! - for a statement, what its approval takes and waits for ([`approval`]),
//! - a quarter for a statement that only changes the site, once the fast-update path stands,
//! - for an investigation: `forensics_without_investigator` while none is at work, what the state of the
//!   evidence and help from outside say (`Forensics`), `forensics_contained` once no data leaves any more, and luck
//!   between 0.8 and 1.25, the same for the same action in every branch; what changes while an investigation runs
//!   changes what is left of it,
//! - `1 + fatigue_slowness * fatigue` of the leader.
//!
//! *Fatigue* (0 to 1) of a role at work grows by `(0.5 + 0.5 load / capacity) / fatigue_hours` an hour while it
//! leads something and falls by `1 / rest_hours` while it leads nothing; from the moment shifts are set
//! (`Rest`) everybody rests half the time. *Morale* is `1 - morale_fatigue * mean fatigue - morale_untold *
//! (1 - e^(-h / morale_hours))`, h being the hours the staff were not told; a low one makes leaks likelier
//! (`leak_factor`). A decision for a busy role is rejected and not queued: the player sees who is busy until
//! when, and who waits should decide again in the light of what has happened since.
//!
//! The tired make errors ([`error`]). Ignored: meetings, and that people change their minds.

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

/// Begins the work of a decision that was checked.
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

/// Brings works on: those whose time has come are finished, go into approval, or have to be done again.
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

/// Enacts what a finished work brings about.
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

/// Takes the effects that concern the team: calls, the state of the evidence, discretion, money.
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

/// Brings those to work whose time has come.
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
