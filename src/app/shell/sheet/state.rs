//! The sheet that covers the screen.

/// A dialog that covers any screen until it is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Theme, size, language, pacing.
    Settings,
    /// All shortcuts.
    Shortcuts,
    /// Every command by name.
    Palette {
        /// The typed text.
        typed: String,
        /// The position of the marked command in the list of those that match.
        marked: usize,
    },
}
