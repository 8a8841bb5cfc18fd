//! Documents: the small part of Markdown that scenario papers use.
//!
//! Headings, paragraphs, lists, tables, quotes, and within a line bold, italic and code. Anything else is
//! shown as it stands. There are no links, images or HTML, so that a scenario can reach nothing.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Layout, Ui, vec2};

use crate::app::theme::{Face, GRID, Theme};

/// A block of a document.
#[derive(Debug, PartialEq, Eq)]
enum Block<'a> {
    Heading(usize, &'a str),
    Paragraph(String),
    Item(String, String),
    Quote(String),
    Table(Vec<Vec<&'a str>>),
    Rule,
}

/// Shows a document.
pub fn markdown_ui(ui: &mut Ui, theme: &Theme, text: &str) {
    ui.spacing_mut().item_spacing.y = 2.0 * GRID;
    for block in parse(text) {
        block_ui(ui, theme, &block);
    }
}

fn block_ui(ui: &mut Ui, theme: &Theme, block: &Block<'_>) {
    match block {
        Block::Heading(1, text) => {
            ui.label(theme.display(*text));
        }
        Block::Heading(_, text) => {
            ui.add_space(GRID);
            ui.label(theme.title(*text));
        }
        Block::Paragraph(text) => {
            line_ui(ui, theme, text);
        }
        Block::Item(mark, text) => item_ui(ui, theme, mark, text),
        Block::Quote(text) => {
            egui::Frame::new().inner_margin(egui::Margin { left: 16, ..egui::Margin::ZERO }).show(ui, |ui| {
                ui.label(theme.text(Face::Story, text.as_str(), theme.body));
            });
        }
        Block::Table(rows) => table_ui(ui, theme, rows),
        Block::Rule => super::hairline_ui(ui, theme),
    }
}

fn item_ui(ui: &mut Ui, theme: &Theme, mark: &str, text: &str) {
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(vec2(18.0, 16.0), Layout::right_to_left(Align::Min), |ui| {
            ui.label(theme.muted(mark));
        });
        ui.vertical(|ui| line_ui(ui, theme, text));
    });
}

fn line_ui(ui: &mut Ui, theme: &Theme, text: &str) {
    let mut job = inline(theme, text);
    job.wrap.max_width = ui.available_width();
    ui.label(job);
}

fn table_ui(ui: &mut Ui, theme: &Theme, rows: &[Vec<&str>]) {
    let widths = widths(rows, ui.available_width());
    for (number, row) in rows.iter().enumerate() {
        if row.iter().all(|cell| cell.is_empty()) {
            continue;
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for (cell, width) in row.iter().zip(&widths) {
                let layout = Layout::top_down(Align::Min);
                ui.allocate_ui_with_layout(vec2(*width, 16.0), layout, |ui| {
                    ui.set_width((width - 3.0 * GRID).max(0.0));
                    match number {
                        0 => drop(ui.label(theme.toned(crate::app::theme::Tone::Plain, *cell))),
                        _ => line_ui(ui, theme, cell),
                    }
                });
                ui.add_space(3.0 * GRID);
            }
        });
        super::hairline_ui(ui, theme);
    }
}

/// Shares a width among the columns by their longest cells, none below a tenth.
fn widths(rows: &[Vec<&str>], whole: f32) -> Vec<f32> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let longest = |column: usize| {
        let lengths = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
        u16::try_from(lengths.max().unwrap_or(1).clamp(8, 60)).map_or(60.0, f32::from)
    };
    let wanted: Vec<f32> = (0..columns).map(longest).collect();
    let sum: f32 = wanted.iter().sum();
    wanted.into_iter().map(|share| whole * share / sum.max(1.0)).collect()
}

fn parse(text: &str) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        let trimmed = line.trim();
        let Some(block) = classify(trimmed) else {
            open = false;
            continue;
        };
        match (blocks.last_mut(), block) {
            (Some(Block::Paragraph(before) | Block::Item(_, before)), Block::Paragraph(more)) if open => {
                before.push(' ');
                before.push_str(&more);
            }
            (Some(Block::Quote(before)), Block::Quote(more)) if open => {
                before.push(' ');
                before.push_str(&more);
            }
            (Some(Block::Table(rows)), Block::Table(more)) if open => rows.extend(more),
            (_, block) => blocks.push(block),
        }
        open = true;
    }
    blocks
}

fn classify(line: &str) -> Option<Block<'_>> {
    if line.is_empty() {
        return None;
    }
    let depth = line.bytes().take_while(|byte| *byte == b'#').count();
    if (1..=6).contains(&depth) && line[depth..].starts_with(' ') {
        return Some(Block::Heading(depth, line[depth..].trim()));
    }
    if line.len() >= 3 && line.bytes().all(|byte| byte == b'-') {
        return Some(Block::Rule);
    }
    if let Some(rest) = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")) {
        return Some(Block::Item("•".to_owned(), rest.trim().to_owned()));
    }
    if let Some((number, rest)) = line.split_once(". ")
        && !number.is_empty()
        && number.len() <= 2
        && number.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Some(Block::Item(format!("{number}."), rest.trim().to_owned()));
    }
    if let Some(rest) = line.strip_prefix('>') {
        return Some(Block::Quote(rest.trim().to_owned()));
    }
    if line.starts_with('|') {
        let is_rule = line.bytes().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' '));
        let cells = line.trim_matches('|').split('|').map(str::trim).collect();
        return Some(Block::Table(if is_rule && line.contains('-') { Vec::new() } else { vec![cells] }));
    }
    Some(Block::Paragraph(line.to_owned()))
}

/// Lays out a line with bold, italic and code.
fn inline(theme: &Theme, text: &str) -> LayoutJob {
    let mut job = LayoutJob::default();
    let mut rest = text;
    while !rest.is_empty() {
        let next = rest.find(['*', '`', '_']).unwrap_or(rest.len());
        let span = ["**", "*", "`", "_"].into_iter().find_map(|mark| {
            let inner = rest[next..].strip_prefix(mark)?;
            let end = inner.find(mark).filter(|end| *end > 0)?;
            let within_word = mark == "_" && rest[..next].ends_with(|c: char| c.is_alphanumeric());
            (!within_word).then(|| (mark, &inner[..end], &inner[end + mark.len()..]))
        });
        if let Some((mark, inner, after)) = span {
            append(&mut job, theme, &rest[..next], "");
            append(&mut job, theme, inner, mark);
            rest = after;
        } else {
            let step = rest[next..].chars().next().map_or(0, char::len_utf8);
            append(&mut job, theme, &rest[..next + step], "");
            rest = &rest[next + step..];
        }
    }
    job
}

fn append(job: &mut LayoutJob, theme: &Theme, text: &str, mark: &str) {
    let (face, color, italics) = match mark {
        "**" => (Face::Strong, theme.strong, false),
        "*" | "_" => (Face::Body, theme.body, true),
        "`" => (Face::Mono, theme.body, false),
        _ => (Face::Body, theme.body, false),
    };
    job.append(text, 0.0, TextFormat { font_id: face.font(), color, italics, ..TextFormat::default() });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_told_apart() {
        let found = parse("# Title\n\nOne\nline.\n\n- item\n  goes on\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
        let expected = [
            Block::Heading(1, "Title"),
            Block::Paragraph("One line.".to_owned()),
            Block::Item("•".to_owned(), "item goes on".to_owned()),
            Block::Table(vec![vec!["a", "b"], vec!["1", "2"]]),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn marks_without_an_end_stand_as_they_are() {
        let theme = Theme::load(crate::app::theme::ThemeKind::Dark).unwrap();
        for text in ["2 * 3", "a_b_c", "**open", "`", "ends *"] {
            assert_eq!(inline(&theme, text).text, text);
        }
        assert_eq!(inline(&theme, "**What** we *are*").text, "What we are");
    }
}
