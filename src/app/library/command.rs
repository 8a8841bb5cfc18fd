//! Commands of the library.

use goldenhour_core::scenario::library::Origin;

/// What can be done in the library.
#[derive(Clone, Debug)]
pub enum LibraryCommand {
    /// Searches for this text.
    Search(String),
    /// Copies a scenario into the user's folder for editing.
    Copy(Origin),
}
