//! Sheets: dialogs that cover any screen until they are closed.

pub(super) mod shortcuts;
mod state;
pub(super) mod title;
pub(super) mod view;

pub use state::Sheet;
