//! The page of anonymous lessons.

use egui::{Label, Ui};

use super::command::HotWashCommand;
use super::context::HotWashContext;
use crate::app::icon;
use crate::app::theme::Face;
use crate::app::widget::Button;
use crate::app::widget::field::{Field, field_ui};

/// Shows the text field and the lessons recorded so far.
pub fn lessons_ui(ui: &mut Ui, context: HotWashContext<'_>) {
    let theme = context.theme();
    ui.label(theme.display(context.say("hot_wash-lessons")));
    ui.add(Label::new(theme.muted(context.say("hot_wash-lessons-note"))).wrap());
    ui.add_space(12.0);
    let (name, hint) = (context.say("hot_wash-lesson-field"), context.say("hot_wash-lesson-hint"));
    let field = Field { name: &name, hint: &hint, rows: 3, width: None };
    if let Some(text) = field_ui(ui, theme, &field, &context.wash.lesson) {
        context.send(HotWashCommand::Lesson(text));
    }
    let word = context.say("hot_wash-lesson-keep");
    let can = !context.wash.lesson.trim().is_empty();
    if Button::primary(&word).icon(icon::CHECK).enabled(can).show(ui, theme).clicked() {
        context.send(HotWashCommand::LessonKeep);
    }
    ui.add_space(16.0);
    for lesson in context.wash.lessons() {
        theme.card().inner_margin(16).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.add(Label::new(theme.text(Face::Story, lesson, theme.body)).wrap());
        });
    }
}
