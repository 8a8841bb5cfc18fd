//! A recorded session: the header and entries parsed from text.

use serde::Deserialize;

use super::format::{FORMAT, OPENING};
use super::header::Header;
use super::log::Entry;
use super::read_error::ReadError;
use crate::scenario::file::dialect;

/// Maximum number of characters of an error message that are shown, because it can quote the file.
const LONGEST_REASON: usize = 200;

/// The part of a header that all versions have in common.
#[derive(Debug, Deserialize)]
struct AnyHeader {
    format: u32,
    #[serde(default)]
    program: String,
}

/// A parsed session file.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// Header.
    pub header: Header,
    /// Header line, exactly as in the file.
    pub header_line: String,
    /// Entries, each with its exact line in the file.
    pub entries: Vec<(String, Entry)>,
    /// Number of bytes in complete lines.
    pub whole_bytes: u64,
    /// Whether an incomplete last line was skipped.
    pub torn: bool,
}

impl Recorded {
    /// Parses a session from text.
    ///
    /// # Errors
    /// Returns an error if the text is not a session, is newer than this program, or is damaged before its last
    /// line.
    pub fn parse(text: &str) -> Result<Self, ReadError> {
        let whole = text.rfind('\n').map_or(0, |at| at + 1);
        let mut lines = text[..whole].lines();
        let Some(header_line) = lines.next() else {
            return Err(match text {
                "" => ReadError::NotASession("it is empty"),
                text if text.starts_with(OPENING) => ReadError::CutOff,
                _ => ReadError::NotASession("it does not start with a session header"),
            });
        };
        let header = parse_header(header_line)?;
        let entries = lines.enumerate().map(|(index, line)| parse_entry(line, index + 2)).collect::<Result<_, _>>()?;
        let torn = whole < text.len();
        Ok(Recorded { header, header_line: header_line.to_owned(), entries, whole_bytes: whole as u64, torn })
    }
}

fn parse_header(line: &str) -> Result<Header, ReadError> {
    if !line.starts_with(OPENING) {
        return Err(ReadError::NotASession("it does not start with a session header"));
    }
    let any: AnyHeader = dialect().from_str(line).map_err(|error| damaged(1, &error))?;
    if any.format > FORMAT {
        return Err(ReadError::Newer { format: any.format, program: any.program });
    }
    dialect().from_str(line).map_err(|error| damaged(1, &error))
}

fn parse_entry(line: &str, number: usize) -> Result<(String, Entry), ReadError> {
    if line.starts_with(OPENING) {
        let message = "unexpected second header; the file contains more than one session".to_owned();
        return Err(ReadError::Damaged { line: number, column: 1, message });
    }
    let entry = dialect().from_str(line).map_err(|error| damaged(number, &error))?;
    Ok((line.to_owned(), entry))
}

fn damaged(line: usize, error: &ron::error::SpannedError) -> ReadError {
    let reason = error.code.to_string();
    let message = match reason.char_indices().nth(LONGEST_REASON) {
        Some((end, _)) => format!("{}…", &reason[..end]),
        None => reason,
    };
    ReadError::Damaged { line, column: error.span.start.col, message }
}
