//! Runs the commands for report edits. A saved edit is recorded in the session immediately.

use super::state::Editing;
use crate::app::debrief::command::EditCommand;
use crate::app::debrief::record::record;
use crate::app::shell::notice::trouble;
use crate::app::shell::route::Route;
use crate::app::shell::state::State;
use goldenhour_core::session::{Author, Edit};

/// Runs a report edit command.
pub fn update(state: &mut State, command: EditCommand) {
    let Route::Debrief(screen) = &mut state.route else { return };
    match command {
        EditCommand::Begin(slot, text) => {
            screen.editing = Some(Editing { slot, text, second: String::new() });
        }
        EditCommand::Text(text) => {
            if let Some(editing) = &mut screen.editing {
                editing.text = text;
            }
        }
        EditCommand::Second(text) => {
            if let Some(editing) = &mut screen.editing {
                editing.second = text;
            }
        }
        EditCommand::Drop => screen.editing = None,
        EditCommand::Keep => {
            let reviewer = &state.settings.reviewer;
            let Some(editing) = screen.editing.as_ref().filter(|editing| editing.is_complete(reviewer)) else { return };
            let edit = editing.edit(&screen.debrief.after_action, screen.session.entries().len());
            keep(state, edit);
        }
        EditCommand::TakeBack(slot) => {
            let editing = Editing { slot, text: String::new(), second: String::new() };
            let edit = editing.edit(&screen.debrief.after_action, screen.session.entries().len());
            keep(state, edit);
        }
        EditCommand::Restore(line) => keep(state, Edit::Restore(line)),
        EditCommand::Final => keep(state, Edit::Final),
        EditCommand::Draft => keep(state, Edit::Draft),
    }
}

/// Records an edit under the reviewer's name. Without a name, nothing is recorded.
fn keep(state: &mut State, edit: Edit) {
    let reviewer = state.settings.reviewer.trim().to_owned();
    if reviewer.is_empty() {
        return;
    }
    if let Err(error) = state.settings.write(&state.folders.settings) {
        state.notice = Some(trouble(&state.texts.say("settings-not-kept"), &error));
    }
    record(state, |session| session.edit(Author::Evaluator(reviewer), edit));
}
