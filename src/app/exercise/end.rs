//! The end of the exercise: the confirmation dialog, and the dialog shown once the exercise has ended.

use egui::{Id, Modal, Ui};

use super::command::EndCommand;
use super::context::ExerciseContext;
use crate::app::icon;
use crate::app::widget::{Button, ButtonKind};

/// Shows one of the two dialogs, if needed.
pub fn end_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    if context.situation.ended {
        let (title, text) = (context.say("end-reached"), context.say("end-reached-text"));
        modal_ui(ui, context, &title, &text, &context.say("end-open-debrief"), false);
    } else if context.ui.end_asked {
        let (title, text) = (context.say("end-question"), context.say("end-question-text"));
        modal_ui(ui, context, &title, &text, &context.say("end-confirm"), true);
    }
}

fn modal_ui(ui: &mut Ui, context: ExerciseContext<'_>, title: &str, text: &str, go: &str, can_cancel: bool) {
    let theme = context.theme();
    let frame = theme.card().fill(theme.panel).inner_margin(28);
    let modal = Modal::new(Id::unique("end")).frame(frame).backdrop_color(theme.base.gamma_multiply(0.8));
    modal.show(ui.ctx(), |ui| {
        ui.set_width(400.0);
        ui.label(theme.display(title));
        ui.label(theme.body(text));
        ui.add_space(12.0);
        ui.horizontal_wrapped(|ui| {
            let wash = context.say("hot_wash-title");
            if Button::primary(&wash).icon(icon::USERS_THREE).show(ui, theme).clicked() {
                context.send(EndCommand::HotWash);
            }
            if Button::new(go).icon(icon::FLAG_CHECKERED).show(ui, theme).clicked() {
                context.send(EndCommand::Confirm);
            }
            if can_cancel && Button::new(&context.say("end-cancel")).kind(ButtonKind::Quiet).show(ui, theme).clicked() {
                context.send(EndCommand::Cancel);
            }
        });
    });
}
