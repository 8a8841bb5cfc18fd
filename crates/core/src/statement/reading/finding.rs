//! What is looked for in a statement, and what was found.
//!
//! Twenty-four subjects: the nine details of the playbook, contacts and candor, and how it sounds. Each is found,
//! found in part or not found, with the words that decided. The names are those of the document that
//! `goldenhour read --json` prints, and stay as they are.

use serde::{Deserialize, Serialize};

use crate::scenario::Detail;

/// Something that a statement has or lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Which stakeholders are affected.
    Stakeholders,
    /// How it was discovered.
    Discovery,
    /// Which personal data, if any, is at risk.
    PersonalData,
    /// What it means for the organization.
    EffectOnOrganization,
    /// What customers are offered now.
    Services,
    /// What customers can do to protect themselves.
    Precautions,
    /// How the loss is made good.
    Compensation,
    /// What is being done.
    OngoingActions,
    /// When things are back, and what prevents a repeat.
    Restoration,
    /// Whom the press can reach.
    MediaContact,
    /// Whom customers can reach.
    CustomerContact,
    /// When more will be said.
    NextUpdate,
    /// What is not known is named.
    UnknownsNamed,
    /// What those affected feel is recognized.
    Empathy,
    /// An apology by somebody who takes responsibility.
    ApologyWithResponsibility,
    /// An apology or regret that leaves open whose fault it is.
    ApologyWithoutResponsibility,
    /// Somebody else is to blame.
    BlameShift,
    /// It is made smaller than it is.
    Minimizing,
    /// It praises the company or sells something.
    MarketingCopy,
    /// "We take security seriously."
    TakenSeriously,
    /// It speaks like a contract.
    Legalese,
    /// It promises what nobody can.
    Absolutes,
    /// It guesses.
    Speculation,
    /// What was done wrong was done by nobody.
    PassiveOwnFault,
}

/// The parts of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The nine details.
    Details,
    /// Contacts and candor.
    Contacts,
    /// How it sounds.
    Tone,
}

impl Subject {
    /// All subjects in the order of the document.
    pub const ALL: [Subject; 24] = [
        Subject::Stakeholders,
        Subject::Discovery,
        Subject::PersonalData,
        Subject::EffectOnOrganization,
        Subject::Services,
        Subject::Precautions,
        Subject::Compensation,
        Subject::OngoingActions,
        Subject::Restoration,
        Subject::MediaContact,
        Subject::CustomerContact,
        Subject::NextUpdate,
        Subject::UnknownsNamed,
        Subject::Empathy,
        Subject::ApologyWithResponsibility,
        Subject::ApologyWithoutResponsibility,
        Subject::BlameShift,
        Subject::Minimizing,
        Subject::MarketingCopy,
        Subject::TakenSeriously,
        Subject::Legalese,
        Subject::Absolutes,
        Subject::Speculation,
        Subject::PassiveOwnFault,
    ];

    /// Returns the name in documents and lexicons.
    pub fn key(self) -> &'static str {
        match self {
            Subject::Stakeholders => "a_stakeholders",
            Subject::Discovery => "b_discovery",
            Subject::PersonalData => "c_personal_data",
            Subject::EffectOnOrganization => "d_effect_on_organisation",
            Subject::Services => "e_services_afterwards",
            Subject::Precautions => "f_precautions",
            Subject::Compensation => "g_compensation",
            Subject::OngoingActions => "h_ongoing_actions",
            Subject::Restoration => "i_restoration_prevention",
            Subject::MediaContact => "media_contact",
            Subject::CustomerContact => "customer_contact",
            Subject::NextUpdate => "next_update_time",
            Subject::UnknownsNamed => "unknowns_named",
            Subject::Empathy => "empathy",
            Subject::ApologyWithResponsibility => "apology_with_responsibility",
            Subject::ApologyWithoutResponsibility => "apology_without_responsibility",
            Subject::BlameShift => "blame_shift",
            Subject::Minimizing => "minimising",
            Subject::MarketingCopy => "marketing_copy",
            Subject::TakenSeriously => "taken_seriously_cliche",
            Subject::Legalese => "legalese",
            Subject::Absolutes => "absolutes",
            Subject::Speculation => "speculation",
            Subject::PassiveOwnFault => "passive_own_fault",
        }
    }

    /// Returns the subject of a name.
    pub fn named(key: &str) -> Option<Subject> {
        Subject::ALL.into_iter().find(|subject| subject.key() == key)
    }

    /// Returns what it is, for people.
    pub fn title(self) -> &'static str {
        match self {
            Subject::Stakeholders => "who is affected",
            Subject::Discovery => "how it was discovered",
            Subject::PersonalData => "personal data involved",
            Subject::EffectOnOrganization => "effect on the organization",
            Subject::Services => "services offered",
            Subject::Precautions => "what customers can do",
            Subject::Compensation => "compensation",
            Subject::OngoingActions => "what is being done",
            Subject::Restoration => "restoration and prevention",
            Subject::MediaContact => "media contact",
            Subject::CustomerContact => "customer contact",
            Subject::NextUpdate => "time of the next update",
            Subject::UnknownsNamed => "unknowns named",
            Subject::Empathy => "empathy",
            Subject::ApologyWithResponsibility => "apology with responsibility",
            Subject::ApologyWithoutResponsibility => "apology without responsibility",
            Subject::BlameShift => "shifting blame",
            Subject::Minimizing => "minimizing",
            Subject::MarketingCopy => "marketing copy",
            Subject::TakenSeriously => "“we take security seriously”",
            Subject::Legalese => "legalese",
            Subject::Absolutes => "absolute promises",
            Subject::Speculation => "speculation",
            Subject::PassiveOwnFault => "passive voice about own fault",
        }
    }

    /// Returns the part of the document to which it belongs.
    pub fn group(self) -> Group {
        match self {
            subject if subject <= Subject::Restoration => Group::Details,
            subject if subject <= Subject::UnknownsNamed => Group::Contacts,
            _ => Group::Tone,
        }
    }

    /// Returns the subject in which a detail of the playbook shows; nothing for responsibility, which claims
    /// decide.
    pub fn of(detail: Detail) -> Option<Subject> {
        Some(match detail {
            Detail::Stakeholders => Subject::Stakeholders,
            Detail::Discovery => Subject::Discovery,
            Detail::PersonalData => Subject::PersonalData,
            Detail::EffectOnOrganization => Subject::EffectOnOrganization,
            Detail::Services => Subject::Services,
            Detail::Precautions => Subject::Precautions,
            Detail::Compensation => Subject::Compensation,
            Detail::OngoingActions => Subject::OngoingActions,
            Detail::Restoration => Subject::Restoration,
            Detail::MediaContact => Subject::MediaContact,
            Detail::CustomerContact => Subject::CustomerContact,
            Detail::Compassion => Subject::Empathy,
            Detail::Responsibility => return None,
        })
    }
}

/// How far something was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Label {
    /// Not at all.
    #[default]
    #[serde(rename = "no", alias = "No")]
    No,
    /// Vaguely, or as not known yet.
    #[serde(rename = "partial", alias = "Partial")]
    Partial,
    /// Plainly.
    #[serde(rename = "yes", alias = "Yes")]
    Yes,
}

impl Label {
    /// Returns the word for it.
    pub fn word(self) -> &'static str {
        match self {
            Label::No => "no",
            Label::Partial => "partial",
            Label::Yes => "yes",
        }
    }
}

/// Words of a text.
///
/// `start` and `end` count characters (Unicode scalar values) from the beginning of the text, not bytes; the end
/// is exclusive. In Python `text[start:end]` is the span.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The first character.
    pub start: usize,
    /// Behind the last character.
    pub end: usize,
    /// The words themselves.
    pub text: String,
}

impl Span {
    /// Returns the bytes of the span in its text.
    pub fn bytes(&self, text: &str) -> std::ops::Range<usize> {
        let at = |count: usize| text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
        let start = at(self.start);
        start..(start + self.text.len()).min(text.len())
    }
}

/// What was found about one subject.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// How far.
    pub label: Label,
    /// The words that decided, in the order of the text; where it is found in full, only those that say so.
    pub spans: Vec<Span>,
}
