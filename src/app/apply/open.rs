//! Going from screen to screen: library, briefing, exercise, debrief.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, RandomState};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{end, library, trouble};
use crate::app::background::task::TaskProgress;
use crate::app::command::{BriefingCommand, Destination};
use crate::app::draft::Draft;
use crate::app::pacing::Pacing;
use crate::app::result::SessionResult;
use crate::app::state::{After, Briefing, Drill, Library, Notice, Route, State};
use crate::app::theme::Tone;
use goldenhour_core::scenario::library::Origin;
use goldenhour_core::scenario::load;
use goldenhour_core::session::replay::{ReplayError, replay_watched};
use goldenhour_core::session::{Author, DrillFile, Mode, RecordError, Recorded, Session};
use goldenhour_core::simulation::Seed;

/// The largest seed that is drawn, so that it can be read out across a table.
const LARGEST_SURPRISE: u64 = 9_999;

/// Goes somewhere else.
pub fn open(state: &mut State, destination: Destination) {
    super::put_down(state);
    match destination {
        Destination::Library => {
            state.library = Library::look(&state.folders);
            state.route = Route::Library;
        }
        Destination::Gallery => state.route = Route::Gallery,
        Destination::Briefing(origin) => brief_on(state, &origin),
        Destination::Session(path) => go_on(state, path),
        Destination::Debrief(path) => review(state, path),
        Destination::Replay(path) => super::replay::begin(state, path),
    }
}

fn brief_on(state: &mut State, origin: &Origin) {
    match load(origin.files().as_ref()) {
        Ok(loaded) => {
            state.notice = None;
            let scenario = Arc::new(loaded.output);
            let document = scenario.organization.dossier.clone();
            // Who has never drilled is alone.
            let mode = if state.settings.guided { Mode::Paced } else { Mode::Solo };
            let (slug, seed, players) = (origin.slug(), "1".to_owned(), BTreeMap::new());
            let briefing = Briefing { scenario, slug, seed, document, players, mode };
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
        BriefingCommand::Mode(mode) => briefing.mode = mode,
        BriefingCommand::Player(role, name) => drop(briefing.players.insert(role, name)),
        BriefingCommand::Start => {}
    }
}

/// Begins the exercise.
pub fn start(state: &mut State) {
    let Route::Briefing(briefing) = &state.route else { return };
    let Ok(seed) = briefing.seed.trim().parse::<u64>() else { return };
    if !briefing.mode.can_begin() {
        let (title, text) = (state.texts.say("pace-no-review"), String::new());
        state.notice = Some(Notice { tone: Tone::Caution, title, text });
        return;
    }
    let begun = begin(state, briefing, Seed(seed));
    match begun {
        Ok(drill) => {
            state.notice = None;
            state.route = Route::Exercise(Box::new(drill));
        }
        Err(error) => state.notice = Some(trouble(&state.texts.say("notice-session-unrecorded"), &*error)),
    }
}

fn begin(state: &State, briefing: &Briefing, seed: Seed) -> Result<Drill, Box<dyn std::error::Error>> {
    let path = state.folders.new_session(&briefing.slug, seed)?;
    let file = DrillFile::create(&path)?;
    let mut session = Session::begin(briefing.scenario.clone(), seed, briefing.mode, Box::new(file))?;
    seat(state, briefing, &mut session)?;
    let mut drill = Drill::open(session, path);
    drill.pacing = Pacing::of(briefing.mode, state.settings.speed, state.settings.pause_at_injects);
    super::pace::arrive(&mut drill)?;
    Ok(drill)
}

/// Notes who plays whom, where somebody said so.
fn seat(state: &State, briefing: &Briefing, session: &mut Session) -> Result<(), RecordError> {
    for role in &briefing.scenario.roles {
        let player = briefing.players.get(&role.id).map_or("", |name| name.trim());
        if !player.is_empty() && briefing.mode != Mode::Solo {
            let filling = [
                ("role", role.title.as_str().into()),
                ("holder", role.holder.as_str().into()),
                ("player", player.into()),
            ];
            session.note(Author::Facilitator, state.texts.fill("briefing-seat", filling))?;
        }
    }
    Ok(())
}

/// Goes on with a recorded session where it stands, or opens its debrief where it is over.
fn go_on(state: &mut State, path: PathBuf) {
    let title = state.texts.say("task-continue");
    let (speed, pauses) = (state.settings.speed, state.settings.pause_at_injects);
    state.start_task(title, move |progress| {
        let resumed = resume(&path, progress).map(|session| match session.has_ended() {
            true => end::reviewed(session, path.clone(), progress),
            false => exercise(session, path.clone(), speed, pauses),
        });
        arrive(resumed, "notice-session-not-continued")
    });
}

/// Returns the exercise as it stood, with everything read that had arrived.
fn exercise(session: Session, path: PathBuf, speed: u32, pauses: bool) -> Route {
    let mut drill = Drill::open(session, path);
    drill.pacing = Pacing::of(drill.session.header().mode, speed, pauses);
    drill.ui.read = drill.situation.inbox.iter().map(|item| item.inject.clone()).collect();
    Draft::read(&drill.path).take_up(&mut drill.ui.composer);
    super::compose::look_again(&mut drill);
    Route::Exercise(Box::new(drill))
}

fn resume(path: &Path, progress: &TaskProgress) -> Result<Session, ReplayError> {
    let (file, recorded) = DrillFile::resume(path)?;
    let replayed = replay_watched(&recorded, &mut |share| progress.set(share))?;
    Ok(replayed.session.continue_in(Box::new(file)))
}

fn review(state: &mut State, path: PathBuf) {
    let title = state.texts.say("task-debrief");
    state.start_task(title, move |progress| {
        let played = Recorded::read(&path).map_err(ReplayError::from);
        let played = played.and_then(|recorded| replay_watched(&recorded, &mut |share| progress.set(share)));
        arrive(played.map(|replayed| end::reviewed(replayed.session, path, progress)), "notice-session-not-debriefed")
    });
}

/// Shows a screen; what a debrief came to is kept for the library.
pub fn enter(state: &mut State, route: Route) {
    if let Route::Debrief(screen) = &route {
        let (path, result) = (screen.path.clone(), SessionResult::of(&screen.debrief.scorecard));
        library::keep_result(state, &path, result);
    }
    state.route = route;
    super::review::begin(state);
}

/// Returns what is done when long work has led to a screen, or to none; then the title of the notice is named by key.
fn arrive(reached: Result<Route, ReplayError>, refused: &'static str) -> After {
    Box::new(move |state| match reached {
        Ok(route) => {
            state.notice = None;
            enter(state, route);
        }
        Err(error) => state.notice = Some(trouble(&state.texts.say(refused), &error)),
    })
}
