//! Core capabilities: the categories in which an after-action report describes what an exercise tested.
//!
//! During play, a playbook is organized by steps. An after-action report is organized by objectives and core
//! capabilities, following HSEEP. A capability groups the criteria that demonstrate it (its *critical tasks*) and
//! states its performance threshold, its mission area, and the plan, law or guidance it is based on. All of this is
//! defined by the playbook. If a playbook defines no capabilities, the report uses those named by the objectives.

use serde::{Deserialize, Serialize};

use super::objective::Objective;
use crate::id::{CapabilityId, CriterionId};

/// A core capability.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capability {
    /// Unique id.
    pub id: CapabilityId,
    /// Display name.
    pub title: String,
    /// Mission area, for example `Response`. Empty if the playbook gives none.
    pub mission_area: String,
    /// Performance threshold. Empty if the playbook gives none.
    pub target: String,
    /// Plan, law or guidance that the capability is based on. Empty if the playbook gives none.
    pub reference: String,
    /// Criteria that demonstrate the capability: its critical tasks.
    pub criteria: Vec<CriterionId>,
}

impl Capability {
    /// Creates a capability from the name that an objective gives, for playbooks that define none.
    pub(super) fn named_by(objective: &Objective) -> Capability {
        Capability {
            id: CapabilityId::new(objective.id.as_str()),
            title: objective.capability.clone(),
            mission_area: String::new(),
            target: String::new(),
            reference: String::new(),
            criteria: Vec::new(),
        }
    }

    /// Returns whether an objective refers to this capability by name, ignoring case.
    pub fn is_named_by(&self, objective: &Objective) -> bool {
        self.title.trim().eq_ignore_ascii_case(objective.capability.trim())
    }
}

/// How the rating of a capability is computed from its critical tasks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum RollUp {
    /// The lowest rating of any task.
    Worst,
    /// The rating that corresponds to the combined points of all tasks.
    #[default]
    Points,
}

/// POETE element of a capability: the category of a corrective action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Element {
    /// Plans, policies and procedures.
    Planning,
    /// People, teams and leadership.
    Organization,
    /// Tools, systems and supplies.
    Equipment,
    /// Knowledge and skills.
    Training,
    /// Practice and evaluation.
    Exercise,
}

impl Element {
    /// All elements, in POETE order.
    pub const ALL: [Element; 5] =
        [Element::Planning, Element::Organization, Element::Equipment, Element::Training, Element::Exercise];

    /// Returns the display name.
    pub fn name(self) -> &'static str {
        match self {
            Element::Planning => "Planning",
            Element::Organization => "Organization",
            Element::Equipment => "Equipment",
            Element::Training => "Training",
            Element::Exercise => "Exercise",
        }
    }
}
