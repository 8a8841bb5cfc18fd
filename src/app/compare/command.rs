//! Commands of the comparison.

use std::path::PathBuf;

/// What can be done with several sessions.
#[derive(Clone, Debug)]
pub enum CompareCommand {
    /// Selects or deselects a session in the library.
    Pick(PathBuf),
    /// Clears the selection.
    PickNone,
    /// Replays and scores the selected sessions, and compares them.
    Show,
    /// Goes back to the library, with the compared sessions selected.
    Choose,
    /// Whether only criteria are shown in which the sessions differ.
    OnlyDifferent(bool),
    /// Writes the comparison as Markdown.
    Export,
}
