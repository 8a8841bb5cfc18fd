//! A passage of a statement, as a range of bytes in its text.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Byte range in the text of a statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place(
    /// First byte.
    pub usize,
    /// Byte after the last one.
    pub usize,
);

impl Place {
    /// Returns the range of bytes.
    pub fn range(self) -> Range<usize> {
        self.0..self.1
    }

    /// Returns the passage, or an empty text if the place lies outside the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }
}

impl From<Range<usize>> for Place {
    fn from(range: Range<usize>) -> Self {
        Place(range.start, range.end)
    }
}
