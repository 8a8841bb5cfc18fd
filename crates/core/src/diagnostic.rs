//! What is wrong with an author's file: where, why, and what to do about it.
//!
//! A [`Diagnostic`] is about a file, never about the program: it has a stable code, a sentence, a place if
//! one is known, and hints. Many are collected in one pass ([`Diagnostics`]), so that an author mends ten
//! mistakes in one go. Whoever loads something with remarks returns it [`Warned`].
//!
//! Places are found without a parser of our own. The texts of all files live in one [`Sources`] until
//! loading ends; a value read from a file remembers the address of its first byte in that text (a
//! [`SourceMark`]); and the address leads back to file, line and column.

use std::fmt;
use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde::Serialize;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; the file can be used.
    Warning,
    /// The file cannot be used.
    Error,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The file, relative to the scenario's folder.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// One remark about a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// A stable code, for example `dangling-reference`.
    pub code: &'static str,
    /// What is wrong, as a sentence without a full stop.
    pub message: String,
    /// Where, if one place can be named.
    pub place: Option<Place>,
    /// What to do about it.
    pub hints: Vec<String>,
    /// The line concerned, for showing.
    #[serde(skip)]
    excerpt: Option<Excerpt>,
}

/// The line that a diagnostic is about.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Excerpt {
    line: String,
    start: usize,
    end: usize,
}

impl Diagnostic {
    /// Returns an error.
    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Diagnostic {
            severity: Severity::Error,
            code,
            message: message.into(),
            place: None,
            hints: Vec::new(),
            excerpt: None,
        }
    }

    /// Returns a warning.
    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, message) }
    }

    /// Adds a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }

    /// Adds the suggestion nearest to a misspelt word, if one is near.
    #[must_use]
    pub fn suggest<'a>(self, word: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(word, known) {
            Some(suggestion) => self.hint(format!("did you mean `{suggestion}`?")),
            None => self,
        }
    }

    /// Names the place by a mark.
    #[must_use]
    pub fn at(self, sources: &Sources, mark: SourceMark) -> Self {
        match sources.find(mark) {
            Some((source, offset)) => self.at_offset(source, offset),
            None => self,
        }
    }

    /// Names the place by a byte offset into a source.
    #[must_use]
    pub fn at_offset(mut self, source: &Source, offset: usize) -> Self {
        let offset = floor_char_boundary(&source.text, offset);
        let line_start = source.text[..offset].rfind('\n').map_or(0, |at| at + 1);
        let line_end = source.text[offset..].find('\n').map_or(source.text.len(), |at| offset + at);
        let line = 1 + source.text[..line_start].matches('\n').count();
        let column = 1 + source.text[line_start..offset].chars().count();
        self.place = Some(Place { file: source.name.clone(), line, column });
        self.excerpt = Excerpt::around(&source.text[line_start..line_end], offset - line_start);
        self
    }

    /// Names the file, where no line can be named.
    #[must_use]
    pub fn in_file(mut self, file: &str) -> Self {
        self.place = Some(Place { file: file.to_owned(), line: 1, column: 1 });
        self
    }

    /// Returns the diagnostic as a compiler would print it, with or without colours.
    pub fn render(&self, colored: bool) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let mut group = Group::with_title(level.primary_title(&self.message).id(self.code));
        if let Some(place) = &self.place {
            let origin = annotate_snippets::Origin::path(&place.file).line(place.line).char_column(place.column);
            group = match &self.excerpt {
                Some(excerpt) => group.element(
                    Snippet::source(&excerpt.line)
                        .line_start(place.line)
                        .path(&place.file)
                        .annotation(AnnotationKind::Primary.span(excerpt.start..excerpt.end)),
                ),
                None => group.element(origin),
            };
        }
        for hint in &self.hints {
            group = group.element(Level::HELP.message(hint));
        }
        let renderer = if colored { Renderer::styled() } else { Renderer::plain() };
        renderer.render(&[group]).clone()
    }
}

impl Excerpt {
    /// The word at an offset of a line; none for a line too long to show.
    fn around(line: &str, offset: usize) -> Option<Excerpt> {
        const LONGEST: usize = 400;
        if line.len() > LONGEST {
            return None;
        }
        let rest = &line[offset..];
        let mut inside_text = false;
        let length = rest
            .char_indices()
            .find(|(at, c)| {
                let quote = *c == '"';
                if quote {
                    inside_text = !inside_text;
                }
                (*at > 0 && !inside_text && !quote) && matches!(c, ',' | ')' | ']' | '(' | '[' | ':' | ' ')
            })
            .map_or(rest.len(), |(at, _)| at);
        let end = (offset + length.max(1)).min(line.len());
        Some(Excerpt { line: line.to_owned(), start: offset.min(end), end })
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.render(false))
    }
}

/// Everything that was found wrong in one pass, in the order of the files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Returns whether any is an error.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Returns whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Goes through them in order.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }

    /// Sorts by file, line and column, and drops exact repeats.
    pub fn sort(&mut self) {
        self.0.sort_by(|a, b| {
            a.place.cmp(&b.place).then_with(|| a.code.cmp(b.code)).then_with(|| a.message.cmp(&b.message))
        });
        self.0.dedup();
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, items: I) {
        self.0.extend(items);
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for diagnostic in &self.0 {
            writeln!(f, "{diagnostic}\n")?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostics {}

/// A result that came with remarks.
#[derive(Clone, Debug)]
pub struct Warned<T> {
    /// The result.
    pub output: T,
    /// The remarks; none of them is an error.
    pub warnings: Diagnostics,
}

/// The address of a value in the text it was read from; see [`Sources`].
///
/// Only a [`Sources`] can make sense of it. A mark that belongs to no source leads to no place, never to a wrong one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SourceMark(usize);

impl SourceMark {
    /// Returns the mark of a text that lies inside a source.
    pub fn of(text: &str) -> Self {
        SourceMark(text.as_ptr() as usize)
    }
}

/// The text of one file.
#[derive(Clone, Debug)]
pub struct Source {
    /// The file's name, relative to the scenario's folder.
    pub name: String,
    /// What stands in it.
    pub text: Arc<str>,
}

/// The texts of all files that are being loaded.
#[derive(Clone, Debug, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Keeps a text, so that marks into it can be found.
    pub fn add(&mut self, name: &str, text: Arc<str>) {
        self.0.push(Source { name: name.to_owned(), text });
    }

    /// Returns the source and byte offset that a mark points at.
    fn find(&self, mark: SourceMark) -> Option<(&Source, usize)> {
        self.0.iter().find_map(|source| {
            let start = source.text.as_ptr() as usize;
            let offset = mark.0.checked_sub(start)?;
            (offset < source.text.len()).then_some((source, offset))
        })
    }
}

/// Returns the known word nearest to a misspelt one, if it is near enough to be meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let best = known.into_iter().map(|candidate| (strsim::jaro_winkler(word, candidate), candidate));
    let best = best.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))?;
    (best.0 > 0.78).then_some(best.1)
}

fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_leads_back_to_file_line_and_column() {
        let mut sources = Sources::default();
        let text: Arc<str> = "one\ntwö \"three\"".into();
        sources.add("a.ron", text.clone());
        let diagnostic = Diagnostic::error("test", "wrong").at(&sources, SourceMark::of(&text[9..]));
        assert_eq!(diagnostic.place.unwrap().to_string(), "a.ron:2:5");
    }

    #[test]
    fn a_foreign_mark_leads_nowhere() {
        let diagnostic = Diagnostic::error("test", "wrong").at(&Sources::default(), SourceMark::of("elsewhere"));
        assert_eq!(diagnostic.place, None);
    }

    #[test]
    fn suggestions_are_near_or_absent() {
        assert_eq!(nearest("notify-regulator", ["notify-regulators", "call-team"]), Some("notify-regulators"));
        assert_eq!(nearest("zebra", ["notify-regulators", "call-team"]), None);
    }
}
