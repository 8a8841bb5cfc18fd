//! Context passed to the views of the facilitator's window.

use super::command::FacilitatorCommand;
use super::state::Facilitator;
use crate::app::exercise::state::Drill;
use crate::app::language::Filling;
use crate::app::shell::view::ViewContext;
use crate::app::theme::Theme;
use goldenhour_core::scenario::Scenario;
use goldenhour_core::simulation::MselLine;

/// Context shared by all views of the facilitator's window.
#[derive(Clone, Copy)]
pub struct FacilitatorContext<'a> {
    /// Context shared by all views of the window.
    pub view: ViewContext<'a>,
    /// The exercise.
    pub drill: &'a Drill,
    /// State of the facilitator's window.
    pub facilitator: &'a Facilitator,
}

impl<'a> FacilitatorContext<'a> {
    /// Returns the theme.
    pub fn theme(&self) -> &'a Theme {
        self.view.theme
    }

    /// Returns the scenario.
    pub fn scenario(&self) -> &'a Scenario {
        self.drill.session.scenario()
    }

    /// Returns the text of a Fluent message.
    pub fn say(&self, key: &str) -> String {
        self.view.say(key)
    }

    /// Returns the text of a Fluent message with its arguments filled in.
    pub fn fill<'b, const N: usize>(&self, key: &str, filling: [(&'b str, Filling<'b>); N]) -> String {
        self.view.fill(key, filling)
    }

    /// Sends a command.
    pub fn send(&self, command: FacilitatorCommand) {
        self.view.send(command);
    }

    /// Returns the MSEL line of an inject.
    pub fn line(&self, id: &goldenhour_core::id::InjectId) -> Option<&'a MselLine> {
        self.facilitator.truth.msel.iter().find(|line| line.inject == *id)
    }
}
