//! Progress of the search: the number of seeds behind the results, and buttons to stop and restart it.

use egui::Ui;

use super::state::STEPS;
use crate::app::background::probe::ProbeState;
use crate::app::debrief::command::DebriefCommand;
use crate::app::debrief::context::DebriefContext;
use crate::app::debrief::state::DebriefUi;
use crate::app::icon;
use crate::app::widget::{Button, meter_ui, sides_ui};

/// Shows the progress line at the top of the page.
pub fn progress_ui(ui: &mut Ui, context: DebriefContext<'_>, screen: &DebriefUi) {
    let theme = context.view.theme;
    let Some(probe) = &screen.turning.probe else {
        let ask = context.say("turning-look");
        if Button::primary(&ask).icon(icon::MAGNIFYING_GLASS).show(ui, theme).clicked() {
            context.view.send(DebriefCommand::LookAgain);
        }
        return;
    };
    let seeds = probe.latest.as_ref().map_or(0, |found| found.seeds);
    let goal = STEPS[STEPS.len() - 1];
    let (sign, text) = match probe.state() {
        ProbeState::Running if seeds == 0 => (icon::HOURGLASS_MEDIUM, context.say("turning-begins")),
        ProbeState::Running => {
            let filling = [("seeds", seeds.into()), ("goal", goal.into())];
            (icon::HOURGLASS_MEDIUM, context.fill("turning-from-of", filling))
        }
        ProbeState::Stopped => (icon::PAUSE, context.fill("turning-stopped", [("seeds", seeds.into())])),
        ProbeState::Done => (icon::CHECK_CIRCLE, context.fill("turning-from", [("seeds", seeds.into())])),
        ProbeState::Broken => (icon::WARNING_CIRCLE, context.say("turning-broken")),
    };
    let button = match probe.state() {
        ProbeState::Running => Some((context.say("turning-stop"), DebriefCommand::Stop)),
        ProbeState::Done => None,
        ProbeState::Stopped | ProbeState::Broken => Some((context.say("turning-again"), DebriefCommand::LookAgain)),
    };
    let left = |ui: &mut Ui| drop(ui.add(egui::Label::new(theme.muted(format!("{sign}  {text}"))).wrap()));
    let right = |ui: &mut Ui| {
        if let Some((word, command)) = button
            && Button::quiet(&word).small().show(ui, theme).clicked()
        {
            context.view.send(command);
        }
    };
    sides_ui(ui, left, right);
    if probe.state() == ProbeState::Running {
        meter_ui(ui, theme, probe.share());
    }
}
