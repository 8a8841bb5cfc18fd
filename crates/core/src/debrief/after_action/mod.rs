//! The after-action report and improvement plan (AAR/IP), in the shape that exercise practice (HSEEP) gives it.
//!
//! Everything stands that the record can give when the drill ends; a person refines it. Each text that somebody may
//! change is an [`Edited`]: what the program wrote, and beside it what was written instead, by whom. The edits
//! are entries of the session's log ([`crate::session::edit`]), so that the `.drill` file alone gives the same report.
//!
//! - [`overview`]: what was exercised, when, by whom and within which limits.
//! - [`capability`]: one mark for each objective and core capability, with strengths and areas.
//! - [`finding`]: how a strength or an area is stated.
//! - [`plan`]: what will change, by whom and by when.
//! - [`participant`]: who took part.
//! - [`annotation`]: remarks of reviewers on the record.
//! - [`edited`]: texts that people may change.

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

/// A report that can be signed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AfterAction {
    /// Whether it is a draft.
    pub status: Status,
    /// What was exercised, when, by whom and within which limits.
    pub overview: Vec<OverviewLine>,
    /// The days on which the exercise was held.
    pub dates: Edited,
    /// One or two sentences that sum it up.
    pub summary: Edited,
    /// How the mark of a capability follows from its critical tasks.
    pub roll_up: RollUp,
    /// How each core capability was performed under each objective.
    pub capabilities: Vec<CapabilityAnalysis>,
    /// What will change.
    pub improvement_plan: Vec<PlanLine>,
    /// Who took part.
    pub participants: Vec<Participant>,
    /// Remarks of reviewers on the record.
    pub annotations: Vec<Annotation>,
}

impl AfterAction {
    /// Goes through all strengths and areas for improvement.
    pub(super) fn findings_mut(&mut self) -> impl Iterator<Item = &mut ReportedFinding> {
        self.capabilities.iter_mut().flat_map(|capability| capability.strengths.iter_mut().chain(&mut capability.areas))
    }
}

/// Whether a report is a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Status {
    /// Who declared it final; none while it is a draft.
    pub finalized: Option<Stamp>,
    /// How many edits were made after that.
    pub edits_since: usize,
}

impl Status {
    /// Returns whether it is final.
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

/// Returns the report of a run, with everything that reviewers changed in it.
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
