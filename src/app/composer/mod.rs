//! The composer: drafting, checking and publishing a statement during an exercise.

mod approval;
pub mod command;
pub(super) mod draft;
pub mod draft_check;
mod finding;
mod outlet;
mod outline;
mod preview;
mod remark;
mod said;
pub mod state;
mod topic;
mod topic_state;
pub(super) mod update;
pub(super) mod view;
mod words;
