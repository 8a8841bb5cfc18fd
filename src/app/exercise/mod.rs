//! The exercise screen: the running session from the players' point of view.
//!
//! The replay draws the same panels from a recorded session. Commands that views send there go to the replay.

mod action;
mod board;
pub(super) mod clocks;
pub(super) mod column;
pub mod command;
pub(super) mod context;
pub(super) mod decide;
pub(super) mod decisions;
mod documents;
mod end;
pub(super) mod inbox;
mod newsroom;
pub mod pacing;
pub(super) mod plan;
pub(super) mod public_scenario;
pub(super) mod resume;
mod said;
pub(super) mod select;
mod sentiment;
mod social;
pub mod state;
mod steps;
mod strip;
pub(super) mod tab;
pub(super) mod team;
pub(super) mod time;
pub(super) mod topbar;
pub(super) mod update;
pub(super) mod view;
