//! Runs commands. This is the only place that changes window state.
//!
//! [`update`] runs once per command, after the frame has been drawn. [`poll`], [`advance`] and [`listen`] run once
//! per frame, before drawing. Each feature handles its own commands in its `update.rs`. Failures are reported as
//! notices.

use super::command::AppCommand;
use super::notice::Notice;
use super::route::Route;
use super::settings::SettingCommand;
use super::settings::update as settings;
use super::state::State;
use super::{file, navigation};
use crate::app::background::task::TaskState;
use crate::app::theme::Tone;
use crate::app::{briefing, compare, composer, debrief, exercise, facilitator, hot_wash, library, replay};

/// Runs a command.
pub fn update(state: &mut State, command: AppCommand) {
    match command {
        AppCommand::Open(destination) => navigation::open(state, destination),
        AppCommand::Library(command) => library::update::update(state, command),
        AppCommand::Briefing(command) => briefing::update::update(state, command),
        AppCommand::Exercise(command) => exercise::update::update(state, command),
        AppCommand::Composer(command) => composer::update::update(state, command),
        AppCommand::Facilitator(command) => facilitator::update::update(state, command),
        AppCommand::HotWash(command) => hot_wash::update::update(state, command),
        AppCommand::Debrief(command) => debrief::update::update(state, command),
        AppCommand::Replay(command) => replay::update::update(state, command),
        AppCommand::Compare(command) => compare::update::update(state, command),
        AppCommand::SwitchTheme => settings::update(state, SettingCommand::Theme(state.theme.kind.other())),
        AppCommand::Set(command) => settings::update(state, command),
        AppCommand::ChooseFile => file::choose(state),
        AppCommand::OpenPath(path) => file::open_path(state, path),
        AppCommand::CancelTask => state.tasks.cancel(),
        AppCommand::Sheet(sheet) => state.sheet = sheet,
        AppCommand::DismissNotice => state.notice = None,
    }
}

/// Applies the result of a finished background task. Returns whether a task is still running.
pub fn poll(state: &mut State) -> bool {
    match state.tasks.poll() {
        TaskState::Waiting => {}
        TaskState::Done(after) => after(state),
        TaskState::Broken => {
            let (title, text) = (state.texts.say("task-broken"), state.texts.say("task-broken-text"));
            state.notice = Some(Notice { tone: Tone::Harm, title, text });
        }
    }
    state.tasks.running().is_some()
}

/// Advances simulated time by the time elapsed since the last frame. Returns whether another frame is needed soon.
pub fn advance(state: &mut State) -> bool {
    match &mut state.route {
        Route::Exercise(drill) => {
            let (is_moving, refused) = exercise::time::advance(&state.texts, drill);
            state.notice = refused.or(state.notice.take());
            is_moving
        }
        Route::Replay(replay) => replay::update::advance(replay),
        Route::Library
        | Route::Gallery
        | Route::Briefing(_)
        | Route::HotWash(_)
        | Route::Debrief(_)
        | Route::Compare(_) => false,
    }
}

/// Receives results from probes. Returns whether a probe is still running.
pub fn listen(state: &mut State) -> bool {
    let screen = match &mut state.route {
        Route::Debrief(screen) => Some(screen),
        Route::Replay(replay) => replay.debrief.as_mut(),
        Route::Library
        | Route::Gallery
        | Route::Briefing(_)
        | Route::Exercise(_)
        | Route::HotWash(_)
        | Route::Compare(_) => None,
    };
    screen.is_some_and(|screen| debrief::turning::update::take(screen))
}
