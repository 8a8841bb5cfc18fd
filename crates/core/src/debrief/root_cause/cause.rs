//! A root cause with its kind and evidence.

use serde::Serialize;

use crate::scoring::EvidenceItem;

/// Kind of a root cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CauseKind {
    /// A required action was not done.
    NotDone,
    /// A required action was done too late.
    TooLate,
    /// The draft was finished in time, but the approval was not.
    NotApprovedInTime,
    /// A claim was made before the team could know it.
    SaidBeforeKnown,
    /// A claim was false.
    ContradictedLater,
    /// The role was not active.
    RoleAbsent,
    /// The role was at its capacity, or fatigued.
    RoleOverloaded,
    /// A statement lacked a required property or had an unwanted one.
    Wording,
    /// A required action was done only in part.
    DoneInPart,
    /// An event occurred that should have been prevented.
    CameAbout,
}

impl CauseKind {
    /// Returns the name of the kind.
    pub fn title(self) -> &'static str {
        match self {
            CauseKind::NotDone => "Not done",
            CauseKind::TooLate => "Too late",
            CauseKind::NotApprovedInTime => "Not approved in time",
            CauseKind::SaidBeforeKnown => "Said before it was known",
            CauseKind::ContradictedLater => "Contradicted later",
            CauseKind::RoleAbsent => "Role absent",
            CauseKind::RoleOverloaded => "Role overloaded",
            CauseKind::Wording => "Wording",
            CauseKind::DoneInPart => "Done in part",
            CauseKind::CameAbout => "Should not have happened",
        }
    }
}

/// A root cause of a shortfall.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RootCause {
    /// Kind.
    pub kind: CauseKind,
    /// Description in one or two sentences.
    pub text: String,
    /// Supporting evidence.
    pub evidence: Vec<EvidenceItem>,
}
