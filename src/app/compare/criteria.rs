//! All criteria, grouped by step, with each session's verdict.

use egui::{Label, Ui};

use super::command::CompareCommand;
use super::grid::{Grid, Value, heading_ui, title_ui, value_ui};
use super::state::Shown;
use crate::app::debrief::look::verdict_look;
use crate::app::shell::view::ViewContext;
use crate::app::widget::switch_ui;
use crate::app::wording;
use goldenhour_core::compare::row;
use goldenhour_core::compare::row::{CriterionValue, Item, Row};
use goldenhour_core::scoring::Verdict;

/// Shows the criteria. If the sessions use different playbooks, nothing is shown, and a remark in the header gives
/// the reason.
pub fn criteria_ui(ui: &mut Ui, view: ViewContext<'_>, shown: &Shown) {
    let theme = view.theme;
    let steps = row::criteria(&shown.compare);
    if steps.is_empty() {
        return;
    }
    ui.label(theme.heading(view.say("compare-criteria")));
    let word = view.say("compare-only-different");
    if switch_ui(ui, theme, &word, shown.only_different).clicked() {
        view.send(CompareCommand::OnlyDifferent(!shown.only_different));
    }
    let grid = Grid::of(ui, shown.compare.runs.len());
    ui.spacing_mut().item_spacing.y = 4.0;
    for (step, rows) in &steps {
        ui.add_space(8.0);
        heading_ui(ui, theme, &grid, &step.title);
        let listed: Vec<_> = rows.iter().filter(|row| !shown.only_different || row.is_different()).collect();
        if listed.is_empty() {
            ui.label(theme.muted(view.say("compare-all-alike")));
        }
        for row in listed {
            criterion_ui(ui, view, &grid, row);
        }
    }
}

fn criterion_ui(ui: &mut Ui, view: ViewContext<'_>, grid: &Grid, row: &Row<Item, Option<CriterionValue>>) {
    let theme = view.theme;
    let title = |ui: &mut Ui| title_ui(ui, 2.0, Label::new(theme.body(row.subject.title.as_str())));
    grid.row_ui(ui, theme, title, |ui, place| {
        let Some(cell) = row.cells.get(place) else { return };
        let Some(CriterionValue { verdict, score, max }) = cell.value else { return };
        let (tone, icon) = verdict_look(verdict);
        let text = wording::verdict(view.texts, verdict);
        let icon = Some((tone, icon));
        // For late and partial verdicts, the credit shows how much was earned.
        let is_between = matches!(verdict, Verdict::Late | Verdict::Partial) && max > 0.0;
        let credit = is_between.then(|| format!("{:.0}", 100.0 * score / max));
        let credit = credit.map(|percent| view.fill("compare-credit", [("percent", percent.into())]));
        let (detail, is_best) = (credit.as_deref(), cell.is_best);
        let value = Value { row: &row.subject.title, place, text: &text, detail, icon, is_best, is_sealed: false };
        value_ui(ui, view, &value);
    });
}
