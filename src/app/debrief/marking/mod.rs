//! Overrides: a reviewer changes the credit of a criterion.

pub mod state;
pub(in crate::app) mod update;
pub(in crate::app) mod view;
