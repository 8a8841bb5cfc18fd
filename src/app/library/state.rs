//! State of the library screen: scenarios, recent sessions with their results, and the search text.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::result::Results;
use crate::app::compare::state::MOST;
use crate::app::folder::Folders;
use crate::app::search::Search;
use goldenhour_core::diagnostic::Diagnostics;
use goldenhour_core::id::ScenarioId;
use goldenhour_core::scenario::library::Origin;
use goldenhour_core::scenario::{Scenario, library};
use goldenhour_core::session::{Entry, ReadError, Recorded};
use goldenhour_core::time::SimTime;

/// Maximum number of recent sessions listed.
const MOST_SESSIONS: usize = 12;

/// State of the library screen.
#[derive(Default)]
pub struct Library {
    /// All scenarios found, including those that failed to load.
    pub scenarios: Vec<LibraryScenario>,
    /// Recent sessions, newest first.
    pub sessions: Vec<SessionCard>,
    /// Results of debriefed sessions.
    pub results: Results,
    /// Text in the search field.
    pub typed: String,
    /// Files of the sessions selected for comparison.
    pub picked: BTreeSet<PathBuf>,
}

impl Library {
    /// Scans the folders for scenarios and sessions.
    pub fn look(folders: &Folders) -> Self {
        let listed = |found: library::Found| LibraryScenario {
            origin: found.origin,
            scenario: found.scenario.map(|loaded| Arc::new(loaded.output)),
        };
        let mut library = Library {
            scenarios: library::list(&folders.scenarios).into_iter().map(listed).collect(),
            sessions: Vec::new(),
            results: Results::read(&folders.sessions),
            typed: String::new(),
            picked: BTreeSet::new(),
        };
        // Easiest first, so beginners find their first exercise at the top. Broken scenarios go last.
        library
            .scenarios
            .sort_by_key(|listed| listed.scenario.as_ref().map_or(u32::MAX, |scenario| scenario.difficulty));
        library.sessions = folders.recent_sessions(MOST_SESSIONS).iter().map(|path| library.session(path)).collect();
        library
    }

    /// Returns whether a scenario matches the search. A broken scenario is searched by its folder name only.
    pub fn shows_scenario(&self, listed: &LibraryScenario) -> bool {
        let slug = listed.origin.slug();
        match &listed.scenario {
            Err(_) => self.finds(&[&slug], &[]),
            Ok(scenario) => {
                let objectives = scenario.objectives.iter().map(|objective| objective.title.as_str());
                let descriptions: Vec<&str> =
                    [&*scenario.kind, &scenario.summary].into_iter().chain(objectives).collect();
                self.finds(&[&slug, &scenario.title, &scenario.organization.name], &descriptions)
            }
        }
    }

    /// Returns whether a session matches the search.
    pub fn shows_session(&self, card: &SessionCard) -> bool {
        let path = card.path.to_string_lossy();
        let title = card.known.as_ref().map_or("", |facts| &facts.title);
        self.finds(&[title], &[&path])
    }

    /// Returns whether the selection of a session can be toggled. At most [`MOST`] sessions can be selected.
    pub fn can_pick(&self, path: &Path) -> bool {
        self.picked.contains(path) || self.picked.len() < MOST
    }

    fn finds(&self, names: &[&str], descriptions: &[&str]) -> bool {
        Search::new(&self.typed).finds(names, descriptions)
    }

    fn scenario(&self, id: &ScenarioId) -> Option<&Arc<Scenario>> {
        self.scenarios.iter().filter_map(|listed| listed.scenario.as_ref().ok()).find(|scenario| scenario.id == *id)
    }

    fn session(&self, path: &Path) -> SessionCard {
        let facts = |recorded: Recorded| {
            let scenario = self.scenario(&recorded.header.scenario);
            let until = recorded.entries.last().map_or(SimTime::START, |(_, entry)| entry.at());
            let stopped = recorded.entries.iter().any(|(_, entry)| is_end(entry));
            SessionFacts {
                title: scenario.map_or_else(|| recorded.header.scenario.to_string(), |found| found.title.clone()),
                seed: recorded.header.seed.0,
                until,
                decision_count: recorded.entries.iter().filter(|(_, e)| matches!(e, Entry::Decision(_))).count(),
                ended: stopped || scenario.is_some_and(|scenario| until >= scenario.end()),
            }
        };
        SessionCard { path: path.to_owned(), known: Recorded::read(path).map(facts) }
    }
}

/// A scenario listed in the library.
pub struct LibraryScenario {
    /// Where the scenario was found.
    pub origin: Origin,
    /// The scenario, or the diagnostics if it failed to load.
    pub scenario: Result<Arc<Scenario>, Diagnostics>,
}

/// A recorded session listed in the library.
pub struct SessionCard {
    /// The session file.
    pub path: PathBuf,
    /// Facts read from the file without replaying the session.
    pub known: Result<SessionFacts, ReadError>,
}

/// Facts about a recorded session that are available without a replay.
pub struct SessionFacts {
    /// Scenario title, or the scenario id if the library does not contain the scenario.
    pub title: String,
    /// Random seed.
    pub seed: u64,
    /// Time of the last entry.
    pub until: SimTime,
    /// Number of decisions.
    pub decision_count: usize,
    /// Whether the session has ended.
    pub ended: bool,
}

fn is_end(entry: &Entry) -> bool {
    matches!(entry, Entry::Control { control: goldenhour_core::decision::Control::End, .. })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str) -> Vec<String> {
        let home = tempfile::tempdir().unwrap();
        let mut library = Library::look(&Folders::within(home.path()));
        typed.clone_into(&mut library.typed);
        let shown = library.scenarios.iter().filter(|listed| library.shows_scenario(listed));
        shown.map(|listed| listed.origin.slug()).collect()
    }

    #[test]
    fn the_search_filters_scenarios_and_keeps_their_order() {
        assert_eq!(found(""), ["first_hour", "black_friday_skimmer", "credential_storm", "the_researcher"]);
        assert_eq!(found("stor"), ["credential_storm", "the_researcher"]);
        for (typed, slug) in [
            ("blfr", "black_friday_skimmer"),
            ("Hlwk SKIM", "black_friday_skimmer"),
            ("pregnant bairn", "first_hour"),
            ("hamburg", "the_researcher"),
            ("credential gift", "credential_storm"),
        ] {
            assert_eq!(found(typed), [slug], "{typed}");
        }
        for typed in ["airport", "ransom", "phishing", "hamburg storm", "rnl"] {
            assert_eq!(found(typed), [""; 0], "{typed}");
        }
    }

    #[test]
    fn the_search_finds_sessions_by_title_and_file() {
        let card = SessionCard {
            path: PathBuf::from("/home/sessions/first_hour-7-001.drill"),
            known: Ok(SessionFacts {
                title: "First hour".to_owned(),
                seed: 7,
                until: SimTime::START,
                decision_count: 0,
                ended: false,
            }),
        };
        let home = tempfile::tempdir().unwrap();
        let mut library = Library::look(&Folders::within(home.path()));
        for (typed, is_shown) in
            [("", true), ("fho", true), ("7-001", true), ("HOUR 001", true), ("fd", false), ("storm", false)]
        {
            typed.clone_into(&mut library.typed);
            assert_eq!(library.shows_session(&card), is_shown, "{typed}");
        }
    }
}
