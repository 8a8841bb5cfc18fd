//! What the views of the hot wash are given.

use super::command::HotWashCommand;
use super::state::HotWash;
use crate::app::language::Filling;
use crate::app::shell::view::ViewContext;
use crate::app::theme::Theme;
use goldenhour_core::scenario::Scenario;
use goldenhour_core::session::review::About;

/// What the parts of the hot wash are given. The exercise is over, so the playbook is visible, but no score is.
#[derive(Clone, Copy)]
pub struct HotWashContext<'a> {
    /// What every view is given.
    pub view: ViewContext<'a>,
    /// The hot wash.
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

    /// Returns a message of the program by its key.
    pub fn say(&self, key: &str) -> String {
        self.view.say(key)
    }

    /// Returns a message of the program with its places filled.
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
