//! Sheets: modal dialogs that can be opened over any screen.

pub(super) mod shortcuts;
mod state;
pub(super) mod title;
pub(super) mod view;

pub use state::Sheet;
