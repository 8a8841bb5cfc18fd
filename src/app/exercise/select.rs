//! Selects what the exercise shows: a tab, a message, a document.

use super::command::LookCommand;
use super::state::{ExerciseUi, Tab};

/// Runs a command about what is shown.
pub fn look(ui: &mut ExerciseUi, command: LookCommand) {
    match command {
        LookCommand::Tab(tab) => ui.tab = tab,
        LookCommand::Inject(id) => {
            if !ui.read.contains(&id) {
                ui.read.push(id.clone());
            }
            ui.open_inject = Some(id);
        }
        LookCommand::CloseInject => ui.open_inject = None,
        LookCommand::Document(id) => {
            ui.document = Some(id);
            ui.tab = Tab::Documents;
        }
    }
}
