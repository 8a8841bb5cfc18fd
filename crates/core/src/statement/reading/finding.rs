//! Subjects that are looked for in a statement, and the findings for each.
//!
//! There are 24 subjects: the nine details of the playbook, contacts and candor, and tone. Each is found in full,
//! in part or not at all, and the words that serve as evidence are recorded. The keys are part of the JSON output
//! of `goldenhour read --json` and must not change.

use serde::{Deserialize, Serialize};

use crate::scenario::Detail;

/// An element of content or tone that a statement can contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Subject {
    /// Which stakeholders are affected.
    Stakeholders,
    /// How the breach was discovered.
    Discovery,
    /// Which personal data is at risk, if any.
    PersonalData,
    /// How the organization is affected.
    EffectOnOrganization,
    /// Services offered to customers now.
    Services,
    /// What customers can do to protect themselves.
    Precautions,
    /// How customers are compensated for losses.
    Compensation,
    /// Actions in progress.
    OngoingActions,
    /// When normal service will be restored, and what will prevent another breach.
    Restoration,
    /// Contact for the media.
    MediaContact,
    /// Contact for customers.
    CustomerContact,
    /// Time of the next update.
    NextUpdate,
    /// Acknowledgment of what is not known yet.
    UnknownsNamed,
    /// Empathy for those affected.
    Empathy,
    /// An apology that accepts responsibility.
    ApologyWithResponsibility,
    /// An apology or expression of regret that does not accept responsibility.
    ApologyWithoutResponsibility,
    /// Shifting of blame to another party.
    BlameShift,
    /// Playing down of the incident.
    Minimizing,
    /// Praise of the company or advertising.
    MarketingCopy,
    /// The cliché "We take security seriously."
    TakenSeriously,
    /// Legal jargon.
    Legalese,
    /// Absolute promises that cannot be guaranteed.
    Absolutes,
    /// Speculation.
    Speculation,
    /// Use of the passive voice to conceal the organization's own fault.
    PassiveOwnFault,
}

/// Groups of subjects, which are the sections of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The nine details.
    Details,
    /// Contacts and candor.
    Contacts,
    /// Tone.
    Tone,
}

impl Subject {
    /// All subjects in output order.
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

    /// Returns the key used in output and lexicon files.
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

    /// Returns the subject with this key.
    pub fn named(key: &str) -> Option<Subject> {
        Subject::ALL.into_iter().find(|subject| subject.key() == key)
    }

    /// Returns the display title.
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

    /// Returns the group to which the subject belongs.
    pub fn group(self) -> Group {
        match self {
            subject if subject <= Subject::Restoration => Group::Details,
            subject if subject <= Subject::UnknownsNamed => Group::Contacts,
            _ => Group::Tone,
        }
    }

    /// Returns whether the subject is a fault of a statement. Naming it accuses the writers.
    pub fn is_fault(self) -> bool {
        self >= Subject::ApologyWithoutResponsibility
    }

    /// Returns the subject that corresponds to a detail of the playbook. Returns `None` for responsibility, which
    /// is determined by the claims alone.
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

/// Extent to which a subject was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Label {
    /// Not found.
    #[default]
    #[serde(rename = "no", alias = "No")]
    No,
    /// Found only vaguely, or named as not known yet.
    #[serde(rename = "partial", alias = "Partial")]
    Partial,
    /// Found clearly.
    #[serde(rename = "yes", alias = "Yes")]
    Yes,
}

impl Label {
    /// Returns the word used in output.
    pub fn word(self) -> &'static str {
        match self {
            Label::No => "no",
            Label::Partial => "partial",
            Label::Yes => "yes",
        }
    }
}

/// A span of text.
///
/// `start` and `end` are counted in characters (Unicode scalar values) from the beginning of the text, not in
/// bytes. `end` is exclusive. In Python, the span is `text[start:end]`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    /// Index of the first character.
    pub start: usize,
    /// Index after the last character.
    pub end: usize,
    /// Text of the span.
    pub text: String,
}

impl Span {
    /// Returns the byte range of the span in its text.
    pub fn bytes(&self, text: &str) -> std::ops::Range<usize> {
        let at = |count: usize| text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
        let start = at(self.start);
        start..(start + self.text.len()).min(text.len())
    }
}

/// Finding for one subject.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Extent to which the subject was found.
    pub label: Label,
    /// Words that serve as evidence, in text order. If the subject was found in full, only words with that label
    /// are included.
    pub spans: Vec<Span>,
}
