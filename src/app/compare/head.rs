//! The header of the comparison: title, caveats and one column header per session.

use egui::{Label, Ui};

use super::command::CompareCommand;
use super::grid::Grid;
use super::look::{badge_ui, sample_ui};
use super::summary::{heading, mode, players, remark};
use crate::app::shell::command::Destination;
use crate::app::shell::view::ViewContext;
use crate::app::theme::{Face, Tone};
use crate::app::widget::{Button, hairline_ui, sides_ui};
use crate::app::{icon, measure};
use goldenhour_core::compare::{Compare, Run};

/// Shows the header.
pub fn head_ui(ui: &mut Ui, view: ViewContext<'_>, compare: &Compare) {
    let theme = view.theme;
    let organization = compare.runs.first().filter(|_| compare.is_of_one_scenario());
    let over = |ui: &mut Ui| {
        if let Some(run) = organization {
            ui.label(theme.overline(&run.organization));
        }
    };
    sides_ui(ui, over, |ui| ways_ui(ui, view));
    ui.label(theme.display(heading(compare, view.texts)));
    for found in compare.remarks() {
        ui.horizontal_top(|ui| {
            ui.label(theme.text(Face::Strong, icon::INFO, theme.tone(Tone::Caution)));
            ui.add(Label::new(theme.body(remark(view.texts, found))).wrap());
        });
    }
    ui.add_space(12.0);
    let grid = Grid::of(ui, compare.runs.len());
    grid.plain_row_ui(ui, |_| {}, |ui, place| column_ui(ui, view, compare, place));
    ui.add_space(4.0);
    hairline_ui(ui, theme);
}

fn ways_ui(ui: &mut Ui, view: ViewContext<'_>) {
    let (word, name) = (view.say("compare-export-short"), view.say("compare-export"));
    if Button::new(&word).icon(icon::EXPORT).name(&name).small().show(ui, view.theme).clicked() {
        view.send(CompareCommand::Export);
    }
    if Button::new(&view.say("compare-choose")).icon(icon::LIST_CHECKS).small().show(ui, view.theme).clicked() {
        view.send(CompareCommand::Choose);
    }
}

fn column_ui(ui: &mut Ui, view: ViewContext<'_>, compare: &Compare, place: usize) {
    let theme = view.theme;
    let Some(run) = compare.runs.get(place) else { return };
    ui.horizontal(|ui| {
        badge_ui(ui, theme, place);
        sample_ui(ui, theme, place);
    });
    if !compare.is_of_one_scenario() {
        ui.add(Label::new(theme.strong(run.title.as_str())).wrap());
    }
    ui.add(Label::new(theme.strong(run.file())).wrap());
    ui.add(Label::new(theme.small(facts(view, run))).wrap());
    if let Some(people) = players(run) {
        ui.add(Label::new(theme.small(format!("{} {people}", icon::USERS_THREE))).wrap());
    }
    let filling = [("letter", super::look::letter(place).into()), ("file", run.file().into())];
    let (word, name) = (view.say("compare-debrief"), view.fill("compare-debrief-name", filling));
    ui.add_space(4.0);
    if Button::new(&word).icon(icon::ARROW_RIGHT).name(&name).small().show(ui, theme).clicked() {
        view.send(Destination::Debrief(run.path.clone()));
    }
}

/// Returns one line describing how a session was played: date, seed, mode and end time.
fn facts(view: ViewContext<'_>, run: &Run) -> String {
    let seed = view.fill("compare-seed-value", [("seed", run.scorecard.seed.0.to_string().into())]);
    let until = view.fill("compare-until-value", [("until", run.until.to_string().into())]);
    let day = run.day().map(|day| measure::iso_date(view.texts, &day));
    let parts = [day, Some(seed), Some(mode(run, view.texts)), Some(until)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
