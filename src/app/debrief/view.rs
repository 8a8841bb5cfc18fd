//! The debrief screen: two scores, five steps, the story, and all criteria with their evidence.

use egui::Ui;

use super::command::DebriefCommand;
use super::context::DebriefContext;
use super::state::{DebriefPage, DebriefUi};
use super::{criteria, duties, header, improvement, log, overview, report, statements, turning};
use crate::app::hot_wash::reopen::reopen_ui;
use crate::app::icon;
use crate::app::shell::masthead::masthead_ui;
use crate::app::shell::page::page_ui;
use crate::app::shell::view::ViewContext;
use crate::app::widget::{Button, sides_ui};
use goldenhour_core::time::SimTime;
use goldenhour_report::Format;

/// Pages with the Fluent ids of their titles.
const PAGES: [(DebriefPage, &str); 8] = [
    (DebriefPage::Overview, "debrief-overview"),
    (DebriefPage::Turning, "debrief-turning"),
    (DebriefPage::Criteria, "debrief-criteria"),
    (DebriefPage::Statements, "debrief-statements"),
    (DebriefPage::Duties, "debrief-duties"),
    (DebriefPage::Report, "debrief-report"),
    (DebriefPage::Improvement, "debrief-improvement"),
    (DebriefPage::Log, "debrief-log"),
];

/// Export formats with the Fluent ids of their names.
const FORMATS: &[(Format, &str)] = &[
    (Format::Csv, "debrief-csv"),
    (Format::Json, "debrief-json"),
    (Format::Markdown, "debrief-markdown"),
    (Format::Html, "debrief-html"),
    #[cfg(feature = "pdf")]
    (Format::Pdf, "debrief-pdf"),
];

/// Minimum width at which the navigation buttons and the export buttons fit on one row, in points.
const SIDE_BY_SIDE: f32 = 860.0;

/// Shows the debrief.
pub fn debrief_ui(ui: &mut Ui, view: ViewContext<'_>, screen: &DebriefUi, reviewer: &str) {
    masthead_ui(ui, view, &view.say("debrief-title"), true);
    let calendar = &screen.session.scenario().calendar;
    let marking = screen.marking.as_ref();
    let editing = screen.editing.as_ref();
    let context = DebriefContext { view, debrief: &screen.debrief, marking, editing, reviewer, calendar };
    page_ui(ui, view.theme, "debrief", 1120.0, |ui| {
        match screen.page {
            DebriefPage::Overview => header::header_ui(ui, context),
            _ => header::line_ui(ui, context),
        }
        ways_ui(ui, view, screen);
        ui.add_space(16.0);
        bar_ui(ui, view, screen.page);
        ui.add_space(12.0);
        match screen.page {
            DebriefPage::Overview => overview::overview_ui(ui, context, screen.beside),
            DebriefPage::Turning => turning::view::turning_ui(ui, context, screen),
            DebriefPage::Criteria => criteria::criteria_ui(ui, context),
            DebriefPage::Statements => statements::statements_ui(ui, context),
            DebriefPage::Duties => duties::duties_ui(ui, context),
            DebriefPage::Report => report::view::report_ui(ui, context),
            DebriefPage::Improvement => improvement::improvement_ui(ui, context),
            DebriefPage::Log => log::log_ui(ui, context),
        }
    });
}

/// Shows the buttons for replay, hot wash and exports.
fn ways_ui(ui: &mut Ui, view: ViewContext<'_>, screen: &DebriefUi) {
    ui.add_space(12.0);
    let ways = |ui: &mut Ui| {
        let (word, hint) = (view.say("debrief-watch"), view.say("debrief-watch-hint"));
        if Button::new(&word).icon(icon::PLAY).hint(&hint).show(ui, view.theme).clicked() {
            view.send(DebriefCommand::Watch(SimTime::START));
        }
        reopen_ui(ui, view, screen);
    };
    let exports = |ui: &mut Ui| {
        for (format, key) in FORMATS {
            let label = view.fill("debrief-format", [("format", view.say(key).into())]);
            let name = view.fill("debrief-export", [("format", view.say(key).into())]);
            if Button::new(&label).icon(icon::EXPORT).small().name(&name).show(ui, view.theme).clicked() {
                view.send(*format);
            }
        }
    };
    if ui.available_width() >= SIDE_BY_SIDE {
        sides_ui(ui, ways, exports);
    } else {
        ui.horizontal_wrapped(ways);
        ui.add_space(8.0);
        ui.horizontal_wrapped(exports);
    }
}

/// Shows the page selector.
fn bar_ui(ui: &mut Ui, view: ViewContext<'_>, open: DebriefPage) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        for (page, key) in PAGES {
            if Button::quiet(&view.say(key)).selected(page == open).show(ui, view.theme).clicked() {
                view.send(page);
            }
        }
    });
}
