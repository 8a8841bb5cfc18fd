//! Injects and inquiries. An inject is released at a time, on a condition, after an omission, at random or by hand.
//!
//! State: for each inject, whether it was released, held or postponed, and since when its condition has held; for
//! each open inquiry, whether from the scenario or from an outlet (`media::question`), its deadline.
//!
//! Once a minute, in the order of the scenario, each inject whose trigger is due is released and its effects are
//! applied. An inquiry whose deadline has passed expires and applies the effects given in the scenario. A trigger
//! with a delay checks its condition again after the delay and starts over if the condition no longer holds. Among
//! injects with the same alternative group, the first one due is released and the others are dropped permanently.
//!
//! Not modeled: the time people take to read.

use std::collections::BTreeMap;

use bevy_ecs::resource::Resource;
use bevy_ecs::system::ResMut;
use serde::Serialize;

use super::ledger::{Consequence, Extent, Ledger, Shared, Stage, enter};
use super::random::{Luck, Purpose, key_of};
use crate::id::{InjectId, OutletId};
use crate::scenario::{Condition, Inject, Scenario, Trigger};
use crate::time::SimTime;
use crate::timeline::{EntryNumber, EventKind, Question};

/// Title of the effects of an unanswered inquiry. It is empty, because the news is the silence and not the inquiry.
pub(super) const UNANSWERED: &str = "";

/// State of all injects and open inquiries.
#[derive(Resource, Clone, Debug, Default, Serialize)]
pub(super) struct Injects {
    waiting: BTreeMap<InjectId, Waiting>,
    inquiries: BTreeMap<InjectId, OpenInquiry>,
    /// Cached period during which each inject of the scenario need not be checked. It only saves time.
    #[serde(skip)]
    rest: Vec<Rest>,
}

/// Period during which an inject is certainly not due.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Rest {
    /// The inject must be checked.
    None,
    /// Until this minute.
    Until(SimTime),
    /// As long as the extent of the ledger does not change.
    While(Extent),
    /// Permanently, unless a facilitator intervenes.
    Ever,
}

impl Rest {
    fn lasts(self, now: SimTime, extent: Extent) -> bool {
        match self {
            Rest::None => false,
            Rest::Until(time) => now < time,
            Rest::While(then) => then == extent,
            Rest::Ever => true,
        }
    }

    /// Returns how long a condition that does not hold now is certain not to hold.
    fn without(what: &Condition, extent: Extent) -> Self {
        if what.is_about_the_past() { Rest::While(extent) } else { Rest::None }
    }
}

/// An inject that has not been released.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Waiting {
    pub(super) held: bool,
    /// Earliest time of release. Omitted from the serialized state if unset, so that older fingerprints remain
    /// valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) postponed: Option<SimTime>,
    pub(super) forced: Option<EntryNumber>,
    pub(super) holds_since: Option<SimTime>,
    pub(super) missed: bool,
}

/// An inquiry that has not been answered.
#[derive(Clone, Debug, Serialize)]
struct OpenInquiry {
    due: SimTime,
    /// Outlet that asks, if it is an outlet.
    outlet: Option<OutletId>,
    /// Subject of the inquiry. Empty for inquiries from the scenario, whose text states it.
    about: String,
}

impl Injects {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let waiting = scenario.injects.iter().map(|inject| (inject.id.clone(), Waiting::default())).collect();
        Injects { waiting, inquiries: BTreeMap::new(), rest: vec![Rest::None; scenario.injects.len()] }
    }

    /// Releases an inject in the next minute.
    pub(super) fn release(&mut self, id: &InjectId, cause: EntryNumber) {
        if let Some(waiting) = self.waiting.get_mut(id) {
            waiting.forced = Some(cause);
            self.rest.fill(Rest::None);
        }
    }

    /// Holds an inject indefinitely.
    pub(super) fn hold(&mut self, id: &InjectId) {
        if let Some(waiting) = self.waiting.get_mut(id) {
            waiting.held = true;
            waiting.postponed = None;
        }
    }

    /// Postpones an inject until a given moment.
    pub(super) fn postpone(&mut self, id: &InjectId, until: SimTime) {
        if let Some(waiting) = self.waiting.get_mut(id) {
            waiting.held = false;
            waiting.postponed = Some(until);
        }
    }

    /// Returns the state of an inject that has not been released; `None` if it was released or dropped.
    pub(super) fn waiting(&self, id: &InjectId) -> Option<&Waiting> {
        self.waiting.get(id)
    }

    /// Returns whether a waiting inject is held; `None` if it was released or dropped.
    pub(super) fn waits(&self, id: &InjectId) -> Option<bool> {
        self.waiting.get(id).map(|waiting| waiting.held)
    }

    /// Returns the deadline of an open inquiry.
    pub(super) fn open_until(&self, id: &InjectId) -> Option<SimTime> {
        self.inquiries.get(id).map(|inquiry| inquiry.due)
    }

    /// Opens an inquiry that an outlet makes on its own initiative.
    pub(super) fn ask(&mut self, question: &Question, about: &str) {
        let inquiry = OpenInquiry { due: question.due, outlet: Some(question.outlet.clone()), about: about.to_owned() };
        self.inquiries.insert(question.id.clone(), inquiry);
    }

    /// Closes an answered inquiry. Returns whether it was open.
    pub(super) fn answer(&mut self, id: &InjectId) -> bool {
        self.inquiries.remove(id).is_some()
    }
}

/// Releases the injects that are due.
pub(super) fn release_injects(mut shared: ResMut<Shared>, mut injects: ResMut<Injects>) {
    let mut stage = shared.stage();
    let scenario = stage.scenario();
    let mut extent = stage.ledger.extent();
    for (index, inject) in scenario.injects.iter().enumerate() {
        if injects.rest[index].lasts(stage.now(), extent) {
            continue;
        }
        let Some(waiting) = injects.waiting.get_mut(&inject.id) else {
            injects.rest[index] = Rest::Ever;
            continue;
        };
        if let Err(rest) = waiting.is_due(inject, stage.ledger, extent, stage.luck) {
            injects.rest[index] = rest;
        } else {
            let cause = waiting.forced;
            injects.waiting.remove(&inject.id);
            drop_alternatives(inject, &mut stage, &mut injects);
            release(inject, cause, &mut stage, &mut injects);
            extent = stage.ledger.extent();
        }
    }
}

/// Drops the alternatives of an inject that is being released. At most one inject of a group is released.
fn drop_alternatives(sent: &Inject, stage: &mut Stage, injects: &mut Injects) {
    let scenario = stage.scenario();
    let Some(group) = &sent.alternative else { return };
    for other in scenario.injects.iter().filter(|other| other.alternative.as_ref() == Some(group)) {
        if injects.waiting.remove(&other.id).is_some() {
            stage.record(EventKind::InjectDropped(other.id.clone()), None);
        }
    }
}

fn release(inject: &Inject, cause: Option<EntryNumber>, stage: &mut Stage, injects: &mut Injects) {
    let now = stage.now();
    enter(&mut stage.ledger.sent, &inject.id, now);
    stage.record(EventKind::InjectReleased(inject.id.clone()), cause);
    stage.enacted.push_all(&inject.effects, &inject.title, cause);
    stage.ledger.learn(&inject.to, &inject.effects);
    if let Some(inquiry) = &inject.inquiry {
        let due = now + inquiry.within;
        let open = OpenInquiry { due, outlet: inquiry.outlet.clone(), about: String::new() };
        injects.inquiries.insert(inject.id.clone(), open);
        stage.record(EventKind::InquiryOpened { inject: inject.id.clone(), due }, None);
    }
}

impl Waiting {
    /// Checks whether an inject is due. If not, returns the period during which it certainly is not.
    fn is_due(&mut self, inject: &Inject, ledger: &Ledger, extent: Extent, luck: &Luck) -> Result<(), Rest> {
        if self.forced.is_some() {
            return Ok(());
        }
        let now = ledger.now;
        match &inject.trigger {
            Trigger::At(time) if now < *time => return Err(Rest::Until(*time)),
            Trigger::When(what) if !what.holds(ledger) => return Err(Rest::without(what, extent)),
            Trigger::At(_) | Trigger::When(_) => {}
            Trigger::After { what, delay } => {
                if self.holds_since.is_none() {
                    if !what.holds(ledger) {
                        return Err(Rest::without(what, extent));
                    }
                    self.holds_since = Some(now);
                }
                let ripe = self.holds_since.map_or(now, |since| since + *delay);
                if now < ripe {
                    return Err(Rest::Until(ripe));
                }
                if !what.holds(ledger) {
                    self.holds_since = None;
                    return Err(Rest::None);
                }
            }
            Trigger::NotBy { what, by } => {
                if now == *by {
                    self.missed = !what.holds(ledger);
                }
                if !self.missed {
                    return Err(if now < *by { Rest::Until(*by) } else { Rest::Ever });
                }
            }
            Trigger::Chance { from, until, per_hour, when } => {
                if now < *from {
                    return Err(Rest::Until(*from));
                }
                if now >= *until {
                    return Err(Rest::Ever);
                }
                if !when.holds(ledger) {
                    return Err(Rest::without(when, extent));
                }
                if !luck.happens(Purpose::InjectChance, key_of(inject.id.as_str()), now, *per_hour) {
                    return Err(Rest::None);
                }
            }
            Trigger::ByHand => return Err(Rest::Ever),
        }
        let is_postponed = self.postponed.is_some_and(|until| now < until);
        if self.held || is_postponed { Err(Rest::None) } else { Ok(()) }
    }
}

/// Expires inquiries whose deadline has passed.
pub(super) fn expire_inquiries(mut shared: ResMut<Shared>, mut injects: ResMut<Injects>) {
    let mut stage = shared.stage();
    let now = stage.now();
    let scenario = stage.scenario();
    for (id, open) in injects.inquiries.extract_if(.., |_, inquiry| inquiry.due < now) {
        if let Some(inquiry) = scenario.inject(&id).and_then(|inject| inject.inquiry.as_ref()) {
            stage.enacted.push_all(&inquiry.if_unanswered, UNANSWERED, None);
        }
        stage.record(EventKind::InquiryExpired(id), None);
        stage.enacted.0.push((Consequence::Unanswered { outlet: open.outlet, about: open.about }, None));
    }
}
