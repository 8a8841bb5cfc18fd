//! The comparison of several sessions side by side.

pub mod command;
mod criteria;
mod grid;
mod head;
mod look;
mod mastery;
mod next;
mod result;
pub mod state;
mod summary;
mod trust;
pub(super) mod update;
pub(super) mod view;

pub use state::Shown;
pub use summary::figures;
