//! Location of a scenario.

#[cfg(feature = "native")]
use std::path::PathBuf;

/// Where a scenario is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Built into the program, identified by its slug.
    BuiltIn(String),
    /// A folder on disk.
    #[cfg(feature = "native")]
    Folder(PathBuf),
}

impl Origin {
    /// Returns the slug, which is the name of the scenario's folder.
    pub fn slug(&self) -> String {
        match self {
            Origin::BuiltIn(slug) => slug.clone(),
            #[cfg(feature = "native")]
            Origin::Folder(path) => {
                path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
            }
        }
    }

    /// Returns the location in a form suitable for display.
    pub fn place(&self) -> String {
        match self {
            Origin::BuiltIn(_) => "built in".to_owned(),
            #[cfg(feature = "native")]
            Origin::Folder(path) => path.display().to_string(),
        }
    }
}
