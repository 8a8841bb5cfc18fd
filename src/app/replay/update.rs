//! Runs replay commands.

use super::command::ReplayCommand;
use super::state::Replay;
use crate::app::exercise::command::{LookCommand, PaceCommand};
use crate::app::exercise::pacing::Pace;
use crate::app::exercise::select::look;
use crate::app::library;
use crate::app::shell::route::Route;
use crate::app::shell::state::State;
use goldenhour_core::time::SimTime;

/// Runs a replay command.
pub fn update(state: &mut State, command: ReplayCommand) {
    let Route::Replay(replay) = &mut state.route else { return };
    match command {
        ReplayCommand::Pace(command) => pace(replay, command),
        ReplayCommand::Look(command) => select(replay, command),
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

/// Runs a playback command.
fn pace(replay: &mut Replay, command: PaceCommand) {
    match command {
        PaceCommand::Run => {
            // Pressing play at the end restarts from the beginning.
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
        // A replay does not pause at injects.
        PaceCommand::PauseAtInjects(_) => {}
    }
}

/// Advances by the time elapsed since the last frame and pauses at the end. Returns whether the replay is still
/// running.
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

/// Changes the selection. Opening or closing a message manually stops automatic opening of the newest one.
fn select(replay: &mut Replay, command: LookCommand) {
    if matches!(command, LookCommand::Inject(_) | LookCommand::CloseInject) {
        replay.follows = false;
    }
    look(&mut replay.ui, command);
}

/// Returns to the debrief, or to the library if the replay was not opened from a debrief.
fn leave(state: &mut State) {
    let Some(replay) = state.route.take_replay() else { return };
    match replay.debrief {
        Some(mut screen) => {
            screen.seekable = Some(replay.seekable);
            state.route = Route::Debrief(screen);
        }
        None => library::update::open(state),
    }
}
