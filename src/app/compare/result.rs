//! The results: the two scores, the ratings of the five steps, and the outcome figures.

use egui::{Label, Ui};

use super::grid::{Grid, Value, line_ui, title_ui, value_ui};
use super::look;
use super::summary::{figures, number};
use crate::app::debrief::look::{rating_look, score_tone};
use crate::app::shell::view::ViewContext;
use crate::app::theme::Face;
use crate::app::widget::ring::ring_ui;
use crate::app::widget::section_ui;
use crate::app::{icon, wording};
use goldenhour_core::compare::row::{Cell, Item, Number, Row, StepValue};
use goldenhour_core::compare::{Compare, row};

/// Shows the results.
pub fn result_ui(ui: &mut Ui, view: ViewContext<'_>, compare: &Compare) {
    let theme = view.theme;
    let grid = Grid::of(ui, compare.runs.len());
    ui.spacing_mut().item_spacing.y = 4.0;
    for row in &row::numbers(compare) {
        let title = |ui: &mut Ui| title_ui(ui, 12.0, Label::new(theme.title(number(view.texts, row.subject))));
        grid.row_ui(ui, theme, title, |ui, place| number_ui(ui, view, row, place));
    }
    ui.add_space(8.0);
    section_ui(ui, theme, &view.say("compare-steps"));
    for row in &row::steps(compare) {
        let title = |ui: &mut Ui| title_ui(ui, 4.0, Label::new(theme.strong(row.subject.title.as_str())));
        grid.row_ui(ui, theme, title, |ui, place| step_ui(ui, view, row, place));
    }
    let figures = figures(compare, view.texts);
    if !figures.is_empty() {
        ui.add_space(8.0);
        section_ui(ui, theme, &view.say("compare-figures"));
    }
    for row in &figures {
        let title = |ui: &mut Ui| title_ui(ui, 2.0, Label::new(theme.body(row.subject.as_str())));
        grid.row_ui(ui, theme, title, |ui, place| {
            if let Some(Cell { value, is_best }) = row.cells.get(place) {
                let (row, is_best) = (row.subject.as_str(), *is_best);
                let value = Value { row, place, text: value, detail: None, icon: None, is_best, is_sealed: true };
                value_ui(ui, view, &value);
            }
        });
    }
}

fn number_ui(ui: &mut Ui, view: ViewContext<'_>, row: &Row<Number, f64>, place: usize) {
    let theme = view.theme;
    let Some(Cell { value, is_best }) = row.cells.get(place) else { return };
    ui.horizontal(|ui| {
        #[expect(clippy::cast_possible_truncation, reason = "a fraction between 0 and 1")]
        ring_ui(ui, theme, 44.0, (value / 100.0) as f32, score_tone(*value));
        let ink = if *is_best { theme.strong } else { theme.body };
        let mut name = format!("{}, {}: {value:.0}", number(view.texts, row.subject), look::letter(place));
        let mut parts = vec![(format!("{value:.0}"), Face::Display, ink)];
        if *is_best {
            name = format!("{name}, {}", view.say("compare-best"));
            parts.push((icon::SEAL_CHECK.to_owned(), Face::Title, theme.accent));
        }
        line_ui(ui, &name, parts);
    });
}

fn step_ui(ui: &mut Ui, view: ViewContext<'_>, row: &Row<Item, Option<StepValue>>, place: usize) {
    let theme = view.theme;
    let Some(Cell { value, is_best }) = row.cells.get(place) else { return };
    let Some(StepValue { rating: Some(rating), score }) = *value else {
        let text = view.say("compare-not-judged");
        let row = row.subject.title.as_str();
        let value = Value { row, place, text: &text, detail: None, icon: None, is_best: false, is_sealed: false };
        value_ui(ui, view, &value);
        return;
    };
    let (tone, letter) = rating_look(Some(rating));
    let meaning = wording::rating(view.texts, rating);
    let mut name = format!("{}, {}: {letter} {score:.0}", row.subject.title, look::letter(place));
    let ink = if *is_best { theme.strong } else { theme.body };
    let face = if *is_best { Face::Strong } else { Face::Body };
    let mut parts = vec![(letter.to_owned(), Face::Heading, theme.tone(tone)), (format!("{score:.0}"), face, ink)];
    if *is_best {
        name = format!("{name}, {}", view.say("compare-best"));
        parts.push((icon::SEAL_CHECK.to_owned(), Face::Body, theme.accent));
    }
    line_ui(ui, &name, parts);
    ui.add(Label::new(theme.small(meaning)).wrap());
}
