//! Finds scenarios: those built into the program, those in `scenarios/` of the current folder, and those in the
//! user's own folder.

use std::io;
use std::path::{Path, PathBuf};

pub use super::origin::Origin;

use super::folder::Folder;
use super::source::{BuiltIn, Files};
use super::{Scenario, load};
use crate::diagnostic::{Diagnostics, Warned, nearest};

impl Origin {
    /// Returns a reader for the files of the scenario.
    pub fn files(&self) -> Box<dyn Files> {
        match self {
            Origin::BuiltIn(slug) => Box::new(BuiltIn::Scenario(slug.clone())),
            Origin::Folder(path) => Box::new(Folder::new(path)),
        }
    }

    /// Copies the scenario into a new subfolder of `folder` and returns its path. A number is appended to the name
    /// if it is already taken.
    ///
    /// # Errors
    /// Returns an error if a file cannot be read or written. Files written up to that point are kept.
    pub fn copy_into(&self, folder: &Path) -> io::Result<PathBuf> {
        let slug = self.slug();
        let name = |count: u32| folder.join(if count == 1 { slug.clone() } else { format!("{slug}_{count}") });
        let target = (1..u32::MAX).map(name).find(|path| !path.exists());
        let target = target.ok_or_else(|| io::Error::other("no free name for the copy"))?;
        match self {
            Origin::Folder(path) => copy_folder(path, &target)?,
            Origin::BuiltIn(slug) => {
                let files = BuiltIn::Scenario(slug.clone());
                for path in files.paths() {
                    let text = files.read(&path).map_err(io::Error::other)?;
                    let to = target.join(&path);
                    std::fs::create_dir_all(to.parent().unwrap_or(&target))?;
                    std::fs::write(to, &*text)?;
                }
            }
        }
        Ok(target)
    }
}

fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy_folder(&path, &target)?;
        } else {
            std::fs::copy(&path, &target)?;
        }
    }
    Ok(())
}

/// A scenario that was found, and the result of loading it.
#[derive(Debug)]
pub struct Found {
    /// Location of the scenario.
    pub origin: Origin,
    /// The scenario with its warnings, or its errors.
    pub scenario: Result<Warned<Scenario>, Diagnostics>,
}

/// Returns all scenarios: the built-in ones, then those in `folders`. If a slug occurs more than once, the first
/// scenario with that slug is used.
pub fn list(folders: &[PathBuf]) -> Vec<Found> {
    let built_in = BuiltIn::scenarios().into_iter().map(Origin::BuiltIn);
    let mut origins: Vec<Origin> = built_in.collect();
    for folder in folders {
        let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
            .into_iter()
            .flatten()
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.join("scenario.ron").is_file())
            .collect();
        found.sort();
        let known: Vec<String> = origins.iter().map(Origin::slug).collect();
        let new = found.into_iter().map(Origin::Folder).filter(|origin| !known.contains(&origin.slug()));
        origins.extend(new);
    }
    origins.into_iter().map(|origin| Found { scenario: load(origin.files().as_ref()), origin }).collect()
}

/// Error returned when no scenario matches a name.
#[derive(Debug, thiserror::Error)]
#[error("unknown scenario `{name}`")]
pub struct NotFound {
    /// Name that was requested.
    pub name: String,
    /// Name of a similar built-in scenario.
    pub suggestion: Option<String>,
}

/// Finds a scenario by its slug, its folder or a file in its folder.
///
/// # Errors
/// Returns an error if `name` is none of these.
pub fn find(name: &str, folders: &[PathBuf]) -> Result<Origin, NotFound> {
    let path = Path::new(name);
    if path.is_dir() {
        return Ok(Origin::Folder(path.to_owned()));
    }
    if path.is_file() {
        let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        return Ok(Origin::Folder(folder.to_owned()));
    }
    let in_folders = folders.iter().map(|folder| folder.join(name)).find(|path| path.join("scenario.ron").is_file());
    let slugs = BuiltIn::scenarios();
    match in_folders {
        Some(path) if !name.contains(['/', '\\']) && !name.is_empty() => Ok(Origin::Folder(path)),
        _ if slugs.iter().any(|slug| slug == name) => Ok(Origin::BuiltIn(name.to_owned())),
        _ => Err(NotFound {
            name: name.to_owned(),
            suggestion: nearest(name, slugs.iter().map(String::as_str)).map(str::to_owned),
        }),
    }
}
