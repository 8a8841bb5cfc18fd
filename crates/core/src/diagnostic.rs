//! Errors and warnings about an author's files.
//!
//! A [`Diagnostic`] is about a file, never about the program itself. It has a stable code, a message, hints and, if
//! known, a location. One pass over the files collects all [`Diagnostics`], so that an author can fix every mistake
//! at once. A value that loads successfully but with warnings is returned as [`Warned`].
//!
//! Locations need no parser of our own. The texts of all files are kept in one [`Sources`] until loading ends. A
//! value read from a file stores the address of its first byte in that text, a [`SourceMark`], from which file, line
//! and column are computed when a diagnostic needs them.

use std::fmt;
use std::sync::Arc;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde::Serialize;

/// Severity of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The file can be used, but probably contains a mistake.
    Warning,
    /// The file cannot be used.
    Error,
}

/// Location in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// Path of the file, relative to the scenario's folder.
    pub file: String,
    /// Line, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// One error or warning about a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// Severity: error or warning.
    pub severity: Severity,
    /// Stable code, for example `dangling-reference`.
    pub code: &'static str,
    /// Message in lower case, without a full stop.
    pub message: String,
    /// Location, if the diagnostic has exactly one.
    pub place: Option<Place>,
    /// Hints on how to fix it.
    pub hints: Vec<String>,
    /// Line at the location, for rendering.
    #[serde(skip)]
    excerpt: Option<Excerpt>,
}

/// Line at the location of a diagnostic, with the range to underline.
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

    /// Adds a "did you mean" hint if one of the known words is similar.
    #[must_use]
    pub fn suggest<'a>(self, word: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(word, known) {
            Some(suggestion) => self.hint(format!("did you mean `{suggestion}`?")),
            None => self,
        }
    }

    /// Sets the location from a mark.
    #[must_use]
    pub fn at(self, sources: &Sources, mark: SourceMark) -> Self {
        match sources.find(mark) {
            Some((source, offset)) => self.at_offset(source, offset),
            None => self,
        }
    }

    /// Sets the location from a byte offset into a source.
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

    /// Sets the location to the start of a file, for problems that concern the whole file.
    #[must_use]
    pub fn in_file(mut self, file: &str) -> Self {
        self.place = Some(Place { file: file.to_owned(), line: 1, column: 1 });
        self
    }

    /// Renders the diagnostic like a compiler, with or without colors.
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
    /// Returns an excerpt that underlines the word at an offset, or `None` if the line is too long to show.
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

/// All diagnostics of one pass, sorted by location.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds a diagnostic.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Returns whether any diagnostic is an error.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Returns whether there are no diagnostics.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Iterates over the diagnostics in order.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }

    /// Sorts by file, line and column, and removes duplicates.
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

/// A successful result with warnings.
#[derive(Clone, Debug)]
pub struct Warned<T> {
    /// The loaded value.
    pub output: T,
    /// The warnings. None of them is an error.
    pub warnings: Diagnostics,
}

/// Address of a value in the text from which it was read.
///
/// Only the [`Sources`] that contain the text can resolve it. A mark of any other text resolves to no location
/// rather than to a wrong one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SourceMark(usize);

impl SourceMark {
    /// Returns the mark of a text slice within a source.
    pub fn of(text: &str) -> Self {
        SourceMark(text.as_ptr() as usize)
    }
}

/// Name and text of one file.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path of the file, relative to the scenario's folder.
    pub name: String,
    /// Content of the file.
    pub text: Arc<str>,
}

/// Texts of all files that are being loaded.
#[derive(Clone, Debug, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Stores a text, so that marks into it can be resolved.
    pub fn add(&mut self, name: &str, text: Arc<str>) {
        self.0.push(Source { name: name.to_owned(), text });
    }

    /// Returns the source and byte offset to which a mark points.
    fn find(&self, mark: SourceMark) -> Option<(&Source, usize)> {
        self.0.iter().find_map(|source| {
            let start = source.text.as_ptr() as usize;
            let offset = mark.0.checked_sub(start)?;
            (offset < source.text.len()).then_some((source, offset))
        })
    }
}

/// Returns the known word most similar to a misspelled one, if it is similar enough to suggest.
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
    fn a_marker_resolves_to_file_line_and_column() {
        let mut sources = Sources::default();
        let text: Arc<str> = "one\ntwö \"three\"".into();
        sources.add("a.ron", text.clone());
        let diagnostic = Diagnostic::error("test", "wrong").at(&sources, SourceMark::of(&text[9..]));
        assert_eq!(diagnostic.place.unwrap().to_string(), "a.ron:2:5");
    }

    #[test]
    fn an_unknown_marker_does_not_resolve() {
        let diagnostic = Diagnostic::error("test", "wrong").at(&Sources::default(), SourceMark::of("elsewhere"));
        assert_eq!(diagnostic.place, None);
    }

    #[test]
    fn only_similar_names_are_suggested() {
        assert_eq!(nearest("notify-regulator", ["notify-regulators", "call-team"]), Some("notify-regulators"));
        assert_eq!(nearest("zebra", ["notify-regulators", "call-team"]), None);
    }
}
