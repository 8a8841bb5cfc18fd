//! Why a session file cannot be used.

use std::io;

use super::format::{FORMAT, LARGEST};
use crate::diagnostic::Diagnostics;
#[cfg(feature = "native")]
use crate::writer::{Cause, WriteError};

/// Why a session file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The system refused.
    #[error("the file cannot be read")]
    Io(#[from] io::Error),
    /// No session can be begun in it.
    #[cfg(feature = "native")]
    #[error(transparent)]
    Unwritable(WriteError),
    /// Another program has it open.
    #[error("the file is open in another program")]
    Locked,
    /// It is something else.
    #[error("this is not a session file: {0}")]
    NotASession(&'static str),
    /// It ends before the first entry could begin.
    #[error("the file was cut off within its first line, so that nothing of the session is left")]
    CutOff,
    /// It is larger than any session.
    #[error("the file is larger than {} MiB, which no session is", LARGEST >> 20)]
    TooLarge,
    /// It was written by a newer program.
    #[error("the file has format {format}, written by version {program}; this program reads up to format {FORMAT}")]
    Newer {
        /// Its format.
        format: u32,
        /// The version that wrote it.
        program: String,
    },
    /// A line in the middle cannot be read.
    #[error("line {line} is damaged, column {column}: {message}")]
    Damaged {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// The scenario within is not the one that was recorded.
    #[error("the scenario within the file was altered: its hash is not the recorded one")]
    Altered,
    /// The scenario within cannot be loaded.
    #[error("the scenario within the file cannot be loaded")]
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
