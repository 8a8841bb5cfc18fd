//! The end of the exercise: the confirmation dialog, and the dialog shown once the exercise has ended.

use egui::{Id, Modal, Ui};

use super::command::EndCommand;
use super::context::ExerciseContext;
use crate::app::icon;
use crate::app::widget::{Button, ButtonKind};

/// Fluent ids of the texts in a dialog.
struct Dialog {
    title: &'static str,
    text: &'static str,
    hot_wash: &'static str,
    debrief: &'static str,
    /// Label of the button that continues the exercise. `None` if the exercise has ended.
    cancel: Option<&'static str>,
}

/// Asks whether to end the exercise.
const ASKED: Dialog = Dialog {
    title: "end-question",
    text: "end-question-text",
    hot_wash: "end-hot-wash",
    debrief: "end-confirm",
    cancel: Some("end-cancel"),
};

/// Says that the exercise has ended.
const REACHED: Dialog = Dialog {
    title: "end-reached",
    text: "end-reached-text",
    hot_wash: "hot_wash-hold",
    debrief: "end-open-debrief",
    cancel: None,
};

/// Shows one of the two dialogs, if needed.
pub fn end_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    if context.situation.ended {
        dialog_ui(ui, context, &REACHED);
    } else if context.ui.end_asked {
        dialog_ui(ui, context, &ASKED);
    }
}

fn dialog_ui(ui: &mut Ui, context: ExerciseContext<'_>, dialog: &Dialog) {
    let theme = context.theme();
    let frame = theme.card().fill(theme.panel).inner_margin(28);
    let modal = Modal::new(Id::unique("end")).frame(frame).backdrop_color(theme.base.gamma_multiply(0.8));
    modal.show(ui.ctx(), |ui| {
        ui.set_width(400.0);
        ui.label(theme.display(context.say(dialog.title)));
        ui.label(theme.body(context.say(dialog.text)));
        ui.add_space(12.0);
        ui.horizontal_wrapped(|ui| {
            let word = context.say(dialog.hot_wash);
            if Button::primary(&word).icon(icon::USERS_THREE).show(ui, theme).clicked() {
                context.send(EndCommand::HotWash);
            }
            let word = context.say(dialog.debrief);
            if Button::new(&word).icon(icon::FLAG_CHECKERED).show(ui, theme).clicked() {
                context.send(EndCommand::Confirm);
            }
            if let Some(cancel) = dialog.cancel
                && Button::new(&context.say(cancel)).kind(ButtonKind::Quiet).show(ui, theme).clicked()
            {
                context.send(EndCommand::Cancel);
            }
        });
    });
}
