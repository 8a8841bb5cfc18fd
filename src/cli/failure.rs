//! Failure of a command: what is printed, and the exit code.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::ExitCode;

use super::terminal;
use goldenhour_core::diagnostic::Diagnostics;
use goldenhour_core::session::ReadError;
use goldenhour_core::session::replay::ReplayError;
use goldenhour_core::writer::{WriteError, in_words};

/// Kind of failure, which determines the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Negative result: exit code 1.
    No,
    /// Invalid input or usage: exit code 2.
    Input,
    /// Broken pipe on standard output; not an error, exit code 0.
    BrokenPipe,
}

/// Reason why a command did not succeed, with hints and diagnostics.
#[derive(Debug)]
pub struct Failure {
    kind: Kind,
    message: String,
    hints: Vec<String>,
    diagnostics: Diagnostics,
}

impl Failure {
    /// Returns a failure due to invalid input or usage.
    pub fn input(message: impl Into<String>) -> Self {
        Failure { kind: Kind::Input, message: message.into(), hints: Vec::new(), diagnostics: Diagnostics::default() }
    }

    /// Returns a failure for a negative result.
    pub fn no(message: impl Into<String>) -> Self {
        Failure { kind: Kind::No, ..Failure::input(message) }
    }

    /// Returns the failure for a broken pipe on standard output.
    pub fn broken_pipe() -> Self {
        Failure { kind: Kind::BrokenPipe, ..Failure::input("") }
    }

    /// Returns a failure due to the given diagnostics about an author's files.
    pub fn diagnosed(message: impl Into<String>, diagnostics: Diagnostics) -> Self {
        Failure { diagnostics, ..Failure::input(message) }
    }

    /// Returns the failure for a session file that cannot be opened or read.
    pub fn reading(path: &Path, error: &ReadError) -> Self {
        let failure = Failure::input(format!("{}: {error}", path.display()));
        match error {
            ReadError::Io(cause) => Failure::unread(path, cause),
            ReadError::Unwritable(error) => Failure::unwritten(error),
            ReadError::Newer { program, .. } => failure.hint(format!("update to version {program} or later")),
            ReadError::Locked => failure.hint("close the file in the other program first"),
            ReadError::Altered => failure.hint("use the original file"),
            ReadError::Scenario(diagnostics) => Failure { diagnostics: diagnostics.clone(), ..failure },
            ReadError::CutOff | ReadError::Damaged { .. } => failure.hint("restore the file from a backup"),
            ReadError::NotASession(_) | ReadError::TooLarge => {
                failure.hint("record a session with `goldenhour run --out FILE.drill` or in the window")
            }
        }
    }

    /// Returns the failure for a file that cannot be read.
    pub fn unread(path: &Path, error: &io::Error) -> Self {
        let cause = match error.kind() {
            ErrorKind::NotFound if path.is_symlink() => "the symbolic link is broken".to_owned(),
            ErrorKind::NotFound => "the file does not exist".to_owned(),
            ErrorKind::IsADirectory => "it is a folder, not a file".to_owned(),
            ErrorKind::NotADirectory => "part of the path is not a folder".to_owned(),
            ErrorKind::PermissionDenied => "permission denied".to_owned(),
            ErrorKind::InvalidFilename => "the name is too long".to_owned(),
            ErrorKind::InvalidData => "it is not valid UTF-8".to_owned(),
            _ if path.is_symlink() => "the symbolic link is broken".to_owned(),
            _ => in_words(error),
        };
        Failure::input(format!("{} cannot be read: {cause}", path.display()))
    }

    /// Returns the failure for a session that cannot be replayed or does not match its recording.
    pub fn replaying(path: &Path, error: ReplayError) -> Self {
        match error {
            ReplayError::Read(error) => Failure::reading(path, &error),
            ReplayError::Diverged(divergence) => Failure::no(format!("{}: {divergence}", path.display()))
                .hint("use the original file, and the version of the program that recorded it"),
        }
    }

    /// Returns the failure for a file that cannot be written, from the system's error.
    pub fn writing(path: &Path, error: io::Error) -> Self {
        Failure::unwritten(&WriteError::of(path, error))
    }

    /// Returns the failure for a file that cannot be written.
    pub fn unwritten(error: &WriteError) -> Self {
        let failure = Failure::input(error.to_string());
        error.cause.hint().into_iter().fold(failure, Failure::hint)
    }

    /// Adds a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Prints the failure to standard error and returns the exit code.
    pub fn report(&self) -> ExitCode {
        if self.kind == Kind::BrokenPipe {
            return ExitCode::SUCCESS;
        }
        terminal::show_diagnostics(&self.diagnostics);
        terminal::error(&self.message);
        self.hints.iter().for_each(|hint| terminal::hint(hint));
        match self.kind {
            Kind::No => ExitCode::from(1),
            Kind::Input => ExitCode::from(2),
            Kind::BrokenPipe => ExitCode::SUCCESS,
        }
    }
}
