//! Actions in progress.

use super::view::View;
use crate::id::{ActionId, RoleId};
use crate::simulation::team::work::WorkStage;
use crate::time::SimTime;

/// An action in progress.
#[derive(Clone, Debug)]
pub struct WorkView {
    /// ID of the action.
    pub action: ActionId,
    /// Name of the action.
    pub title: String,
    /// Role that leads it.
    pub by: RoleId,
    /// Time it was started.
    pub begun: SimTime,
    /// Expected completion.
    pub until: SimTime,
    /// Current stage, including approval of a statement.
    pub stage: WorkStage,
}

impl View<'_> {
    pub(super) fn works(&self) -> Vec<WorkView> {
        let mut works: Vec<WorkView> = self
            .context
            .team
            .works()
            .iter()
            .map(|work| WorkView {
                action: work.action.clone(),
                title: self.scenario().action(&work.action).map_or_else(String::new, |action| action.title.clone()),
                by: work.by.clone(),
                begun: work.begun,
                until: work.until,
                stage: work.stage.clone(),
            })
            .collect();
        works.sort_by_key(|work| work.until);
        works
    }
}
