//! Commands of the comparison.

use std::path::PathBuf;

/// What can be done with several sessions side by side.
#[derive(Clone, Debug)]
pub enum CompareCommand {
    /// Picks a session in the library, or no longer.
    Pick(PathBuf),
    /// Picks none.
    PickNone,
    /// Plays what is picked again, scores it and shows it side by side.
    Show,
    /// Goes back to the library, with what is shown picked.
    Choose,
    /// Whether only criteria are shown in which the sessions differ.
    OnlyDifferent(bool),
    /// Writes the comparison as Markdown.
    Export,
}
