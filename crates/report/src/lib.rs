//! The debrief as a document to print, send or process.
//!
//! Everything here is a pure function from a [`Debrief`] to bytes; the callers write the files. HTML, Markdown and PDF
//! are filled from one [`report::Report`]: the debrief with every number already formatted, so that all formats agree
//! and no template computes anything. The templates are in `assets/report` and escape what they are given. JSON is the
//! debrief itself; CSV has one table for each list in it.
//!
//! - [`language`] and [`number`]: the languages, and numbers as each writes them; the window uses them, too.
//! - [`report`]: the debrief in words; [`turning`]: its part about what could have been different.
//! - [`html`], [`markdown`], `pdf`, [`json`], [`csv`]: the debrief in each [`Format`]; `pdf` needs the feature `pdf`.
//! - [`chart`]: lines and markers as SVG; [`story`]: the story as such a chart; [`counterfactual_curve`]: small drawings
//!   of what could have been.
//! - [`comparison`]: several sessions compared, as Markdown.
//! - [`font`]: the fonts of window, page and paper.

pub mod chart;
pub mod comparison;
pub mod counterfactual_curve;
pub mod csv;
mod document;
mod drawing;
pub mod font;
mod format;
pub mod html;
pub mod json;
pub mod language;
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

pub use document::Document;
pub use format::{Format, FormatError};
pub use language::Language;

use document::beside;
use goldenhour_core::debrief::Debrief;

/// A debrief that cannot be given a form.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// It cannot be typeset.
    #[cfg(feature = "pdf")]
    #[error(transparent)]
    Pdf(#[from] pdf::PdfError),
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
}
