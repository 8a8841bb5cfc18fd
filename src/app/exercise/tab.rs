//! The tabs in the center of the exercise.

use egui::{ScrollArea, Ui};

use super::command::LookCommand;
use super::context::ExerciseContext;
use super::state::Tab;
use super::{board, documents, newsroom, said, sentiment, social};
use crate::app::composer::view as composer;
use crate::app::icon;
use crate::app::widget::{Button, NARROW_PANEL};

/// Tabs with their icons and the Fluent ids of their names.
const TABS: [(Tab, &str, &str); 6] = [
    (Tab::Situation, icon::LIST_CHECKS, "exercise-situation"),
    (Tab::Newsroom, icon::NEWSPAPER, "exercise-newsroom"),
    (Tab::Social, icon::CHAT_CIRCLE_TEXT, "exercise-social"),
    (Tab::Sentiment, icon::PULSE, "exercise-sentiment"),
    (Tab::Statement, icon::MEGAPHONE, "exercise-statement"),
    (Tab::Documents, icon::FILES, "exercise-documents"),
];

/// Shows the tab bar.
pub fn tabs_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    ui.horizontal_wrapped(|ui| {
        let is_narrow = ui.available_width() < NARROW_PANEL;
        ui.spacing_mut().item_spacing.x = if is_narrow { 2.0 } else { 4.0 };
        let has_icons = ui.available_width() > 560.0;
        for (tab, icon, key) in TABS {
            let word = context.say(key);
            let button = Button::quiet(&word).selected(context.ui.tab == tab);
            let button = if is_narrow { button.tight() } else { button.small() };
            let button = if has_icons { button.icon(icon) } else { button };
            if button.show(ui, context.theme()).clicked() {
                context.look(LookCommand::Tab(tab));
            }
        }
    });
}

/// Shows the open tab. In a replay, the statement tab shows the published statements instead of the composer.
pub fn tab_ui(ui: &mut Ui, context: ExerciseContext<'_>, is_wide: bool) {
    if context.ui.tab == Tab::Statement && !context.is_review() {
        composer::compose_ui(ui, context, is_wide);
        return;
    }
    ScrollArea::vertical()
        .id_salt(("tab", TABS.iter().position(|tab| tab.0 == context.ui.tab)))
        .auto_shrink(false)
        .show(ui, |ui| match context.ui.tab {
            Tab::Situation => board::board_ui(ui, context),
            Tab::Newsroom => newsroom::newsroom_ui(ui, context),
            Tab::Social => social::social_ui(ui, context),
            Tab::Sentiment => sentiment::sentiment_ui(ui, context),
            Tab::Documents => documents::documents_ui(ui, context),
            Tab::Statement => said::said_ui(ui, context),
        });
}
