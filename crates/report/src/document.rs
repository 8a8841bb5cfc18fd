//! One file of an exported debrief.

use std::path::{Path, PathBuf};

/// One file of a debrief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The suffix of the file name if there are several files; empty for the main one.
    pub part: &'static str,
    /// The content.
    pub bytes: Vec<u8>,
}

impl Document {
    /// Returns the path of the file, given that of the main one: `x.clocks.csv` for `x.csv`.
    pub fn path(&self, main: &Path) -> PathBuf {
        beside(main, self.part)
    }

    /// Returns the only file of a format that has one.
    pub(crate) fn main(bytes: impl Into<Vec<u8>>) -> Vec<Self> {
        vec![Document { part: "", bytes: bytes.into() }]
    }
}

/// Returns the path of a part, given that of the main file.
pub(crate) fn beside(main: &Path, part: &str) -> PathBuf {
    match (part, main.extension()) {
        ("", _) => main.to_owned(),
        (part, Some(ending)) => main.with_extension(format!("{part}.{}", ending.to_string_lossy())),
        (part, None) => main.with_extension(part),
    }
}
