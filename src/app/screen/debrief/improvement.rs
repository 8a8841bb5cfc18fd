//! What should change, and what to talk about.

use egui::Ui;

use super::DebriefContext;
use crate::app::icon;
use crate::app::theme::Tone;
use crate::app::widget::bullet_ui;

/// Shows the improvement plan and the questions for the hot wash.
pub fn improvement_ui(ui: &mut Ui, context: DebriefContext<'_>) {
    let theme = context.view.theme;
    crate::app::screen::hot_wash::own_review_ui(ui, context.view, context.debrief);
    ui.label(theme.heading("Improvement plan"));
    ui.label(theme.muted("Owner and date are for people to fill in; the exports leave room for them."));
    for action in &context.debrief.improvement {
        theme.card().inner_margin(14).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.label(theme.toned(Tone::Harm, format!("{} cost {:.1} points", icon::TREND_DOWN, action.points)));
            ui.label(theme.strong(action.issue.as_str()));
            bullet_ui(ui, theme, icon::LIGHTBULB, &action.action);
        });
    }
    ui.add_space(16.0);
    ui.label(theme.heading("Questions for the hot wash"));
    for question in &context.debrief.hot_wash {
        bullet_ui(ui, theme, icon::QUESTION, question);
    }
}
