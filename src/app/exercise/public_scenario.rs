//! The part of a scenario that players may see.
//!
//! Players see the situation, not the ground truth. Views of the exercise therefore get a [`PublicScenario`]
//! instead of a [`Scenario`]. It provides names, roles, available documents, and the input that an action requires.

use goldenhour_core::id::{ActionId, ChoiceId, DocumentId, OutletId, RoleId};
use goldenhour_core::scenario::{Ask, AudienceKind, Channel, Document, Outlet, Scenario};
use goldenhour_core::simulation::Situation;
use goldenhour_core::time::{Calendar, SimDuration};

/// The part of a scenario that players may see.
#[derive(Clone, Copy)]
pub struct PublicScenario<'a>(&'a Scenario);

impl<'a> PublicScenario<'a> {
    /// Wraps a scenario.
    pub fn of(scenario: &'a Scenario) -> Self {
        PublicScenario(scenario)
    }

    /// Returns the title of the scenario.
    pub fn title(&self) -> &'a str {
        &self.0.title
    }

    /// Returns the name of the organization.
    pub fn organization(&self) -> &'a str {
        &self.0.organization.name
    }

    /// Returns the duration of play.
    pub fn length(&self) -> SimDuration {
        self.0.length
    }

    /// Returns the calendar of the scenario.
    pub fn calendar(&self) -> &'a Calendar {
        &self.0.calendar
    }

    /// Returns the title of a role.
    pub fn role_title(&self, id: &RoleId) -> &'a str {
        self.0.role(id).map_or("", |role| &role.title)
    }

    /// Returns an outlet.
    pub fn outlet(&self, id: &OutletId) -> Option<&'a Outlet> {
        self.0.outlet(id)
    }

    /// Returns the documents available to the players: the dossier and all attachments received so far.
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

    /// Iterates over the playbook steps and their titles.
    pub fn steps(&self) -> impl Iterator<Item = (&'a goldenhour_core::id::StepId, &'a str)> {
        self.0.playbook.steps.iter().map(|step| (&step.id, step.title.as_str()))
    }

    /// Returns the input that an action requires.
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

    /// Returns the currency code for all amounts of money.
    pub fn currency(&self) -> &'a str {
        &self.0.currency
    }
}

/// The input that an action requires from the player. It does not reveal the action's effects.
#[derive(Clone, Debug)]
pub enum Wanted<'a> {
    /// No input.
    Nothing,
    /// A statement to an audience, published on the given channels.
    Statement(AudienceKind, &'a [Channel]),
    /// An answer to an inquiry.
    Reply,
    /// One of several choices.
    Choice(Vec<(&'a ChoiceId, &'a str)>),
}

impl Wanted<'_> {
    /// Returns whether the input is written in the composer.
    pub fn is_composed(&self) -> bool {
        matches!(self, Wanted::Statement(..) | Wanted::Reply)
    }
}
