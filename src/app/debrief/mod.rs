//! The debrief: the scored analysis of a session, with turning points, what-ifs, overrides and the report.
//!
//! The larger parts are separate folders with their own state, update and view: [`marking`], [`report`],
//! [`turning`] and [`whatif`].

pub mod command;
mod context;
mod criteria;
mod duties;
mod evidence;
mod export;
mod header;
mod improvement;
mod log;
pub(super) mod look;
pub mod marking;
pub(super) mod open;
mod overview;
pub(super) mod record;
pub mod report;
pub mod state;
mod statements;
mod story;
pub mod turning;
pub(super) mod update;
pub(super) mod view;
pub mod whatif;
