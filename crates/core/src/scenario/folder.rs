//! Reads scenario files from a folder on disk.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::file::LARGEST_FILE;
use super::source::{FileError, Files, stays_inside};

/// A scenario folder on disk.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

impl Folder {
    /// Creates a reader for the folder at `path`.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Folder(path.into())
    }
}

impl Files for Folder {
    fn read(&self, path: &str) -> Result<Arc<str>, FileError> {
        if !stays_inside(path) {
            return Err(FileError::Outside(path.to_owned()));
        }
        let whole = self.0.join(path);
        let refused = |error: std::io::Error| match error.kind() {
            std::io::ErrorKind::NotFound => FileError::Missing(path.to_owned()),
            _ => FileError::Refused(path.to_owned(), error.to_string()),
        };
        let real = whole.canonicalize().map_err(refused)?;
        if !real.starts_with(self.0.canonicalize().map_err(refused)?) {
            return Err(FileError::Outside(path.to_owned()));
        }
        read_text(&real, path)
    }
}

fn read_text(real: &Path, path: &str) -> Result<Arc<str>, FileError> {
    use std::io::Read;
    let refused = |error: std::io::Error| FileError::Refused(path.to_owned(), error.to_string());
    let file = std::fs::File::open(real).map_err(refused)?;
    if !file.metadata().map_err(refused)?.is_file() {
        return Err(FileError::Refused(path.to_owned(), "not a regular file".to_owned()));
    }
    let mut bytes = Vec::new();
    file.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes).map_err(refused)?;
    if bytes.len() > LARGEST_FILE {
        return Err(FileError::TooLarge(path.to_owned()));
    }
    String::from_utf8(bytes).map(Arc::from).map_err(|_| FileError::NotText(path.to_owned()))
}
