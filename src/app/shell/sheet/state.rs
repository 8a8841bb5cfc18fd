//! The sheet that covers the screen.

/// What lies over any screen until it is put away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Theme, size, language, pacing.
    Settings,
    /// All shortcuts.
    Shortcuts,
    /// Every command by name; with what has been typed and which one is marked.
    Palette {
        /// What was typed.
        typed: String,
        /// The position of the marked command in the list of those that match.
        marked: usize,
    },
}
