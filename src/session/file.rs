//! The `.drill` file: a session as text, one RON value a line, append only.
//!
//! The first line is the header, with the files of the scenario, so that the file stands alone; then come the
//! entries. Each line is written and flushed to disk before its entry is applied. A file that a crash has left
//! with half a line at its end loses that half line and nothing else. While a session is open its file is
//! locked, so that two programs never write the same one.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::log::{Entry, Log, Mode};
use crate::diagnostic::Diagnostics;
use crate::id::ScenarioId;
use crate::scenario::file::dialect;
use crate::scenario::source::Bundle;
use crate::scenario::{Scenario, load};
use crate::simulation::Seed;

/// The number of the session format. Format 1 had no reviews and marks, format 2 no postponed injects and no notes
/// without a name, format 3 no edits of the debrief; all are read, and gone on with, as they are.
pub const FORMAT: u32 = 4;

/// The largest session file that is read, in bytes.
const LARGEST: u64 = 256 << 20;

/// What stands in the first line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The format of the file.
    pub format: u32,
    /// The version of the program that wrote it.
    pub program: String,
    /// The scenario.
    pub scenario: ScenarioId,
    /// The hash of the scenario's files.
    pub digest: String,
    /// The seed.
    pub seed: Seed,
    /// How the session is paced.
    pub mode: Mode,
    /// The scenario's files.
    pub files: Bundle,
}

/// The only part of a header that every version has.
#[derive(Debug, Deserialize)]
struct AnyHeader {
    format: u32,
    #[serde(default)]
    program: String,
}

impl Header {
    /// Returns the header of a new session.
    pub fn new(scenario: &Scenario, seed: Seed, mode: Mode) -> Self {
        Header {
            format: FORMAT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            scenario: scenario.id.clone(),
            digest: scenario.digest(),
            seed,
            mode,
            files: scenario.bundle().clone(),
        }
    }

    /// Returns the header as one line without its end.
    ///
    /// # Panics
    /// Never: headers are plain data.
    pub fn to_line(&self) -> String {
        dialect().to_string(self).expect("headers are plain data")
    }

    /// Loads the scenario from the files within.
    ///
    /// # Errors
    /// Where the files are not those that were recorded, or no longer make a scenario.
    pub fn scenario(&self) -> Result<Arc<Scenario>, ReadError> {
        if self.files.digest() != self.digest {
            return Err(ReadError::Altered);
        }
        load(&self.files).map(|loaded| Arc::new(loaded.output)).map_err(ReadError::Scenario)
    }
}

/// Why a session file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The system refused.
    #[error("the file cannot be read")]
    Io(#[from] io::Error),
    /// Another program has it open.
    #[error("the file is open in another program")]
    Locked,
    /// It is something else.
    #[error("this is not a session file: {0}")]
    NotASession(String),
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

/// A session file that was read.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// The header.
    pub header: Header,
    /// The header line as it stands in the file.
    pub header_line: String,
    /// The entries, each with its line as it stands in the file.
    pub entries: Vec<(String, Entry)>,
    /// The bytes of all whole lines.
    pub whole_bytes: u64,
    /// Whether a torn last line was left out.
    pub torn: bool,
}

impl Recorded {
    /// Reads a session from text.
    ///
    /// # Errors
    /// Where it is no session, is newer than this program, or is damaged before its last line.
    pub fn parse(text: &str) -> Result<Self, ReadError> {
        let whole = text.rfind('\n').map_or(0, |at| at + 1);
        let mut lines = text[..whole].lines();
        let Some(header_line) = lines.next() else {
            return Err(ReadError::NotASession("it has no whole line".to_owned()));
        };
        let header = parse_header(header_line)?;
        let entries = lines.enumerate().map(|(index, line)| parse_entry(line, index + 2)).collect::<Result<_, _>>()?;
        let torn = whole < text.len();
        Ok(Recorded { header, header_line: header_line.to_owned(), entries, whole_bytes: whole as u64, torn })
    }

    /// Reads a session file without locking it.
    ///
    /// # Errors
    /// As [`Recorded::parse`], and where the file cannot be read.
    pub fn read(path: &Path) -> Result<Self, ReadError> {
        let mut file = File::open(path)?;
        Self::parse(&read_text(&mut file)?)
    }
}

fn parse_header(line: &str) -> Result<Header, ReadError> {
    let any: AnyHeader = dialect().from_str(line).map_err(|error| ReadError::NotASession(error.to_string()))?;
    if any.format > FORMAT {
        return Err(ReadError::Newer { format: any.format, program: any.program });
    }
    dialect().from_str(line).map_err(|error| damaged(1, &error))
}

fn parse_entry(line: &str, number: usize) -> Result<(String, Entry), ReadError> {
    let entry = dialect().from_str(line).map_err(|error| damaged(number, &error))?;
    Ok((line.to_owned(), entry))
}

fn damaged(line: usize, error: &ron::error::SpannedError) -> ReadError {
    ReadError::Damaged { line, column: error.span.start.col, message: error.code.to_string() }
}

fn read_text(file: &mut File) -> Result<String, ReadError> {
    let mut bytes = Vec::new();
    file.take(LARGEST).read_to_end(&mut bytes)?;
    // A crash can tear a line within a character; such a line has no end and is left out anyway.
    let valid = match std::str::from_utf8(&bytes) {
        Ok(_) => bytes.len(),
        Err(error) => error.valid_up_to(),
    };
    if bytes[valid..].contains(&b'\n') {
        return Err(ReadError::NotASession("it is not UTF-8 text".to_owned()));
    }
    let cut = valid < bytes.len();
    bytes.truncate(valid);
    let mut text = String::from_utf8(bytes).unwrap_or_default();
    if cut {
        text.push('\u{FFFD}');
    }
    Ok(text)
}

/// A session file that is open for writing, and locked.
#[derive(Debug)]
pub struct DrillFile {
    file: File,
    path: PathBuf,
}

impl DrillFile {
    /// Makes a new, empty session file, replacing an old one.
    ///
    /// # Errors
    /// Where it cannot be written, or another program has it open.
    pub fn create(path: &Path) -> Result<Self, ReadError> {
        let file = OpenOptions::new().write(true).read(true).create(true).truncate(false).open(path)?;
        lock(&file)?;
        file.set_len(0)?;
        Ok(DrillFile { file, path: path.to_owned() })
    }

    /// Opens a session file to go on with it: locks it, reads it, and cuts off a torn last line.
    ///
    /// # Errors
    /// As [`Recorded::parse`], and where the file cannot be read or another program has it open.
    pub fn resume(path: &Path) -> Result<(Self, Recorded), ReadError> {
        let mut file = OpenOptions::new().write(true).read(true).open(path)?;
        lock(&file)?;
        let recorded = Recorded::parse(&read_text(&mut file)?)?;
        file.set_len(recorded.whole_bytes)?;
        file.seek(SeekFrom::End(0))?;
        Ok((DrillFile { file, path: path.to_owned() }, recorded))
    }

    /// Returns where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

fn lock(file: &File) -> Result<(), ReadError> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(ReadError::Locked),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

impl Log for DrillFile {
    fn append(&mut self, line: &str) -> io::Result<()> {
        let end = self.file.stream_position()?;
        let written = self.file.write_all(format!("{line}\n").as_bytes()).and_then(|()| self.file.sync_data());
        if written.is_err() {
            // Take back what was written of it, so that the next line does not join half a line.
            self.file.set_len(end)?;
            self.file.seek(SeekFrom::Start(end))?;
        }
        written
    }
}
