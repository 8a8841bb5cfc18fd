//! One file of an exported debrief.

use std::path::{Path, PathBuf};

/// One file of an exported debrief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Name of the part, inserted into the file name if the export has several files; empty for the main file.
    pub part: &'static str,
    /// Content.
    pub bytes: Vec<u8>,
}

impl Document {
    /// Returns the path of this file, given the path of the main one: `x.clocks.csv` for `x.csv`.
    pub fn path(&self, main: &Path) -> PathBuf {
        beside(main, self.part)
    }

    /// Returns the single file of a format that consists of one file.
    pub(crate) fn main(bytes: impl Into<Vec<u8>>) -> Vec<Self> {
        vec![Document { part: "", bytes: bytes.into() }]
    }
}

/// Returns the path of a part, given the path of the main file.
pub(crate) fn beside(main: &Path, part: &str) -> PathBuf {
    match (part, main.extension()) {
        ("", _) => main.to_owned(),
        (part, Some(ending)) => main.with_extension(format!("{part}.{}", ending.to_string_lossy())),
        (part, None) => main.with_extension(part),
    }
}
