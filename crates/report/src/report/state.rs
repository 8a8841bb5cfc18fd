//! A state in the report: a word, a sign and a style key, so that its meaning never depends on color.

use serde::Serialize;

/// A state with its word, its sign and its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct State {
    /// For people.
    pub word: &'static str,
    /// Beside the word.
    pub sign: &'static str,
    /// For style sheets.
    pub key: &'static str,
}
