//! The folders of the user: where sessions are kept and where own scenarios lie.
//!
//! Everything lives in one home: `GOLDENHOUR_HOME` where set, else `goldenhour` in the user's data folder. New
//! sessions get names of their own, so that no drill ever replaces another.

use std::env;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::simulation::Seed;

/// Where the window finds and keeps things.
#[derive(Clone, Debug)]
pub struct Folders {
    /// Sessions and exports.
    pub sessions: PathBuf,
    /// Folders with scenarios, besides those built in.
    pub scenarios: Vec<PathBuf>,
}

impl Folders {
    /// Returns the folders within a home.
    pub fn within(home: &Path) -> Self {
        Folders { sessions: home.join("sessions"), scenarios: vec![home.join("scenarios")] }
    }

    /// Returns the folders that the environment names, and `scenarios` in the working folder.
    pub fn from_environment() -> Self {
        let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let home = set("GOLDENHOUR_HOME")
            .or_else(|| set("XDG_DATA_HOME").map(|folder| folder.join("goldenhour")))
            .or_else(|| set("HOME").map(|folder| folder.join(".local/share/goldenhour")))
            .unwrap_or_else(|| PathBuf::from("goldenhour"));
        let mut folders = Folders::within(&home);
        folders.scenarios.insert(0, PathBuf::from("scenarios"));
        folders
    }

    /// Returns an unused path for a new session, and makes the folder for it.
    ///
    /// # Errors
    /// Where the folder cannot be made.
    pub fn new_session(&self, slug: &str, seed: Seed) -> io::Result<PathBuf> {
        std::fs::create_dir_all(&self.sessions)?;
        let name = |count: u32| self.sessions.join(format!("{slug}-{}-{count:03}.drill", seed.0));
        let unused = (1..u32::MAX).map(name).find(|path| !path.exists());
        unused.ok_or_else(|| io::Error::other("every name for a session is taken"))
    }

    /// Returns the newest session files, newest first.
    pub fn recent_sessions(&self, most: usize) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(&self.sessions).into_iter().flatten().flatten();
        let mut found: Vec<(SystemTime, PathBuf)> = entries
            .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "drill"))
            .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
            .collect();
        found.sort_by(|one, other| other.cmp(one));
        found.into_iter().take(most).map(|(_, path)| path).collect()
    }
}
