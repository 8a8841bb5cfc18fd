//! Locations of the user's files: sessions, scenarios and settings.
//!
//! [`crate::dirs`] determines the default locations. Tests use a temporary folder. New sessions and comparisons get
//! unused file names, so no file is ever overwritten.

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::dirs;
use goldenhour_core::id::ScenarioId;
use goldenhour_core::simulation::Seed;

/// Name of the settings file.
const SETTINGS: &str = "settings.ron";

/// Locations of the user's files.
#[derive(Clone, Debug)]
pub struct Folders {
    /// Folder for sessions and exports.
    pub sessions: PathBuf,
    /// Folders searched for scenarios, in addition to the built-in ones.
    pub scenarios: Vec<PathBuf>,
    /// Settings file.
    pub settings: PathBuf,
}

impl Folders {
    /// Returns the locations within a home folder.
    pub fn within(home: &Path) -> Self {
        Folders {
            sessions: home.join("sessions"),
            scenarios: vec![home.join("scenarios")],
            settings: home.join(SETTINGS),
        }
    }

    /// Returns the locations for the current user.
    pub fn of_user() -> Self {
        Folders {
            sessions: dirs::sessions(),
            scenarios: dirs::scenario_folders(),
            settings: dirs::home().join(SETTINGS),
        }
    }

    /// Returns an unused path for a new session and creates its folder.
    ///
    /// # Errors
    /// Returns an error if the folder cannot be created.
    pub fn new_session(&self, slug: &str, seed: Seed) -> io::Result<PathBuf> {
        std::fs::create_dir_all(&self.sessions)?;
        let name = |count: u32| self.sessions.join(format!("{slug}-{}-{count:03}.drill", seed.0));
        let unused = (1..u32::MAX).map(name).find(|path| !path.exists());
        unused.ok_or_else(|| io::Error::other("no unused session file name left"))
    }

    /// Returns an unused path for a comparison and creates its folder. `scenario` is `None` if the compared
    /// sessions are from different scenarios.
    ///
    /// # Errors
    /// Returns an error if the folder cannot be created.
    pub fn new_comparison(&self, scenario: Option<&ScenarioId>) -> io::Result<PathBuf> {
        std::fs::create_dir_all(&self.sessions)?;
        let subject = scenario.map_or("scenarios", ScenarioId::as_str);
        let name = |count: u32| self.sessions.join(format!("comparison-{subject}-{count:03}.md"));
        let unused = (1..u32::MAX).map(name).find(|path| !path.exists());
        unused.ok_or_else(|| io::Error::other("no unused comparison file name left"))
    }

    /// Returns up to `most` session files, most recently modified first.
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
