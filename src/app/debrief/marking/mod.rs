//! Overrides: a reviewer gives a criterion another credit.

pub mod state;
pub(in crate::app) mod update;
pub(in crate::app) mod view;
