//! The library screen: playable scenarios and recent sessions.

pub mod command;
pub mod result;
mod scenario;
mod session;
pub mod state;
pub(super) mod update;
pub(super) mod view;
