//! The briefing before an exercise.

pub mod command;
mod ground_rules;
mod setup;
pub mod state;
pub(super) mod update;
pub(super) mod view;
