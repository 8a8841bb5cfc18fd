//! Works under way.

use super::view::View;
use crate::id::{ActionId, RoleId};
use crate::simulation::team::work::WorkStage;
use crate::time::SimTime;

/// A work under way.
#[derive(Clone, Debug)]
pub struct WorkView {
    /// The action.
    pub action: ActionId,
    /// Its name.
    pub title: String,
    /// Who leads it.
    pub by: RoleId,
    /// When it began.
    pub begun: SimTime,
    /// When it will be finished, as far as can be foreseen.
    pub until: SimTime,
    /// Where it stands: being done, or a statement on its way to approval.
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
