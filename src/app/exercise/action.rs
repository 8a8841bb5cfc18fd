//! A single action in the decisions column.

use egui::Ui;

use super::command::PlanCommand;
use super::context::ExerciseContext;
use super::public_scenario::Wanted;
use crate::app::theme::{Face, Tone};
use crate::app::widget::row_ui;
use crate::app::{icon, wording};
use goldenhour_core::decision::Rejection;
use goldenhour_core::simulation::OptionView;

/// Shows an action. A click selects it.
pub fn action_ui(ui: &mut Ui, context: ExerciseContext<'_>, option: &OptionView) {
    let theme = context.theme();
    let ui_state = context.ui;
    let planned = ui_state.plan.as_ref().is_some_and(|plan| plan.action == option.action);
    let selected = planned || ui_state.composer.action.as_ref() == Some(&option.action);
    let name = context.fill("decisions-decision", [("title", option.title.as_str().into())]);
    let response = row_ui(ui, theme, &name, selected, |ui| {
        let ink = if option.blocked.is_some() { theme.muted } else { theme.strong };
        let title = match context.scenario.wanted(&option.action) {
            Wanted::Statement(..) | Wanted::Reply => format!("{}  {}", icon::MEGAPHONE, option.title),
            _ => option.title.clone(),
        };
        ui.label(theme.text(Face::Strong, title, ink));
        facts_ui(ui, context, option);
        availability_ui(ui, context, option);
    });
    if response.on_hover_text(option.text.as_str()).clicked() {
        context.send(PlanCommand::Select(option.action.clone()));
    }
}

fn facts_ui(ui: &mut Ui, context: ExerciseContext<'_>, option: &OptionView) {
    let role = context.scenario.role_title(&option.role);
    let cost = match option.cost {
        cost if cost > 0.0 => format!("{} · ", context.money(cost)),
        _ => String::new(),
    };
    let text = format!("{} · {cost}{role}", context.length(option.takes));
    ui.add(egui::Label::new(context.theme().small(text)).truncate());
}

fn availability_ui(ui: &mut Ui, context: ExerciseContext<'_>, option: &OptionView) {
    let theme = context.theme();
    let refusal = option.blocked.as_ref().or(option.role_blocked.as_ref());
    if let Some(refusal) = refusal {
        let icon = match refusal {
            Rejection::AlreadyDone => icon::CHECK_CIRCLE,
            Rejection::Running { .. } => icon::HOURGLASS_MEDIUM,
            _ => icon::PROHIBIT,
        };
        let reason = wording::rejection(context.view.texts, refusal);
        ui.label(theme.toned(refusal_tone(refusal), format!("{icon} {reason}")));
    } else if option.done {
        ui.label(theme.toned(Tone::Calm, format!("{} {}", icon::CHECK, context.say("decisions-done-before"))));
    }
}

/// Returns the tone of a refusal: calm if the action is done, accent if it is in progress, and caution otherwise.
fn refusal_tone(refusal: &Rejection) -> Tone {
    match refusal {
        Rejection::AlreadyDone => Tone::Calm,
        Rejection::Running { .. } => Tone::Accent,
        _ => Tone::Caution,
    }
}
