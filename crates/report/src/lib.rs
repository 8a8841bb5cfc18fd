//! The debrief as a document that can be printed, sent or read by a program.
//!
//! Everything here is a pure function from a [`Debrief`] to bytes; who asks for it writes the files. The forms
//! for people, HTML, Markdown and PDF, are made from one [`report::Report`]: the debrief with every number already
//! worded, so that all say the same and none computes anything. Their shape is a template under
//! `assets/report`, and no template takes what it is given for markup unless told otherwise. The form for
//! programs is the debrief itself; the form for spreadsheets is a table for each list in it.
//!
//! - [`font`]: the fonts of window, page and paper.
//! - [`number`]: numbers as people write them.
//! - [`report`]: the debrief in words.
//! - [`chart`]: lines and markers as SVG.
//! - [`story`]: the story as such a chart; [`counterfactual_curve`]: small drawings of what could have been.
//! - [`html`]: one self-contained page.
//! - [`markdown`]: the same as Markdown.
//! - `pdf`: the same typeset, with the feature of that name.
//! - [`json`]: the debrief as one JSON document.
//! - [`csv`]: the debrief as tables.
//! - [`comparison`]: several sessions side by side as Markdown.

pub mod chart;
pub mod comparison;
pub mod counterfactual_curve;
pub mod csv;
mod drawing;
pub mod font;
pub mod html;
pub mod json;
pub mod markdown;
pub mod number;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod report;
#[cfg(test)]
mod sample;
pub mod story;
pub mod turning;

use std::path::{Path, PathBuf};

use goldenhour_core::debrief::Debrief;

/// A form in which a debrief can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// One self-contained page.
    Html,
    /// Markdown with tables.
    Markdown,
    /// One JSON document.
    Json,
    /// Tables, one file for each.
    Csv,
    /// A typeset paper.
    #[cfg(feature = "pdf")]
    Pdf,
}

/// One file of a debrief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What stands behind the name of the file when there are several; empty for the main one.
    pub part: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Document {
    /// Returns where the file goes when the main one goes to a path: `x.csv` has `x.clocks.csv` beside it.
    pub fn path(&self, main: &Path) -> PathBuf {
        beside(main, self.part)
    }

    /// Returns the one file of a form that has one.
    fn main(bytes: impl Into<Vec<u8>>) -> Vec<Self> {
        vec![Document { part: "", bytes: bytes.into() }]
    }
}

fn beside(main: &Path, part: &str) -> PathBuf {
    match (part, main.extension()) {
        ("", _) => main.to_owned(),
        (part, Some(ending)) => main.with_extension(format!("{part}.{}", ending.to_string_lossy())),
        (part, None) => main.with_extension(part),
    }
}

/// A debrief that cannot be given a form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// It cannot be typeset.
    #[cfg(feature = "pdf")]
    #[error(transparent)]
    Pdf(#[from] pdf::PdfError),
}

/// The endings there are, for people.
const ENDINGS: &str =
    if cfg!(feature = "pdf") { ".html, .pdf, .md, .json or .csv" } else { ".html, .md, .json or .csv" };

/// A file name from which no form can be told.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// The form is one of a feature that this program was built without.
    #[error("this program was built without its typesetter (the feature `pdf`) and cannot write .pdf; use {ENDINGS}")]
    BuiltWithout,
    /// The ending stands for no form.
    #[error("a debrief cannot be written as .{0}; use {ENDINGS}")]
    Unknown(String),
    /// There is no ending.
    #[error("the file name has no ending; use {ENDINGS}")]
    NoEnding,
}

impl Format {
    /// Returns the form that the ending of a file name stands for.
    pub fn from_path(path: &Path) -> Result<Self, FormatError> {
        let ending = path.extension().ok_or(FormatError::NoEnding)?.to_string_lossy().to_lowercase();
        match ending.as_str() {
            "html" | "htm" => Ok(Format::Html),
            "md" => Ok(Format::Markdown),
            "json" => Ok(Format::Json),
            "csv" => Ok(Format::Csv),
            #[cfg(feature = "pdf")]
            "pdf" => Ok(Format::Pdf),
            #[cfg(not(feature = "pdf"))]
            "pdf" => Err(FormatError::BuiltWithout),
            _ => Err(FormatError::Unknown(ending)),
        }
    }
}

/// Returns where the files of a form go when the main one goes to a path, the main one first.
pub fn paths(main: &Path, format: Format) -> Vec<PathBuf> {
    match format {
        Format::Html | Format::Markdown | Format::Json => vec![main.to_owned()],
        #[cfg(feature = "pdf")]
        Format::Pdf => vec![main.to_owned()],
        Format::Csv => csv::PARTS.iter().map(|part| beside(main, part)).collect(),
    }
}

/// Returns a debrief in a form: the files it consists of, the main one first.
///
/// # Errors
/// Where it cannot be typeset.
pub fn export(debrief: &Debrief, format: Format) -> Result<Vec<Document>, ExportError> {
    Ok(match format {
        Format::Html => Document::main(html::page(debrief)),
        Format::Markdown => Document::main(markdown::document(debrief)),
        Format::Json => Document::main(json::document(debrief)),
        Format::Csv => csv::documents(debrief),
        #[cfg(feature = "pdf")]
        Format::Pdf => Document::main(pdf::document(debrief)?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_says_the_form() {
        for (name, format) in [
            ("a.html", Format::Html),
            ("b.HTM", Format::Html),
            ("folder.v1/c.md", Format::Markdown),
            ("d.e.json", Format::Json),
            ("f.CSV", Format::Csv),
            #[cfg(feature = "pdf")]
            ("e.pdf", Format::Pdf),
        ] {
            assert_eq!(Format::from_path(Path::new(name)), Ok(format), "{name}");
        }
    }

    #[test]
    fn every_file_of_a_form_has_a_place_of_its_own_known_beforehand() {
        for format in [Format::Html, Format::Markdown, Format::Json, Format::Csv] {
            let main = Path::new("folder.v1/x.y.CSV");
            let documents = export(&sample::debrief(), format).unwrap();
            let found: Vec<PathBuf> = documents.iter().map(|document| document.path(main)).collect();
            assert_eq!(found, paths(main, format));
            assert_eq!(found[0], main);
        }
        assert_eq!(paths(Path::new("x.csv"), Format::Csv)[1], Path::new("x.criteria.csv"));
    }

    #[test]
    fn an_ending_without_a_form_is_refused_with_the_ones_there_are() {
        for (name, message) in [
            #[cfg(not(feature = "pdf"))]
            ("a.pdf", "this program was built without its typesetter (the feature `pdf`) and cannot write .pdf"),
            ("a.docx", "a debrief cannot be written as .docx"),
            ("a", "the file name has no ending"),
        ] {
            let error = Format::from_path(Path::new(name)).unwrap_err();
            assert_eq!(error.to_string(), format!("{message}; use {ENDINGS}"));
        }
    }
}
