//! Commands of the comparison screen.

use std::path::PathBuf;

/// A user action for selecting and comparing sessions.
#[derive(Clone, Debug)]
pub enum CompareCommand {
    /// Selects or deselects a session in the library.
    Pick(PathBuf),
    /// Clears the selection.
    PickNone,
    /// Replays, scores and compares the selected sessions.
    Show,
    /// Returns to the library with the compared sessions selected.
    Choose,
    /// Sets whether the list is limited to criteria in which the sessions differ.
    OnlyDifferent(bool),
    /// Exports the comparison as Markdown.
    Export,
}
