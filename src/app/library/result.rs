//! Cached results of debriefed sessions, stored next to the session files so the library can show them without
//! scoring each session again.
//!
//! The cache is never authoritative: a debrief always rescores its session, and a lost cache only leaves the score
//! off the card. All results are in one RON file, keyed by the file name of the session.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use goldenhour_core::id::ScenarioId;
use goldenhour_core::scoring::Scorecard;
use goldenhour_core::writer;
use goldenhour_core::writer::WriteError;

/// Name of the results file in the sessions folder.
const FILE: &str = "results.ron";

/// Result of a debriefed session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SessionResult {
    /// Scenario that was played.
    pub scenario: ScenarioId,
    /// Playbook score, 0 to 100.
    pub playbook: f64,
    /// Outcome score, 0 to 100.
    pub outcome: f64,
}

impl SessionResult {
    /// Extracts the result from a scorecard. A score overridden by an evaluator takes precedence.
    pub fn of(scorecard: &Scorecard) -> Self {
        SessionResult {
            scenario: scorecard.scenario.clone(),
            playbook: scorecard.playbook.total_overridden.unwrap_or(scorecard.playbook.total),
            outcome: scorecard.outcome.total,
        }
    }
}

/// Results for a folder of sessions, keyed by the file name of the session.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Results(BTreeMap<String, SessionResult>);

impl Results {
    /// Reads the results of a folder. Returns no results if the file is missing or damaged.
    pub fn read(folder: &Path) -> Self {
        let text = std::fs::read_to_string(folder.join(FILE)).unwrap_or_default();
        ron::from_str(&text).unwrap_or_default()
    }

    /// Returns the result for the session stored at this path.
    pub fn of(&self, session: &Path) -> Option<&SessionResult> {
        self.0.get(&name(session))
    }

    /// Returns how many sessions of a scenario were debriefed and the result with the highest playbook score.
    pub fn best(&self, scenario: &ScenarioId) -> Option<(usize, &SessionResult)> {
        let own = || self.0.values().filter(|result| result.scenario == *scenario);
        let best = own().max_by(|one, other| one.playbook.total_cmp(&other.playbook))?;
        Some((own().count(), best))
    }

    /// Adds a result and writes the results file to the folder.
    ///
    /// # Errors
    /// Returns an error if the file cannot be written.
    pub fn keep(&mut self, folder: &Path, session: &Path, result: SessionResult) -> Result<(), WriteError> {
        let path = folder.join(FILE);
        let refused = |error| WriteError::of(&path, error);
        self.0.insert(name(session), result);
        let text = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default()).map_err(io::Error::other);
        let text = text.map_err(refused)?;
        std::fs::create_dir_all(folder).map_err(refused)?;
        writer::write(&path, text.as_bytes())
    }
}

fn name(session: &Path) -> String {
    session.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_restored_and_the_best_is_found_per_scenario() {
        let folder = tempfile::tempdir().unwrap();
        let result =
            |scenario: &str, playbook| SessionResult { scenario: ScenarioId::new(scenario), playbook, outcome: 50.0 };
        let mut results = Results::read(folder.path());
        for (file, result) in
            [("a.drill", result("one", 40.0)), ("b.drill", result("one", 70.0)), ("c.drill", result("two", 90.0))]
        {
            results.keep(folder.path(), Path::new(file), result).unwrap();
        }
        let again = Results::read(folder.path());
        assert_eq!(again, results);
        assert_eq!(again.best(&ScenarioId::new("one")), Some((2, &result("one", 70.0))));
        assert_eq!(again.best(&ScenarioId::new("none")), None);
        std::fs::write(folder.path().join(FILE), "damaged").unwrap();
        assert_eq!(Results::read(folder.path()), Results::default());
    }
}
