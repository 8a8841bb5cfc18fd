//! The briefing screen, shown before an exercise starts.

pub mod command;
mod ground_rules;
mod setup;
pub mod state;
pub(super) mod update;
pub(super) mod view;
