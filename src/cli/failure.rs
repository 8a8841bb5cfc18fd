//! Why a command did not do what was asked, and the exit code that follows.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::ExitCode;

use super::terminal;
use goldenhour_core::diagnostic::Diagnostics;
use goldenhour_core::session::ReadError;
use goldenhour_core::session::replay::ReplayError;
use goldenhour_core::writer::{WriteError, in_words};

/// What kind of failure it is; decides the exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The answer is no: exit code 1.
    No,
    /// Bad input or usage: exit code 2.
    Input,
    /// The reader of standard output has gone away: not an error, exit code 0.
    BrokenPipe,
}

/// Why a command did not do what was asked.
#[derive(Debug)]
pub struct Failure {
    kind: Kind,
    message: String,
    hints: Vec<String>,
    diagnostics: Diagnostics,
}

impl Failure {
    /// Returns a failure because of bad input.
    pub fn input(message: impl Into<String>) -> Self {
        Failure { kind: Kind::Input, message: message.into(), hints: Vec::new(), diagnostics: Diagnostics::default() }
    }

    /// Returns that the answer is no.
    pub fn no(message: impl Into<String>) -> Self {
        Failure { kind: Kind::No, ..Failure::input(message) }
    }

    /// Returns that the reader of standard output has gone away.
    pub fn broken_pipe() -> Self {
        Failure { kind: Kind::BrokenPipe, ..Failure::input("") }
    }

    /// Returns a failure because of everything that is wrong with what an author wrote.
    pub fn diagnosed(message: impl Into<String>, diagnostics: Diagnostics) -> Self {
        Failure { diagnostics, ..Failure::input(message) }
    }

    /// Returns a failure because a session file cannot be read.
    pub fn reading(path: &Path, error: &ReadError) -> Self {
        let failure = Failure::input(format!("{}: {error}", path.display()));
        match error {
            ReadError::Io(cause) => Failure::unread(path, cause),
            ReadError::Unwritable(error) => Failure::unwritten(error),
            ReadError::Newer { program, .. } => failure.hint(format!("version {program} or later is needed")),
            ReadError::Locked => failure.hint("close it there first"),
            ReadError::Altered => failure.hint("the file was changed by hand; take the original"),
            ReadError::Scenario(diagnostics) => Failure { diagnostics: diagnostics.clone(), ..failure },
            ReadError::CutOff | ReadError::Damaged { .. } => failure.hint("take a copy of the file, if there is one"),
            ReadError::NotASession(_) | ReadError::TooLarge => {
                failure.hint("sessions are written by `goldenhour run --out FILE.drill` and by the window")
            }
        }
    }

    /// Returns a failure because a file cannot be read.
    pub fn unread(path: &Path, error: &io::Error) -> Self {
        let cause = match error.kind() {
            ErrorKind::NotFound if path.is_symlink() => "the link leads to no file".to_owned(),
            ErrorKind::NotFound => "there is no such file".to_owned(),
            ErrorKind::IsADirectory => "it is a folder".to_owned(),
            ErrorKind::NotADirectory => "a part of its path is not a folder".to_owned(),
            ErrorKind::PermissionDenied => "this user may not read it".to_owned(),
            ErrorKind::InvalidFilename => "the name is too long".to_owned(),
            ErrorKind::InvalidData => "it is not UTF-8 text".to_owned(),
            _ if path.is_symlink() => "the link leads to no file".to_owned(),
            _ => in_words(error),
        };
        Failure::input(format!("{} cannot be read: {cause}", path.display()))
    }

    /// Returns a failure because a session does not come out as recorded.
    pub fn replaying(path: &Path, error: ReplayError) -> Self {
        match error {
            ReplayError::Read(error) => Failure::reading(path, &error),
            ReplayError::Diverged(divergence) => Failure::no(format!("{}: {divergence}", path.display()))
                .hint("the file was altered, or was recorded by another version of the program"),
        }
    }

    /// Returns a failure because a file cannot be written, as the system says.
    pub fn writing(path: &Path, error: io::Error) -> Self {
        Failure::unwritten(&WriteError::of(path, error))
    }

    /// Returns a failure because a file cannot be written.
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

    /// Says what went wrong and returns the exit code.
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
