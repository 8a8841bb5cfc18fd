//! State of the open sheet.

/// A modal dialog that can be opened over any screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Theme, zoom, language, pacing and motion.
    Settings,
    /// All keyboard shortcuts.
    Shortcuts,
    /// The command palette.
    Palette {
        /// Search text.
        typed: String,
        /// Position of the highlighted command among the matches.
        marked: usize,
    },
}
