//! What the views of the exercise are given, during play and in a replay.

use super::command::LookCommand;
use super::pacing::Pacing;
use super::public_scenario::PublicScenario;
use super::state::ExerciseUi;
use crate::app::language::Filling;
use crate::app::measure;
use crate::app::replay::command::ReplayCommand;
use crate::app::shell::command::AppCommand;
use crate::app::shell::view::ViewContext;
use crate::app::theme::Theme;
use goldenhour_core::session::Mode;
use goldenhour_core::simulation::Situation;
use goldenhour_core::time::{SimDuration, SimTime};

/// What the views of the exercise are given.
#[derive(Clone, Copy)]
pub struct ExerciseContext<'a> {
    /// What every view is given.
    pub view: ViewContext<'a>,
    /// The public part of the scenario.
    pub scenario: PublicScenario<'a>,
    /// What the players can see.
    pub situation: &'a Situation,
    /// What the players have selected and prepared.
    pub ui: &'a ExerciseUi,
    /// How time runs.
    pub pacing: &'a Pacing,
}

impl<'a> ExerciseContext<'a> {
    /// Returns whether this is a replay, in which nothing can be decided.
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

    /// Selects what is shown, in the exercise or in the replay.
    pub fn look(&self, command: LookCommand) {
        if self.is_review() {
            self.view.send(ReplayCommand::Look(command));
        } else {
            self.view.send(command);
        }
    }

    /// Sends a command.
    pub fn send(&self, command: impl Into<AppCommand>) {
        self.view.send(command);
    }
}
