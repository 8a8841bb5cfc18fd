//! The debrief as text: every number rounded, every time formatted, every state shown as a word with a symbol.
//!
//! All templates for human readers are filled from a [`Report`]. Its fields are already formatted, so a template
//! decides the layout but never the wording. A *sign* is a single character next to a word, so that no meaning
//! depends on color. A *key* is a CSS class. A [`Cell`] is an editable text together with its generated version.
//!
//! [`body`] defines the complete report. Each section has a module of its own.

mod after_action;
mod blank;
mod body;
mod cell;
mod clock;
mod confidence;
mod evaluation;
mod evidence;
mod figure;
mod knowledge;
mod log;
mod own_review;
mod rating;
mod remark;
mod response;
mod sentence;
mod state;
mod statement;
mod step;
mod story;
mod team;

pub use after_action::{
    CapabilityRow, CauseRow, ExercisePart, ExerciseRow, FindingRow, ParticipantRow, PlanRow, TaskRow,
};
pub use body::Report;
pub use cell::Cell;
pub use clock::ClockRow;
pub use confidence::ConfidenceRow;
pub use evaluation::EvaluationRow;
pub use evidence::EvidenceRow;
pub use figure::{Figure, LossRow};
pub use knowledge::KnowledgeRow;
pub use log::LogRow;
pub use own_review::ReviewRow;
pub use rating::RatingRow;
pub use response::ResponseRow;
pub use state::State;
pub use statement::{ClaimRow, StatementRow};
pub use step::{CriterionRow, StepRow};
pub use story::{Moment, StoryRow};
pub use team::TeamRow;

pub(crate) use clock::trigger;
pub(crate) use statement::{audience, soundness};
