//! What views are given: read-only contexts and a way to send commands.
//!
//! Players must not see what is so, only what they know. So no view of the exercise gets a
//! [`Scenario`]; it gets a [`PublicScenario`], which hands out names, seats, papers that lie on the table and
//! what an action asks for, and the [`Situation`].

use super::command::{AppCommand, CommandSender};
use super::language::{Filling, Texts};
use super::measure;
use super::pacing::Pacing;
use super::state::ExerciseUi;
use super::theme::Theme;
use goldenhour_core::id::{ActionId, ChoiceId, DocumentId, OutletId, RoleId};
use goldenhour_core::scenario::{Ask, AudienceKind, Channel, Document, Outlet, Role, Scenario};
use goldenhour_core::session::Mode;
use goldenhour_core::simulation::Situation;
use goldenhour_core::time::{Calendar, SimDuration, SimTime};

/// What every view is given.
#[derive(Clone, Copy)]
pub struct ViewContext<'a> {
    /// The look.
    pub theme: &'a Theme,
    /// The words.
    pub texts: &'a Texts,
    /// Takes commands.
    pub commands: &'a CommandSender,
}

impl ViewContext<'_> {
    /// Returns a message of the program by its key.
    pub fn say(&self, key: &str) -> String {
        self.texts.say(key)
    }

    /// Returns a message of the program with its places filled.
    pub fn fill<'a, const N: usize>(&self, key: &str, filling: [(&'a str, Filling<'a>); N]) -> String {
        self.texts.fill(key, filling)
    }

    /// Returns a length of time.
    pub fn length(&self, length: SimDuration) -> String {
        measure::length(self.texts, length)
    }

    /// Sends a command.
    pub fn send(&self, command: impl Into<AppCommand>) {
        self.commands.send(command.into());
    }
}

/// What the views of the exercise are given.
#[derive(Clone, Copy)]
pub struct ExerciseContext<'a> {
    /// What every view is given.
    pub view: ViewContext<'a>,
    /// What everybody may know of the scenario.
    pub scenario: PublicScenario<'a>,
    /// What the players can see.
    pub situation: &'a Situation,
    /// What the players have selected and prepared.
    pub ui: &'a ExerciseUi,
    /// How time runs.
    pub pacing: &'a Pacing,
}

impl<'a> ExerciseContext<'a> {
    /// Returns whether a recorded session is looked at, in which nothing can be decided.
    pub fn is_review(&self) -> bool {
        self.pacing.mode() == Mode::Review
    }

    /// Returns the look.
    pub fn theme(&self) -> &'a Theme {
        self.view.theme
    }

    /// Returns a message of the program by its key.
    pub fn say(&self, key: &str) -> String {
        self.view.say(key)
    }

    /// Returns a message of the program with its places filled.
    pub fn fill<'b, const N: usize>(&self, key: &str, filling: [(&'b str, Filling<'b>); N]) -> String {
        self.view.fill(key, filling)
    }

    /// Returns a moment as people say it, in the language they read.
    pub fn moment(&self, at: SimTime) -> String {
        measure::moment(self.view.texts, self.scenario.calendar(), at)
    }

    /// Returns a length of time.
    pub fn length(&self, length: SimDuration) -> String {
        self.view.length(length)
    }

    /// Returns an amount of money.
    pub fn money(&self, amount: f64) -> String {
        measure::money(self.view.texts, amount, self.scenario.currency())
    }

    /// Sends a command.
    pub fn send(&self, command: impl Into<AppCommand>) {
        self.view.send(command);
    }
}

/// The part of a scenario that players may know.
#[derive(Clone, Copy)]
pub struct PublicScenario<'a>(&'a Scenario);

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

    /// Returns the seats.
    pub fn roles(&self) -> &'a [Role] {
        &self.0.roles
    }

    /// Returns the name of a seat.
    pub fn role_title(&self, id: &RoleId) -> &'a str {
        self.0.role(id).map_or("", |role| &role.title)
    }

    /// Returns an outlet.
    pub fn outlet(&self, id: &OutletId) -> Option<&'a Outlet> {
        self.0.outlet(id)
    }

    /// Returns a document.
    pub fn document(&self, id: &DocumentId) -> Option<&'a Document> {
        self.0.document(id)
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
