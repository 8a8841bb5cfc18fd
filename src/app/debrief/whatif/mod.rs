//! What-ifs: a reviewer changes decisions of the run and sees the effect.

pub mod state;
pub(in crate::app) mod update;
pub(in crate::app) mod view;
