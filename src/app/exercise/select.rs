//! Navigation in the exercise: tabs, messages and documents.

use super::command::LookCommand;
use super::state::{ExerciseUi, Tab};

/// Runs a navigation command.
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
