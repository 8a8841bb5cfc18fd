//! A scenario: the storyline and starting conditions of an exercise, validated and immutable.
//!
//! [`load()`] is the only function that creates a [`Scenario`]. It reads the files of a scenario folder
//! ([`source`]), parses them in their file format ([`file`](mod@file)), resolves every reference, time and number
//! ([`resolve`]) and runs the checks ([`check`]). The result is either a scenario with warnings or a list of all
//! errors, each with file, line and column. Code that receives a [`Scenario`] can rely on every id being valid and
//! every number being in range.
//!
//! A scenario is not serializable, but its files are. The scenario keeps them as a [`Bundle`], which a session
//! stores so that it can load exactly the same scenario again.

pub mod action;
pub mod assertion;
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
pub use assertion::{ActionTaken, CauseClass, DataClass};
pub use audience::{Customers, Outlet, OutletKind, Segment, Stakeholder, StakeholderKind};
pub use capability::{Capability, Element, RollUp};
pub use clock::{Clock, ClockKind, Deadline, Reckoning};
pub use condition::{Condition, World};
pub use document::Document;
pub use fact::{ClaimNature, ClaimOption, Detail, Early, Fact, FactKind, Promise, Topic};
pub use load::{load, load_with};
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
    /// Unique id.
    pub id: ScenarioId,
    /// Display name.
    pub title: String,
    /// Spoiler-free summary in two or three sentences.
    pub summary: String,
    /// Kind of incident, as free text.
    pub kind: String,
    /// Language of the scenario's texts, for example `en`.
    pub language: String,
    /// Difficulty, from 1 (first drill) to 5 (experienced team).
    pub difficulty: u32,
    /// Maps simulation time to civil date and time, starting at StartEx.
    pub calendar: Calendar,
    /// Non-business days other than Saturdays and Sundays, sorted.
    pub holidays: Vec<jiff::civil::Date>,
    /// Duration from StartEx to EndEx, one hour to 400 days.
    pub length: SimDuration,
    /// Currency code of all amounts of money, for example `GBP`.
    pub currency: String,
    /// The retailer that was breached.
    pub organization: Organization,
    /// Exercise objectives.
    pub objectives: Vec<Objective>,
    /// Roles of the response team.
    pub roles: Vec<Role>,
    /// Roles that approve statements, in this order. If empty, the lawyer approves.
    pub approvers: Vec<RoleId>,
    /// Simulated customers.
    pub customers: Customers,
    /// News outlets.
    pub outlets: Vec<Outlet>,
    /// Maximum number of questions that outlets generate on their own, in addition to the inquiries of injects. The
    /// range is 0 to 100, the default 5.
    pub questions: u32,
    /// Parties outside the organization that can be notified.
    pub stakeholders: Vec<Stakeholder>,
    /// Notification duties with their deadlines.
    pub clocks: Vec<Clock>,
    /// Ground truth about the breach.
    pub threat: Threat,
    /// Periods with more or less competing news than usual.
    pub pressure: Vec<Pressure>,
    /// Facts that the team can discover.
    pub facts: Vec<Fact>,
    /// Topics that statements can address.
    pub topics: Vec<Topic>,
    /// Actions available to players.
    pub actions: Vec<Action>,
    /// Injects of the MSEL.
    pub injects: Vec<Inject>,
    /// Documents that players can read.
    pub documents: Vec<Document>,
    /// Response plan that the team is scored against.
    pub playbook: Playbook,
    /// Constants of the simulation.
    pub model: Model,
    /// Sentence templates for headlines, posts and other generated texts.
    pub phrases: Phrases,
    /// Best known strategy, if a search has been run.
    pub best_known: Option<BestKnown>,
    /// Criteria served by each action, computed on first use.
    service: directory::Directory,
    /// All files the scenario was loaded from. Private, so that only [`load()`] can create a scenario.
    bundle: Bundle,
}

/// Generates lookup methods by id.
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

    /// Returns the data stream with this id.
    pub fn stream(&self, id: &StreamId) -> Option<&Stream> {
        self.threat.streams.iter().find(|stream| stream.id == *id)
    }

    /// Returns the first role of this kind, if the scenario has one.
    pub fn role_of(&self, kind: RoleKind) -> Option<&Role> {
        self.roles.iter().find(|role| role.kind == kind)
    }

    /// Returns the fact that states how many records are affected: the one with the largest number among facts of
    /// the kind `Scope`.
    pub fn scope(&self) -> Option<&Fact> {
        let counts = self.facts.iter().filter(|fact| fact.kind == FactKind::Scope && fact.number.is_some());
        counts.max_by_key(|fact| fact.number)
    }

    /// Returns the core capabilities that the exercise tests. If the playbook defines none, they are derived from
    /// the objectives.
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

    /// Iterates over the criteria of the steps that an objective is evaluated by, in playbook order.
    pub fn criteria_of<'a>(&'a self, objective: &'a Objective) -> impl Iterator<Item = &'a Criterion> {
        let of_objective = self.playbook.criteria().filter(|(step, _)| objective.steps.contains(&step.id));
        of_objective.map(|(_, criterion)| criterion)
    }

    /// Returns the amount of competing news at a moment, in standard deviations from -3 to 3, where 0 is an average
    /// day.
    pub fn pressure_at(&self, moment: SimTime) -> f64 {
        pressure::at(&self.pressure, moment)
    }

    /// Returns the time of EndEx.
    pub fn end(&self) -> SimTime {
        SimTime::START + self.length
    }

    /// Returns all files the scenario was loaded from.
    pub fn bundle(&self) -> &Bundle {
        &self.bundle
    }

    /// Returns the hash of all files the scenario was loaded from.
    pub fn digest(&self) -> String {
        self.bundle.digest()
    }
}
