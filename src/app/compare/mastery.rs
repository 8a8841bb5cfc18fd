//! Mastery by step over the sessions in chronological order: one small chart per step, all on the same scale.

use egui::{Align2, Color32, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::look::{letter, look};
use crate::app::shell::view::ViewContext;
use crate::app::theme::{Face, Theme};
use crate::app::widget::columns_ui;
use goldenhour_core::compare::row::{Cell, Item, Row, StepValue};
use goldenhour_core::compare::{Compare, row};
use goldenhour_core::scoring::Rating;

/// Height of a chart, in points.
const HEIGHT: f32 = 168.0;

/// Margin for the rating letters to the left of the plot area and for the labels above and below it, in points.
const EDGE: f32 = 24.0;

/// Ratings that have a score threshold.
const MARKS: [Rating; 3] = [Rating::P, Rating::S, Rating::M];

/// Shows one chart per step.
pub fn mastery_ui(ui: &mut Ui, view: ViewContext<'_>, compare: &Compare) {
    let theme = view.theme;
    ui.label(theme.heading(view.say("compare-mastery")));
    ui.label(theme.muted(view.say("compare-mastery-text")));
    ui.add_space(4.0);
    let rows = row::steps(compare);
    let mut views: Vec<_> = rows.iter().map(|row| move |ui: &mut Ui| step_ui(ui, theme, row)).collect();
    let mut views: Vec<&mut dyn FnMut(&mut Ui)> = views.iter_mut().map(|view| view as _).collect();
    columns_ui(ui, 20.0, &mut views);
}

fn step_ui(ui: &mut Ui, theme: &Theme, row: &Row<Item, Option<StepValue>>) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, spoken(row)));
    let field = Rect::from_min_max(rect.min + vec2(EDGE, EDGE), rect.max - vec2(8.0, EDGE));
    marks_ui(ui, theme, field);
    let points = points(row, field);
    for pair in points.windows(2) {
        ui.painter().line_segment([pair[0].1, pair[1].1], Stroke::new(1.5, theme.outline));
    }
    for (place, at, score) in points {
        let color = theme.tone(look(place).0);
        ui.painter().add(Shape::circle_filled(at, 5.0, color));
        let text = |at: Pos2, align, text: String, face: Face, color: Color32| {
            ui.painter().text(at, align, text, face.font(), color);
        };
        text(at - vec2(0.0, 8.0), Align2::CENTER_BOTTOM, format!("{score:.0}"), Face::SmallStrong, theme.strong);
        let foot = pos2(at.x, rect.bottom() - 2.0);
        text(foot, Align2::CENTER_BOTTOM, letter(place).to_owned(), Face::SmallStrong, color);
    }
    ui.add(egui::Label::new(theme.strong(row.subject.title.as_str())).wrap());
}

/// Draws a line at the score threshold of each rating.
#[expect(clippy::cast_possible_truncation, reason = "screen coordinates")]
fn marks_ui(ui: &Ui, theme: &Theme, field: Rect) {
    ui.painter().hline(field.x_range(), field.bottom(), Stroke::new(1.0, theme.outline));
    for mark in MARKS {
        let y = field.bottom() - field.height() * mark.threshold() as f32;
        ui.painter().hline(field.x_range(), y, Stroke::new(1.0, theme.hairline));
        let at = pos2(field.left() - 8.0, y);
        ui.painter().text(at, Align2::RIGHT_CENTER, mark.letter(), Face::SmallStrong.font(), theme.muted);
    }
}

/// Returns the index, position and score of each session that has a rating.
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "screen coordinates")]
fn points(row: &Row<Item, Option<StepValue>>, field: Rect) -> Vec<(usize, Pos2, f64)> {
    let width = field.width() / row.cells.len().max(1) as f32;
    let point = |(place, cell): (usize, &Cell<Option<StepValue>>)| {
        let StepValue { score, .. } = cell.value.filter(|value| value.rating.is_some())?;
        let x = field.left() + width * (place as f32 + 0.5);
        let y = field.bottom() - field.height() * (score / 100.0) as f32;
        Some((place, pos2(x, y), score))
    };
    row.cells.iter().enumerate().filter_map(point).collect()
}

/// Returns the accessible name of a chart, with all of its values.
fn spoken(row: &Row<Item, Option<StepValue>>) -> String {
    let value = |(place, cell): (usize, &Cell<Option<StepValue>>)| {
        let StepValue { rating, score } = cell.value?;
        Some(format!("{} {} {score:.0}", letter(place), rating?.letter()))
    };
    let values: Vec<String> = row.cells.iter().enumerate().filter_map(value).collect();
    format!("{}: {}", row.subject.title, values.join(", "))
}
