//! A multiline text field that underlines marked ranges.
//!
//! Harmful ranges get a wavy underline on a tinted background, weak ones a dashed line, and helpful ones a thin
//! line, so they can be told apart without color. As with other fields, the widget edits a copy of the text and
//! returns it if it changed. It also reports which mark is under the pointer and which one contains the text
//! cursor.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{ByteIndex, LayoutJob, LayoutSection, TextFormat};
use egui::text_edit::TextEditOutput;
use egui::{Color32, Frame, Galley, Margin, Pos2, Rect, Response, ScrollArea, Shape, Stroke, StrokeKind, TextBuffer};
use egui::{TextEdit, Ui, Vec2, pos2, vec2};

use crate::app::theme::{Face, GRID, RADIUS, Theme, Tone};

/// Underline style of a marked range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnderlineStyle {
    /// A wavy line on a tinted background.
    Wave,
    /// A dashed line.
    Dashes,
    /// A thin solid line.
    Line,
}

/// A marked range of text.
#[derive(Clone, Debug)]
pub struct MarkedWords {
    /// Range, in characters.
    pub range: Range<usize>,
    /// Tone, which selects the color.
    pub tone: Tone,
    /// Underline style.
    pub underline: UnderlineStyle,
}

/// Configuration of a marked text field.
pub struct MarkedField<'a, F> {
    /// Accessible name.
    pub name: &'a str,
    /// Placeholder shown while the field is empty.
    pub hint: &'a str,
    /// Height in points. Longer text scrolls.
    pub height: f32,
    /// Computes the marks of a text, in text order and without overlaps. Called with the text as edited in this
    /// frame.
    pub marks: F,
}

/// Result of showing a marked text field.
pub struct Marked {
    /// New text, if it changed.
    pub changed: Option<String>,
    /// Index of the mark under the pointer.
    pub pointed: Option<usize>,
    /// Index of the mark that contains the text cursor.
    pub at_cursor: Option<usize>,
    /// Response of the text field.
    pub response: Response,
}

/// Line height in points, which leaves room for a wavy underline.
const LEAD: f32 = 21.0;

/// Shows a marked text field.
pub fn marked_field_ui<F>(ui: &mut Ui, theme: &Theme, field: &MarkedField<'_, F>, text: &str) -> Marked
where
    F: Fn(&str) -> Vec<MarkedWords>,
{
    let mut copy = text.to_owned();
    let mut layouter = |ui: &Ui, buffer: &dyn TextBuffer, width: f32| {
        let job = job(theme, buffer.as_str(), &(field.marks)(buffer.as_str()), width);
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let inner = vec2(ui.available_width(), field.height) - Vec2::splat(2.0);
    let mut edit = |ui: &mut Ui| {
        TextEdit::multiline(&mut copy)
            .hint_text(theme.text(Face::Body, field.hint, theme.muted))
            .frame(Frame::new().inner_margin(Margin::symmetric(12, 8)))
            .font(Face::Body.font())
            .text_color(theme.strong)
            .desired_width(f32::INFINITY)
            .min_size(vec2(0.0, inner.y))
            .id_salt(field.name)
            .layouter(&mut layouter)
            .show(ui)
    };
    let frame = Frame::new().fill(theme.panel).stroke(Stroke::new(1.0, theme.hairline)).corner_radius(RADIUS);
    let scroll = ScrollArea::vertical().id_salt(field.name).max_height(inner.y).auto_shrink(false);
    let shown = frame.show(ui, |ui| {
        let inside = scroll.show(ui, |ui| {
            let output = edit(ui);
            let marks = (field.marks)(output.galley.text());
            let places = underline_all(ui, theme, &output, &marks);
            (output, marks, places)
        });
        inside.inner
    });
    let (output, marks, places) = shown.inner;
    if output.response.response.has_focus() {
        let ring = Stroke::new(1.0, theme.accent);
        ui.painter().rect_stroke(shown.response.rect, RADIUS, ring, StrokeKind::Inside);
    }
    finish(output, &marks, &places, field.name, copy)
}

fn finish(output: TextEditOutput, marks: &[MarkedWords], places: &[Vec<Rect>], name: &str, copy: String) -> Marked {
    let response = output.response.response.accessible_name(name);
    let pointer = response.hover_pos();
    let is_on = |rects: &Vec<Rect>| pointer.is_some_and(|pointer| rects.iter().any(|rect| rect.contains(pointer)));
    let cursor = output.cursor_range.map(|range| range.primary.index.0);
    let holds = |mark: &MarkedWords| cursor.is_some_and(|at| (mark.range.start..=mark.range.end).contains(&at));
    Marked {
        changed: response.changed().then_some(copy),
        pointed: places.iter().position(is_on),
        at_cursor: marks.iter().position(holds),
        response,
    }
}

/// Lays out a text, with a tinted background behind ranges that have a wavy underline.
fn job(theme: &Theme, text: &str, marks: &[MarkedWords], width: f32) -> LayoutJob {
    let format = |background: Color32| TextFormat {
        background,
        line_height: Some(LEAD),
        ..TextFormat::simple(Face::Body.font(), theme.strong)
    };
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let byte = |place: usize| ends[place.min(ends.len() - 1)];
    let mut job = LayoutJob { text: text.to_owned(), keep_trailing_whitespace: true, ..LayoutJob::default() };
    job.wrap.max_width = width;
    let mut done = 0;
    let mut add = |until: usize, background: Color32| {
        if until > done || until == 0 {
            let byte_range = ByteIndex(done)..ByteIndex(until);
            job.sections.push(LayoutSection { leading_space: 0.0, byte_range, format: format(background) });
            done = until;
        }
    };
    for mark in marks.iter().filter(|mark| mark.underline == UnderlineStyle::Wave) {
        add(byte(mark.range.start), Color32::TRANSPARENT);
        add(byte(mark.range.end), theme.soft(mark.tone));
    }
    add(text.len(), Color32::TRANSPARENT);
    job
}

/// Draws the underlines of all marks and returns the rectangles that each mark covers.
fn underline_all(ui: &Ui, theme: &Theme, output: &TextEditOutput, marks: &[MarkedWords]) -> Vec<Vec<Rect>> {
    let clip = output.text_clip_rect.expand2(vec2(0.0, GRID));
    let painter = ui.painter_at(clip.intersect(ui.clip_rect()));
    let draw = |mark: &MarkedWords| {
        let places = places(&output.galley, output.galley_pos, &mark.range);
        for place in &places {
            let line = (pos2(place.left(), place.bottom() - 2.5), place.width());
            painter.extend(strokes(line.0, line.1, mark.underline, theme.tone(mark.tone)));
        }
        places
    };
    marks.iter().map(draw).collect()
}

/// Returns the rectangles covered by a range of characters, one per row.
fn places(galley: &Arc<Galley>, origin: Pos2, range: &Range<usize>) -> Vec<Rect> {
    let mut first = 0;
    let mut places = Vec::new();
    for row in &galley.rows {
        let count = row.char_count_excluding_newline().0;
        let (start, end) = (range.start.max(first), range.end.min(first + count));
        if start < end {
            let x = |place: usize| row.x_offset((place - first).into());
            let min = origin + row.pos.to_vec2() + vec2(x(start), 0.0);
            places.push(Rect::from_min_size(min, vec2(x(end) - x(start), row.height())));
        }
        first += row.char_count_including_newline().0;
    }
    places
}

/// Returns the shapes of an underline.
pub fn strokes(from: Pos2, width: f32, underline: UnderlineStyle, color: Color32) -> Vec<Shape> {
    let to = pos2(from.x + width, from.y);
    match underline {
        UnderlineStyle::Line => vec![Shape::line_segment([from, to], Stroke::new(1.0, color))],
        UnderlineStyle::Dashes => Shape::dashed_line(&[from, to], Stroke::new(2.0, color), 5.0, 3.0),
        UnderlineStyle::Wave => vec![Shape::line(wave(from, to), Stroke::new(1.5, color))],
    }
}

/// Returns the points of a wavy line with a period of four points.
fn wave(from: Pos2, to: Pos2) -> Vec<Pos2> {
    let steps = std::iter::successors(Some(0_u16), |step| step.checked_add(1));
    let point =
        |step: u16| pos2(from.x + 2.0 * f32::from(step), from.y + if step.is_multiple_of(2) { 1.5 } else { -1.0 });
    steps.map(point).take_while(|point| point.x <= to.x).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::theme::ThemeKind;

    #[test]
    fn a_layout_covers_the_whole_text_for_any_underlines() {
        let theme = Theme::load(ThemeKind::Dark).unwrap();
        let mark = |range| MarkedWords { range, tone: Tone::Harm, underline: UnderlineStyle::Wave };
        let cases = [("", vec![]), ("plain", vec![]), ("“ä” is so", vec![mark(0..3), mark(4..99)])];
        for (text, marks) in cases {
            let job = job(&theme, text, &marks, 100.0);
            let mut at = 0;
            for section in &job.sections {
                assert_eq!(section.byte_range.start.0, at);
                at = section.byte_range.end.0;
                assert!(text.is_char_boundary(at));
            }
            assert_eq!(at, text.len());
        }
    }
}
