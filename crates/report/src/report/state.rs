//! A state in the report: a word, a symbol and a style key, so that its meaning never depends on color.

use serde::Serialize;

/// A state, shown as a word with a symbol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct State {
    /// Word shown to readers.
    pub word: &'static str,
    /// Symbol shown next to the word.
    pub sign: &'static str,
    /// CSS class.
    pub key: &'static str,
}
