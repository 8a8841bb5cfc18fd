//! Input of commands: scenarios, sessions and hand-written files. Every error states the file and the cause.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use super::{Failure, terminal};
use crate::dirs;
use goldenhour_core::diagnostic::{Diagnostics, Source};
use goldenhour_core::scenario::library::{self, Origin};
use goldenhour_core::scenario::{Scenario, file, load};
use goldenhour_core::session::replay::{Replayed, replay as play_again};
use goldenhour_core::session::{Recorded, Session};

/// Returns the slug of the shortest available scenario, for the demo.
///
/// # Errors
/// If no scenario can be loaded.
pub fn shortest_scenario() -> Result<String, Failure> {
    let found = library::list(&dirs::scenario_folders());
    let usable =
        found.iter().filter_map(|found| Some((found.scenario.as_ref().ok()?.output.length, found.origin.slug())));
    usable.min().map(|(_, slug)| slug).ok_or_else(|| Failure::input("no usable scenario was found"))
}

/// Finds and loads a scenario, and prints its warnings to standard error.
pub(super) fn load_scenario(name: &str) -> Result<Arc<Scenario>, Failure> {
    let origin: Origin = library::find(name, &dirs::scenario_folders()).map_err(|missing| {
        let failure = Failure::input(missing.to_string());
        match missing.suggestion {
            Some(suggestion) => failure.hint(format!("did you mean `{suggestion}`?")),
            None => failure.hint("run `goldenhour list` to see the available scenarios"),
        }
    })?;
    let refused = |diagnostics| Failure::diagnosed(format!("the scenario `{name}` cannot be loaded"), diagnostics);
    let loaded = load(origin.files().as_ref()).map_err(refused)?;
    terminal::show_diagnostics(&loaded.warnings);
    Ok(Arc::new(loaded.output))
}

/// Reads a session file and warns if its last line is incomplete.
pub(super) fn read_session(path: &Path) -> Result<Recorded, Failure> {
    let recorded = Recorded::read(path).map_err(|error| Failure::reading(path, &error))?;
    if recorded.torn {
        terminal::warn("the last line of the file is incomplete and was dropped; all other entries are intact");
    }
    Ok(recorded)
}

/// Reads a session file and replays it to the end.
pub(super) fn open_session(path: &Path) -> Result<Session, Failure> {
    replay_session(path, &read_session(path)?)
}

/// Replays a session that was read from a file.
pub(super) fn replay_session(path: &Path, recorded: &Recorded) -> Result<Session, Failure> {
    let Replayed { session, unproven_count, .. } =
        play_again(recorded).map_err(|error| Failure::replaying(path, error))?;
    if unproven_count > 0 {
        terminal::warn(&format!("entries after the last checkpoint cannot be verified ({unproven_count})"));
    }
    Ok(session)
}

/// Reads a hand-written RON file. A syntax error becomes a diagnostic with its location.
pub(super) fn read_ron<T>(
    path: &Path,
    what: &str,
    parse: impl Fn(&str) -> Result<T, ron::error::SpannedError>,
) -> Result<T, Failure> {
    let text = read_text(path)?;
    let source = Source { name: path.display().to_string(), text: text.into() };
    parse(&source.text).map_err(|error| {
        let mut diagnostics = Diagnostics::default();
        diagnostics.push(file::parse_error(&source, &error));
        Failure::diagnosed(format!("invalid {what} in {}", path.display()), diagnostics)
    })
}

/// Maximum size of a hand-written file, in bytes.
const LARGEST: u64 = 16 << 20;

/// Reads a hand-written text file.
pub(super) fn read_text(path: &Path) -> Result<String, Failure> {
    let mut text = String::new();
    let file = File::open(path).map_err(|error| Failure::unread(path, &error))?;
    file.take(LARGEST + 1).read_to_string(&mut text).map_err(|error| Failure::unread(path, &error))?;
    if text.len() as u64 > LARGEST {
        return Err(Failure::input(format!("{} is larger than the limit of {} MiB", path.display(), LARGEST >> 20))
            .hint("check that this is the intended file"));
    }
    Ok(text)
}
