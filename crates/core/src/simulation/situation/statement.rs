//! Published statements in the players' view.

use super::view::View;
use crate::id::ActionId;
use crate::time::SimTime;
use crate::timeline::Publication;

/// A statement that the team has published.
#[derive(Clone, Debug)]
pub struct StatementView {
    /// Index in the timeline's publications.
    pub index: usize,
    /// Time of publication.
    pub at: SimTime,
    /// ID of the action.
    pub action: ActionId,
    /// Name of the action.
    pub title: String,
    /// Text of the statement.
    pub text: String,
    /// Time promised for the next update.
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
            next_update: said.statement.promised_update(),
        }
    }
}
