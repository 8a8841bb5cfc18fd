//! The retailer and its response team.

use serde::{Deserialize, Serialize};

use crate::id::{DocumentId, RoleId};
use crate::time::SimDuration;

/// The retailer that was breached.
#[derive(Clone, Debug)]
pub struct Organization {
    /// Its name as the public knows it.
    pub name: String,
    /// What it sells, in a phrase.
    pub business: String,
    /// The dossier that players read at the briefing.
    pub dossier: DocumentId,
    /// How many people work there.
    pub staff: u32,
    /// Whether its shares are traded.
    pub listed: bool,
    /// Revenue of a mean day in the scenario's currency.
    pub revenue_per_day: f64,
    /// Agents in the call center at StartEx.
    pub call_center_agents: u32,
    /// Contacts one agent answers in an hour.
    pub calls_per_agent_hour: f64,
    /// Prior favor of the public, 0 to 1; becomes the credibility of the first word.
    pub goodwill: f64,
}

/// One of the six functions that the playbook asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RoleKind {
    /// Leads the investigation.
    LeadInvestigator,
    /// Leads what is said and when.
    CommunicationsLead,
    /// Speaks for and to the staff.
    HumanResources,
    /// Works with the press.
    PublicRelations,
    /// Knows the law.
    Lawyer,
    /// Runs the systems.
    InformationTechnology,
}

impl RoleKind {
    /// All six, in the order of the playbook.
    pub const ALL: [RoleKind; 6] = [
        RoleKind::LeadInvestigator,
        RoleKind::CommunicationsLead,
        RoleKind::HumanResources,
        RoleKind::PublicRelations,
        RoleKind::Lawyer,
        RoleKind::InformationTechnology,
    ];
}

/// A seat in the response team.
#[derive(Clone, Debug)]
pub struct Role {
    /// Its id.
    pub id: RoleId,
    /// Which of the six functions it fills.
    pub kind: RoleKind,
    /// Its name on the door.
    pub title: String,
    /// Who sits there.
    pub holder: String,
    /// What it is there for.
    pub duty: String,
    /// Whether it is at work at StartEx.
    pub at_start: bool,
    /// How long after the call it is at work.
    pub arrives_after: SimDuration,
    /// How many works it can lead at the same time.
    pub capacity: u32,
}
