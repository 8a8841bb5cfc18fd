//! Sources of scenario files.
//!
//! Loading reads files only through [`Files`]. A folder on disk, a scenario built into the program and the files
//! stored in a session are therefore all loaded in the same way. Paths are relative and use `/` as separator. A
//! path that could leave the folder is rejected before any file is opened. The files that were read are kept as a
//! [`Bundle`]. Two scenarios are identical if their bundles have the same hash.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

#[cfg(feature = "native")]
pub use super::folder::Folder;

/// Error returned when a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// The file does not exist.
    #[error("the file `{0}` does not exist")]
    Missing(String),
    /// The path leads outside the folder.
    #[error("the path `{0}` is outside the scenario folder")]
    Outside(String),
    /// The file exceeds the maximum size.
    #[error("the file `{0}` is larger than 4 MiB")]
    TooLarge(String),
    /// The file is not valid UTF-8.
    #[error("the file `{0}` is not valid UTF-8")]
    NotText(String),
    /// The operating system denied access or reported an error.
    #[error("the file `{0}` cannot be read: {1}")]
    Refused(String, String),
}

/// A source of files.
pub trait Files {
    /// Returns the text of a file.
    ///
    /// # Errors
    /// Returns an error if the file does not exist, is outside the source, or cannot be read.
    fn read(&self, path: &str) -> Result<Arc<str>, FileError>;
}

/// Returns whether a path stays inside its folder: it is relative and contains no `..`, drive letter or backslash.
pub fn stays_inside(path: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
    !path.contains(['\\', ':', '\0']) && path.split('/').all(plain)
}

/// Scenarios built into the program.
#[derive(rust_embed::RustEmbed)]
#[folder = "../../scenarios"]
struct EmbeddedScenarios;

/// Casts built into the program.
#[derive(rust_embed::RustEmbed)]
#[folder = "../../assets/casts"]
#[prefix = "casts/"]
struct Casts;

/// Model constants built into the program.
#[derive(rust_embed::RustEmbed)]
#[folder = "../../assets/model"]
#[prefix = "model/"]
struct Models;

/// Playbooks built into the program.
#[derive(rust_embed::RustEmbed)]
#[folder = "../../assets/playbooks"]
#[prefix = "playbooks/"]
struct Playbooks;

/// Sentence templates and the lexicon built into the program.
#[derive(rust_embed::RustEmbed)]
#[folder = "../../assets/text"]
#[prefix = "text/"]
struct WorldTexts;

/// A folder embedded in the program.
#[derive(Clone, Debug)]
pub enum BuiltIn {
    /// The folder of the scenario with this slug.
    Scenario(String),
    /// The embedded `assets` folder.
    Assets,
}

impl BuiltIn {
    /// Returns the slugs of all built-in scenarios, sorted.
    pub fn scenarios() -> Vec<String> {
        let slug = |path: &str| path.strip_suffix("/scenario.ron").map(str::to_owned);
        let mut slugs: Vec<String> = EmbeddedScenarios::iter().filter_map(|path| slug(&path)).collect();
        slugs.sort();
        slugs
    }

    /// Returns the paths of all files in the folder, sorted.
    pub fn paths(&self) -> Vec<String> {
        let mut paths: Vec<String> = match self {
            BuiltIn::Scenario(slug) => {
                let own = format!("{slug}/");
                EmbeddedScenarios::iter().filter_map(|path| path.strip_prefix(&own).map(str::to_owned)).collect()
            }
            BuiltIn::Assets => {
                let all = Casts::iter().chain(Models::iter()).chain(Playbooks::iter()).chain(WorldTexts::iter());
                all.map(std::borrow::Cow::into_owned).collect()
            }
        };
        paths.sort();
        paths
    }
}

impl Files for BuiltIn {
    fn read(&self, path: &str) -> Result<Arc<str>, FileError> {
        if !stays_inside(path) {
            return Err(FileError::Outside(path.to_owned()));
        }
        let file = match self {
            BuiltIn::Scenario(slug) => EmbeddedScenarios::get(&format!("{slug}/{path}")),
            BuiltIn::Assets => {
                let first = Casts::get(path).or_else(|| Models::get(path));
                first.or_else(|| Playbooks::get(path)).or_else(|| WorldTexts::get(path))
            }
        };
        let file = file.ok_or_else(|| FileError::Missing(path.to_owned()))?;
        let text = std::str::from_utf8(&file.data).map_err(|_| FileError::NotText(path.to_owned()))?;
        Ok(text.into())
    }
}

/// Files held in memory, keyed by path.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Bundle(BTreeMap<String, Arc<str>>);

impl Bundle {
    /// Adds a file, replacing any file with the same path.
    pub fn insert(&mut self, path: &str, text: Arc<str>) {
        self.0.insert(path.to_owned(), text);
    }

    /// Iterates over all files, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Arc<str>)> {
        self.0.iter().map(|(path, text)| (path.as_str(), text))
    }

    /// Returns the hash of all paths and texts, as 64 hexadecimal digits.
    pub fn digest(&self) -> String {
        let mut hasher = Sha256::new();
        for (path, text) in &self.0 {
            for part in [path.as_str(), text] {
                hasher.update((part.len() as u64).to_le_bytes());
                hasher.update(part.as_bytes());
            }
        }
        hasher.finalize().iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

impl Files for Bundle {
    fn read(&self, path: &str) -> Result<Arc<str>, FileError> {
        if !stays_inside(path) {
            return Err(FileError::Outside(path.to_owned()));
        }
        self.0.get(path).cloned().ok_or_else(|| FileError::Missing(path.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_outside_the_folder_are_rejected() {
        for bad in ["../x", "/etc/passwd", "a/../../b", "a//b", "", ".", "c:\\x", "a\\b", "documents/.."] {
            assert!(!stays_inside(bad), "{bad}");
        }
        assert!(stays_inside("documents/dossier.md"));
    }

    #[test]
    fn a_digest_depends_on_every_byte_and_path() {
        let bundle = |path: &str, text: &str| {
            let mut bundle = Bundle::default();
            bundle.insert(path, text.into());
            bundle.digest()
        };
        assert_eq!(bundle("a", "b"), bundle("a", "b"));
        assert_ne!(bundle("a", "b"), bundle("a", "c"));
        assert_ne!(bundle("ab", "c"), bundle("a", "bc"));
    }
}
