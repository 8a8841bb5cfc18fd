//! The comparison: several sessions side by side, from the two numbers down to every criterion.
//!
//! Each session has a column and a letter; a letter always comes with the color and the dash of the session's line,
//! so that no color has to be told apart. Parts that make no sense for what is compared are left out, and a remark
//! in the head says why.

mod criteria;
mod grid;
mod head;
mod look;
mod mastery;
mod next;
mod result;
mod trust;

use egui::Ui;

use super::{masthead_ui, page_ui};
use crate::app::compare::Shown;
use crate::app::view::ViewContext;

/// The width of the page for so many sessions, in points: no wider than the columns can use.
const WIDTHS: [f32; 7] = [1080.0, 1080.0, 1080.0, 1200.0, 1368.0, 1368.0, 1368.0];

/// Shows the comparison.
pub fn compare_ui(ui: &mut Ui, view: ViewContext<'_>, shown: &Shown) {
    let compare = &shown.compare;
    masthead_ui(ui, view, &view.say("compare-title"), true);
    let widest = WIDTHS.get(compare.runs.len()).copied().unwrap_or(1368.0);
    page_ui(ui, view.theme, "compare", widest, |ui| {
        head::head_ui(ui, view, compare);
        ui.add_space(4.0);
        result::result_ui(ui, view, compare);
        ui.add_space(28.0);
        if compare.is_of_one_scenario() {
            trust::trust_ui(ui, view, compare);
            ui.add_space(28.0);
        }
        if compare.is_series() {
            mastery::mastery_ui(ui, view, compare);
            ui.add_space(28.0);
        }
        if let Some(proposal) = &shown.proposal {
            next::next_ui(ui, view, compare, proposal);
            ui.add_space(28.0);
        }
        criteria::criteria_ui(ui, view, shown);
    });
}
