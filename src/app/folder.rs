//! The folders of the user: where sessions, the user's scenarios and the settings are stored.
//!
//! [`crate::dirs`] knows the locations; tests pass a folder of their own. New sessions and comparisons get
//! unused names, so that no file is ever overwritten.

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::dirs;
use goldenhour_core::id::ScenarioId;
use goldenhour_core::simulation::Seed;

/// The name of the file with the settings.
const SETTINGS: &str = "settings.ron";

/// Where the window finds and keeps things.
#[derive(Clone, Debug)]
pub struct Folders {
    /// Sessions and exports.
    pub sessions: PathBuf,
    /// Folders with scenarios, besides those built in.
    pub scenarios: Vec<PathBuf>,
    /// The file with the settings.
    pub settings: PathBuf,
}

impl Folders {
    /// Returns the folders within a home.
    pub fn within(home: &Path) -> Self {
        Folders {
            sessions: home.join("sessions"),
            scenarios: vec![home.join("scenarios")],
            settings: home.join(SETTINGS),
        }
    }

    /// Returns this user's folders.
    pub fn of_user() -> Self {
        Folders {
            sessions: dirs::sessions(),
            scenarios: dirs::scenario_folders(),
            settings: dirs::home().join(SETTINGS),
        }
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

    /// Returns an unused path for a comparison of sessions of one scenario or of several, and makes the folder for it.
    ///
    /// # Errors
    /// Where the folder cannot be made.
    pub fn new_comparison(&self, scenario: Option<&ScenarioId>) -> io::Result<PathBuf> {
        std::fs::create_dir_all(&self.sessions)?;
        let subject = scenario.map_or("scenarios", ScenarioId::as_str);
        let name = |count: u32| self.sessions.join(format!("comparison-{subject}-{count:03}.md"));
        let unused = (1..u32::MAX).map(name).find(|path| !path.exists());
        unused.ok_or_else(|| io::Error::other("every name for a comparison is taken"))
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
