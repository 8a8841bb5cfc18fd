//! Helpers shared by several tests: scenario copies on disk that tests can break, and played sessions.

pub mod document;

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use goldenhour_core::decision::{Content, Decision};
use goldenhour_core::ensemble::autopilot;
use goldenhour_core::id::RoleId;
use goldenhour_core::scenario::source::BuiltIn;
use goldenhour_core::scenario::{Scenario, load};
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::{Mode, Session};
use goldenhour_core::simulation::Seed;
use goldenhour_core::statement::{Claim, Says, Statement, draft};
use goldenhour_core::time::SimTime;
use tempfile::TempDir;

/// Slug of the scenario that most tests use.
pub const SKIMMER: &str = "black_friday_skimmer";

/// Returns a built-in scenario.
pub fn scenario(slug: &str) -> Arc<Scenario> {
    Arc::new(load(&BuiltIn::Scenario(slug.to_owned())).expect("built-in scenarios are valid").output)
}

/// Begins a session without a log.
pub fn session(slug: &str, seed: u64) -> Session {
    Session::begin(scenario(slug), Seed(seed), Mode::Headless, Box::new(Unkept))
        .expect("without a log there are no write errors")
}

/// Plays [`SKIMMER`] to its end with an autopilot.
pub fn played(autopilot: &str, seed: u64) -> Session {
    played_in(SKIMMER, autopilot, seed)
}

/// Returns a complete session of [`SKIMMER`] played by an autopilot with seed 1. Each session is played once per
/// test binary and must only be read.
pub fn shared(autopilot: &str) -> MutexGuard<'static, Session> {
    static SILENT: LazyLock<Mutex<Session>> = LazyLock::new(|| Mutex::new(played("silent", 1)));
    static HASTY: LazyLock<Mutex<Session>> = LazyLock::new(|| Mutex::new(played("hasty", 1)));
    static PLAYBOOK: LazyLock<Mutex<Session>> = LazyLock::new(|| Mutex::new(played("playbook", 1)));
    let session = match autopilot {
        "silent" => &SILENT,
        "hasty" => &HASTY,
        "playbook" => &PLAYBOOK,
        other => panic!("no shared session for `{other}`"),
    };
    // A panic in another test does not corrupt the session, because tests only read it.
    session.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Plays a built-in scenario to its end with an autopilot.
pub fn played_in(slug: &str, autopilot: &str, seed: u64) -> Session {
    let mut session = session(slug, seed);
    let end = session.scenario().end();
    let mut player = autopilot::named(autopilot, session.scenario(), Seed(seed)).expect("the autopilot exists");
    autopilot::play(&mut session, player.as_mut(), end, &mut |_| {}).expect("without a log there are no write errors");
    session
}

/// Parses a time.
pub fn at(text: &str) -> SimTime {
    text.parse().expect("the time is valid")
}

/// Returns a decision by the role that is responsible for the action. A statement that only has an outline says what it
/// contains.
pub fn decision(scenario: &Scenario, time: &str, action: &str, content: Content) -> Decision {
    let action = scenario.action(&action.into()).expect("the scenario has this action");
    Decision {
        at: at(time),
        by: RoleId::new(action.role.as_str()),
        action: action.id.clone(),
        content: worded(content, scenario),
        rationale: String::new(),
        confidence: None,
    }
}

/// Puts the outline of a statement into words, unless it has a text of its own.
pub fn worded(mut content: Content, scenario: &Scenario) -> Content {
    if let Content::Statement(statement) | Content::Reply { statement, .. } = &mut content
        && statement.text.is_empty()
    {
        statement.text = draft(statement, scenario);
    }
    content
}

/// Returns an outline with the given claims by topic. [`decision`] puts it into words.
pub fn statement(claims: &[(&str, &str)]) -> Statement {
    let claim = |(topic, claim): &(&str, &str)| Claim { topic: (*topic).into(), says: Says::Option((*claim).into()) };
    Statement { claims: claims.iter().map(claim).collect(), ..Statement::default() }
}

/// A copy of a built-in scenario on disk that a test can break.
pub struct Copy {
    folder: TempDir,
}

impl Copy {
    /// Copies a scenario.
    pub fn of(slug: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder can be created");
        for (path, text) in scenario(slug).bundle().iter() {
            // Leave out built-in files, which an author's folder does not contain either.
            if ["playbook.ron", "model.ron", "phrases.ron", "cast.ron"].contains(&path) {
                continue;
            }
            let target = folder.path().join(path);
            std::fs::create_dir_all(target.parent().expect("the path has a parent"))
                .expect("the temporary folder is writable");
            std::fs::write(target, text.as_bytes()).expect("the temporary folder is writable");
        }
        Copy { folder }
    }

    /// Returns the folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Replaces the first occurrence of `from` in a file, which must contain it.
    pub fn replace(&self, file: &str, from: &str, to: &str) {
        let path = self.file(file);
        let text = std::fs::read_to_string(&path).expect("the file exists");
        assert!(text.contains(from), "{file} does not contain `{from}`");
        std::fs::write(path, text.replacen(from, to, 1)).expect("the temporary folder is writable");
    }

    /// Writes a whole file.
    pub fn write(&self, file: &str, text: &str) {
        std::fs::write(self.file(file), text).expect("the temporary folder is writable");
    }

    /// Returns the text of a file.
    pub fn read(&self, file: &str) -> String {
        std::fs::read_to_string(self.file(file)).expect("the file exists")
    }

    fn file(&self, file: &str) -> PathBuf {
        self.path().join(file)
    }
}
