//! A scenario: the storyline and starting conditions of an exercise, immutable and valid.
//!
//! [`load()`] is the only way to a [`Scenario`]. It reads the files of a folder ([`source`]), takes them as
//! the shapes of their format ([`file`](mod@file)), resolves every reference, time and number ([`resolve`]), runs the
//! checks ([`check`]) and returns either a scenario with warnings or everything that is wrong with it, each
//! with file, line and column. From there on nobody has to ask again whether an id exists or a share is a
//! share.
//!
//! A scenario is not serializable; its files are. They are kept beside it as a [`Bundle`],
//! so that a session can carry them along and load the very same scenario from itself.

pub mod action;
pub mod audience;
pub mod capability;
pub mod check;
pub mod clock;
pub mod condition;
mod directory;
pub mod document;
pub mod fact;
pub mod file;
#[cfg(feature = "native")]
mod folder;
#[cfg(feature = "native")]
pub mod library;
pub mod load;
pub mod metric;
pub mod model;
pub mod msel;
pub mod objective;
pub mod organization;
pub mod origin;
pub mod par;
pub mod phrases;
pub mod playbook;
pub mod pressure;
pub mod resolve;
pub mod service;
pub mod shop;
pub mod source;
pub mod strategy;
pub mod threat;

pub use action::{Action, Ask, AudienceKind, Channel, Choice, Effect, Need};
pub use audience::{Customers, Outlet, OutletKind, Segment, Stakeholder, StakeholderKind};
pub use capability::{Capability, Element, RollUp};
pub use clock::{Clock, ClockKind, Deadline, Reckoning};
pub use condition::{Condition, World};
pub use document::Document;
pub use fact::{ClaimNature, ClaimOption, Detail, Early, Fact, FactKind, Promise, Topic};
pub use load::load;
pub use metric::Metric;
pub use model::{Model, ValueOutOfRange};
pub use msel::{Expectation, Inject, InjectKind, Inquiry, Medium, Trigger};
pub use objective::Objective;
pub use organization::{Organization, Role, RoleKind};
pub use phrases::Phrases;
pub use playbook::{Bound, Countable, Criterion, Evidence, Moment, Playbook, ReviewPart, Share, Step, TextFinding};
pub use pressure::Pressure;
pub use shop::ShopState;
pub use strategy::{BestKnown, Strategy};
pub use threat::{Cluster, Extortion, SecondBreach, Stream, Threat, Wave};

use crate::id::{ActionId, ClockId, DocumentId, FactId, InjectId, ObjectiveId, OutletId, RoleId, ScenarioId};
use crate::id::{StakeholderId, StreamId, TopicId};
use crate::time::{Calendar, SimDuration, SimTime};
use source::Bundle;

/// The storyline and starting conditions of an exercise.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// Its id.
    pub id: ScenarioId,
    /// Its name.
    pub title: String,
    /// What happens, in two or three sentences without a spoiler.
    pub summary: String,
    /// What kind of incident it is.
    pub kind: String,
    /// The language of its texts, for example `en`.
    pub language: String,
    /// From 1 (first drill) to 5 (for a practised team).
    pub difficulty: u32,
    /// The civil date and time of StartEx.
    pub calendar: Calendar,
    /// Days that are no business days, besides Saturdays and Sundays; in order.
    pub holidays: Vec<jiff::civil::Date>,
    /// How long play lasts.
    pub length: SimDuration,
    /// The currency of all money, for example `GBP`.
    pub currency: String,
    /// The retailer.
    pub organization: Organization,
    /// What the exercise tests.
    pub objectives: Vec<Objective>,
    /// The seats of the response team.
    pub roles: Vec<Role>,
    /// Who approves statements, one after the other; the lawyer where it is empty.
    pub approvers: Vec<RoleId>,
    /// The customers.
    pub customers: Customers,
    /// The media.
    pub outlets: Vec<Outlet>,
    /// How many questions outlets think of themselves, at most; besides those of the injects.
    pub questions: u32,
    /// Those who can be told.
    pub stakeholders: Vec<Stakeholder>,
    /// The clocks.
    pub clocks: Vec<Clock>,
    /// What is so about the breach.
    pub threat: Threat,
    /// Other news that fills the papers.
    pub pressure: Vec<Pressure>,
    /// What can be found out.
    pub facts: Vec<Fact>,
    /// What can be spoken about.
    pub topics: Vec<Topic>,
    /// What can be done.
    pub actions: Vec<Action>,
    /// What is injected.
    pub injects: Vec<Inject>,
    /// What people in the story have written.
    pub documents: Vec<Document>,
    /// The plan that the response is scored against.
    pub playbook: Playbook,
    /// The constants of the simulation.
    pub model: Model,
    /// The words of the simulated world.
    pub phrases: Phrases,
    /// The best strategy that is known, if one was searched for.
    pub best_known: Option<BestKnown>,
    /// What each action serves, worked out when it is first asked for.
    service: directory::Directory,
    /// All files it was loaded from; private, so that only [`load()`] can make a scenario.
    bundle: Bundle,
}

/// Makes look-ups of things by id.
macro_rules! lookups {
    ($($name:ident: $list:ident[$id:ty] -> $thing:ty),* $(,)?) => {$(
        #[doc = concat!("Returns the entry of `", stringify!($list), "` with this id.")]
        pub fn $name(&self, id: &$id) -> Option<&$thing> {
            self.$list.iter().find(|thing| thing.id == *id)
        }
    )*};
}

impl Scenario {
    lookups! {
        role: roles[RoleId] -> Role,
        outlet: outlets[OutletId] -> Outlet,
        stakeholder: stakeholders[StakeholderId] -> Stakeholder,
        clock: clocks[ClockId] -> Clock,
        fact: facts[FactId] -> Fact,
        topic: topics[TopicId] -> Topic,
        action: actions[ActionId] -> Action,
        inject: injects[InjectId] -> Inject,
        document: documents[DocumentId] -> Document,
        objective: objectives[ObjectiveId] -> Objective,
    }

    /// Returns the stream of data with this id.
    pub fn stream(&self, id: &StreamId) -> Option<&Stream> {
        self.threat.streams.iter().find(|stream| stream.id == *id)
    }

    /// Returns the role of a kind, where the scenario has one.
    pub fn role_of(&self, kind: RoleKind) -> Option<&Role> {
        self.roles.iter().find(|role| role.kind == kind)
    }

    /// Returns the fact that says how many records are affected: of all numbers of that kind the largest.
    pub fn scope(&self) -> Option<&Fact> {
        let counts = self.facts.iter().filter(|fact| fact.kind == FactKind::Scope && fact.number.is_some());
        counts.max_by_key(|fact| fact.number)
    }

    /// Returns the capabilities that the exercise tests: those of its playbook, or else those that its objectives name.
    pub fn capabilities(&self) -> Vec<Capability> {
        if !self.playbook.capabilities.is_empty() {
            return self.playbook.capabilities.clone();
        }
        let mut found: Vec<Capability> = Vec::new();
        for objective in &self.objectives {
            let place = found.iter().position(|capability| capability.is_named_by(objective)).unwrap_or(found.len());
            if place == found.len() {
                found.push(Capability::named_by(objective));
            }
            for criterion in self.criteria_of(objective) {
                if !found[place].criteria.contains(&criterion.id) {
                    found[place].criteria.push(criterion.id.clone());
                }
            }
        }
        found
    }

    /// Goes through the criteria of the steps that judge an objective, in the playbook's order.
    pub fn criteria_of<'a>(&'a self, objective: &'a Objective) -> impl Iterator<Item = &'a Criterion> {
        let of_objective = self.playbook.criteria().filter(|(step, _)| objective.steps.contains(&step.id));
        of_objective.map(|(_, criterion)| criterion)
    }

    /// Returns how much other news there is at a moment, in standard deviations from -3 to 3; 0 is a mean day.
    pub fn pressure_at(&self, moment: SimTime) -> f64 {
        pressure::at(&self.pressure, moment)
    }

    /// Returns EndEx.
    pub fn end(&self) -> SimTime {
        SimTime::START + self.length
    }

    /// Returns all files it was loaded from.
    pub fn bundle(&self) -> &Bundle {
        &self.bundle
    }

    /// Returns the hash of all files it was loaded from.
    pub fn digest(&self) -> String {
        self.bundle.digest()
    }
}
