//! The exercise screen: clock and pace controls at the top, messages on the left, tabs in the center, decisions on
//! the right, and a timeline of everything so far at the bottom.

use egui::{CentralPanel, Frame, Margin, Panel, Ui};

use super::column::NARROW;
use super::context::ExerciseContext;
use super::state::Tab;
use super::tab::{tab_ui, tabs_ui};
use super::{decisions, end, inbox, strip, topbar};
use crate::app::composer::view as composer;

/// Shows the exercise.
pub fn exercise_ui(ui: &mut Ui, context: ExerciseContext<'_>) {
    let theme = context.theme();
    let is_narrow = ui.available_width() < NARROW;
    let (left, right, margin) = if is_narrow { (260.0, 290.0, 12) } else { (330.0, 380.0, 20) };
    let top = theme.panel_frame(20, 10);
    Panel::top("top").frame(top).resizable(false).show(ui, |ui| topbar::topbar_ui(ui, context));
    let frame = theme.panel_frame(20, 8);
    Panel::bottom("strip").frame(frame).exact_size(116.0).resizable(false).show(ui, |ui| strip::strip_ui(ui, context));
    let column = theme.panel_frame(16, 12);
    let inbox = Panel::left("inbox").frame(column).exact_size(left).resizable(false);
    inbox.show(ui, |ui| inbox::inbox_ui(ui, context));
    // The composer takes the place of the decisions. In a wide window, its release column is shown there.
    let composes = context.ui.tab == Tab::Statement;
    let is_wide = composes && ui.available_width() >= composer::WIDE;
    if is_wide {
        let outlet = Panel::right("outlet").frame(column).exact_size(right).resizable(false);
        outlet.show(ui, |ui| composer::way_out_ui(ui, context));
    } else if !composes {
        let decisions = Panel::right("decisions").frame(column).exact_size(right).resizable(false);
        decisions.show(ui, |ui| decisions::decisions_ui(ui, context));
    }
    let frame = Frame::new().fill(theme.base).inner_margin(Margin::symmetric(margin, 12));
    CentralPanel::default().frame(frame).show(ui, |ui| {
        tabs_ui(ui, context);
        ui.add_space(6.0);
        tab_ui(ui, context, is_wide);
    });
    end::end_ui(ui, context);
}
