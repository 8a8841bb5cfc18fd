//! Why something fell short, as far as the record shows it, and what the record does not say.
//!
//! The analysis of a criterion takes it apart into the parts that cost credit and asks of each what kind of thing went
//! wrong: not done, too late, not approved in time, said before it was known, contradicted later, nobody there to do
//! it, nobody with a hand free, something in the words, done in part only, or something that should not have come about. Every answer is an
//! observation of the record with the entries it stands on; none is a guess about people. Where the record does not
//! say why, the analysis says that it does not, so that somebody can ask.
//!
//! The rules, by kind:
//!
//! - *Not approved in time*: the draft was there before credit began to fall, the approval was not.
//! - *Nobody there*: the role that led it came to work only after credit began to fall, or never.
//! - *No hand free*: the role was at its limit for at least half of the time there was.
//! - *Said before it was known*: a claim that was true and that the team could not know when it made it.
//! - *Contradicted later*: a claim that was not so; whether it came out or was left standing.
//!
//! - [`course`]: how a work went, from the decision to what came of it.
//! - [`shortfall`]: the parts of a criterion that cost credit.
//! - [`words`]: what was said and did not hold.

mod course;
mod shortfall;
mod words;

use serde::Serialize;

use crate::scenario::Criterion;
use crate::scoring::{CriterionScore, EvidenceItem, Record};
use shortfall::Inquiry;

/// The most causes that an analysis names; what costs most comes first in a playbook anyway.
const MOST: usize = 5;

/// What kind of thing went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum CauseKind {
    /// It was not done.
    NotDone,
    /// It was done too late.
    TooLate,
    /// The draft was there in time, and the approval was not.
    NotApprovedInTime,
    /// It was said before it could be known.
    SaidBeforeKnown,
    /// What was said was not so.
    ContradictedLater,
    /// The role was not at work.
    RoleAbsent,
    /// The role had no hand free, or was too tired.
    RoleOverloaded,
    /// The words lacked something, or had something that they should not.
    Wording,
    /// It was done in part.
    DoneInPart,
    /// It came about and should not have.
    CameAbout,
}

impl CauseKind {
    /// Returns the name for people.
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
pub struct RootCause {
    /// What kind of thing.
    pub kind: CauseKind,
    /// In one or two sentences.
    pub text: String,
    /// What it stands on.
    pub evidence: Vec<EvidenceItem>,
}

/// Why a criterion fell short.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Analysis {
    /// What the record shows.
    pub causes: Vec<RootCause>,
    /// What the record does not say.
    pub missing: Vec<String>,
}

impl Analysis {
    /// Returns the whole analysis as prose.
    pub fn text(&self) -> String {
        let causes = self.causes.iter().map(|cause| format!("{}: {}", cause.kind.title(), cause.text));
        let missing = (!self.missing.is_empty()).then(|| format!("Not on record: {}.", self.missing.join("; ")));
        causes.chain(missing).collect::<Vec<String>>().join(" ")
    }
}

/// Analyzes a criterion that fell short.
pub fn analyze(criterion: &Criterion, score: &CriterionScore, record: &Record<'_>) -> Analysis {
    let mut inquiry = Inquiry::new(score, *record);
    inquiry.take_apart(&criterion.evidence);
    let mut found = inquiry.conclude();
    let others = found.causes.len().saturating_sub(MOST);
    found.causes.truncate(MOST);
    if let Some(last) = found.causes.last_mut().filter(|_| others > 0) {
        last.text = format!("{} {others} more such causes are in the evidence.", last.text);
    }
    found
}
