//! The `.drill` file: a session as append-only text with one RON value per line.
//!
//! The first line is the header, which contains the scenario's files and makes the session file self-contained. The
//! entries follow. Each line is written and flushed to disk before its entry is applied, so a crash can at most
//! leave an incomplete last line, and only that line is lost. An open session file is locked so that two programs
//! never write to it at once. A new session replaces an existing file only when its first line is on disk, and only
//! if the existing file is a session file.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

pub use super::format::FORMAT;
use super::format::{LARGEST, OPENING, OPENING_LENGTH, SECOND};
use super::log::Log;
use super::read_error::ReadError;
use super::recorded::Recorded;
use crate::writer::{Cause, Staged, WriteError};

impl Recorded {
    /// Reads a session file without locking it.
    ///
    /// # Errors
    /// Returns an error in the same cases as [`Recorded::parse`], or if the file cannot be read.
    pub fn read(path: &Path) -> Result<Self, ReadError> {
        let mut file = File::open(path)?;
        Self::parse(&read_text(&mut file)?)
    }
}

fn read_text(file: &mut File) -> Result<String, ReadError> {
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(ReadError::TooLarge);
    }
    // A crash can leave a last line that ends within a character. The line has no line end and is skipped anyway.
    let valid = match std::str::from_utf8(&bytes) {
        Ok(_) => bytes.len(),
        Err(error) => error.valid_up_to(),
    };
    if bytes[valid..].contains(&b'\n') {
        return Err(ReadError::NotASession("it is not valid UTF-8"));
    }
    let cut = valid < bytes.len();
    bytes.truncate(valid);
    let mut text = String::from_utf8(bytes).unwrap_or_default();
    if cut {
        text.push('\u{FFFD}');
    }
    Ok(text)
}

/// Returns the time at which a session file was begun, as far as the file system records it. The earlier of the
/// creation and modification times is used, so that appending to or copying the file does not make the session look
/// newer.
pub fn begun(path: &Path) -> Option<SystemTime> {
    let found = std::fs::metadata(path).ok()?;
    found.created().into_iter().chain(found.modified()).min()
}

/// A session file that is open for writing and locked.
#[derive(Debug)]
pub struct DrillFile {
    path: PathBuf,
    kept: Kept,
}

/// State of the file on disk.
#[derive(Debug)]
enum Kept {
    /// The first line is not written yet, and an existing file is unchanged.
    Begun { staged: Staged, reserved: Reserved },
    /// The file is in place and receives entries. The lock on the replaced file is kept so that a program that has
    /// just opened the old file under this name cannot lock it.
    Open { file: File, is_torn: bool, _before: Option<File> },
    /// The first line could not be written.
    Failed,
}

impl DrillFile {
    /// Begins a new session file, which replaces an existing one when its first line is written.
    ///
    /// # Errors
    /// Returns an error if the file cannot be written, another program has it open, or the existing file is not a
    /// session file.
    pub fn create(path: &Path) -> Result<Self, ReadError> {
        let staged = Staged::begin(path)?;
        let Some(file) = staged.file() else { return Err(another_kind(path)) };
        lock(file)?;
        let reserved = Reserved::of(path)?;
        Ok(DrillFile { path: path.to_owned(), kept: Kept::Begun { staged, reserved } })
    }

    /// Opens a session file to continue it: locks and reads it. An incomplete last line is removed when the next
    /// one is written.
    ///
    /// # Errors
    /// Returns an error in the same cases as [`Recorded::parse`], or if the file cannot be read or another program
    /// has it open.
    pub fn resume(path: &Path) -> Result<(Self, Recorded), ReadError> {
        let mut file = OpenOptions::new().write(true).read(true).open(path)?;
        lock(&file)?;
        let recorded = Recorded::parse(&read_text(&mut file)?)?;
        file.seek(SeekFrom::Start(recorded.whole_bytes))?;
        let kept = Kept::Open { file, is_torn: recorded.torn, _before: None };
        Ok((DrillFile { path: path.to_owned(), kept }, recorded))
    }

    /// Returns the path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// The path of a session file that is not written yet, locked so that no other program begins a session there.
#[derive(Debug)]
struct Reserved {
    path: PathBuf,
    file: Option<File>,
    is_new: bool,
}

impl Reserved {
    fn of(path: &Path) -> Result<Self, ReadError> {
        let refused = |error| ReadError::from(WriteError::of(path, error));
        let is_new = !path.exists();
        let opened = OpenOptions::new().write(true).read(true).create(true).truncate(false).open(path);
        let mut file = opened.map_err(refused)?;
        lock(&file)?;
        let mut opening = Vec::new();
        (&mut file).take(OPENING_LENGTH).read_to_end(&mut opening).map_err(refused)?;
        let text = String::from_utf8_lossy(&opening);
        let is_session = text.starts_with(OPENING) && text.contains(SECOND);
        if !text.is_empty() && !is_session {
            return Err(another_kind(path));
        }
        let path = std::fs::canonicalize(path).map_err(refused)?;
        Ok(Reserved { path, file: Some(file), is_new: is_new && opening.is_empty() })
    }

    /// Releases the path for the file that replaces it, because some systems cannot replace an open file.
    fn release(mut self) -> Option<File> {
        self.is_new = false;
        self.file.take().filter(|_| cfg!(unix))
    }
}

impl Drop for Reserved {
    fn drop(&mut self) {
        if self.is_new {
            // An empty file left behind is harmless.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

fn another_kind(path: &Path) -> ReadError {
    ReadError::Unwritable(WriteError { path: path.to_owned(), cause: Cause::AnotherKind })
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
        let bytes = format!("{line}\n");
        if let Kept::Open { file, is_torn, .. } = &mut self.kept {
            return add(file, is_torn, bytes.as_bytes());
        }
        match std::mem::replace(&mut self.kept, Kept::Failed) {
            Kept::Begun { staged, reserved } => {
                self.kept = put_down(staged, reserved, bytes.as_bytes()).map_err(io::Error::other)?;
                Ok(())
            }
            Kept::Open { .. } | Kept::Failed => Err(io::Error::other("the session file was never created")),
        }
    }
}

/// Writes the first line and moves the file into place.
fn put_down(mut staged: Staged, reserved: Reserved, bytes: &[u8]) -> Result<Kept, WriteError> {
    staged.write(bytes)?;
    let before = reserved.release();
    Ok(Kept::Open { file: staged.put_in_place()?, is_torn: false, _before: before })
}

/// Appends a line to a file, or leaves the file unchanged if that fails.
fn add(file: &mut File, is_torn: &mut bool, bytes: &[u8]) -> io::Result<()> {
    let end = file.stream_position()?;
    if *is_torn {
        file.set_len(end)?;
        *is_torn = false;
    }
    let written = file.write_all(bytes).and_then(|()| file.sync_data());
    if written.is_err() {
        // Remove a partially written line so that the next one does not join it.
        file.set_len(end)?;
        file.seek(SeekFrom::Start(end))?;
    }
    written
}
