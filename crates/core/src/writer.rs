//! Atomic file output: a file is either written completely or not changed at all.
//!
//! The content goes to a temporary file in the target's folder, is flushed to disk, and is then renamed over the
//! target. Until the rename, the old file stays intact. After a failure, the old file is unchanged and no temporary
//! file remains. When several files belong together, all of them are on disk before the first is renamed. Symbolic
//! links are followed, so the file they point to is replaced rather than the link. Devices and pipes have no
//! content to preserve and are written directly.
//!
//! Errors from the operating system are converted to one sentence with path and cause, plus a hint. All exports use
//! this module, and so does the first line of a session file; [`session::file`](crate::session::file) appends the
//! other lines in place.

use std::fs::{File, Metadata, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Component, Path, PathBuf};

use tempfile::NamedTempFile;

/// Maximum number of symbolic links to follow.
const MOST_LINKS: usize = 40;

/// Prefix of temporary file names.
const PREFIX: &str = ".goldenhour-";

/// Error for a file that could not be written. The file on disk has not changed.
#[derive(Debug, thiserror::Error)]
#[error("{} cannot be written: {cause}", path.display())]
pub struct WriteError {
    /// Path as given by the caller.
    pub path: PathBuf,
    /// Cause of the failure.
    pub cause: Cause,
}

/// Cause of a failure to write a file.
#[derive(Debug, thiserror::Error)]
pub enum Cause {
    /// The path does not end in a file name.
    #[error("the path has no file name")]
    NoName,
    /// The parent folder does not exist.
    #[error("there is no folder {}", .0.display())]
    NoFolder(PathBuf),
    /// A component of the parent path is not a folder.
    #[error("{} is not a folder", .0.display())]
    NotAFolder(PathBuf),
    /// The path is a folder.
    #[error("it is a folder, not a file")]
    IsFolder,
    /// The folder does not accept files from this user.
    #[error("no permission to write in the folder {}", .0.display())]
    Refused(PathBuf),
    /// The existing file is write-protected.
    #[error("the file is write-protected")]
    Protected,
    /// The file system is read-only.
    #[error("the disk is read-only")]
    ReadOnlyDisk,
    /// The disk or quota is full.
    #[error("the disk is full")]
    Full,
    /// The file name exceeds the system's limit.
    #[error("the name is too long")]
    NameTooLong,
    /// Another program has locked the file.
    #[error("the file is open in another program")]
    InUse,
    /// Symbolic links form a loop.
    #[error("the symbolic link is broken")]
    EndlessLink,
    /// The target is one of the input files.
    #[error("the output would overwrite an input file")]
    Source,
    /// The existing file is of a kind that must not be replaced.
    #[error("a file of another kind already exists there")]
    AnotherKind,
    /// Any other error, in the words of the operating system.
    #[error("{}", in_words(.0))]
    Other(io::Error),
}

impl Cause {
    /// Returns advice on how to fix the problem, if there is any.
    pub fn hint(&self) -> Option<&'static str> {
        Some(match self {
            Cause::NoName | Cause::IsFolder => "give the path of a file",
            Cause::NoFolder(_) => "create the folder, or choose another one",
            Cause::NotAFolder(_) => "choose another folder",
            Cause::Refused(_) => "choose another folder, or change the permissions of this one",
            Cause::Protected => "choose another name, or make the file writable",
            Cause::ReadOnlyDisk => "choose a folder on another disk",
            Cause::Full => "free some space, or choose a folder on another disk",
            Cause::NameTooLong => "choose a shorter name",
            Cause::InUse => "close the file in the other program first",
            Cause::EndlessLink | Cause::Source | Cause::AnotherKind => "choose another name",
            Cause::Other(_) => return None,
        })
    }

    /// Classifies an I/O error for a file in `folder`.
    fn of(error: io::Error, folder: &Path) -> Self {
        match error.kind() {
            ErrorKind::NotFound if folder.is_dir() => Cause::Refused(folder.to_owned()),
            ErrorKind::NotFound => Cause::NoFolder(folder.to_owned()),
            ErrorKind::NotADirectory => Cause::NotAFolder(first_that_is_no_folder(folder)),
            ErrorKind::IsADirectory => Cause::IsFolder,
            ErrorKind::PermissionDenied => Cause::Refused(folder.to_owned()),
            ErrorKind::ReadOnlyFilesystem => Cause::ReadOnlyDisk,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Cause::Full,
            ErrorKind::InvalidFilename => Cause::NameTooLong,
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => Cause::InUse,
            _ => Cause::Other(error),
        }
    }
}

impl WriteError {
    /// Converts an I/O error from writing a file.
    pub fn of(path: &Path, error: io::Error) -> Self {
        // Keep the cause if a lower layer has already determined it.
        error.downcast::<WriteError>().unwrap_or_else(|error| {
            let folder = folder_of(path);
            WriteError { path: path.to_owned(), cause: Cause::of(error, &folder) }
        })
    }
}

/// Writes a file, replacing an existing one.
///
/// # Errors
/// Fails if the file cannot be written. An existing file is then unchanged.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    write_all(&[(path, bytes)])
}

/// Writes files that belong together, replacing existing ones.
///
/// # Errors
/// Fails if one of the files cannot be written. Existing files are then unchanged, except if a rename fails: files
/// renamed before it keep their new content.
pub fn write_all(files: &[(&Path, &[u8])]) -> Result<(), WriteError> {
    let stage = |(path, bytes): &(&Path, &[u8])| {
        let mut staged = Staged::begin(path)?;
        staged.write(bytes)?;
        Ok(staged)
    };
    let staged: Vec<Staged> = files.iter().map(stage).collect::<Result<_, _>>()?;
    staged.into_iter().try_for_each(|staged| staged.put_in_place().map(drop))
}

/// Checks whether a file could be written, so that the user learns of a problem before a long computation rather
/// than after it. The target must not be one of `sources`.
///
/// # Errors
/// Fails if the file could not be written.
pub fn check(path: &Path, sources: &[&Path]) -> Result<(), WriteError> {
    if sources.iter().any(|source| place(source) == place(path)) {
        return Err(WriteError { path: path.to_owned(), cause: Cause::Source });
    }
    Staged::begin(path).map(drop)
}

/// A file that has not replaced its target yet. Dropping it deletes the temporary file.
#[derive(Debug)]
pub struct Staged {
    path: PathBuf,
    target: Target,
}

/// Destination of the bytes.
#[derive(Debug)]
enum Target {
    /// A temporary file next to the target, to be renamed.
    Beside { place: PathBuf, file: NamedTempFile },
    /// A device or pipe. It is opened only when there is something to write, because a reader at the other end
    /// takes its closing for the end of the data.
    Stream { place: PathBuf, file: Option<File> },
}

impl Staged {
    /// Creates a temporary file for `path`, or prepares to write to a device or pipe.
    ///
    /// # Errors
    /// Fails if no file can be created there.
    pub fn begin(path: &Path) -> Result<Self, WriteError> {
        let target = Target::of(path).map_err(|cause| WriteError { path: path.to_owned(), cause })?;
        Ok(Staged { path: path.to_owned(), target })
    }

    /// Writes the bytes and flushes them to disk.
    ///
    /// # Errors
    /// Fails if the system refuses.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), WriteError> {
        let written = match &mut self.target {
            Target::Beside { file, .. } => file.write_all(bytes).and_then(|()| file.as_file().sync_all()),
            Target::Stream { place, file } => open(place).and_then(|opened| {
                let opened = file.insert(opened);
                opened.write_all(bytes).and_then(|()| opened.flush())
            }),
        };
        written.map_err(|error| WriteError::of(&self.path, error))
    }

    /// Renames the temporary file to its target and returns it, still open for writing.
    ///
    /// # Errors
    /// Fails if the system refuses. The old file is then unchanged.
    pub fn put_in_place(self) -> Result<File, WriteError> {
        let path = self.path;
        let refused = |error| WriteError::of(&path, error);
        match self.target {
            Target::Stream { file: Some(file), .. } => Ok(file),
            Target::Stream { place, file: None } => open(&place).map_err(refused),
            Target::Beside { place, file } => {
                let file = file.persist(&place).map_err(|error| refused(error.error))?;
                keep_name(&folder_of(&place));
                Ok(file)
            }
        }
    }

    /// Returns the temporary file, or `None` for a device or pipe.
    pub fn file(&self) -> Option<&File> {
        match &self.target {
            Target::Beside { file, .. } => Some(file.as_file()),
            Target::Stream { .. } => None,
        }
    }
}

/// Returns the system's error message without the error number.
pub fn in_words(error: &io::Error) -> String {
    let said = error.to_string();
    said.split_once(" (os error").map_or(said.as_str(), |(words, _)| words).to_owned()
}

fn open(stream: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).open(stream)
}

impl Target {
    /// Determines where to write for a path.
    fn of(path: &Path) -> Result<Self, Cause> {
        if !matches!(path.components().next_back(), Some(Component::Normal(_) | Component::ParentDir)) {
            return Err(if path.is_dir() { Cause::IsFolder } else { Cause::NoName });
        }
        match std::fs::metadata(path) {
            Ok(old) if old.is_dir() => Err(Cause::IsFolder),
            Ok(old) if old.is_file() => Self::replacing(path, &old),
            Ok(_) => Ok(Target::Stream { place: path.to_owned(), file: None }),
            Err(error) if error.kind() == ErrorKind::NotFound => Self::beside(end_of_links(path)?, None),
            Err(error) => end_of_links(path).and_then(|end| Err(Cause::of(error, &folder_of(&end)))),
        }
    }

    /// Creates a temporary file that will replace an existing file.
    fn replacing(path: &Path, old: &Metadata) -> Result<Self, Cause> {
        if old.permissions().readonly() {
            return Err(Cause::Protected);
        }
        // The lock cannot be checked without read permission, but the file may still be writable.
        if let Ok(file) = File::open(path)
            && matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock))
        {
            return Err(Cause::InUse);
        }
        let place = std::fs::canonicalize(path).map_err(|error| Cause::of(error, &folder_of(path)))?;
        Self::beside(place, Some(old))
    }

    fn beside(place: PathBuf, old: Option<&Metadata>) -> Result<Self, Cause> {
        let folder = folder_of(&place);
        let begun = || {
            let file = builder().tempfile_in(&folder)?;
            if let Some(old) = old {
                file.as_file().set_permissions(old.permissions())?;
            }
            Ok(file)
        };
        match begun() {
            Ok(file) => Ok(Target::Beside { place, file }),
            Err(error) => Err(Cause::of(error, &folder)),
        }
    }
}

/// Returns a builder for temporary files. On Unix it sets the permissions of ordinary new files, because the
/// default would make the file private to the user.
fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder
}

/// Flushes a folder's entries to disk on systems that support it. Failure is harmless because the file itself is
/// already on disk.
fn keep_name(folder: &Path) {
    if cfg!(unix)
        && let Ok(folder) = File::open(folder)
    {
        let _ = folder.sync_all();
    }
}

/// Follows symbolic links to the path where a file would be created.
fn end_of_links(path: &Path) -> Result<PathBuf, Cause> {
    let mut at = path.to_owned();
    for _ in 0..MOST_LINKS {
        match std::fs::read_link(&at) {
            Ok(to) => at = at.parent().unwrap_or(Path::new("")).join(to),
            Err(_) => return Ok(at),
        }
    }
    Err(Cause::EndlessLink)
}

/// Returns the parent folder of a path, or `.` for a bare file name.
fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => PathBuf::from("."),
        Some(folder) => folder.to_owned(),
        None => path.to_owned(),
    }
}

/// Returns the first component of a path that exists and is not a folder.
fn first_that_is_no_folder(folder: &Path) -> PathBuf {
    let mut parts: Vec<&Path> = folder.ancestors().collect();
    parts.reverse();
    let found = parts.into_iter().find(|part| part.exists() && !part.is_dir());
    found.unwrap_or(folder).to_owned()
}

/// Returns a canonical path by which two names of the same file can be compared, even if the file does not exist
/// yet.
fn place(path: &Path) -> PathBuf {
    let end = end_of_links(path).unwrap_or_else(|_| path.to_owned());
    std::fs::canonicalize(&end).unwrap_or_else(|_| {
        let folder = folder_of(&end);
        let folder = std::fs::canonicalize(&folder).unwrap_or(folder);
        end.file_name().map(|name| folder.join(name)).unwrap_or(folder)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the names and contents of all files in a folder.
    fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
        let mut found: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap())
            .map(|entry| {
                let name = entry.file_name().to_string_lossy().into_owned();
                (name, std::fs::read(entry.path()).unwrap_or_default())
            })
            .collect();
        found.sort();
        found
    }

    fn file(name: &str, text: &str) -> (String, Vec<u8>) {
        (name.to_owned(), text.as_bytes().to_vec())
    }

    #[test]
    fn writing_replaces_a_file_and_leaves_no_temporary_files() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        write(&path, b"old").unwrap();
        assert_eq!(contents(folder.path()), [file("a.md", "old")]);
        write(&path, b"new").unwrap();
        assert_eq!(contents(folder.path()), [file("a.md", "new")]);
    }

    #[test]
    fn related_files_are_written_all_or_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let [one, other] = ["one", "other"].map(|name| folder.path().join(name));
        std::fs::write(&one, "old").unwrap();
        std::fs::create_dir(&other).unwrap();
        let refused = write_all(&[(&one, b"new"), (&other, b"new")]).unwrap_err();
        assert!(matches!(refused.cause, Cause::IsFolder));
        assert_eq!(contents(folder.path()), [file("one", "old"), file("other", "")]);
    }

    #[test]
    fn checking_a_target_leaves_no_files() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        check(&path, &[]).unwrap();
        assert_eq!(contents(folder.path()), []);
        std::fs::write(&path, "old").unwrap();
        check(&path, &[&folder.path().join("a.drill")]).unwrap();
        let same = folder.path().join(".").join("a.md");
        assert!(matches!(check(&path, &[&same]).unwrap_err().cause, Cause::Source));
        assert_eq!(contents(folder.path()), [file("a.md", "old")]);
    }

    #[test]
    fn dropping_a_staged_file_keeps_the_old_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        std::fs::write(&path, "old").unwrap();
        let mut staged = Staged::begin(&path).unwrap();
        staged.write(b"half").unwrap();
        drop(staged);
        assert_eq!(contents(folder.path()), [file("a.md", "old")]);
    }

    #[test]
    fn errors_name_the_path_and_the_cause() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("file"), "old").unwrap();
        std::fs::create_dir(at("folder")).unwrap();
        std::fs::write(at("protected"), "old").unwrap();
        let mut protected = std::fs::metadata(at("protected")).unwrap().permissions();
        protected.set_readonly(true);
        std::fs::set_permissions(at("protected"), protected).unwrap();
        std::fs::write(at("locked"), "old").unwrap();
        let locked = File::open(at("locked")).unwrap();
        locked.try_lock().unwrap();
        let before = contents(folder.path());
        let long = "x".repeat(300);
        for (name, cause) in [
            ("none/a.md", "there is no folder"),
            ("none/at/all/a.md", "there is no folder"),
            ("file/a.md", "is not a folder"),
            ("file/deep/a.md", "is not a folder"),
            ("folder", "it is a folder"),
            ("folder/..", "it is a folder"),
            (long.as_str(), "the name is too long"),
            ("protected", "the file is write-protected"),
            ("locked", "the file is open in another program"),
        ] {
            let refused = write(&at(name), b"new").unwrap_err();
            let said = refused.to_string();
            assert!(said.starts_with(&*at(name).to_string_lossy()) && said.contains(cause), "{name}: {said}");
            assert!(refused.cause.hint().is_some(), "{name}");
            assert_eq!(contents(folder.path()), before, "{name}");
        }
        assert!(matches!(write(Path::new(""), b"new").unwrap_err().cause, Cause::NoName));
        assert!(matches!(write(Path::new("/"), b"new").unwrap_err().cause, Cause::IsFolder));
    }

    #[cfg(unix)]
    mod unix {
        use std::os::unix::fs::{PermissionsExt, symlink};

        use super::*;

        #[test]
        fn writing_follows_symlinks_even_to_missing_targets() {
            let folder = tempfile::tempdir().unwrap();
            let at = |name: &str| folder.path().join(name);
            std::fs::create_dir(at("far")).unwrap();
            std::fs::write(at("far/a.md"), "old").unwrap();
            symlink("far/a.md", at("link")).unwrap();
            symlink("far/b.md", at("dangling")).unwrap();
            symlink("nowhere/c.md", at("lost")).unwrap();
            symlink("round", at("round")).unwrap();
            write(&at("link"), b"new").unwrap();
            write(&at("dangling"), b"new").unwrap();
            assert_eq!(contents(&at("far")), [file("a.md", "new"), file("b.md", "new")]);
            assert!(at("link").is_symlink() && at("dangling").is_symlink());
            let refused = write(&at("lost"), b"new").unwrap_err();
            assert!(refused.to_string().ends_with("nowhere"), "{refused}");
            assert!(matches!(write(&at("round"), b"new").unwrap_err().cause, Cause::EndlessLink));
            assert!(at("round").is_symlink());
        }

        #[test]
        fn permissions_are_kept_and_new_files_use_the_default() {
            let folder = tempfile::tempdir().unwrap();
            let at = |name: &str| folder.path().join(name);
            let mode = |name: &str| std::fs::metadata(at(name)).unwrap().permissions().mode() & 0o777;
            std::fs::write(at("old"), "old").unwrap();
            std::fs::write(at("other"), "old").unwrap();
            std::fs::set_permissions(at("old"), std::fs::Permissions::from_mode(0o640)).unwrap();
            write(&at("old"), b"new").unwrap();
            write(&at("new"), b"new").unwrap();
            assert_eq!((mode("old"), mode("new")), (0o640, mode("other")));
        }

        #[cfg(target_os = "linux")]
        #[test]
        fn devices_are_written_directly_and_report_when_full() {
            write(Path::new("/dev/null"), b"gone").unwrap();
            let refused = write(Path::new("/dev/full"), b"lost").unwrap_err();
            assert_eq!(refused.to_string(), "/dev/full cannot be written: the disk is full");
            let refused = write(Path::new("/proc/goldenhour.md"), b"lost").unwrap_err();
            assert_eq!(
                refused.to_string(),
                "/proc/goldenhour.md cannot be written: no permission to write in the folder /proc"
            );
        }
    }
}
