//! What the library shows: scenarios, recent sessions with their results, and the search.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::result::Results;
use crate::app::compare::state::MOST;
use crate::app::folder::Folders;
use goldenhour_core::diagnostic::Diagnostics;
use goldenhour_core::id::ScenarioId;
use goldenhour_core::scenario::library::Origin;
use goldenhour_core::scenario::{Scenario, library};
use goldenhour_core::session::{Entry, ReadError, Recorded};
use goldenhour_core::time::SimTime;

/// The most sessions that the library lists.
const MOST_SESSIONS: usize = 12;

/// What the library shows.
#[derive(Default)]
pub struct Library {
    /// Scenarios, loaded or broken.
    pub scenarios: Vec<LibraryScenario>,
    /// Recent sessions, newest first.
    pub sessions: Vec<SessionCard>,
    /// Results of debriefed sessions.
    pub results: Results,
    /// The search text.
    pub typed: String,
    /// The files of the sessions selected for comparison.
    pub picked: BTreeSet<PathBuf>,
}

impl Library {
    /// Finds scenarios and sessions.
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
        // The easiest first, so that beginners find their first exercise at the top; broken ones last.
        library
            .scenarios
            .sort_by_key(|listed| listed.scenario.as_ref().map_or(u32::MAX, |scenario| scenario.difficulty));
        library.sessions = folders.recent_sessions(MOST_SESSIONS).iter().map(|path| library.session(path)).collect();
        library
    }

    /// Returns whether a scenario matches the search; a broken one is found by its folder's name.
    pub fn shows_scenario(&self, listed: &LibraryScenario) -> bool {
        let slug = listed.origin.slug();
        match &listed.scenario {
            Err(_) => self.finds(&[&slug]),
            Ok(scenario) => {
                let mut texts = vec![&*slug, &scenario.title, &scenario.kind, &scenario.organization.name];
                texts.push(&scenario.summary);
                texts.extend(scenario.objectives.iter().map(|objective| objective.title.as_str()));
                self.finds(&texts)
            }
        }
    }

    /// Returns whether a session matches the search.
    pub fn shows_session(&self, card: &SessionCard) -> bool {
        let file = card.path.to_string_lossy();
        let title = card.known.as_ref().map_or("", |facts| &facts.title);
        self.finds(&[&file, title])
    }

    /// Returns whether a session can be selected or deselected; only [`MOST`] can be compared.
    pub fn can_pick(&self, path: &Path) -> bool {
        self.picked.contains(path) || self.picked.len() < MOST
    }

    fn finds(&self, texts: &[&str]) -> bool {
        let all = texts.join(" ").to_lowercase();
        self.typed.to_lowercase().split_whitespace().all(|word| all.contains(word))
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

/// A scenario of the library.
pub struct LibraryScenario {
    /// Where it was found.
    pub origin: Origin,
    /// The scenario, or what is wrong with it.
    pub scenario: Result<Arc<Scenario>, Diagnostics>,
}

/// A recorded session in the list.
pub struct SessionCard {
    /// Its file.
    pub path: PathBuf,
    /// What is known about it without a replay.
    pub known: Result<SessionFacts, ReadError>,
}

/// What is known about a recorded session without a replay.
pub struct SessionFacts {
    /// The scenario's name, or its id where the scenario is not in the library.
    pub title: String,
    /// The seed.
    pub seed: u64,
    /// The time of its last entry.
    pub until: SimTime,
    /// How many decisions were taken.
    pub decision_count: usize,
    /// Whether it is over.
    pub ended: bool,
}

fn is_end(entry: &Entry) -> bool {
    matches!(entry, Entry::Control { control: goldenhour_core::decision::Control::End, .. })
}
