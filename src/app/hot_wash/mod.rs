//! The hot wash: the discussion right after an exercise.

pub mod command;
mod context;
mod lessons;
pub(super) mod own_review;
mod questions;
mod remarks;
pub(super) mod reopen;
mod roles;
pub mod state;
mod subjects;
pub(super) mod update;
pub(super) mod view;
