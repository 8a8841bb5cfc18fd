//! Facts that the team can discover, and topics that statements address.
//!
//! A *fact* is true whether or not the team knows it. The team learns it in two stages: suspected, then confirmed.
//! A *topic* is a question that a statement can address. For each topic, the scenario lists the possible claims,
//! each with the condition under which it is true and the condition under which the team can know that it is true.

use serde::{Deserialize, Serialize};

use super::assertion::{CauseClass, DataClass};
use super::condition::Condition;
use crate::id::{ClaimId, FactId, TopicId};
use crate::time::SimDuration;

/// Subject of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FactKind {
    /// Cause of the breach.
    Cause,
    /// Categories of compromised data.
    DataClass,
    /// Groups of people affected.
    Victims,
    /// Number of records affected.
    Scope,
    /// Start and end of the breach.
    Period,
    /// Identity of the attackers.
    Attacker,
    /// Any other relevant circumstance.
    Circumstance,
}

/// A true statement about the incident that the team can discover.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Unique id.
    pub id: FactId,
    /// Subject of the fact.
    pub kind: FactKind,
    /// Question that the fact answers.
    pub title: String,
    /// Text shown to players until the fact is suspected.
    pub unknown: String,
    /// Text shown to players once the fact is confirmed.
    pub truth: String,
    /// True number, for facts that state one.
    pub number: Option<u64>,
    /// Preliminary information shown while the fact is only suspected.
    pub early: Option<Early>,
    /// Kinds of data that the fact says were taken.
    pub taken: Vec<DataClass>,
    /// Kinds of data that the fact says were not taken.
    pub spared: Vec<DataClass>,
    /// Causes of the breach that the fact names.
    pub causes: Vec<CauseClass>,
}

/// Preliminary information about a fact. It may be wrong.
#[derive(Clone, Debug)]
pub struct Early {
    /// Text shown while the fact is suspected.
    pub text: String,
    /// Number believed at that stage, for facts that state one.
    pub number: Option<u64>,
}

/// Details that a public statement can give: the nine of the playbook, the two contacts, compassion and
/// responsibility.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Detail {
    /// (a) Which stakeholders are affected.
    Stakeholders,
    /// (b) How the breach was discovered.
    Discovery,
    /// (c) Which personal data is at risk.
    PersonalData,
    /// (d) How the organization is affected.
    EffectOnOrganization,
    /// (e) Services offered to customers now.
    Services,
    /// (f) What customers can do to protect themselves.
    Precautions,
    /// (g) How customers are compensated for losses.
    Compensation,
    /// (h) Actions in progress.
    OngoingActions,
    /// (i) When the shop will be restored, and what will prevent another breach.
    Restoration,
    /// Contact for the media.
    MediaContact,
    /// Contact for customers.
    CustomerContact,
    /// Sympathy, apology and acceptance of responsibility.
    Compassion,
    /// Who is to blame.
    Responsibility,
}

impl Detail {
    /// The nine details in playbook order.
    pub const NINE: [Detail; 9] = [
        Detail::Stakeholders,
        Detail::Discovery,
        Detail::PersonalData,
        Detail::EffectOnOrganization,
        Detail::Services,
        Detail::Precautions,
        Detail::Compensation,
        Detail::OngoingActions,
        Detail::Restoration,
    ];

    /// Returns the subject in the words a journalist would use.
    pub fn subject(self) -> &'static str {
        match self {
            Detail::Stakeholders => "the number of victims",
            Detail::Discovery => "the origin of the breach",
            Detail::PersonalData => "the stolen data",
            Detail::EffectOnOrganization => "the damage",
            Detail::Services => "help for customers",
            Detail::Precautions => "the risk to customers",
            Detail::Compensation => "compensation",
            Detail::OngoingActions => "the state of its shop",
            Detail::Restoration => "safe shopping",
            Detail::MediaContact | Detail::CustomerContact => "its contacts",
            Detail::Compassion => "its apology",
            Detail::Responsibility => "who is to blame",
        }
    }

    /// Returns a short title.
    pub fn title(self) -> &'static str {
        match self {
            Detail::Stakeholders => "who is affected",
            Detail::Discovery => "how it was discovered",
            Detail::PersonalData => "which personal data is at risk",
            Detail::EffectOnOrganization => "the effect on the organization",
            Detail::Services => "services offered to customers",
            Detail::Precautions => "precautions customers can take",
            Detail::Compensation => "compensation",
            Detail::OngoingActions => "ongoing actions",
            Detail::Restoration => "restoration and prevention",
            Detail::MediaContact => "a contact for the media",
            Detail::CustomerContact => "a contact for customers",
            Detail::Compassion => "compassion",
            Detail::Responsibility => "responsibility",
        }
    }
}

/// A question that a statement can address.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Unique id.
    pub id: TopicId,
    /// Detail of the playbook that the topic covers.
    pub detail: Detail,
    /// Question that the topic answers.
    pub title: String,
    /// Fact whose number can be stated instead of making a claim.
    pub number: Option<FactId>,
    /// Claims that can be made on this topic.
    pub claims: Vec<ClaimOption>,
}

/// Rhetorical nature of a claim, in addition to its content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ClaimNature {
    /// Gives information.
    #[default]
    Informs,
    /// Assures the audience that the data is safe or the situation under control.
    Reassures,
    /// Plays down the incident.
    Minimizes,
    /// Apologizes and accepts responsibility.
    Apologizes,
    /// Expresses regret without accepting responsibility.
    Regrets,
    /// Shifts the blame to another party.
    Blames,
}

/// A claim that a statement can make on a topic.
#[derive(Clone, Debug)]
pub struct ClaimOption {
    /// Id, unique within the topic.
    pub id: ClaimId,
    /// Canonical wording of the claim.
    pub text: String,
    /// Other wordings of the same claim, from which the reader of statements learns to recognize it.
    pub also: Vec<String>,
    /// Sentences that do not make this claim although they resemble it, from which the reader learns the difference.
    pub unlike: Vec<String>,
    /// Rhetorical nature of the claim.
    pub nature: ClaimNature,
    /// Condition under which the claim is true.
    pub true_when: Condition,
    /// Condition under which the team can know that the claim is true.
    pub known_when: Condition,
    /// Commitment made by the claim, if any.
    pub promise: Option<Promise>,
}

/// A commitment made by a claim.
#[derive(Clone, Debug)]
pub struct Promise {
    /// Condition that must be fulfilled.
    pub what: Condition,
    /// Time allowed after the statement.
    pub within: SimDuration,
}
