//! Runs the commands for overrides. A saved override is recorded in the session immediately.

use super::state::Marking;
use crate::app::debrief::command::MarkCommand;
use crate::app::debrief::record::record;
use crate::app::shell::notice::trouble;
use crate::app::shell::route::Route;
use crate::app::shell::state::State;
use goldenhour_core::session::{Author, Mark};

/// Runs an override command.
pub fn update(state: &mut State, command: MarkCommand) {
    match command {
        MarkCommand::Reviewer(name) => state.settings.reviewer = name,
        MarkCommand::Begin(criterion) => replace(state, Some(Marking::of(criterion))),
        MarkCommand::Credit(credit) => change(state, |marking| marking.credit = Some(credit.min(100))),
        MarkCommand::Reason(reason) => change(state, |marking| marking.reason = reason),
        MarkCommand::Keep => keep(state),
        MarkCommand::Drop => replace(state, None),
    }
}

fn replace(state: &mut State, marking: Option<Marking>) {
    if let Route::Debrief(screen) = &mut state.route {
        screen.marking = marking;
    }
}

/// Applies a change to the override being entered, if there is one.
fn change(state: &mut State, change: impl FnOnce(&mut Marking)) {
    if let Route::Debrief(screen) = &mut state.route
        && let Some(marking) = &mut screen.marking
    {
        change(marking);
    }
}

fn keep(state: &mut State) {
    let reviewer = state.settings.reviewer.trim().to_owned();
    let Route::Debrief(screen) = &state.route else { return };
    let Some(marking) = screen.marking.clone().filter(|marking| marking.is_complete(&reviewer)) else { return };
    let Some(credit) = marking.credit else { return };
    if let Err(error) = state.settings.write(&state.folders.settings) {
        state.notice = Some(trouble(&state.texts.say("settings-not-kept"), &error));
    }
    let mark = Mark::Override {
        criterion: marking.criterion,
        credit: f64::from(credit) / 100.0,
        reason: marking.reason.trim().to_owned(),
    };
    record(state, |session| session.mark(Author::Evaluator(reviewer), mark));
}
