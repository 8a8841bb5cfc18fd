//! Draws the replay: the exercise at a point in time, with a scrubber for the whole session.
//!
//! The panels are those of the exercise and show what the players saw. The ground truth can be shown in addition.

use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

use super::state::Replay;
use super::{scrubber, topbar, truth};
use crate::app::exercise::column::NARROW;
use crate::app::exercise::context::ExerciseContext;
use crate::app::exercise::public_scenario::PublicScenario;
use crate::app::exercise::state::Tab;
use crate::app::exercise::tab::{tab_ui, tabs_ui};
use crate::app::exercise::{decisions, inbox};
use crate::app::shell::view::ViewContext;

/// Shows the replay screen.
pub fn replay_ui(ui: &mut Ui, view: ViewContext<'_>, replay: &Replay) {
    let context = ExerciseContext {
        view,
        scenario: PublicScenario::of(&replay.scenario),
        situation: &replay.situation,
        ui: &replay.ui,
        pacing: &replay.pacing,
    };
    let theme = view.theme;
    let is_narrow = ui.available_width() < NARROW;
    let (left, right, margin) = if is_narrow { (260.0, 290.0, 12) } else { (330.0, 380.0, 20) };
    let top = theme.panel_frame(20, 10);
    Panel::top("top").frame(top).resizable(false).show(ui, |ui| topbar::topbar_ui(ui, context, replay));
    let below = Panel::bottom("scrubber").frame(theme.panel_frame(20, 8)).exact_size(116.0).resizable(false);
    below.show(ui, |ui| scrubber::scrubber_ui(ui, context, replay));
    let column = theme.panel_frame(16, 12);
    let messages = Panel::left("inbox").frame(column).exact_size(left).resizable(false);
    messages.show(ui, |ui| inbox::inbox_ui(ui, context));
    let decisions = Panel::right("decisions").frame(column).exact_size(right).resizable(false);
    decisions.show(ui, |ui| decisions::decisions_ui(ui, context));
    let frame = Frame::new().fill(theme.base).inner_margin(Margin::symmetric(margin, 12));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        tabs_ui(ui, context);
        ui.add_space(6.0);
        match &replay.truth {
            Some(truth) if replay.ui.tab == Tab::Situation => {
                let area = ScrollArea::vertical().id_salt("truth").auto_shrink(false);
                area.show(ui, |ui| truth::truth_ui(ui, context, truth));
            }
            _ => tab_ui(ui, context, false),
        }
    });
}
