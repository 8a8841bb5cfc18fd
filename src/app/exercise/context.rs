//! Context passed to the views of the exercise, during play and in a replay.

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

/// Context shared by all views of the exercise.
#[derive(Clone, Copy)]
pub struct ExerciseContext<'a> {
    /// Context shared by all views of the window.
    pub view: ViewContext<'a>,
    /// Part of the scenario that players may see.
    pub scenario: PublicScenario<'a>,
    /// The players' current view of the world.
    pub situation: &'a Situation,
    /// The players' selections and unsubmitted input.
    pub ui: &'a ExerciseUi,
    /// How time advances.
    pub pacing: &'a Pacing,
}

impl<'a> ExerciseContext<'a> {
    /// Returns whether this is a replay, in which no decisions can be made.
    pub fn is_review(&self) -> bool {
        self.pacing.mode() == Mode::Review
    }

    /// Returns the theme.
    pub fn theme(&self) -> &'a Theme {
        self.view.theme
    }

    /// Returns the text of a Fluent message.
    pub fn say(&self, key: &str) -> String {
        self.view.say(key)
    }

    /// Returns the text of a Fluent message with its arguments filled in.
    pub fn fill<'b, const N: usize>(&self, key: &str, filling: [(&'b str, Filling<'b>); N]) -> String {
        self.view.fill(key, filling)
    }

    /// Formats a moment as date and time in the user's language.
    pub fn moment(&self, at: SimTime) -> String {
        measure::moment(self.view.texts, self.scenario.calendar(), at)
    }

    /// Formats a duration.
    pub fn length(&self, length: SimDuration) -> String {
        self.view.length(length)
    }

    /// Formats an amount of money.
    pub fn money(&self, amount: f64) -> String {
        measure::money(self.view.texts, amount, self.scenario.currency())
    }

    /// Sends a navigation command to the exercise or, in a replay, to the replay.
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
