//! The button in the exercise's top bar that opens the facilitator's window.

use egui::Ui;

use super::command::FacilitatorCommand;
use crate::app::exercise::context::ExerciseContext;
use crate::app::icon;
use crate::app::widget::Button;

/// Shows the button in modes that have a facilitator.
pub fn open_ui(ui: &mut Ui, context: ExerciseContext<'_>, is_narrow: bool) {
    if !context.pacing.mode().has_facilitator() {
        return;
    }
    let name = context.say("facilitator-open");
    let hint = context.say("facilitator-open-hint");
    let label = if is_narrow { "" } else { name.as_str() };
    let button = Button::quiet(label).icon(icon::USER_CHECK).name(&name).hint(&hint);
    if button.show(ui, context.theme()).clicked() {
        context.view.send(FacilitatorCommand::Open);
    }
}
