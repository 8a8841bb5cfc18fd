//! Renders Markdown documents, including tables.
//!
//! Links, images and HTML are shown as source text, so a document can neither open a URL nor load a resource.

use std::mem;
use std::ops::Range;

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Label, Layout, Margin, Ui, vec2};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::app::theme::{Face, GRID, Theme, Tone};

/// Width of the column for list bullets and short numbers, in points.
const MARK: f32 = 18.0;

/// Maximum list depth that adds indentation.
const DEEPEST: usize = 6;

/// Shows a document.
pub fn markdown_ui(ui: &mut Ui, theme: &Theme, text: &str) {
    ui.spacing_mut().item_spacing.y = 2.0 * GRID;
    for block in parse(text) {
        block_ui(ui, theme, &block);
    }
}

fn block_ui(ui: &mut Ui, theme: &Theme, block: &Block) {
    match block {
        Block::Heading(HeadingLevel::H1, text) => {
            ui.label(theme.display(text));
        }
        Block::Heading(_, text) => {
            ui.add_space(GRID);
            ui.label(theme.title(text));
        }
        Block::Text(place, spans) => place_ui(ui, theme, place, |ui| text_ui(ui, theme, spans, place.is_quoted)),
        Block::Code(place, text) => {
            place_ui(ui, theme, place, |ui| drop(ui.label(theme.text(Face::Mono, text, theme.body))));
        }
        Block::Table(rows) => table_ui(ui, theme, rows),
        Block::Rule => super::hairline_ui(ui, theme),
    }
}

/// Lays out a block, indented if it is inside a block quote.
fn place_ui(ui: &mut Ui, theme: &Theme, place: &Place, content: impl FnOnce(&mut Ui)) {
    if place.is_quoted {
        let frame = egui::Frame::new().inner_margin(Margin { left: 16, ..Margin::ZERO });
        frame.show(ui, |ui| item_ui(ui, theme, place, content));
    } else {
        item_ui(ui, theme, place, content);
    }
}

/// Lays out a block, indented and with its bullet or number if it is inside a list.
fn item_ui(ui: &mut Ui, theme: &Theme, place: &Place, content: impl FnOnce(&mut Ui)) {
    let Some(outer) = place.depth.checked_sub(1) else {
        content(ui);
        return;
    };
    ui.horizontal_top(|ui| {
        for _ in 0..outer.min(DEEPEST) {
            ui.add_space(MARK);
        }
        let letters = u8::try_from(place.mark.chars().count()).unwrap_or(u8::MAX);
        let width = MARK.max(8.0 * f32::from(letters));
        ui.allocate_ui_with_layout(vec2(width, 16.0), Layout::right_to_left(Align::Min), |ui| {
            ui.add(Label::new(theme.muted(&place.mark)).extend());
        });
        ui.vertical(content);
    });
}

fn text_ui(ui: &mut Ui, theme: &Theme, spans: &[Span], is_quoted: bool) {
    let mut job = lay_out(theme, spans, is_quoted);
    job.wrap.max_width = ui.available_width();
    ui.label(job);
}

fn table_ui(ui: &mut Ui, theme: &Theme, rows: &[Vec<Vec<Span>>]) {
    let widths = widths(rows, ui.available_width());
    for (number, row) in rows.iter().enumerate() {
        if row.iter().all(Vec::is_empty) {
            continue;
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for (cell, width) in row.iter().zip(&widths) {
                let layout = Layout::top_down(Align::Min);
                ui.allocate_ui_with_layout(vec2(*width, 16.0), layout, |ui| {
                    ui.set_width((width - 3.0 * GRID).max(0.0));
                    match number {
                        0 => drop(ui.label(theme.toned(Tone::Plain, plain(cell)))),
                        _ => text_ui(ui, theme, cell, false),
                    }
                });
                ui.add_space(3.0 * GRID);
            }
        });
        super::hairline_ui(ui, theme);
    }
}

/// Distributes the width among the columns in proportion to their longest cell, counted as 8 to 60 characters.
fn widths(rows: &[Vec<Vec<Span>>], whole: f32) -> Vec<f32> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let longest = |column: usize| {
        let lengths = rows.iter().filter_map(|row| row.get(column)).map(|cell| plain(cell).chars().count());
        u16::try_from(lengths.max().unwrap_or(1).clamp(8, 60)).map_or(60.0, f32::from)
    };
    let wanted: Vec<f32> = (0..columns).map(longest).collect();
    let sum: f32 = wanted.iter().sum();
    wanted.into_iter().map(|share| whole * share / sum.max(1.0)).collect()
}

/// Lays out bold, italic and code spans. Block quotes use the serif face.
fn lay_out(theme: &Theme, spans: &[Span], is_quoted: bool) -> LayoutJob {
    let mut job = LayoutJob::default();
    for Span { text, style } in spans {
        let (face, color) = match (style.is_code, style.is_strong) {
            (true, _) => (Face::Mono, theme.body),
            (false, true) => (Face::Strong, theme.strong),
            (false, false) if is_quoted => (Face::Story, theme.body),
            (false, false) => (Face::Body, theme.body),
        };
        let line_height = is_quoted.then(|| Face::Story.lead());
        let format = TextFormat {
            font_id: face.font(),
            color,
            italics: style.is_emphasis,
            line_height,
            ..TextFormat::default()
        };
        job.append(text, 0.0, format);
    }
    job
}

/// A block of a document.
#[derive(Debug, PartialEq, Eq)]
enum Block {
    Heading(HeadingLevel, String),
    Text(Place, Vec<Span>),
    Code(Place, String),
    Table(Vec<Vec<Vec<Span>>>),
    Rule,
}

/// Nesting of a block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Place {
    is_quoted: bool,
    /// Number of enclosing lists.
    depth: usize,
    /// Bullet or number of the list item. Empty for all but the first block of an item.
    mark: String,
}

/// A run of text in one style.
#[derive(Debug, PartialEq, Eq)]
struct Span {
    text: String,
    style: Style,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Style {
    is_strong: bool,
    is_emphasis: bool,
    is_code: bool,
}

/// Parses a document into a flat list of blocks, so deep nesting cannot overflow the stack here or while drawing.
fn parse(source: &str) -> Vec<Block> {
    let mut events = Parser::new_ext(source, Options::ENABLE_TABLES).into_offset_iter();
    let mut reader = Reader { source, ..Reader::default() };
    for (event, range) in events.by_ref() {
        reader.event(event, range);
    }
    // The parser emits no events for link reference definitions. Show them as text, like the links themselves.
    for (_, definition) in events.reference_definitions().iter() {
        let text = source[definition.span.clone()].replace('\n', " ");
        let span = Span { text, style: Style::default() };
        reader.blocks.push((definition.span.start, Block::Text(Place::default(), vec![span])));
    }
    reader.blocks.sort_by_key(|(at, _)| *at);
    reader.blocks.into_iter().map(|(_, block)| block).collect()
}

/// Collects blocks from parser events.
#[derive(Default)]
struct Reader<'a> {
    source: &'a str,
    /// Finished blocks with their offset in the source.
    blocks: Vec<(usize, Block)>,
    /// Text of the open block or table cell.
    spans: Vec<Span>,
    /// Source offset of the open block.
    opened: usize,
    strong: usize,
    emphasis: usize,
    quotes: usize,
    /// Next number of each open list, or `None` for bullet lists.
    lists: Vec<Option<u64>>,
    mark: String,
    rows: Vec<Vec<Vec<Span>>>,
    row: Vec<Vec<Span>>,
    /// Number of open links and images. Their source text has already been added.
    verbatim: usize,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, range),
            Event::End(tag) => self.end(tag, range.start),
            _ if self.verbatim > 0 => {}
            Event::Text(text) | Event::InlineHtml(text) => self.push(&text, false, range.start),
            Event::Html(text) => self.push(&text.replace('\n', " "), false, range.start),
            Event::Code(text) => self.push(&text, true, range.start),
            Event::SoftBreak => self.push(" ", false, range.start),
            Event::HardBreak => self.push("\n", false, range.start),
            Event::Rule => {
                self.flush();
                self.blocks.push((range.start, Block::Rule));
            }
            // Only emitted with options that are not enabled.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis => self.emphasis += 1,
            Tag::Strong => self.strong += 1,
            Tag::Link { .. } | Tag::Image { .. } => {
                if self.verbatim == 0 {
                    self.push(&self.source[range.clone()].replace('\n', " "), false, range.start);
                }
                self.verbatim += 1;
            }
            Tag::BlockQuote(_) => {
                self.flush_spans();
                self.quotes += 1;
            }
            Tag::List(first) => {
                self.flush();
                self.lists.push(*first);
            }
            Tag::Item => {
                self.mark = self.next_mark();
                self.opened = range.start;
            }
            Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock => self.flush_spans(),
            Tag::Heading { .. } | Tag::Table(_) => self.flush(),
            // Rows and cells are handled at their end. The other tags require options that are not enabled.
            Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd, at: usize) {
        match tag {
            TagEnd::Emphasis => self.emphasis -= 1,
            TagEnd::Strong => self.strong -= 1,
            TagEnd::Link | TagEnd::Image => self.verbatim -= 1,
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.flush_spans(),
            TagEnd::Item => self.flush(),
            TagEnd::BlockQuote(_) => {
                self.flush_spans();
                self.quotes -= 1;
            }
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::Heading(level) => {
                let text = plain(&mem::take(&mut self.spans));
                self.blocks.push((at, Block::Heading(level, text)));
            }
            TagEnd::CodeBlock => {
                let text = plain(&mem::take(&mut self.spans));
                let block = Block::Code(self.place(), text.trim_end().to_owned());
                self.blocks.push((at, block));
            }
            TagEnd::TableCell => self.row.push(mem::take(&mut self.spans)),
            TagEnd::TableHead | TagEnd::TableRow => {
                // Drop the empty cells with which the parser pads short rows. Otherwise a short text could produce
                // a huge table.
                let cells = self.row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
                self.row.truncate(cells);
                self.rows.push(mem::take(&mut self.row));
            }
            TagEnd::Table => self.blocks.push((at, Block::Table(mem::take(&mut self.rows)))),
            // Only emitted with options that are not enabled.
            TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn next_mark(&mut self) -> String {
        match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{number}.");
                *number = number.saturating_add(1);
                mark
            }
            Some(None) | None => "•".to_owned(),
        }
    }

    fn push(&mut self, text: &str, is_code: bool, at: usize) {
        if self.spans.is_empty() && self.mark.is_empty() {
            self.opened = at;
        }
        let style = Style { is_strong: self.strong > 0, is_emphasis: self.emphasis > 0, is_code };
        match self.spans.last_mut() {
            Some(span) if span.style == style => span.text.push_str(text),
            _ => self.spans.push(Span { text: text.to_owned(), style }),
        }
    }

    fn place(&mut self) -> Place {
        Place { is_quoted: self.quotes > 0, depth: self.lists.len(), mark: mem::take(&mut self.mark) }
    }

    /// Finishes the open block. A list marker without text becomes a block of its own.
    fn flush(&mut self) {
        if !self.spans.is_empty() || !self.mark.is_empty() {
            let block = Block::Text(self.place(), mem::take(&mut self.spans));
            self.blocks.push((self.opened, block));
        }
    }

    /// Finishes the open block. A list marker without text is kept for the next block.
    fn flush_spans(&mut self) {
        if !self.spans.is_empty() {
            self.flush();
        }
    }
}

fn plain(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Formats the blocks of a document compactly: kind, `q` if quoted, list depth, list marker, text.
    fn read(source: &str) -> Vec<String> {
        let place = |place: &Place| {
            let quoted = if place.is_quoted { "q" } else { "" };
            format!("{quoted}{}{}", place.depth, place.mark)
        };
        let row = |row: &Vec<Vec<Span>>| row.iter().map(|cell| marked(cell)).collect::<Vec<_>>().join(" | ");
        let block = |block: Block| match block {
            Block::Heading(level, text) => format!("{level} {text}"),
            Block::Text(at, spans) => format!("{} {}", place(&at), marked(&spans)),
            Block::Code(at, text) => format!("code {} {text}", place(&at)),
            Block::Table(rows) => format!("table {}", rows.iter().map(row).collect::<Vec<_>>().join(" / ")),
            Block::Rule => "rule".to_owned(),
        };
        parse(source).into_iter().map(block).collect()
    }

    fn marked(spans: &[Span]) -> String {
        let one = |Span { text, style }: &Span| {
            let strong = if style.is_strong { "**" } else { "" };
            let emphasis = if style.is_emphasis { "_" } else { "" };
            let code = if style.is_code { "`" } else { "" };
            format!("{strong}{emphasis}{code}{text}{code}{emphasis}{strong}")
        };
        spans.iter().map(one).collect()
    }

    #[test]
    fn block_types_are_distinguished() {
        let found =
            read("# Title\n\nOne\nline.\n\n- item\n  goes on\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n## End\n");
        assert_eq!(found, ["h1 Title", "0 One line.", "1• item goes on", "table a | b / 1 | 2", "rule", "h2 End"]);
    }

    #[test]
    fn styles_are_parsed_and_unclosed_markup_is_text() {
        assert_eq!(read("**What** we *are* `in * code` ***both***"), ["0 **What** we _are_ `in * code` **_both_**"]);
        for text in ["2 * 3", "a_b_c", "**open", "`", "ends *", "a &; b", "1.5 %"] {
            assert_eq!(read(text), [format!("0 {text}")]);
        }
        assert_eq!(read("One  \nline, 5 \\* 3 &amp; \\_"), ["0 One\nline, 5 * 3 & _"]);
    }

    #[test]
    fn lists_are_numbered_nested_and_keep_their_content() {
        let found = read("3. three\n   - inner\n\n     more\n4. ```\n   code\n   ```\n   text\n5. > said\n6.\n");
        assert_eq!(found, ["13. three", "2• inner", "2 more", "code 14. code", "1 text", "q15. said", "16. "]);
    }

    #[test]
    fn quotes_keep_their_paragraphs_and_lists() {
        let found = read("> One\n> **line**.\n>\n> Two\n> 1. item\n\nafter");
        assert_eq!(found, ["q0 One **line**.", "q0 Two", "q11. item", "0 after"]);
    }

    #[test]
    fn code_keeps_its_lines_and_tables_their_empty_cells() {
        assert_eq!(read("```\na  b\n\n  *c*\n```\n"), ["code 0 a  b\n\n  *c*"]);
        assert_eq!(read("| | |\n|---|---|\n| a | |\n| | b |\n"), ["table  / a /  | b"]);
    }

    #[test]
    fn links_images_and_html_are_text() {
        for text in [
            "See [the *site*](https://a.example \"t\") now",
            "![alt](https://a.example/p.png)",
            "[![alt](p.png)](https://a.example)",
            "From Ines <ines@wire.example>, <https://a.example>",
            "a <b>bold</b> <img src=x onerror=y>",
            "<script>alert(1)</script>",
            "<!-- hidden -->",
        ] {
            assert_eq!(read(text).concat().trim_end(), format!("0 {text}"));
        }
        assert_eq!(read("<div>\n*a*\n</div>\n\nb").concat(), "0 <div> *a* </div> 0 b");
        let found = read("Read [this][a].\n\n[a]: https://a.example\n\nEnd");
        assert_eq!(found, ["0 Read [this][a].", "0 [a]: https://a.example", "0 End"]);
    }

    #[test]
    fn hostile_documents_are_read_in_full() {
        const MANY: usize = 5_000;
        for piece in [
            ">",
            "> ",
            "- ",
            "* > ",
            "1. ",
            "*",
            "**a",
            "_",
            "`",
            "[",
            "![",
            "[](",
            "](b)",
            "<",
            "<!--",
            "<a ",
            "&",
            "\\",
            "|",
            "|a",
            "```\n",
            "[a]: b\n",
            "a\n=\n",
            "|a|b|\n|-|-|\n",
            "\t",
            "\0",
            "\r",
            "\u{2028}",
            "ä*",
            "1) a\n",
        ] {
            let blocks = parse(&piece.repeat(MANY));
            assert!(blocks.len() <= 2 * MANY, "{piece:?}");
        }
        let nested = (0..200).map(|depth| format!("{}- a\n", "  ".repeat(depth))).collect::<Vec<_>>().concat();
        assert_eq!(parse(&nested).len(), 200);
        let deep = parse(&format!("{}a", "> ".repeat(MANY)));
        assert_eq!(deep.len(), 1);
    }

    #[test]
    fn short_rows_do_not_make_a_large_table() {
        let source = format!("{}|\n{}|\n{}", "|a".repeat(400), "|-".repeat(400), "|x\n".repeat(400));
        let blocks = parse(&source);
        let [Block::Table(rows)] = &blocks[..] else { panic!("{} blocks", blocks.len()) };
        assert_eq!(rows.iter().map(Vec::len).sum::<usize>(), 800);
    }

    #[test]
    fn the_layout_keeps_text_and_styles() {
        let theme = Theme::load(crate::app::theme::ThemeKind::Dark).unwrap();
        let blocks = parse("**What** we *are* `x`");
        let [Block::Text(place, spans)] = &blocks[..] else { panic!("{blocks:?}") };
        let job = lay_out(&theme, spans, place.is_quoted);
        assert_eq!(job.text, "What we are x");
        let faces: Vec<_> = job.sections.iter().map(|section| section.format.font_id.clone()).collect();
        let [strong, body, mono] = [Face::Strong, Face::Body, Face::Mono].map(Face::font);
        assert_eq!(faces, [strong, body.clone(), body.clone(), body, mono]);
        assert!(job.sections[2].format.italics && !job.sections[1].format.italics);
        let quoted = lay_out(&theme, spans, true);
        assert_eq!(quoted.sections[1].format.font_id, Face::Story.font());
    }
}
