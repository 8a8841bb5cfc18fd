//! The documents tab: the dossier and the attachments of messages.

use egui::Ui;

use super::command::LookCommand;
use super::context::ExerciseContext;
use crate::app::icon;
use crate::app::widget::Button;
use crate::app::widget::markdown::markdown_ui;

/// Shows the document selector and the open document.
pub fn documents_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let documents = context.scenario.documents(context.situation);
    let open = context.ui.document.as_ref().and_then(|id| documents.iter().find(|document| document.id == *id));
    let open = open.or(documents.first());
    ui.horizontal_wrapped(|ui| {
        for document in &documents {
            let selected = open.is_some_and(|open| open.id == document.id);
            let button = Button::new(&document.title).icon(icon::FILE_TEXT).small().selected(selected);
            if button.show(ui, context.theme()).clicked() {
                context.look(LookCommand::Document(document.id.clone()));
            }
        }
    });
    ui.add_space(8.0);
    if let Some(document) = open {
        context.theme().card().inner_margin(28).show(ui, |ui| {
            ui.set_width(ui.available_width());
            markdown_ui(ui, context.theme(), &document.text);
        });
    }
}
