//! Going from screen to screen: library, briefing, exercise, debrief.

use std::hash::{BuildHasher, RandomState};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{end, trouble};
use crate::app::command::{BriefingCommand, Destination};
use crate::app::state::{Briefing, Drill, Notice, Route, Shelf, State};
use crate::app::theme::Tone;
use crate::scenario::library::Origin;
use crate::scenario::load;
use crate::session::replay::ReplayError;
use crate::session::{DrillFile, Mode, ReadError, Recorded, Session, replay};
use crate::simulation::Seed;

/// The largest seed that is drawn, so that it can be read out across a table.
const LARGEST_SURPRISE: u64 = 9_999;

/// Goes somewhere else.
pub fn open(state: &mut State, destination: Destination) {
    match destination {
        Destination::Library => {
            state.shelf = Shelf::look(&state.folders);
            state.route = Route::Library;
        }
        Destination::Briefing(origin) => brief_on(state, &origin),
        Destination::Session(path) => go_on(state, path),
        Destination::Debrief(path) => review(state, path),
    }
}

fn brief_on(state: &mut State, origin: &Origin) {
    match load(origin.files().as_ref()) {
        Ok(loaded) => {
            state.notice = None;
            let scenario = Arc::new(loaded.output);
            let document = scenario.organization.dossier.clone();
            let briefing = Briefing { scenario, slug: origin.slug(), seed: "1".to_owned(), document };
            state.route = Route::Briefing(Box::new(briefing));
        }
        Err(diagnostics) => {
            let text = diagnostics.to_string();
            let title = state.texts.say("notice-scenario-refused");
            state.notice = Some(Notice { tone: Tone::Harm, title, text });
        }
    }
}

/// Changes how the exercise will begin.
pub fn brief(state: &mut State, command: BriefingCommand) {
    let Route::Briefing(briefing) = &mut state.route else { return };
    match command {
        BriefingCommand::Seed(text) => briefing.seed = text,
        BriefingCommand::Surprise => {
            let drawn = RandomState::new().hash_one(&briefing.slug) % LARGEST_SURPRISE + 1;
            briefing.seed = drawn.to_string();
        }
        BriefingCommand::Document(id) => briefing.document = id,
        BriefingCommand::Start => {}
    }
}

/// Begins the exercise.
pub fn start(state: &mut State) {
    let Route::Briefing(briefing) = &state.route else { return };
    let Ok(seed) = briefing.seed.trim().parse::<u64>() else { return };
    let begun = begin(state, briefing, Seed(seed));
    match begun {
        Ok(drill) => {
            state.notice = None;
            state.route = Route::Exercise(Box::new(drill));
        }
        Err(error) => state.notice = Some(trouble(&state.texts.say("notice-session-unrecorded"), &error)),
    }
}

fn begin(state: &State, briefing: &Briefing, seed: Seed) -> Result<Drill, ReadError> {
    let path = state.folders.new_session(&briefing.slug, seed)?;
    let file = DrillFile::create(&path)?;
    let session = Session::begin(briefing.scenario.clone(), seed, Mode::Paced, Box::new(file))?;
    let mut drill = Drill::open(session, path);
    super::pace::arrive(&mut drill)?;
    Ok(drill)
}

/// Goes on with a recorded session where it stands, or opens its debrief where it is over.
fn go_on(state: &mut State, path: PathBuf) {
    match resume(&path) {
        Ok(session) if session.has_ended() => state.route = end::reviewed(session, path),
        Ok(session) => {
            state.notice = None;
            let mut drill = Drill::open(session, path);
            drill.desk.read = drill.situation.inbox.iter().map(|item| item.inject.clone()).collect();
            state.route = Route::Exercise(Box::new(drill));
        }
        Err(error) => state.notice = Some(trouble(&state.texts.say("notice-session-not-continued"), &error)),
    }
}

fn resume(path: &Path) -> Result<Session, ReplayError> {
    let (file, recorded) = DrillFile::resume(path)?;
    Ok(replay(&recorded)?.session.continue_in(Box::new(file)))
}

fn review(state: &mut State, path: PathBuf) {
    let played = Recorded::read(&path).map_err(ReplayError::from).and_then(|recorded| replay(&recorded));
    match played {
        Ok(replayed) => {
            state.notice = None;
            state.route = end::reviewed(replayed.session, path);
        }
        Err(error) => state.notice = Some(trouble(&state.texts.say("notice-session-not-debriefed"), &error)),
    }
}
