//! The debrief as a document: one file that can be printed, sent or read by a program.
//!
//! Everything here is a pure function from a [`Debrief`] to text; who asks for it writes the file. The two forms
//! for people, HTML and Markdown, are made from one [`report::Report`]: the debrief with every number already
//! worded, so that both say the same and neither computes anything. Their shape is a template under
//! `assets/report`, and both templates escape whatever they are given unless told otherwise. The form for
//! programs is the debrief itself.
//!
//! - [`number`]: numbers as people write them.
//! - [`report`]: the debrief in words.
//! - [`chart`]: lines and markers as SVG.
//! - [`html`]: one self-contained page.
//! - [`markdown`]: the same as Markdown.
//! - [`json`]: the debrief as one JSON document.

pub mod chart;
pub mod ghost;
pub mod html;
pub mod json;
pub mod markdown;
pub mod number;
pub mod report;
#[cfg(test)]
mod sample;
pub mod turning;

use std::path::Path;

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
}

/// A file name from which no form can be told.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// The form is planned but not built.
    #[error("writing .{0} is not available yet; use .html, .md or .json")]
    NotAvailableYet(String),
    /// The ending stands for no form.
    #[error("a debrief cannot be written as .{0}; use .html, .md or .json")]
    Unknown(String),
    /// There is no ending.
    #[error("the file name has no ending; use .html, .md or .json")]
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
            "pdf" | "csv" => Err(FormatError::NotAvailableYet(ending)),
            _ => Err(FormatError::Unknown(ending)),
        }
    }
}

/// Returns a debrief in a form.
pub fn export(debrief: &Debrief, format: Format) -> String {
    match format {
        Format::Html => html::page(debrief),
        Format::Markdown => markdown::document(debrief),
        Format::Json => json::document(debrief),
    }
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
        ] {
            assert_eq!(Format::from_path(Path::new(name)), Ok(format), "{name}");
        }
    }

    #[test]
    fn an_ending_without_a_form_is_refused_with_the_ones_there_are() {
        for (name, message) in [
            ("a.pdf", "writing .pdf is not available yet; use .html, .md or .json"),
            ("a.csv", "writing .csv is not available yet; use .html, .md or .json"),
            ("a.docx", "a debrief cannot be written as .docx; use .html, .md or .json"),
            ("a", "the file name has no ending; use .html, .md or .json"),
        ] {
            let error = Format::from_path(Path::new(name)).unwrap_err();
            assert_eq!(error.to_string(), message);
        }
    }
}
