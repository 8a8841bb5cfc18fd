//! Subjects for remarks: criteria of the playbook and decisions made during the exercise.

use egui::{Label, ScrollArea, Ui};

use super::command::HotWashCommand;
use super::context::HotWashContext;
use super::state::RemarkKind;
use crate::app::icon;
use crate::app::widget::{Button, row_ui, section_ui};
use goldenhour_core::session::review::About;

/// Kinds of remarks with their icons and the Fluent ids of their labels.
const KINDS: [(RemarkKind, &str, &str); 3] = [
    (RemarkKind::Strength, icon::TREND_UP, "hot_wash-add-strength"),
    (RemarkKind::Failure, icon::TREND_DOWN, "hot_wash-add-failure"),
    (RemarkKind::Improvement, icon::LIGHTBULB, "hot_wash-add-improvement"),
];

/// Shows the list. The selected subject shows buttons that add remarks about it.
pub fn subjects_ui(ui: &mut Ui, context: HotWashContext<'_>) {
    let theme = context.theme();
    ui.add(Label::new(theme.muted(context.say("hot_wash-subjects-note"))).wrap());
    ui.add_space(4.0);
    ScrollArea::vertical().id_salt("subjects").auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.label(theme.overline(&context.say("hot_wash-decisions")));
        for (_, decision) in context.wash.session.decisions() {
            subject_ui(ui, context, About::Decision(decision.action.clone(), decision.at));
        }
        if context.wash.session.decisions().next().is_none() {
            ui.label(theme.muted(context.say("hot_wash-no-decisions")));
        }
        for step in &context.scenario().playbook.steps {
            section_ui(ui, theme, &step.title);
            for criterion in step.criteria.iter().filter(|criterion| !criterion.evidence.asks_for_review()) {
                subject_ui(ui, context, About::Criterion(criterion.id.clone()));
            }
        }
        ui.add_space(16.0);
    });
}

fn subject_ui(ui: &mut Ui, context: HotWashContext<'_>, about: About) {
    let theme = context.theme();
    let words = context.about(&about);
    let is_picked = context.wash.picked.as_ref() == Some(&about);
    let said = context.wash.draft.remarks.iter().filter(|remark| remark.about == about).count();
    let name = context.fill("hot_wash-subject", [("title", words.as_str().into())]);
    let row = row_ui(ui, theme, &name, is_picked, |ui| {
        ui.add(Label::new(theme.body(words)).wrap());
        // Remarks about the selected subject are listed next to it anyway, and another line would push the buttons
        // away from the pointer.
        if said > 0 && !is_picked {
            ui.label(theme.small(context.fill("hot_wash-said", [("count", said.into())])));
        }
    });
    let has_criterion = matches!(about, About::Criterion(_));
    if row.clicked() {
        context.send(HotWashCommand::Pick(about));
    }
    if is_picked {
        kinds_ui(ui, context, has_criterion);
    }
}

fn kinds_ui(ui: &mut Ui, context: HotWashContext<'_>, has_criterion: bool) {
    let theme = context.theme();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (kind, icon, key) in KINDS {
            let word = context.say(key);
            if Button::new(&word).icon(icon).small().show(ui, theme).clicked() {
                context.send(HotWashCommand::Remark(kind));
            }
        }
        let word = context.say("hot_wash-add-action");
        if has_criterion && Button::new(&word).icon(icon::CALENDAR_BLANK).small().show(ui, theme).clicked() {
            context.send(HotWashCommand::Action);
        }
    });
    ui.add_space(4.0);
}
