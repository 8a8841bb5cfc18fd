//! Facts that can be found out, and topics that statements speak about.
//!
//! A *fact* is so whether or not anybody knows it; the team learns it in two steps, suspected and confirmed.
//! A *topic* is what a statement may address; for each the scenario lists the claims that could be made,
//! with the condition under which each is true and the condition under which the team can know it.

use serde::{Deserialize, Serialize};

use super::condition::Condition;
use crate::id::{ClaimId, FactId, TopicId};
use crate::time::SimDuration;

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum FactKind {
    /// Why the breach happened.
    Cause,
    /// Which kinds of data were compromised.
    DataClass,
    /// Who the victims are.
    Victims,
    /// How many.
    Scope,
    /// Since when and until when.
    Period,
    /// Who did it.
    Attacker,
    /// Anything else worth knowing.
    Circumstance,
}

/// Something about the incident that is so.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its id.
    pub id: FactId,
    /// What it is about.
    pub kind: FactKind,
    /// The question it answers.
    pub title: String,
    /// What stands on the board while nobody suspects anything.
    pub unknown: String,
    /// What is so.
    pub truth: String,
    /// The true number, where it is one.
    pub number: Option<u64>,
    /// What is believed while it is only suspected.
    pub early: Option<Early>,
}

/// An early belief, which may be wrong.
#[derive(Clone, Debug)]
pub struct Early {
    /// What is believed.
    pub text: String,
    /// The number believed, where it is one.
    pub number: Option<u64>,
}

/// The nine details of the playbook, the two contacts, and what frames them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Detail {
    /// (a) Which stakeholders are affected.
    Stakeholders,
    /// (b) How it was discovered.
    Discovery,
    /// (c) Which personal data is at risk.
    PersonalData,
    /// (d) What it means for the organization.
    EffectOnOrganization,
    /// (e) What customers are offered now.
    Services,
    /// (f) What customers can do to protect themselves.
    Precautions,
    /// (g) How the loss is made good.
    Compensation,
    /// (h) What is being done.
    OngoingActions,
    /// (i) When the shop is back and what prevents a repeat.
    Restoration,
    /// Whom the press can reach.
    MediaContact,
    /// Whom customers can reach.
    CustomerContact,
    /// Sympathy, apology, responsibility.
    Compassion,
    /// Who is to blame.
    Responsibility,
}

impl Detail {
    /// The nine details in the order of the playbook.
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

    /// Returns what it is about, as the press would name it.
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

    /// Returns a title for people.
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

/// Something a statement can speak about.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// The detail of the playbook it answers.
    pub detail: Detail,
    /// The question it answers.
    pub title: String,
    /// The fact whose number may be stated instead of a claim.
    pub number: Option<FactId>,
    /// What can be claimed.
    pub claims: Vec<ClaimOption>,
}

/// What a claim does besides saying something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ClaimNature {
    /// Says what is so.
    #[default]
    Informs,
    /// Says that something is safe or under control.
    Reassures,
    /// Makes it smaller than it is.
    Minimizes,
    /// Says sorry and takes responsibility.
    Apologizes,
    /// Says sorry without responsibility.
    Regrets,
    /// Puts it on somebody else.
    Blames,
}

/// One thing that can be said about a topic.
#[derive(Clone, Debug)]
pub struct ClaimOption {
    /// Its id, unique within the topic.
    pub id: ClaimId,
    /// The sentence.
    pub text: String,
    /// What it does.
    pub nature: ClaimNature,
    /// When it is true.
    pub true_when: Condition,
    /// When the team can know that it is true.
    pub known_when: Condition,
    /// What it commits to.
    pub promise: Option<Promise>,
}

/// A commitment made by claiming something.
#[derive(Clone, Debug)]
pub struct Promise {
    /// What must come about.
    pub what: Condition,
    /// How soon after the statement.
    pub within: SimDuration,
}
