//! The replay screen: a recorded session at any point in time.

pub mod command;
pub(super) mod open;
mod scrubber;
pub mod state;
mod topbar;
mod truth;
pub(super) mod update;
pub(super) mod view;
