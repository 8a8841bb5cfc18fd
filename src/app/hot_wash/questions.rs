//! Questions for discussion, derived from the events of the session, each with a field for the answer.

use egui::{Label, Ui};

use super::command::HotWashCommand;
use super::context::HotWashContext;
use crate::app::theme::Face;
use crate::app::widget::field::{Field, field_ui};

/// Shows the questions.
pub fn questions_ui(ui: &mut Ui, context: HotWashContext<'_>) {
    let theme = context.theme();
    ui.label(theme.display(context.say("hot_wash-questions")));
    ui.add(Label::new(theme.muted(context.say("hot_wash-questions-note"))).wrap());
    ui.add_space(12.0);
    for (place, question) in context.wash.questions.iter().enumerate() {
        question_ui(ui, context, place, question);
        ui.add_space(12.0);
    }
}

fn question_ui(ui: &mut Ui, context: HotWashContext<'_>, place: usize, question: &str) {
    let theme = context.theme();
    ui.horizontal_top(|ui| {
        let number = theme.text(Face::Display, format!("{}", place + 1), theme.accent);
        ui.add_sized([40.0, 36.0], Label::new(number).halign(egui::Align::Min));
        ui.vertical(|ui| {
            ui.add(Label::new(theme.text(Face::Story, question, theme.strong).size(17.0)).wrap());
            let name = context.fill("hot_wash-answer", [("number", (place + 1).into())]);
            let hint = context.say("hot_wash-answer-hint");
            let field = Field { name: &name, hint: &hint, rows: 2, width: None };
            let text = context.wash.draft.answers.get(&place).map_or("", String::as_str);
            if let Some(text) = field_ui(ui, theme, &field, text) {
                context.send(HotWashCommand::Answer(place, text));
            }
        });
    });
}
