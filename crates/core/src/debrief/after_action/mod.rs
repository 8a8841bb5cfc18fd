//! The after-action report and improvement plan (AAR/IP), structured as in HSEEP.
//!
//! The report is filled in from the record as far as possible at EndEx, and a reviewer refines it. Each text that a
//! reviewer may change is an [`Edited`], which keeps the generated text together with the edited text and its
//! author. Edits are entries of the session's log ([`crate::session::edit`]), so the `.drill` file alone is enough
//! to reproduce the report.
//!
//! - [`overview`]: what was exercised, when, by whom and with which limitations.
//! - [`capability`]: a rating for each objective and core capability, with strengths and areas for improvement.
//! - [`finding`]: the wording of a strength or an area for improvement.
//! - [`plan`]: corrective actions with owners and dates.
//! - [`participant`]: the people and roles that took part.
//! - [`annotation`]: reviewers' remarks on the record.
//! - [`edited`]: texts that reviewers may change.

pub mod annotation;
pub mod capability;
pub mod edited;
pub mod finding;
pub mod overview;
pub mod participant;
pub mod plan;

use serde::Serialize;

pub use annotation::Annotation;
pub use capability::{CapabilityAnalysis, ObjectiveMark, ObjectiveOf, TaskMark};
pub use edited::{Change, Edited, Stamp};
pub use finding::{ReportedFinding, Struck};
pub use overview::OverviewLine;
pub use participant::Participant;
pub use plan::PlanLine;

use crate::scenario::RollUp;
use crate::scoring::{Record, Scorecard};
use crate::session::{Edit, Session};
use edited::Changes;

/// An after-action report ready for review and signature.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AfterAction {
    /// Whether the report is a draft or final.
    pub status: Status,
    /// Exercise overview.
    pub overview: Vec<OverviewLine>,
    /// Dates on which the exercise was held.
    pub dates: Edited,
    /// Summary in one or two sentences.
    pub summary: Edited,
    /// Rule that derives the rating of a capability from its critical tasks.
    pub roll_up: RollUp,
    /// Analysis of each core capability under each objective.
    pub capabilities: Vec<CapabilityAnalysis>,
    /// Corrective actions.
    pub improvement_plan: Vec<PlanLine>,
    /// Participants.
    pub participants: Vec<Participant>,
    /// Reviewers' remarks on the record.
    pub annotations: Vec<Annotation>,
}

impl AfterAction {
    /// Iterates over all strengths and areas for improvement.
    pub(super) fn findings_mut(&mut self) -> impl Iterator<Item = &mut ReportedFinding> {
        self.capabilities.iter_mut().flat_map(|capability| capability.strengths.iter_mut().chain(&mut capability.areas))
    }
}

/// Whether a report is a draft or final.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Status {
    /// Who declared the report final; absent while it is a draft.
    pub finalized: Option<Stamp>,
    /// Number of edits made since then.
    pub edits_since: usize,
}

impl Status {
    /// Returns whether the report is final.
    pub fn is_final(&self) -> bool {
        self.finalized.is_some()
    }

    fn of(changes: &Changes<'_>) -> Self {
        let mut status = Status::default();
        for (stamp, edit) in changes.iter() {
            status = match edit {
                Edit::Final => Status { finalized: Some(stamp.clone()), edits_since: 0 },
                Edit::Draft => Status::default(),
                _ => Status { edits_since: status.edits_since + usize::from(status.is_final()), ..status },
            };
        }
        status
    }
}

/// Returns the report of a session, including all edits by reviewers.
pub(super) fn report(session: &Session, scorecard: &Scorecard, summary: &str) -> AfterAction {
    let record = Record { scenario: session.scenario(), timeline: session.timeline(), entries: session.entries() };
    let changes = Changes::of(session.entries());
    let capabilities = capability::analyze(scorecard, &record, &changes);
    AfterAction {
        status: Status::of(&changes),
        overview: overview::lines(session, scorecard, &capabilities, &changes),
        dates: overview::dates(&changes),
        summary: changes.text(summary, |edit| match edit {
            Edit::Summary(text) => Some(text.clone()),
            _ => None,
        }),
        roll_up: session.scenario().playbook.roll_up,
        improvement_plan: plan::lines(&capabilities, &record, &changes),
        capabilities,
        participants: participant::participants(session, &changes),
        annotations: annotation::annotations(&changes),
    }
}
