//! One thing that went wrong, by kind.

use serde::Serialize;

use crate::scoring::EvidenceItem;

/// The kind of a root cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum CauseKind {
    /// It was not done.
    NotDone,
    /// It was done too late.
    TooLate,
    /// The draft was finished in time, and the approval was not.
    NotApprovedInTime,
    /// It was claimed before the team could know it.
    SaidBeforeKnown,
    /// The claim was false.
    ContradictedLater,
    /// The role was not at work.
    RoleAbsent,
    /// The role was at its limit, or too tired.
    RoleOverloaded,
    /// The text lacked something, or contained something that it should not.
    Wording,
    /// It was done in part.
    DoneInPart,
    /// It happened and should not have.
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
            CauseKind::ContradictedLater => "Did not hold",
            CauseKind::RoleAbsent => "Nobody there",
            CauseKind::RoleOverloaded => "No hand free",
            CauseKind::Wording => "In the words",
            CauseKind::DoneInPart => "Done in part",
            CauseKind::CameAbout => "Came about",
        }
    }
}

/// One thing that went wrong.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RootCause {
    /// The kind.
    pub kind: CauseKind,
    /// One or two sentences.
    pub text: String,
    /// The evidence for it.
    pub evidence: Vec<EvidenceItem>,
}
