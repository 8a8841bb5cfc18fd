//! The debrief: two numbers, five steps, the story, and everything with its evidence.

mod criteria;
mod duties;
mod header;
mod improvement;
mod log;
mod marking;
mod overview;
mod report;
mod statements;
mod story;
mod turning;

use egui::Ui;

pub(super) use header::rating_look;

use super::{masthead_ui, page_ui};
use crate::app::command::{DebriefCommand, DebriefPage, ExportFormat};
use crate::app::editing::Editing;
use crate::app::icon;
use crate::app::language::Filling;
use crate::app::marking::Marking;
use crate::app::measure;
use crate::app::state::DebriefUi;
use crate::app::theme::Tone;
use crate::app::view::ViewContext;
use crate::app::widget::{Button, sides_ui};
use goldenhour_core::time::{Calendar, SimTime};

/// The pages with the keys of their words.
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

/// What a debrief can be written as, with the keys of the names.
const FORMATS: &[(ExportFormat, &str)] = &[
    (ExportFormat::Csv, "debrief-csv"),
    (ExportFormat::Json, "debrief-json"),
    (ExportFormat::Markdown, "debrief-markdown"),
    (ExportFormat::Html, "debrief-html"),
    #[cfg(feature = "pdf")]
    (ExportFormat::Pdf, "debrief-pdf"),
];

/// What the parts of a debrief are given.
#[derive(Clone, Copy)]
struct DebriefContext<'a> {
    view: ViewContext<'a>,
    debrief: &'a goldenhour_core::debrief::Debrief,
    marking: Option<&'a Marking>,
    editing: Option<&'a Editing>,
    reviewer: &'a str,
    calendar: &'a Calendar,
}

impl DebriefContext<'_> {
    /// Returns a message of the program by its key.
    fn say(&self, key: &str) -> String {
        self.view.say(key)
    }

    /// Returns a message of the program with its places filled.
    fn fill<'b, const N: usize>(&self, key: &str, filling: [(&'b str, Filling<'b>); N]) -> String {
        self.view.fill(key, filling)
    }

    /// Returns a moment as people say it, in the language they read.
    fn moment(&self, at: SimTime) -> String {
        measure::moment(self.view.texts, self.calendar, at)
    }

    /// Returns a number with one decimal.
    fn decimal(&self, number: f64) -> String {
        measure::decimal(self.view.texts, number)
    }
}

/// The width from which the ways onward and the files stand in one row.
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
            DebriefPage::Turning => turning::turning_ui(ui, context, screen),
            DebriefPage::Criteria => criteria::criteria_ui(ui, context),
            DebriefPage::Statements => statements::statements_ui(ui, context),
            DebriefPage::Duties => duties::duties_ui(ui, context),
            DebriefPage::Report => report::report_ui(ui, context),
            DebriefPage::Improvement => improvement::improvement_ui(ui, context),
            DebriefPage::Log => log::log_ui(ui, context),
        }
    });
}

/// Shows the ways from here: looking at the session again, the hot wash, and the debrief as a file.
fn ways_ui(ui: &mut Ui, view: ViewContext<'_>, screen: &DebriefUi) {
    ui.add_space(12.0);
    let ways = |ui: &mut Ui| {
        let (word, hint) = (view.say("debrief-watch"), view.say("debrief-watch-hint"));
        if Button::new(&word).icon(icon::PLAY).hint(&hint).show(ui, view.theme).clicked() {
            view.send(DebriefCommand::Watch(SimTime::START));
        }
        super::hot_wash::reopen_ui(ui, view, screen);
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

/// Shows the pages of the debrief.
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

/// Shows evidence: when, and what.
fn evidence_ui(ui: &mut Ui, context: DebriefContext<'_>, item: &goldenhour_core::scoring::EvidenceItem) {
    let theme = context.view.theme;
    ui.horizontal_top(|ui| {
        let at = item.at.map_or_else(String::new, |at| at.to_string());
        ui.add_sized([64.0, 16.0], egui::Label::new(theme.small(at)).halign(egui::Align::Min));
        ui.add(egui::Label::new(theme.body(item.text.as_str())).wrap());
    });
}

/// Returns the tone of a verdict.
pub(super) fn verdict_look(verdict: goldenhour_core::scoring::Verdict) -> (Tone, &'static str) {
    use goldenhour_core::scoring::Verdict;
    match verdict {
        Verdict::Met => (Tone::Calm, icon::CHECK_CIRCLE),
        Verdict::Late => (Tone::Caution, icon::CLOCK),
        Verdict::Partial => (Tone::Caution, icon::CIRCLE_HALF),
        Verdict::Missed => (Tone::Harm, icon::X_CIRCLE),
        Verdict::NotApplicable => (Tone::Plain, icon::MINUS_CIRCLE),
    }
}

/// Returns the tone of points out of a hundred.
pub(super) fn score_tone(score: f64) -> Tone {
    match score {
        s if s >= 75.0 => Tone::Calm,
        s if s >= 45.0 => Tone::Caution,
        _ => Tone::Harm,
    }
}
