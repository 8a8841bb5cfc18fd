//! What several tests need: scenarios on disk that can be broken, and sessions that were played.

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
use goldenhour_core::statement::{Claim, Says, Statement};
use goldenhour_core::time::SimTime;
use tempfile::TempDir;

/// The slug of the scenario that most tests play.
pub const SKIMMER: &str = "black_friday_skimmer";

/// Returns a built-in scenario.
pub fn scenario(slug: &str) -> Arc<Scenario> {
    Arc::new(load(&BuiltIn::Scenario(slug.to_owned())).expect("built-in scenarios are valid").output)
}

/// Begins a session that is kept nowhere.
pub fn session(slug: &str, seed: u64) -> Session {
    Session::begin(scenario(slug), Seed(seed), Mode::Headless, Box::new(Unkept)).expect("nothing is written")
}

/// Plays a whole session of the scenario that most tests play by an autopilot.
pub fn played(autopilot: &str, seed: u64) -> Session {
    played_in(SKIMMER, autopilot, seed)
}

/// Returns a whole session of the scenario that most tests play, by an autopilot with the first seed, for tests that
/// read it. It is played once in a test binary.
pub fn shared(autopilot: &str) -> MutexGuard<'static, Session> {
    static SILENT: LazyLock<Mutex<Session>> = LazyLock::new(|| Mutex::new(played("silent", 1)));
    static HASTY: LazyLock<Mutex<Session>> = LazyLock::new(|| Mutex::new(played("hasty", 1)));
    static PLAYBOOK: LazyLock<Mutex<Session>> = LazyLock::new(|| Mutex::new(played("playbook", 1)));
    let session = match autopilot {
        "silent" => &SILENT,
        "hasty" => &HASTY,
        "playbook" => &PLAYBOOK,
        other => panic!("no session of `{other}` is shared"),
    };
    // Another test that failed with it in its hands has not changed it.
    session.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Plays a whole session of a built-in scenario by an autopilot.
pub fn played_in(slug: &str, autopilot: &str, seed: u64) -> Session {
    let mut session = session(slug, seed);
    let end = session.scenario().end();
    let mut player = autopilot::named(autopilot, session.scenario(), Seed(seed)).expect("a known name");
    autopilot::play(&mut session, player.as_mut(), end, &mut |_| {}).expect("nothing is written");
    session
}

/// Returns a moment from its spelling.
pub fn at(text: &str) -> SimTime {
    text.parse().expect("a moment")
}

/// Returns a decision led by the role whose duty it is.
pub fn decision(scenario: &Scenario, time: &str, action: &str, content: Content) -> Decision {
    let action = scenario.action(&action.into()).expect("an action of the scenario");
    Decision {
        at: at(time),
        by: RoleId::new(action.role.as_str()),
        action: action.id.clone(),
        content,
        rationale: String::new(),
        confidence: None,
    }
}

/// Returns a statement with claims by topic.
pub fn statement(claims: &[(&str, &str)]) -> Statement {
    let claim = |(topic, claim): &(&str, &str)| Claim { topic: (*topic).into(), says: Says::Option((*claim).into()) };
    Statement {
        claims: claims.iter().map(claim).collect(),
        text: "We have something to say.".to_owned(),
        next_update: None,
    }
}

/// A copy of a built-in scenario on disk, to be broken.
pub struct Copy {
    folder: TempDir,
}

impl Copy {
    /// Copies a scenario.
    pub fn of(slug: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (path, text) in scenario(slug).bundle().iter() {
            // What the program brings is left out, as in a folder of an author.
            if ["playbook.ron", "model.ron", "phrases.ron", "cast.ron"].contains(&path) {
                continue;
            }
            let target = folder.path().join(path);
            std::fs::create_dir_all(target.parent().expect("a folder")).expect("the folder is ours");
            std::fs::write(target, text.as_bytes()).expect("the folder is ours");
        }
        Copy { folder }
    }

    /// Returns where it is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Replaces the first occurrence of a text in a file; it must be there.
    pub fn replace(&self, file: &str, from: &str, to: &str) {
        let path = self.file(file);
        let text = std::fs::read_to_string(&path).expect("the file is there");
        assert!(text.contains(from), "`{from}` is not in {file}");
        std::fs::write(path, text.replacen(from, to, 1)).expect("the folder is ours");
    }

    /// Replaces a whole file.
    pub fn write(&self, file: &str, text: &str) {
        std::fs::write(self.file(file), text).expect("the folder is ours");
    }

    /// Returns a file's text.
    pub fn read(&self, file: &str) -> String {
        std::fs::read_to_string(self.file(file)).expect("the file is there")
    }

    fn file(&self, file: &str) -> PathBuf {
        self.path().join(file)
    }
}
