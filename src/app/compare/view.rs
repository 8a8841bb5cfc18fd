//! The comparison screen: several sessions side by side, from the two scores down to every criterion.
//!
//! Each session has a column and a letter. The letter always appears together with the color and dash pattern of
//! the session's line, so that color is never the only way to tell sessions apart. Parts that do not apply to the
//! compared sessions are left out, and a remark in the header gives the reason.

use egui::Ui;

use super::state::Shown;
use super::{criteria, head, mastery, next, result, trust};
use crate::app::shell::masthead::masthead_ui;
use crate::app::shell::page::page_ui;
use crate::app::shell::view::ViewContext;

/// Page width by number of sessions, in points. No page is wider than its columns can use.
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
