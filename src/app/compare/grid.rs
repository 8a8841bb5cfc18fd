//! The grid of the comparison: row titles on the left and one cell per session.

use egui::{Align, Color32, CornerRadius, Layout, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::look;
use crate::app::icon;
use crate::app::shell::view::ViewContext;
use crate::app::theme::{Face, GRID, RADIUS, Theme, Tone};
use crate::app::widget::{hairline_ui, text_width};

/// Gap between two columns, in points.
const GAP: f32 = 3.0 * GRID;

/// Gap between two parts of a cell, in points.
const PART_GAP: f32 = GRID;

/// Column layout of the grid.
#[derive(Clone, Copy)]
pub struct Grid {
    first: f32,
    each: f32,
    count: usize,
}

impl Grid {
    /// Computes the columns for `count` sessions from the available width.
    pub fn of(ui: &Ui, count: usize) -> Self {
        let room = ui.available_width();
        let share = if count > 4 { 0.2 } else { 0.26 };
        let first = (room * share).clamp(176.0, 320.0);
        #[expect(clippy::cast_precision_loss, reason = "at most six sessions")]
        let each = (room - first) / count.max(1) as f32 - GAP;
        Grid { first, each, count }
    }

    /// Shows a row with a hairline below it.
    pub fn row_ui(&self, ui: &mut Ui, theme: &Theme, title: impl FnOnce(&mut Ui), cell: impl FnMut(&mut Ui, usize)) {
        self.plain_row_ui(ui, title, cell);
        hairline_ui(ui, theme);
    }

    /// Shows a row without a hairline.
    pub fn plain_row_ui(&self, ui: &mut Ui, title: impl FnOnce(&mut Ui), mut cell: impl FnMut(&mut Ui, usize)) {
        let all = ui.available_rect_before_wrap();
        let top = all.top() + GRID;
        let mut bottom = top;
        let mut column = |left: f32, width: f32, content: &mut dyn FnMut(&mut Ui)| {
            let rect = Rect::from_min_size(pos2(left, top), vec2(width, all.height()));
            let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)));
            child.set_width(width.max(0.0));
            child.spacing_mut().item_spacing = vec2(2.0 * GRID, GRID);
            child.spacing_mut().interact_size.y = 0.0;
            content(&mut child);
            bottom = bottom.max(child.min_rect().bottom());
        };
        let mut title = Some(title);
        column(all.left(), self.first, &mut |ui| title.take().map_or((), |title| title(ui)));
        let mut left = all.left() + self.first + GAP;
        for place in 0..self.count {
            column(left, self.each, &mut |ui| cell(ui, place));
            left += self.each + GAP;
        }
        let used = Rect::from_min_max(all.left_top(), pos2(all.right(), bottom + GRID));
        ui.allocate_rect(used, Sense::hover());
    }
}

/// Shows the title of a row, moved down by `lowered` points to align it with the cells.
pub fn title_ui(ui: &mut Ui, lowered: f32, title: egui::Label) {
    ui.add_space(lowered);
    ui.add(title.wrap());
}

/// Content of a cell.
pub struct Value<'a> {
    /// Row title used in the accessible name.
    pub row: &'a str,
    /// Index of the session.
    pub place: usize,
    /// Text of the cell.
    pub text: &'a str,
    /// Additional text, shown if the column is wide enough.
    pub detail: Option<&'a str>,
    /// Icon in front of the text, with its tone.
    pub icon: Option<(Tone, &'a str)>,
    /// Whether this is the best value in its row.
    pub is_best: bool,
    /// Whether the best value gets a seal icon in addition to its bold text.
    pub is_sealed: bool,
}

/// Shows a value. The best value in a row is bold and may have a seal icon. The accessible name always contains the
/// complete value. If the column is too narrow, the detail is dropped first, and then the text switches to the
/// small face.
pub fn value_ui(ui: &mut Ui, view: ViewContext<'_>, value: &Value<'_>) {
    let mut name = format!("{}, {}: {}", value.row, look::letter(value.place), value.text);
    if value.is_best {
        name = format!("{name}, {}", view.say("compare-best"));
    }
    let forms = [(value.detail, false), (None, false), (None, true)];
    let fitting = forms.into_iter().map(|(detail, small)| parts(view.theme, value, detail, small));
    let mut forms: Vec<Vec<Part>> = fitting.collect();
    let fits = forms.iter().position(|parts| width(ui, parts) <= ui.available_width()).unwrap_or(forms.len() - 1);
    line_ui(ui, &name, forms.swap_remove(fits));
}

/// A piece of text on a line: text, face and color.
pub type Part = (String, Face, Color32);

fn parts(theme: &Theme, value: &Value<'_>, detail: Option<&str>, is_small: bool) -> Vec<Part> {
    let (plain, heavy) = match is_small {
        true => (Face::Small, Face::SmallStrong),
        false => (Face::Body, Face::Strong),
    };
    let (face, ink) = if value.is_best { (heavy, theme.strong) } else { (plain, theme.body) };
    let icon = value.icon.map(|(tone, icon)| (icon.to_owned(), plain, theme.tone(tone)));
    let text = (value.text.to_owned(), face, ink);
    let detail = detail.map(|detail| (detail.to_owned(), Face::Small, theme.muted));
    let seal = (value.is_best && value.is_sealed).then(|| (icon::SEAL_CHECK.to_owned(), plain, theme.accent));
    icon.into_iter().chain([text]).chain(detail).chain(seal).collect()
}

fn width(ui: &Ui, parts: &[Part]) -> f32 {
    parts.iter().map(|(text, face, _)| text_width(ui, *face, text) + PART_GAP).sum::<f32>() - PART_GAP
}

/// Shows several pieces of text on one line as a single widget with the given accessible name.
pub fn line_ui(ui: &mut Ui, name: &str, parts: Vec<Part>) {
    let painter = ui.painter().clone();
    let galleys: Vec<_> =
        parts.into_iter().map(|(text, face, ink)| (painter.layout_no_wrap(text, face.font(), ink), ink)).collect();
    let height = galleys.iter().map(|(galley, _)| galley.size().y).fold(20.0, f32::max);
    let width: f32 = galleys.iter().map(|(galley, _)| galley.size().x + PART_GAP).sum();
    let (rect, response) = ui.allocate_exact_size(vec2(width - PART_GAP, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    let mut left = rect.left();
    for (galley, ink) in galleys {
        let size = galley.size();
        painter.galley(pos2(left, rect.center().y - size.y / 2.0), galley, ink);
        left += size.x + PART_GAP;
    }
}

/// Shows a heading band above a group of rows, with each session's letter above its column.
pub fn heading_ui(ui: &mut Ui, theme: &Theme, grid: &Grid, title: &str) {
    let band = ui.painter().add(egui::Shape::Noop);
    let top = ui.next_widget_position();
    let name = |ui: &mut Ui| {
        ui.horizontal(|ui| {
            ui.add_space(2.0 * GRID);
            ui.set_min_height(24.0);
            ui.add(egui::Label::new(theme.strong(title)).wrap());
        });
    };
    grid.plain_row_ui(ui, name, |ui, place| look::badge_ui(ui, theme, place));
    let bottom = ui.min_rect().bottom();
    let rect = Rect::from_min_max(top, pos2(top.x + ui.available_width(), bottom));
    let shape = egui::epaint::RectShape::filled(rect, CornerRadius::same(RADIUS), theme.raised);
    ui.painter().set(band, shape);
}
