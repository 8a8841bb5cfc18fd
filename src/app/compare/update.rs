//! Runs the commands of the comparison: selects sessions, replays and scores them, and exports the result.

use std::path::{Path, PathBuf};

use super::command::CompareCommand;
use super::state::{MOST, Shown};
use crate::app::background::task::TaskProgress;
use crate::app::library;
use crate::app::library::result::SessionResult;
use crate::app::shell::notice::{Notice, trouble, unwritten};
use crate::app::shell::route::Route;
use crate::app::shell::state::State;
use crate::app::theme::Tone;
use goldenhour_core::compare::{Compare, Comparison, Run, proposal};
use goldenhour_core::session::replay::{ReplayError, replay_watched};
use goldenhour_core::session::{Recorded, file};
use goldenhour_core::writer::{self, WriteError};
use goldenhour_report::comparison;

/// Fraction of a session's progress that its replay accounts for. The rest is scoring.
const REPLAY: f64 = 0.4;

/// Runs a comparison command.
pub fn update(state: &mut State, command: CompareCommand) {
    match command {
        CompareCommand::Pick(path) => pick(state, path),
        CompareCommand::PickNone => state.library.picked.clear(),
        CompareCommand::Show => show(state),
        CompareCommand::Choose => choose(state),
        CompareCommand::Export => export(state),
        CompareCommand::OnlyDifferent(only) => {
            if let Route::Compare(shown) = &mut state.route {
                shown.only_different = only;
            }
        }
    }
}

fn pick(state: &mut State, path: PathBuf) {
    let picked = &mut state.library.picked;
    if !picked.remove(&path) && picked.len() < MOST {
        picked.insert(path);
    }
}

/// Returns to the library with the compared sessions selected.
fn choose(state: &mut State) {
    let Route::Compare(shown) = &state.route else { return };
    let picked = shown.compare.runs.iter().map(|run| run.path.clone()).collect();
    library::update::open(state);
    state.library.picked = picked;
}

/// Replays and compares the selected sessions. Sessions that cannot be replayed are left out and listed in a
/// notice.
fn show(state: &mut State) {
    let picked: Vec<PathBuf> = state.library.picked.iter().take(MOST).cloned().collect();
    if picked.len() < 2 {
        return;
    }
    let title = state.texts.fill("compare-task", [("count", picked.len().into())]);
    state.start_task(title, move |progress| {
        let mut runs = Vec::new();
        let mut refused = Vec::new();
        #[expect(clippy::cast_precision_loss, reason = "at most six sessions")]
        let share = |place: usize, part: f64| (place as f64 + part) / picked.len() as f64;
        for (place, path) in picked.iter().enumerate() {
            match run(path, progress, &|part| share(place, part)) {
                Ok(run) => runs.push(run),
                Err(error) => refused.push((path.clone(), error)),
            }
            progress.set(share(place + 1, 0.0));
        }
        Box::new(move |state| arrive(state, runs, &refused))
    });
}

/// Replays and scores a session. `share` converts its progress to that of the whole task.
fn run(path: &Path, progress: &TaskProgress, share: &dyn Fn(f64) -> f64) -> Result<Run, ReplayError> {
    let recorded = Recorded::read(path)?;
    let replayed = replay_watched(&recorded, &mut |part| progress.set(share(REPLAY * part)))?;
    Ok(Run::of(replayed.session, path, file::begun(path)))
}

/// Shows the comparison if at least two sessions were replayed, and lists those left out.
fn arrive(state: &mut State, runs: Vec<Run>, refused: &[(PathBuf, ReplayError)]) {
    state.notice = left_out(state, refused, runs.len() < 2);
    for run in &runs {
        library::update::keep_result(state, &run.path, SessionResult::of(&run.scorecard));
    }
    if runs.len() < 2 {
        return;
    }
    let compare = Compare::of(runs);
    let scenarios = state.library.scenarios.iter();
    let playable = scenarios.filter_map(|listed| Some((&listed.origin, &**listed.scenario.as_ref().ok()?)));
    let proposal = proposal::propose(&compare, &playable.collect::<Vec<_>>());
    state.route = Route::Compare(Box::new(Shown { compare, proposal, only_different: false }));
}

fn left_out(state: &State, refused: &[(PathBuf, ReplayError)], is_all: bool) -> Option<Notice> {
    if refused.is_empty() {
        return None;
    }
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let lines = refused.iter().map(|(path, error)| {
        let reason = trouble("", error).text;
        format!("{}: {reason}", name(path))
    });
    let text = lines.collect::<Vec<_>>().join("; ");
    let (tone, title) = match is_all {
        true => (Tone::Harm, state.texts.say("compare-too-few")),
        false => (Tone::Caution, state.texts.fill("compare-left-out", [("count", refused.len().into())])),
    };
    Some(Notice { tone, title, text })
}

/// Writes the comparison to the sessions folder.
fn export(state: &mut State) {
    let Route::Compare(shown) = &state.route else { return };
    let compare = &shown.compare;
    let comparison = Comparison::of(compare, shown.proposal.clone());
    let text = comparison::document(&comparison, state.texts.language());
    let subject = compare.runs.first().filter(|_| compare.is_of_one_scenario()).map(|run| &run.scorecard.scenario);
    let path = state.folders.new_comparison(subject).map_err(|error| WriteError::of(&state.folders.sessions, error));
    let written = path.and_then(|path| writer::write(&path, text.as_bytes()).map(|()| path));
    state.notice = Some(match written {
        Ok(path) => {
            Notice { tone: Tone::Calm, title: state.texts.say("notice-written"), text: path.display().to_string() }
        }
        Err(error) => unwritten(&state.texts, "notice-export-unwritten", &error),
    });
}
