//! Looking at a recorded session again: opening it, and going anywhere in it.

use std::path::PathBuf;

use super::{open, trouble};
use crate::app::command::{Destination, LookCommand, PaceCommand, ReplayCommand};
use crate::app::pacing::Pace;
use crate::app::replay::Replay;
use crate::app::state::{DebriefUi, Route, State};
use goldenhour_core::debrief::{Marker, story};
use goldenhour_core::session::replay::{ReplayError, replay_watched};
use goldenhour_core::session::{Recorded, SeekableReplay, Session};
use goldenhour_core::time::SimTime;

/// Runs a command about the moment that is shown.
pub fn replay(state: &mut State, command: ReplayCommand) {
    let Route::Replay(replay) = &mut state.route else { return };
    match command {
        ReplayCommand::Seek(moment) => replay.seek(moment),
        ReplayCommand::Shift(minutes) => replay.shift(minutes),
        ReplayCommand::Next => step(replay, replay.next()),
        ReplayCommand::Previous => step(replay, replay.previous()),
        ReplayCommand::Truth(is_shown) => replay.show_truth(is_shown),
        ReplayCommand::Back => leave(state),
    }
}

fn step(replay: &mut Replay, to: Option<SimTime>) {
    if let Some(moment) = to {
        replay.pacing.set_pace(Pace::Paused);
        replay.seek(moment);
    }
}

/// Changes how time runs.
pub fn pace(replay: &mut Replay, command: PaceCommand) {
    match command {
        PaceCommand::Run => {
            // Whoever plays at the end wants to see it from the beginning.
            if replay.seekable.now() >= replay.seekable.until() {
                replay.seek(SimTime::START);
            }
            replay.pacing.set_pace(Pace::Running);
        }
        PaceCommand::Pause => replay.pacing.set_pace(Pace::Paused),
        PaceCommand::Speed(speed) => replay.pacing.set_speed(speed),
        PaceCommand::Step => {
            replay.pacing.set_pace(Pace::Paused);
            replay.shift(1);
        }
        PaceCommand::NextInject => step(replay, replay.next()),
        PaceCommand::Jump(length) => replay.seek(replay.seekable.now() + length),
        PaceCommand::PauseAtInjects(_) => {}
    }
}

/// Lets as much time pass as the last frame was worth; stands still at the end.
pub fn advance(replay: &mut Replay) -> bool {
    let minutes = replay.pacing.tick();
    if minutes > 0 {
        replay.shift(i32::try_from(minutes).unwrap_or(i32::MAX));
        if replay.seekable.now() >= replay.seekable.until() {
            replay.pacing.set_pace(Pace::Paused);
        }
    }
    replay.pacing.pace() != Pace::Paused
}

/// Looks at something in the moment that is shown.
pub fn look(replay: &mut Replay, command: LookCommand) {
    if matches!(command, LookCommand::Inject(_) | LookCommand::CloseInject) {
        replay.follows = false;
    }
    super::look(&mut replay.ui, command);
}

/// Opens the session of the debrief that is shown at a moment. It is recorded once per debrief.
pub fn watch(state: &mut State, at: SimTime) {
    let Route::Debrief(screen) = &mut state.route else { return };
    if let Some(seekable) = screen.seekable.take() {
        enter(state, seekable, at);
        return;
    }
    let session = &screen.session;
    let (scenario, seed, entries) = (session.scenario().clone(), session.seed(), session.entries().to_vec());
    let until = session.now();
    let title = state.texts.say("task-replay");
    state.start_task(title, move |progress| {
        let seekable = SeekableReplay::record(&scenario, seed, &entries, until, &mut |share| progress.set(share));
        Box::new(move |state| enter(state, seekable, at))
    });
}

/// Replays the session of the current debrief, which is kept in the replay.
fn enter(state: &mut State, seekable: SeekableReplay, at: SimTime) {
    match std::mem::replace(&mut state.route, Route::Library) {
        Route::Debrief(screen) => {
            let DebriefUi { session, path, debrief, .. } = &*screen;
            let markers = debrief.story.markers.clone();
            let mut replay = Replay::open(seekable, session.scenario().clone(), path.clone(), markers, at);
            replay.debrief = Some(screen);
            state.route = Route::Replay(Box::new(replay));
        }
        elsewhere => state.route = elsewhere,
    }
}

/// Opens a recorded session from its beginning.
pub fn begin(state: &mut State, path: PathBuf) {
    let title = state.texts.say("task-replay");
    state.start_task(title, move |progress| {
        let played = Recorded::read(&path).map_err(ReplayError::from);
        let played = played.and_then(|recorded| replay_watched(&recorded, &mut |share| progress.set(share / 2.0)));
        let shown = played.map(|replayed| {
            let session = replayed.session;
            let seekable = SeekableReplay::record(
                session.scenario(),
                session.seed(),
                session.entries(),
                session.now(),
                &mut |share| {
                    progress.set(0.5 + share / 2.0);
                },
            );
            let replay = Replay::open(seekable, session.scenario().clone(), path, markers(&session), SimTime::START);
            Route::Replay(Box::new(replay))
        });
        Box::new(move |state| match shown {
            Ok(route) => {
                state.notice = None;
                state.route = route;
            }
            Err(error) => state.notice = Some(trouble(&state.texts.say("notice-session-not-replayed"), &error)),
        })
    });
}

fn markers(session: &Session) -> Vec<Marker> {
    story::tell(session.scenario(), session.timeline(), session.now()).markers
}

/// Goes back to the debrief, or to the library where there is none.
fn leave(state: &mut State) {
    match std::mem::replace(&mut state.route, Route::Library) {
        Route::Replay(replay) => match replay.debrief {
            Some(mut screen) => {
                screen.seekable = Some(replay.seekable);
                state.route = Route::Debrief(screen);
            }
            None => open(state, Destination::Library),
        },
        elsewhere => state.route = elsewhere,
    }
}
