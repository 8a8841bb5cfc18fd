//! The improvement plan, the team's own review, and questions for the hot wash.

use egui::Ui;

use super::context::DebriefContext;
use crate::app::hot_wash::own_review::own_review_ui;
use crate::app::icon;
use crate::app::theme::Tone;
use crate::app::widget::bullet_ui;

/// Shows the team's own review, the improvement plan and the questions for the hot wash.
pub fn improvement_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    let theme = context.view.theme;
    own_review_ui(ui, context.view, context.debrief);
    ui.label(theme.heading(context.say("debrief-plan")));
    ui.label(theme.muted(context.say("debrief-plan-text")));
    for action in &context.debrief.improvement {
        theme.card().inner_margin(14).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            let cost = context.fill("debrief-cost", [("points", context.decimal(action.points).into())]);
            ui.label(theme.toned(Tone::Harm, format!("{} {cost}", icon::TREND_DOWN)));
            ui.label(theme.strong(action.issue.as_str()));
            bullet_ui(ui, theme, icon::LIGHTBULB, &action.action);
        });
    }
    ui.add_space(16.0);
    ui.label(theme.heading(context.say("debrief-hot-wash")));
    for question in &context.debrief.hot_wash {
        bullet_ui(ui, theme, icon::QUESTION, question);
    }
}
