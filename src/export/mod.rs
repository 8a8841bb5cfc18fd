//! The debrief as a document: one file that can be printed, sent or read by a program.
//!
//! Everything here is a pure function from a [`Debrief`] to bytes; who asks for it writes the files. The forms
//! for people, HTML, Markdown and PDF, are made from one [`report::Report`]: the debrief with every number already
//! worded, so that all say the same and none computes anything. Their shape is a template under
//! `assets/report`, and no template takes what it is given for markup unless told otherwise. The form for
//! programs is the debrief itself.
//!
//! - [`number`]: numbers as people write them.
//! - [`report`]: the debrief in words.
//! - [`chart`]: lines and markers as SVG.
//! - [`story`]: the story as such a chart.
//! - [`html`]: one self-contained page.
//! - [`markdown`]: the same as Markdown.
//! - `pdf`: the same typeset, with the feature of that name.
//! - [`json`]: the debrief as one JSON document.

pub mod chart;
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

use std::path::{Path, PathBuf};

use crate::debrief::Debrief;

/// A form in which a debrief can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// One self-contained page.
    Html,
    /// Markdown with tables.
    Markdown,
    /// One JSON document.
    Json,
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

/// A debrief that cannot be given a form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// It cannot be typeset.
    #[cfg(feature = "pdf")]
    #[error(transparent)]
    Pdf(#[from] pdf::PdfError),
}

/// The endings there are, for people.
const ENDINGS: &str = if cfg!(feature = "pdf") { ".html, .pdf, .md or .json" } else { ".html, .md or .json" };

/// A file name from which no form can be told.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// The form is planned but not built.
    #[error("writing .{0} is not available yet; use {ENDINGS}")]
    NotAvailableYet(String),
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
            #[cfg(feature = "pdf")]
            "pdf" => Ok(Format::Pdf),
            #[cfg(not(feature = "pdf"))]
            "pdf" => Err(FormatError::BuiltWithout),
            "csv" => Err(FormatError::NotAvailableYet(ending)),
            _ => Err(FormatError::Unknown(ending)),
        }
    }
}

impl Document {
    /// Returns where it is written when the main file is at `main`: there, or beside it as `name-part.ending`.
    pub fn path(&self, main: &Path) -> PathBuf {
        if self.part.is_empty() {
            return main.to_owned();
        }
        let text = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
        main.with_file_name(format!("{}-{}.{}", text(main.file_stem()), self.part, text(main.extension())))
    }

    /// Returns the one file of a form that has one.
    fn main(bytes: impl Into<Vec<u8>>) -> Vec<Self> {
        vec![Document { part: "", bytes: bytes.into() }]
    }
}

/// Returns a debrief in a form: one file, or several that belong together.
pub fn export(debrief: &Debrief, format: Format) -> Result<Vec<Document>, ExportError> {
    Ok(match format {
        Format::Html => Document::main(html::page(debrief)),
        Format::Markdown => Document::main(markdown::document(debrief)),
        Format::Json => Document::main(json::document(debrief)),
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
            #[cfg(feature = "pdf")]
            ("e.pdf", Format::Pdf),
        ] {
            assert_eq!(Format::from_path(Path::new(name)), Ok(format), "{name}");
        }
    }

    #[test]
    fn an_ending_without_a_form_is_refused_with_the_ones_there_are() {
        for (name, message) in [
            #[cfg(not(feature = "pdf"))]
            ("a.pdf", "this program was built without its typesetter (the feature `pdf`) and cannot write .pdf"),
            ("a.csv", "writing .csv is not available yet"),
            ("a.docx", "a debrief cannot be written as .docx"),
            ("a", "the file name has no ending"),
        ] {
            let error = Format::from_path(Path::new(name)).unwrap_err();
            assert_eq!(error.to_string(), format!("{message}; use {ENDINGS}"));
        }
    }

    #[test]
    fn every_form_has_one_main_file() {
        let formats = [
            Format::Html,
            Format::Markdown,
            Format::Json,
            #[cfg(feature = "pdf")]
            Format::Pdf,
        ];
        for format in formats {
            let documents = export(&sample::debrief(), format).unwrap();
            assert_eq!(documents.iter().filter(|document| document.part.is_empty()).count(), 1, "{format:?}");
        }
    }

    #[test]
    fn a_part_stands_beside_the_main_file() {
        let document = |part| Document { part, bytes: Vec::new() };
        let main = Path::new("runs/a.b.csv");
        assert_eq!(document("").path(main), Path::new("runs/a.b.csv"));
        assert_eq!(document("log").path(main), Path::new("runs/a.b-log.csv"));
    }
}
