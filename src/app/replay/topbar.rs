//! The top bar of the replay: back button, current time, playback controls, and the ground truth toggle.

use egui::Ui;
use egui::containers::Sides;

use super::command::ReplayCommand;
use super::state::{Replay, SPEEDS};
use crate::app::exercise::column::NARROW;
use crate::app::exercise::command::PaceCommand;
use crate::app::exercise::context::ExerciseContext;
use crate::app::exercise::pacing::Pace;
use crate::app::exercise::{clocks, topbar};
use crate::app::icon;
use crate::app::shell::masthead::tools_ui;
use crate::app::widget::{Button, ButtonKind, sides_ui};
use goldenhour_core::time::SimDuration;

/// Shows the top bar.
pub fn topbar_ui(ui: &mut Ui, context: ExerciseContext<'_>, replay: &Replay) {
    ui.spacing_mut().item_spacing.x = 8.0;
    let is_narrow = ui.available_width() < NARROW;
    let left = |ui: &mut Ui| {
        back_ui(ui, context, replay, is_narrow);
        topbar::clock_ui(ui, context);
        pace_ui(ui, context, replay);
    };
    let right = |ui: &mut Ui| {
        tools_ui(ui, context.view);
        truth_ui(ui, context, replay, is_narrow);
    };
    Sides::new().height(44.0).shrink_left().show(ui, left, right);
    sides_ui(ui, |ui| clocks::clocks_ui(ui, context), |ui| topbar::shop_ui(ui, context));
}

fn back_ui(ui: &mut Ui, context: ExerciseContext<'_>, replay: &Replay, is_narrow: bool) {
    let key = if replay.debrief.is_some() { "replay-to-debrief" } else { "replay-to-library" };
    let name = context.say(key);
    let word = if is_narrow { "" } else { name.as_str() };
    let button = Button::quiet(word).icon(icon::ARROW_LEFT).name(&name).hint(&name);
    if button.show(ui, context.theme()).clicked() {
        context.send(ReplayCommand::Back);
    }
}

fn pace_ui(ui: &mut Ui, context: ExerciseContext<'_>, replay: &Replay) {
    let theme = context.theme();
    let is_paused = replay.pacing.pace() == Pace::Paused;
    ui.spacing_mut().item_spacing.x = 4.0;
    let step = |ui: &mut Ui, key: &str, icon: &str, enabled: bool, command: ReplayCommand| {
        let name = context.say(key);
        let button = Button::new("").icon(icon).name(&name).hint(&name).enabled(enabled);
        if button.show(ui, theme).clicked() {
            context.send(command);
        }
    };
    step(ui, "replay-previous", icon::CARET_LEFT, replay.previous().is_some(), ReplayCommand::Previous);
    let (word, sign, command) = match is_paused {
        true => (context.say("replay-play"), icon::PLAY, PaceCommand::Run),
        false => (context.say("replay-pause"), icon::PAUSE, PaceCommand::Pause),
    };
    let kind = if is_paused { ButtonKind::Primary } else { ButtonKind::Plain };
    if Button::new(&word).icon(sign).kind(kind).width(92.0).show(ui, theme).clicked() {
        context.send(ReplayCommand::Pace(command));
    }
    step(ui, "replay-next", icon::CARET_RIGHT, replay.next().is_some(), ReplayCommand::Next);
    ui.add_space(4.0);
    ui.spacing_mut().item_spacing.x = 2.0;
    for speed in SPEEDS {
        let minutes = speed / 60;
        let each = context.length(SimDuration::from_minutes(minutes));
        let name = context.fill("replay-speed", [("length", each.as_str().into())]);
        let label = match minutes % 60 {
            0 => context.fill("replay-speed-hours", [("hours", (minutes / 60).into())]),
            _ => context.fill("replay-speed-minutes", [("minutes", minutes.into())]),
        };
        let button = Button::quiet(&label).small().name(&name).hint(&name).selected(replay.pacing.speed() == speed);
        if button.show(ui, theme).clicked() {
            context.send(ReplayCommand::Pace(PaceCommand::Speed(speed)));
        }
    }
}

fn truth_ui(ui: &mut Ui, context: ExerciseContext<'_>, replay: &Replay, is_narrow: bool) {
    let is_shown = replay.truth.is_some();
    let (name, hint) = (context.say("replay-truth"), context.say("replay-truth-hint"));
    let sign = if is_shown { icon::EYE } else { icon::EYE_SLASH };
    let word = if is_narrow { "" } else { name.as_str() };
    let button = Button::quiet(word).icon(sign).name(&name).hint(&hint).selected(is_shown);
    if button.show(ui, context.theme()).clicked() {
        context.send(ReplayCommand::Truth(!is_shown));
    }
}
