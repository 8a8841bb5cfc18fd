//! Turning points: what mattered most in a run, and how much of the result was luck.

pub(in crate::app) mod curve;
pub(in crate::app) mod effect;
mod luck;
mod point;
mod progress;
pub mod state;
pub(in crate::app) mod update;
pub(in crate::app) mod view;
