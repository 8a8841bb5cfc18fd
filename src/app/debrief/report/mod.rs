//! The after-action report: displayed, edited by a reviewer, and declared final.

pub mod state;
pub(in crate::app) mod update;
pub(in crate::app) mod view;
