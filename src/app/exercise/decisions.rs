//! The decisions column: work in progress, the roster, and the actions by playbook step.

use egui::{Panel, ScrollArea, Ui};

use super::context::ExerciseContext;
use super::{action, plan, team};
use crate::app::icon;
use crate::app::theme::Tone;
use crate::app::widget::section_ui;
use goldenhour_core::simulation::OptionView;

/// Minimum height of the list above an open decision, in points.
const LEAST_LIST: f32 = 56.0;

/// Space above an open decision, in points.
const ABOVE_PLAN: i8 = 12;

/// Shows the column.
pub fn decisions_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    if let Some(plan) = &context.ui.plan {
        let frame = egui::Frame::new().inner_margin(egui::Margin { top: ABOVE_PLAN, ..egui::Margin::ZERO });
        let panel = Panel::bottom("plan").frame(frame).resizable(false);
        let height = ui.available_height() - LEAST_LIST - f32::from(ABOVE_PLAN);
        panel.show(ui, |ui| plan::plan_ui(ui, context, plan, height));
    }
    if context.is_review() {
        review_ui(ui, context);
    }
    if let Some((tone, text)) = &context.ui.said {
        ui.label(theme.toned(*tone, text.as_str()));
    }
    let list = ScrollArea::vertical().id_salt("decisions").auto_shrink(false).min_scrolled_height(0.0);
    list.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        team::works_ui(ui, context);
        ui.label(theme.overline(&context.say("team-title")));
        team::roster_ui(ui, context);
        ui.add_enabled_ui(!context.is_review(), |ui| {
            for (step, title) in context.scenario.steps() {
                let options = context.situation.options.iter().filter(|option| option.step == *step);
                step_ui(ui, context, title, options.collect());
            }
        });
        ui.add_space(12.0);
    });
}

/// Shows why no decisions can be made in a replay.
fn review_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    theme.tinted(Tone::Legal).inner_margin(egui::Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(theme.toned(Tone::Legal, format!("{}  {}", icon::LOCK, context.say("decisions-recording"))));
        ui.add(egui::Label::new(theme.small(context.say("decisions-recording-text"))).wrap());
    });
    ui.add_space(4.0);
}

/// Shows the actions of a step: available ones first, then the blocked ones.
fn step_ui(ui: &mut Ui, context: ExerciseContext<'_>, title: &str, mut options: Vec<&OptionView>) {
    if options.is_empty() {
        return;
    }
    options.sort_by_key(|option| (option.blocked.is_some(), option.done));
    section_ui(ui, context.theme(), title);
    for option in options {
        action::action_ui(ui, context, option);
    }
}
