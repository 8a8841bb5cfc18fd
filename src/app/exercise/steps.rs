//! Pace controls for modes in which time does not run by itself: next inject, single minutes, and jumps.

use egui::Ui;

use super::command::PaceCommand;
use super::context::ExerciseContext;
use super::pacing::Pace;
use crate::app::icon;
use crate::app::widget::{Button, ButtonKind};
use goldenhour_core::time::SimDuration;

/// Available jumps in minutes, with the Fluent ids of their names.
const JUMPS: [(u32, &str); 3] = [(15, "pace-jump-quarter"), (60, "pace-jump-hour"), (240, "pace-jump-four-hours")];

/// Shows the controls.
pub fn steps_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let pace = context.pacing.pace();
    let ended = context.situation.ended;
    let next = context.say("pace-next");
    let hint = context.say("pace-next-hint");
    let button = Button::new(&next).icon(icon::FAST_FORWARD).kind(ButtonKind::Primary).hint(&hint);
    if button.enabled(!ended && pace == Pace::Paused).show(ui, theme).clicked() {
        context.send(PaceCommand::NextInject);
    }
    let step = context.say("pace-step");
    if Button::new("").icon(icon::SKIP_FORWARD).name(&step).hint(&step).enabled(!ended).show(ui, theme).clicked() {
        context.send(PaceCommand::Step);
    }
    ui.spacing_mut().item_spacing.x = 2.0;
    for (minutes, key) in JUMPS {
        let length = SimDuration::from_minutes(minutes);
        let label = format!("+{}", context.length(length));
        let name = context.say(key);
        let button = Button::quiet(&label).small().name(&name).hint(&name).enabled(!ended && pace == Pace::Paused);
        if button.show(ui, theme).clicked() {
            context.send(PaceCommand::Jump(length));
        }
    }
    stops_ui(ui, context);
}

/// Shows the toggle for pausing at injects, which also ends jumps early.
fn stops_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let stops = context.pacing.pause_at_injects;
    let (name, hint) = (context.say("pace-stops"), context.say("pace-stops-hint"));
    let button = Button::quiet("").icon(icon::BELL_RINGING).small().name(&name).hint(&hint).selected(stops);
    if button.show(ui, context.theme()).clicked() {
        context.send(PaceCommand::PauseAtInjects(!stops));
    }
}
