//! Commands of the library.

use goldenhour_core::scenario::library::Origin;

/// What can be done in the library.
#[derive(Clone, Debug)]
pub enum LibraryCommand {
    /// Shows only what has these words.
    Search(String),
    /// Copies a scenario into the user's own folder, to edit it there.
    Copy(Origin),
}
