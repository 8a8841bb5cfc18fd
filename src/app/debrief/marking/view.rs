//! The override form below a criterion.

use egui::Ui;

use super::state::{CREDITS, Marking};
use crate::app::debrief::command::MarkCommand;
use crate::app::debrief::context::DebriefContext;
use crate::app::icon;
use crate::app::widget::Button;
use crate::app::widget::field::{Field, field_ui};
use goldenhour_core::scoring::{CriterionScore, Verdict};

/// Shows the override form if the criterion is being overridden, and otherwise a button that opens it.
pub fn marking_ui(ui: &mut Ui, context: DebriefContext<'_>, criterion: &CriterionScore) {
    if criterion.verdict == Verdict::NotApplicable {
        return;
    }
    if let Some(marking) = context.marking.filter(|marking| marking.criterion == criterion.id) {
        making_ui(ui, context, criterion, marking);
        return;
    }
    let word = context.say("marking-begin");
    let name = context.fill("marking-begin-name", [("title", criterion.title.as_str().into())]);
    let button = Button::quiet(&word).name(&name).icon(icon::PENCIL_LINE).small();
    if button.show(ui, context.view.theme).clicked() {
        context.view.send(MarkCommand::Begin(criterion.id.clone()));
    }
}

fn making_ui(ui: &mut Ui, context: DebriefContext<'_>, criterion: &CriterionScore, marking: &Marking) {
    let theme = context.view.theme;
    theme.card().inner_margin(egui::Margin::symmetric(16, 12)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            ui.label(theme.small(context.say("marking-credit")));
            for credit in CREDITS {
                let points = context.decimal(criterion.max * f64::from(credit) / 100.0);
                let word = context.fill("marking-percent", [("credit", credit.into())]);
                let name = context.fill("marking-percent-name", [("credit", credit.into()), ("points", points.into())]);
                let button = Button::new(&word).name(&name).hint(&name).small();
                if button.selected(marking.credit == Some(credit)).show(ui, theme).clicked() {
                    context.view.send(MarkCommand::Credit(credit));
                }
            }
        });
        let (name, hint) = (context.say("marking-reason"), context.say("marking-reason-hint"));
        let field = Field { name: &name, hint: &hint, rows: 2, width: None };
        if let Some(text) = field_ui(ui, theme, &field, &marking.reason) {
            context.view.send(MarkCommand::Reason(text));
        }
        let (name, hint) = (context.say("marking-reviewer"), context.say("marking-reviewer-hint"));
        let field = Field { name: &name, hint: &hint, rows: 1, width: Some(280.0) };
        if let Some(text) = field_ui(ui, theme, &field, context.reviewer) {
            context.view.send(MarkCommand::Reviewer(text));
        }
        ui.horizontal(|ui| {
            let word = context.say("marking-keep");
            let is_complete = marking.is_complete(context.reviewer);
            if Button::primary(&word).icon(icon::CHECK).enabled(is_complete).show(ui, theme).clicked() {
                context.view.send(MarkCommand::Keep);
            }
            if Button::quiet(&context.say("marking-drop")).show(ui, theme).clicked() {
                context.view.send(MarkCommand::Drop);
            }
        });
    });
}
