//! What the team has said.

use super::view::View;
use crate::id::ActionId;
use crate::time::SimTime;
use crate::timeline::Publication;

/// Something the team has said.
#[derive(Clone, Debug)]
pub struct StatementView {
    /// Its place in the timeline's publications.
    pub index: usize,
    /// When.
    pub at: SimTime,
    /// The action.
    pub action: ActionId,
    /// Its name.
    pub title: String,
    /// Its words.
    pub text: String,
    /// The next update it promises.
    pub next_update: Option<SimTime>,
}

impl View<'_> {
    pub(super) fn statement(&self, index: usize, said: &Publication) -> StatementView {
        StatementView {
            index,
            at: said.at,
            action: said.action.clone(),
            title: self.scenario().action(&said.action).map_or_else(String::new, |action| action.title.clone()),
            text: said.statement.text.clone(),
            next_update: said.statement.next_update,
        }
    }
}
