//! The top bar of the facilitator's window: clock, pace controls, and the fork button.

use egui::containers::Sides;
use egui::{Align, Label, Layout, Ui, vec2};

use super::command::FacilitatorCommand;
use super::context::FacilitatorContext;
use crate::app::exercise::command::PaceCommand;
use crate::app::exercise::pacing::Pace;
use crate::app::icon;
use crate::app::theme::Face;
use crate::app::widget::{Button, ButtonKind};
use goldenhour_core::session::Mode;

/// Shows the top bar.
pub fn topbar_ui(ui: &mut Ui, context: FacilitatorContext<'_>, is_embedded: bool) {
    ui.spacing_mut().item_spacing.x = 8.0;
    let right = |ui: &mut Ui| {
        if is_embedded {
            let name = context.say("facilitator-close");
            if Button::quiet("").icon(icon::X).name(&name).hint(&name).show(ui, context.theme()).clicked() {
                context.send(FacilitatorCommand::Close);
            }
        }
        let (word, hint) = (context.say("facilitator-fork"), context.say("facilitator-fork-hint"));
        let ended = context.drill.session.has_ended();
        let fork = Button::new(&word).icon(icon::FILES).hint(&hint).enabled(!ended);
        if fork.show(ui, context.theme()).clicked() {
            context.send(FacilitatorCommand::Fork);
        }
    };
    let left = |ui: &mut Ui| {
        clock_ui(ui, context);
        pace_ui(ui, context);
    };
    Sides::new().height(44.0).shrink_left().show(ui, left, right);
}

fn clock_ui(ui: &mut Ui, context: FacilitatorContext<'_>) {
    let theme = context.theme();
    let now = context.drill.session.now();
    ui.allocate_ui_with_layout(vec2(220.0, 44.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(220.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.horizontal(|ui| {
            ui.label(theme.text(Face::Display, now.to_string(), theme.strong).size(26.0));
            ui.label(theme.text(
                Face::Title,
                crate::app::measure::moment(context.view.texts, &context.scenario().calendar, now),
                theme.muted,
            ));
        });
        let mode = context.say(mode_key(context.drill.pacing.mode()));
        ui.add(Label::new(theme.small(format!("{mode} · {}", context.scenario().title))).truncate());
    });
}

/// Returns the Fluent id of a mode's name.
fn mode_key(mode: Mode) -> &'static str {
    match mode {
        Mode::Solo => "facilitator-mode-solo",
        Mode::Paced => "facilitator-mode-paced",
        Mode::Discussion => "facilitator-mode-discussion",
        Mode::Headless => "facilitator-mode-headless",
        Mode::Review => "facilitator-mode-review",
    }
}

fn pace_ui(ui: &mut Ui, context: FacilitatorContext<'_>) {
    let theme = context.theme();
    let pace = context.drill.pacing.pace();
    let ended = context.drill.session.has_ended();
    let send = |command: PaceCommand| context.view.send(command);
    if context.drill.pacing.mode().runs() || pace != Pace::Paused {
        let (key, icon, command) = match pace {
            Pace::Paused => ("facilitator-run", icon::PLAY, PaceCommand::Run),
            Pace::Running | Pace::Seeking => ("facilitator-pause", icon::PAUSE, PaceCommand::Pause),
        };
        let kind = if pace == Pace::Paused { ButtonKind::Primary } else { ButtonKind::Plain };
        let word = context.say(key);
        if Button::new(&word).icon(icon).kind(kind).enabled(!ended).show(ui, theme).clicked() {
            send(command);
        }
    }
    let word = context.say("facilitator-step");
    if Button::new("").icon(icon::SKIP_FORWARD).name(&word).hint(&word).enabled(!ended).show(ui, theme).clicked() {
        send(PaceCommand::Step);
    }
    let word = context.say("facilitator-next");
    let next = Button::new("").icon(icon::FAST_FORWARD).name(&word).hint(&word);
    if next.enabled(!ended && pace != Pace::Seeking).show(ui, theme).clicked() {
        send(PaceCommand::NextInject);
    }
}
