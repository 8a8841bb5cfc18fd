//! The format of session files: its version, its limits, and how a file begins.

/// Version of the session format. Format 1 had no reviews or marks, format 2 no postponed injects or anonymous
/// notes, format 3 no edits of the debrief, and format 4 no readings of statements. Files in all formats can be read
/// and continued without conversion.
pub const FORMAT: u32 = 5;

/// First format in which statements say what their texts say. In earlier formats they say what their outlines say.
pub(super) const FIRST_READ: u32 = 5;

/// Maximum size of a session file that is read, in bytes.
pub(super) const LARGEST: u64 = 256 << 20;

/// First characters of every header, in all formats.
pub(super) const OPENING: &str = "(format:";

/// Text that follows near the start of every header. Files written by hand can begin with the same opening.
#[cfg(feature = "native")]
pub(super) const SECOND: &str = ",program:";

/// Number of bytes within which both are found.
#[cfg(feature = "native")]
pub(super) const OPENING_LENGTH: u64 = 64;
