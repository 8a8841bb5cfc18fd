//! The part of a scenario that players may see.
//!
//! Players see the situation, not the ground truth. No view of the exercise gets a [`Scenario`]; it gets a
//! [`PublicScenario`], which returns names, roles, available documents and what an action asks for.

use goldenhour_core::id::{ActionId, ChoiceId, DocumentId, OutletId, RoleId};
use goldenhour_core::scenario::{Ask, AudienceKind, Channel, Document, Outlet, Scenario};
use goldenhour_core::simulation::Situation;
use goldenhour_core::time::{Calendar, SimDuration};

/// The part of a scenario that players may know.
#[derive(Clone, Copy)]
pub struct PublicScenario<'a>(&'a Scenario);

impl<'a> PublicScenario<'a> {
    /// Returns the public part of a scenario.
    pub fn of(scenario: &'a Scenario) -> Self {
        PublicScenario(scenario)
    }

    /// Returns the scenario's name.
    pub fn title(&self) -> &'a str {
        &self.0.title
    }

    /// Returns the retailer's name.
    pub fn organization(&self) -> &'a str {
        &self.0.organization.name
    }

    /// Returns how long play lasts.
    pub fn length(&self) -> SimDuration {
        self.0.length
    }

    /// Returns the calendar of the story.
    pub fn calendar(&self) -> &'a Calendar {
        &self.0.calendar
    }

    /// Returns the name of a seat.
    pub fn role_title(&self, id: &RoleId) -> &'a str {
        self.0.role(id).map_or("", |role| &role.title)
    }

    /// Returns an outlet.
    pub fn outlet(&self, id: &OutletId) -> Option<&'a Outlet> {
        self.0.outlet(id)
    }

    /// Returns the documents on the table: the dossier, and what came with messages.
    pub fn documents(&self, situation: &Situation) -> Vec<&'a Document> {
        let came = situation.inbox.iter().filter_map(|item| item.document.as_ref());
        let mut ids: Vec<&DocumentId> = Vec::new();
        for id in std::iter::once(&self.0.organization.dossier).chain(came) {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids.into_iter().filter_map(|id| self.0.document(id)).collect()
    }

    /// Goes through the steps of the playbook with their names.
    pub fn steps(&self) -> impl Iterator<Item = (&'a goldenhour_core::id::StepId, &'a str)> {
        self.0.playbook.steps.iter().map(|step| (&step.id, step.title.as_str()))
    }

    /// Returns what an action asks for.
    pub fn wanted(&self, action: &ActionId) -> Wanted<'a> {
        match self.0.action(action).map(|action| &action.asks) {
            None | Some(Ask::Nothing) => Wanted::Nothing,
            Some(Ask::Statement { audience, channels, .. }) => Wanted::Statement(*audience, channels),
            Some(Ask::Reply) => Wanted::Reply,
            Some(Ask::Choice(choices)) => {
                Wanted::Choice(choices.iter().map(|choice| (&choice.id, choice.title.as_str())).collect())
            }
        }
    }

    /// Returns the code of the currency of all money.
    pub fn currency(&self) -> &'a str {
        &self.0.currency
    }
}

/// What an action asks the player for, without what it does.
#[derive(Clone, Debug)]
pub enum Wanted<'a> {
    /// Nothing more.
    Nothing,
    /// A statement.
    Statement(AudienceKind, &'a [Channel]),
    /// An answer to an inquiry.
    Reply,
    /// One of these ways.
    Choice(Vec<(&'a ChoiceId, &'a str)>),
}

impl Wanted<'_> {
    /// Returns whether the composer is the place for it.
    pub fn is_composed(&self) -> bool {
        matches!(self, Wanted::Statement(..) | Wanted::Reply)
    }
}
