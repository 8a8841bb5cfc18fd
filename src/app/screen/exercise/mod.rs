//! The exercise: clock and pace above, messages at the left, the world in the middle, decisions at the right,
//! and everything so far on one strip below.

mod action;
mod board;
pub(super) mod clocks;
mod compose;
pub(super) mod decisions;
mod documents;
mod end;
pub(super) mod inbox;
mod newsroom;
mod plan;
mod said;
mod sentiment;
mod social;
mod steps;
mod strip;
mod team;
pub(super) mod topbar;

use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

use crate::app::command::{LookCommand, Tab};
use crate::app::icon;
use crate::app::view::ExerciseContext;
use crate::app::widget::Button;

/// The width below which the side columns become narrow, in points.
pub const NARROW: f32 = 1280.0;

/// The tabs with their icons and the keys of their words.
const TABS: [(Tab, &str, &str); 6] = [
    (Tab::Situation, icon::LIST_CHECKS, "exercise-situation"),
    (Tab::Newsroom, icon::NEWSPAPER, "exercise-newsroom"),
    (Tab::Social, icon::CHAT_CIRCLE_TEXT, "exercise-social"),
    (Tab::Sentiment, icon::PULSE, "exercise-sentiment"),
    (Tab::Statement, icon::MEGAPHONE, "exercise-statement"),
    (Tab::Documents, icon::FILES, "exercise-documents"),
];

/// Shows the exercise.
pub fn exercise_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let (left, right) = if ui.available_width() < NARROW { (260.0, 290.0) } else { (330.0, 380.0) };
    let top = theme.panel_frame(20, 10);
    Panel::top("top").frame(top).resizable(false).show(ui, |ui| topbar::topbar_ui(ui, context));
    let frame = theme.panel_frame(20, 8);
    Panel::bottom("strip").frame(frame).exact_size(116.0).resizable(false).show(ui, |ui| strip::strip_ui(ui, context));
    let column = theme.panel_frame(16, 12);
    let inbox = Panel::left("inbox").frame(column).exact_size(left).resizable(false);
    inbox.show(ui, |ui| inbox::inbox_ui(ui, context));
    // The composer takes the place of the decisions; where there is room, its way out stands there.
    let composes = context.ui.tab == Tab::Statement;
    let is_wide = composes && ui.available_width() >= compose::WIDE;
    if is_wide {
        let outlet = Panel::right("outlet").frame(column).exact_size(right).resizable(false);
        outlet.show(ui, |ui| compose::way_out_ui(ui, context));
    } else if !composes {
        let decisions = Panel::right("decisions").frame(column).exact_size(right).resizable(false);
        decisions.show(ui, |ui| decisions::decisions_ui(ui, context));
    }
    let frame = Frame::new().fill(theme.base).inner_margin(Margin::symmetric(20, 12));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        tabs_ui(ui, context);
        ui.add_space(6.0);
        tab_ui(ui, context, is_wide);
    });
    end::end_ui(ui, context);
}

/// Shows the tabs in the middle.
pub fn tabs_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let has_icons = ui.available_width() > 560.0;
        for (tab, icon, key) in TABS {
            let word = context.say(key);
            let button = Button::quiet(&word).small().selected(context.ui.tab == tab);
            let button = if has_icons { button.icon(icon) } else { button };
            if button.show(ui, context.theme()).clicked() {
                context.send(LookCommand::Tab(tab));
            }
        }
    });
}

/// Shows the open tab. The composer stands where statements are written; where none can be, what was said.
pub fn tab_ui(ui: &mut Ui, context: ExerciseContext<'_>, is_wide: bool) {
    if context.ui.tab == Tab::Statement && !context.is_review() {
        compose::compose_ui(ui, context, is_wide);
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
