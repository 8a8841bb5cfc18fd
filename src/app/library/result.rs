//! Results of debriefed sessions, stored next to the sessions so that the library can show them at once.
//!
//! They are a cache for the library: a debrief always scores its session again, and a lost file costs only a number
//! on a card. One RON file holds all results, keyed by the name of the session's file.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use goldenhour_core::id::ScenarioId;
use goldenhour_core::scoring::Scorecard;
use goldenhour_core::writer;
use goldenhour_core::writer::WriteError;

/// The name of the file, in the folder of the sessions.
const FILE: &str = "results.ron";

/// The result of a debriefed session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SessionResult {
    /// The scenario.
    pub scenario: ScenarioId,
    /// Points of the playbook, 0 to 100.
    pub playbook: f64,
    /// The outcome, 0 to 100.
    pub outcome: f64,
}

impl SessionResult {
    /// Returns the result from a scorecard.
    pub fn of(scorecard: &Scorecard) -> Self {
        SessionResult {
            scenario: scorecard.scenario.clone(),
            playbook: scorecard.playbook.total_overridden.unwrap_or(scorecard.playbook.total),
            outcome: scorecard.outcome.total,
        }
    }
}

/// The results of a folder of sessions, by the names of their files.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Results(BTreeMap<String, SessionResult>);

impl Results {
    /// Returns the results of a folder; none where the file is missing or damaged.
    pub fn read(folder: &Path) -> Self {
        let text = std::fs::read_to_string(folder.join(FILE)).unwrap_or_default();
        ron::from_str(&text).unwrap_or_default()
    }

    /// Returns the result of a session by the path of its file.
    pub fn of(&self, session: &Path) -> Option<&SessionResult> {
        self.0.get(&name(session))
    }

    /// Returns the best results of a scenario: how often it was debriefed, and the one with most points.
    pub fn best(&self, scenario: &ScenarioId) -> Option<(usize, &SessionResult)> {
        let own = || self.0.values().filter(|result| result.scenario == *scenario);
        let best = own().max_by(|one, other| one.playbook.total_cmp(&other.playbook))?;
        Some((own().count(), best))
    }

    /// Keeps a result in the folder.
    ///
    /// # Errors
    /// Where the file cannot be written.
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
    fn results_come_back_and_the_best_is_found_by_scenario() {
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
