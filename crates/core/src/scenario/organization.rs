//! The breached retailer and its response team.

use serde::{Deserialize, Serialize};

use crate::id::{DocumentId, RoleId};
use crate::time::SimDuration;

/// The retailer that was breached.
#[derive(Clone, Debug)]
pub struct Organization {
    /// Public name.
    pub name: String,
    /// Short phrase describing what it sells.
    pub business: String,
    /// Dossier that players read at the briefing.
    pub dossier: DocumentId,
    /// Number of employees, 1 to 2,000,000.
    pub staff: u32,
    /// Whether its shares are publicly traded.
    pub listed: bool,
    /// Average revenue per day, in the scenario's currency.
    pub revenue_per_day: f64,
    /// Number of call center agents at StartEx, 0 to 100,000.
    pub call_center_agents: u32,
    /// Number of contacts that one agent handles per hour, 0 to 60.
    pub calls_per_agent_hour: f64,
    /// Goodwill of the public before the incident, 0 to 1. Sets the credibility of the first statement.
    pub goodwill: f64,
}

/// One of the six functions that the playbook requires in a response team.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum RoleKind {
    /// Leads the investigation.
    LeadInvestigator,
    /// Decides what is communicated and when.
    CommunicationsLead,
    /// Represents employees and communicates with them.
    HumanResources,
    /// Works with the press.
    PublicRelations,
    /// Gives legal advice.
    Lawyer,
    /// Operates the IT systems.
    InformationTechnology,
}

impl RoleKind {
    /// All six functions, in playbook order.
    pub const ALL: [RoleKind; 6] = [
        RoleKind::LeadInvestigator,
        RoleKind::CommunicationsLead,
        RoleKind::HumanResources,
        RoleKind::PublicRelations,
        RoleKind::Lawyer,
        RoleKind::InformationTechnology,
    ];
}

/// A role in the response team.
#[derive(Clone, Debug)]
pub struct Role {
    /// Unique id.
    pub id: RoleId,
    /// Function that the role fills.
    pub kind: RoleKind,
    /// Job title.
    pub title: String,
    /// Name of the person in the role.
    pub holder: String,
    /// Description of the role's duties.
    pub duty: String,
    /// Whether the role is on duty at StartEx.
    pub at_start: bool,
    /// Time between being called in and being on duty.
    pub arrives_after: SimDuration,
    /// Maximum number of actions the role can lead at the same time, 1 to 10.
    pub capacity: u32,
}
