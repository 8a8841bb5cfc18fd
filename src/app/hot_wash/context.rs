//! Context passed to the views of the hot wash.

use super::command::HotWashCommand;
use super::state::HotWash;
use crate::app::language::Filling;
use crate::app::shell::view::ViewContext;
use crate::app::theme::Theme;
use goldenhour_core::scenario::Scenario;
use goldenhour_core::session::review::About;

/// Context shared by all views of the hot wash. The exercise is over, so the playbook is visible, but no scores
/// are.
#[derive(Clone, Copy)]
pub struct HotWashContext<'a> {
    /// Context shared by all views of the window.
    pub view: ViewContext<'a>,
    /// State of the hot wash.
    pub wash: &'a HotWash,
}

impl<'a> HotWashContext<'a> {
    /// Returns the theme.
    pub fn theme(&self) -> &'a Theme {
        self.view.theme
    }

    /// Returns the scenario.
    pub fn scenario(&self) -> &'a Scenario {
        self.wash.session.scenario()
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
    pub fn send(&self, command: HotWashCommand) {
        self.view.send(command);
    }

    /// Returns the title of a remark's subject.
    pub fn about(&self, about: &About) -> String {
        match about {
            About::Criterion(id) => {
                let known = self.scenario().playbook.criteria().find(|(_, criterion)| criterion.id == *id);
                known.map_or_else(|| id.to_string(), |(_, criterion)| format!("{id}  {}", criterion.title))
            }
            About::Decision(action, at) => {
                let title = self.scenario().action(action).map_or(action.as_str(), |action| action.title.as_str());
                format!("{at}  {title}")
            }
        }
    }
}
