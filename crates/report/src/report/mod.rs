//! The debrief in words: every number rounded, every time formatted, every state with its word and its sign.
//!
//! All templates for human readers are filled from one [`Report`]. Its fields are texts, so a template decides the
//! layout and never the wording. A *sign* is a single character next to a word, so that no meaning depends on color; a
//! *key* is a class for style sheets. A [`Cell`] is a text that people can edit, together with what the program wrote.
//!
//! The whole is [`body`]; each section has a file of its own.

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
