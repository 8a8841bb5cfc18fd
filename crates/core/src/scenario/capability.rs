//! Core capabilities: what an exercise tests, in the words of those who read its report.
//!
//! A playbook is read by step while one plays; an after-action report is read by objective and core capability
//! (HSEEP). A capability gathers the criteria that show it, its *critical tasks*, and says which threshold it aims
//! at, which mission area it belongs to, and which plan, law or guidance it is held against. All of it is content
//! of the playbook. One that says nothing of capabilities is reported by those that the objectives name.

use serde::{Deserialize, Serialize};

use super::objective::Objective;
use crate::id::{CapabilityId, CriterionId};

/// A core capability.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capability {
    /// Its id.
    pub id: CapabilityId,
    /// Its name.
    pub title: String,
    /// The mission area it belongs to, for example `Response`; empty where the playbook names none.
    pub mission_area: String,
    /// The performance threshold; empty where the playbook names none.
    pub target: String,
    /// The plan, law or guidance it is held against; empty where the playbook names none.
    pub reference: String,
    /// The criteria that show it: its critical tasks.
    pub criteria: Vec<CriterionId>,
}

impl Capability {
    /// Returns the capability that an objective names, for playbooks that define none.
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

    /// Returns whether an objective names it.
    pub fn is_named_by(&self, objective: &Objective) -> bool {
        self.title.trim().eq_ignore_ascii_case(objective.capability.trim())
    }
}

/// How the mark of a capability follows from its critical tasks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum RollUp {
    /// The lowest mark of a task.
    Worst,
    /// The mark that the points of all tasks together earn.
    #[default]
    Points,
}

/// The element of a capability that a corrective action belongs to (POETE).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Element {
    /// Plans, policies, procedures.
    Planning,
    /// People, teams, leadership.
    Organization,
    /// Tools, systems, supplies.
    Equipment,
    /// Knowledge and skill.
    Training,
    /// Practice and its evaluation.
    Exercise,
}

impl Element {
    /// All five, in the order of their initials.
    pub const ALL: [Element; 5] =
        [Element::Planning, Element::Organization, Element::Equipment, Element::Training, Element::Exercise];

    /// Returns the name for people.
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
