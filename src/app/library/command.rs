//! Commands for the library screen.

use goldenhour_core::scenario::library::Origin;

/// A user action on the library screen.
#[derive(Clone, Debug)]
pub enum LibraryCommand {
    /// Sets the search text.
    Search(String),
    /// Copies a scenario into the user's scenario folder for editing.
    Copy(Origin),
}
