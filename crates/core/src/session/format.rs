//! The format of session files: its number, its limits, and how a file begins.

/// The number of the session format. Format 1 had no reviews and marks, format 2 no postponed injects and no notes
/// without a name, format 3 no edits of the debrief; all are read, and gone on with, as they are.
pub const FORMAT: u32 = 4;

/// The largest session file that is read, in bytes.
pub(super) const LARGEST: u64 = 256 << 20;

/// How every header begins, in all formats.
pub(super) const OPENING: &str = "(format:";

/// What follows soon in every header; files written by hand begin alike.
#[cfg(feature = "native")]
pub(super) const SECOND: &str = ",program:";

/// The bytes within which both are found.
#[cfg(feature = "native")]
pub(super) const OPENING_LENGTH: u64 = 64;
