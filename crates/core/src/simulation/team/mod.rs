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
mod error;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use bevy_ecs::resource::Resource;
use bevy_ecs::system::ResMut;
use bevy_ecs::world::World as EcsWorld;
use serde::Serialize;

pub use self::approval::{Passage, WorkStage};
use super::inject::Injects;
use super::ledger::{Consequence, Ledger, Outgoing, Shared, Stage, enter};
use super::operation::Operation;
use super::random::{Luck, Purpose, key_of};
use crate::decision::{Content, Decision, Rejection, StatementFault, WantedContent};
use crate::id::{ActionId, RoleId};
use crate::scenario::{Action, Ask, Channel, Effect, Role, RoleKind, Scenario};
use crate::statement::{Says, Statement};
use crate::time::{LATEST, SimDuration, SimTime};
use crate::timeline::{EntryNumber, EventKind, TimelineEvent};

/// The most characters a statement's text may have.
const LONGEST_TEXT: usize = 20_000;

/// A factor on the duration where another role than the one whose duty it is leads.
const ANOTHER_ROLE: f64 = 1.5;

/// The factor on a statement that only changes the site, once the fast-update path stands.
const FAST_PATH: f64 = 0.25;

/// Who is at work and what is under way.
#[derive(Resource, Clone, Debug, Serialize)]
pub(super) struct Team {
    called: BTreeMap<RoleId, SimTime>,
    works: Vec<Work>,
    forensics: f64,
    /// The factor that investigations begun now have for who is there and how things stand.
    pace: f64,
    /// The share of their time that approvals take.
    approvals: f64,
    pub(super) discretion: f64,
    pub(super) spent: f64,
    in_shifts: bool,
    /// How spent each role is, 0 to 1.
    fatigue: BTreeMap<RoleId, f64>,
}

/// A work under way.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Work {
    pub(super) action: ActionId,
    pub(super) by: RoleId,
    pub(super) begun: SimTime,
    /// When it will be finished, as far as can be foreseen.
    pub(super) until: SimTime,
    /// How long it takes altogether, approval not counted where nobody is there to give it.
    whole: SimDuration,
    /// When its present stage is over, as far as can be foreseen.
    ready: SimTime,
    pub(super) stage: WorkStage,
    /// The roles that still have to approve it.
    approvers: Vec<RoleId>,
    /// Those who approved it.
    approved_by: Vec<RoleId>,
    /// It had to be done again in part.
    redone: bool,
    entry: EntryNumber,
    content: Content,
}

impl Team {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let at_start = scenario.roles.iter().filter(|role| role.at_start);
        let called = at_start.map(|role| (role.id.clone(), SimTime::START)).collect();
        Team {
            called,
            works: Vec::new(),
            forensics: 1.0,
            pace: 1.0,
            approvals: 1.0,
            discretion: 1.0,
            spent: 0.0,
            in_shifts: false,
            fatigue: BTreeMap::new(),
        }
    }

    pub(super) fn works(&self) -> &[Work] {
        &self.works
    }

    /// Returns how spent a role is, 0 to 1.
    pub(super) fn fatigue(&self, role: &RoleId) -> f64 {
        self.fatigue.get(role).copied().unwrap_or(0.0)
    }

    /// Tires those at work by a minute; whoever leads nothing rests, and in shifts everybody rests half the time.
    fn tire(&mut self, stage: &Stage) {
        let model = stage.setting.model();
        let (tiring, rest) = (1.0 / (60.0 * model.fatigue_hours.value), 1.0 / (60.0 * model.rest_hours.value));
        for role in &stage.setting.0.roles {
            if !stage.ledger.active.contains_key(&role.id) {
                continue;
            }
            let load = f64::from(u32::try_from(self.load(&role.id)).unwrap_or(u32::MAX)) / f64::from(role.capacity);
            let awake = if load > 0.0 { tiring * (0.5 + 0.5 * load) } else { -rest };
            let change = if self.in_shifts { 0.5 * (awake - rest) } else { awake };
            match self.fatigue.get_mut(&role.id) {
                Some(fatigue) => *fatigue = (*fatigue + change).clamp(0.0, 1.0),
                None => drop(self.fatigue.insert(role.id.clone(), change.clamp(0.0, 1.0))),
            }
        }
    }

    /// Returns the morale of the house, 0 to 1: less of it with fatigue, and while the staff are not told.
    pub(super) fn morale(&self, scenario: &Scenario, ledger: &Ledger) -> f64 {
        let model = &scenario.model;
        let count = f64::from(u32::try_from(self.fatigue.len().max(1)).unwrap_or(u32::MAX));
        let tired = self.fatigue.values().sum::<f64>() / count;
        let until = ledger.staff_told.unwrap_or(ledger.now);
        let hours = ledger.aware().map_or(0.0, |since| until.since(since).hours());
        let untold = 1.0 - libm::exp(-hours / model.morale_hours.value);
        (1.0 - model.morale_fatigue.value * tired - model.morale_untold.value * untold).clamp(0.0, 1.0)
    }

    /// Returns the factor on the hazard of a leak from inside: discretion, times more where morale is low.
    pub(super) fn leak_factor(&self, scenario: &Scenario, ledger: &Ledger) -> f64 {
        self.discretion * (1.0 + scenario.model.leak_morale.value * (1.0 - self.morale(scenario, ledger)))
    }

    /// Returns how many works a role has in hand now, those that it approves included.
    pub(super) fn load(&self, role: &RoleId) -> usize {
        self.works.iter().filter(|work| work.holder() == Some(role)).count()
    }

    /// Returns when a role that was called is at work.
    pub(super) fn arrival(&self, role: &RoleId) -> Option<SimTime> {
        self.called.get(role).copied()
    }
}

/// What a check needs to see.
#[derive(Clone, Copy)]
pub(super) struct CheckContext<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) ledger: &'a Ledger,
    pub(super) team: &'a Team,
    pub(super) injects: &'a Injects,
    pub(super) operation: &'a Operation,
    pub(super) luck: &'a Luck,
}

impl<'a> CheckContext<'a> {
    pub(super) fn of(world: &'a EcsWorld) -> Self {
        let shared = world.resource::<Shared>();
        CheckContext {
            scenario: &shared.setting.0,
            ledger: &shared.ledger,
            team: world.resource(),
            injects: world.resource(),
            operation: world.resource(),
            luck: &shared.luck,
        }
    }

    /// Says why a decision cannot be carried out now, if it cannot.
    pub(super) fn check(&self, decision: &Decision) -> Result<(), Rejection> {
        let now = self.ledger.now;
        if self.ledger.ended {
            return Err(Rejection::Ended);
        }
        match decision.at.cmp(&now) {
            Ordering::Less => return Err(Rejection::Past { now }),
            Ordering::Greater => return Err(Rejection::Future { now }),
            Ordering::Equal => {}
        }
        let unknown = || Rejection::UnknownAction(decision.action.clone());
        let action = self.scenario.action(&decision.action).ok_or_else(unknown)?;
        let role = self.scenario.role(&decision.by).ok_or_else(|| Rejection::UnknownRole(decision.by.clone()))?;
        self.check_action(action)?;
        self.check_role(role)?;
        self.check_content(action, &decision.content)
    }

    /// Says why an action cannot be begun by anybody now, if it cannot.
    pub(super) fn check_action(&self, action: &Action) -> Result<(), Rejection> {
        if let Some(need) = action.needs.iter().find(|need| !need.when.holds(self.ledger)) {
            return Err(Rejection::NotYet { because: need.because.clone() });
        }
        if !action.repeats && self.ledger.done.contains_key(&action.id) {
            return Err(Rejection::AlreadyDone);
        }
        let running = self.team.works.iter().find(|work| work.action == action.id);
        match (running, &action.asks) {
            (Some(_), Ask::Reply) | (None, _) => Ok(()),
            (Some(work), _) => Err(Rejection::Running { until: work.until }),
        }
    }

    /// Says why a role cannot lead another work now, if it cannot.
    pub(super) fn check_role(&self, role: &Role) -> Result<(), Rejection> {
        if !self.ledger.active.contains_key(&role.id) {
            return Err(Rejection::Absent { role: role.title.clone(), arrives: self.team.arrival(&role.id) });
        }
        if self.team.load(&role.id) < role.capacity as usize {
            return Ok(());
        }
        let held = self.team.works.iter().filter(|work| work.holder() == Some(&role.id));
        let until = held.map(|work| work.ready).min();
        Err(Rejection::Busy { role: role.title.clone(), until: until.unwrap_or(self.ledger.now) })
    }

    fn check_content(&self, action: &Action, content: &Content) -> Result<(), Rejection> {
        let wanted = |wanted: WantedContent| Err(Rejection::WrongContent { wanted });
        match (&action.asks, content) {
            (Ask::Nothing, Content::Nothing) => Ok(()),
            (Ask::Nothing, _) => wanted(WantedContent::Nothing),
            (Ask::Choice(choices), Content::Choice(choice)) if choices.iter().any(|c| c.id == *choice) => Ok(()),
            (Ask::Choice(_), _) => wanted(WantedContent::Choice),
            (Ask::Statement { .. }, Content::Statement(statement)) => self.check_statement(statement),
            (Ask::Statement { .. }, _) => wanted(WantedContent::Statement),
            (Ask::Reply, Content::Reply { inquiry, statement }) => {
                let being_answered = self
                    .team
                    .works
                    .iter()
                    .any(|work| matches!(&work.content, Content::Reply { inquiry: other, .. } if other == inquiry));
                if self.injects.open_until(inquiry).is_none() || being_answered {
                    return Err(Rejection::NoInquiry(inquiry.clone()));
                }
                self.check_statement(statement)
            }
            (Ask::Reply, _) => wanted(WantedContent::Reply),
        }
    }

    fn check_statement(&self, statement: &Statement) -> Result<(), Rejection> {
        let bad = |because: StatementFault| Err(Rejection::BadStatement { because });
        if statement.claims.is_empty() && statement.text.trim().is_empty() {
            return bad(StatementFault::Empty);
        }
        if statement.text.len() > LONGEST_TEXT {
            return bad(StatementFault::TooLong { limit: LONGEST_TEXT });
        }
        if statement.next_update.is_some_and(|update| update <= self.ledger.now) {
            return bad(StatementFault::UpdatePast);
        }
        // No file can spell a later moment: the session could not be read again.
        if statement.next_update.is_some_and(|update| update > LATEST) {
            return bad(StatementFault::UpdateTooLate);
        }
        for (index, claim) in statement.claims.iter().enumerate() {
            let Some(topic) = self.scenario.topic(&claim.topic) else {
                return bad(StatementFault::UnknownTopic(claim.topic.clone()));
            };
            if statement.claims[..index].iter().any(|earlier| earlier.topic == claim.topic) {
                return bad(StatementFault::Twice(claim.topic.clone()));
            }
            let possible = match &claim.says {
                Says::NotKnownYet => true,
                Says::Number(_) => topic.number.is_some(),
                Says::Option(id) => topic.claims.iter().any(|option| option.id == *id),
            };
            if !possible {
                return bad(StatementFault::Impossible(claim.topic.clone()));
            }
        }
        Ok(())
    }

    /// Returns how long an action would take if a role led it from now.
    pub(super) fn duration(&self, action: &Action, by: &RoleId) -> SimDuration {
        self.passage(action, by).length()
    }

    /// Returns the way that an action would take if a role led it from now.
    pub(super) fn passage(&self, action: &Action, by: &RoleId) -> Passage {
        let whole = scaled(action.takes, self.factor(action, by));
        if !matches!(action.asks, Ask::Statement { .. }) {
            return Passage { drafting: whole, approvals: Vec::new() };
        }
        let approval = |role: RoleId| {
            let takes = self.approval(whole, &role, by);
            (role, takes)
        };
        let approvals = self.approvers(by).into_iter().map(approval).collect();
        Passage { drafting: self.drafting(whole, by), approvals }
    }

    /// The factor on the duration of an action that a role begins to lead now.
    fn factor(&self, action: &Action, by: &RoleId) -> f64 {
        let model = &self.scenario.model;
        let mut factor = if action.role == *by { 1.0 } else { ANOTHER_ROLE };
        factor *= 1.0 + model.fatigue_slowness.value * self.team.fatigue(by);
        if let Ask::Statement { channels, .. } = &action.asks {
            let only_site = channels.iter().all(|channel| matches!(channel, Channel::Web | Channel::Banner));
            if only_site && self.operation.fast_updates {
                factor *= FAST_PATH;
            }
        }
        if investigates(action) {
            let key = key_of(action.id.as_str());
            factor *= self.team.pace_now(self.scenario, self.ledger);
            factor *= 0.8 + 0.45 * self.luck.draw(Purpose::WorkDuration, key, SimTime::START);
        }
        factor
    }
}

/// Whether an action finds something out.
fn investigates(action: &Action) -> bool {
    action.all_effects().any(|effect| matches!(effect, Effect::Confirm(_)))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "durations are small and positive")]
fn scaled(length: SimDuration, factor: f64) -> SimDuration {
    SimDuration::from_minutes((f64::from(length.minutes()) * factor).round() as u32)
}

impl Team {
    /// The factor on an investigation for who is there, the evidence, and whether data still leaves.
    fn pace_now(&self, scenario: &Scenario, ledger: &Ledger) -> f64 {
        let model = &scenario.model;
        let lead = scenario.role_of(RoleKind::LeadInvestigator);
        let there = lead.is_some_and(|role| ledger.active.contains_key(&role.id));
        let streams = scenario.threat.streams.len();
        let contained = streams > 0 && ledger.stopped.len() >= streams;
        let alone = if there { 1.0 } else { model.forensics_without_investigator.value };
        self.forensics * alone * if contained { model.forensics_contained.value } else { 1.0 }
    }

    /// Lets what has changed for investigations change what is left of those under way.
    fn keep_pace(&mut self, stage: &Stage) {
        let pace = self.pace_now(&stage.setting.0, stage.ledger);
        let ratio = pace / self.pace;
        if (ratio - 1.0).abs() < 1e-9 {
            return;
        }
        self.pace = pace;
        let now = stage.now();
        for work in &mut self.works {
            let action = stage.setting.0.action(&work.action);
            if work.until > now && action.is_some_and(investigates) {
                work.until = now + scaled(work.until.since(now), ratio);
                work.ready = work.until;
            }
        }
    }
}

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
