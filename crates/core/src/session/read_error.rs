//! Errors when opening or reading a session file.

use std::io;

use super::format::{FORMAT, LARGEST};
use crate::diagnostic::Diagnostics;
#[cfg(feature = "native")]
use crate::writer::{Cause, WriteError};

/// Reason why a session file cannot be opened or read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The system reported an error.
    #[error("the file cannot be read")]
    Io(#[from] io::Error),
    /// The file cannot be written.
    #[cfg(feature = "native")]
    #[error(transparent)]
    Unwritable(WriteError),
    /// Another program has it open.
    #[error("the file is open in another program")]
    Locked,
    /// The file has other content.
    #[error("not a session file: {0}")]
    NotASession(&'static str),
    /// The file ends within its first line.
    #[error("the file is truncated within its first line and contains no entries")]
    CutOff,
    /// The file exceeds the maximum size of a session.
    #[error("the file is larger than the limit of {} MiB", LARGEST >> 20)]
    TooLarge,
    /// The file was written by a newer version of the program.
    #[error("unsupported format {format}, written by version {program}; this version reads up to format {FORMAT}")]
    Newer {
        /// Format of the file.
        format: u32,
        /// Version of the program that wrote the file.
        program: String,
    },
    /// A line before the last one cannot be parsed.
    #[error("line {line} is damaged at column {column}: {message}")]
    Damaged {
        /// Line, counted from 1.
        line: usize,
        /// Column, counted from 1.
        column: usize,
        /// Message of the parser.
        message: String,
    },
    /// The embedded scenario differs from the one that was recorded.
    #[error("the embedded scenario was altered: its hash does not match the recorded one")]
    Altered,
    /// The embedded scenario cannot be loaded.
    #[error("the embedded scenario cannot be loaded")]
    Scenario(Diagnostics),
}

#[cfg(feature = "native")]
impl From<WriteError> for ReadError {
    fn from(error: WriteError) -> Self {
        match error.cause {
            Cause::InUse => ReadError::Locked,
            _ => ReadError::Unwritable(error),
        }
    }
}
