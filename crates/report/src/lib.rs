//! Exports a debrief as a document to print, share or process.
//!
//! Everything in this crate is a pure function from a [`Debrief`] to bytes; callers write the files. HTML, Markdown
//! and PDF are filled from one [`report::Report`], a debrief with every number already formatted, so all formats
//! agree and no template computes anything. The templates in `assets/report` escape their input. JSON is the
//! debrief itself. CSV has one table for each list in the debrief.
//!
//! - [`language`] and [`number`]: languages and their number formats, shared with the window.
//! - [`report`]: the debrief as text; [`turning`]: its section on luck and turning points.
//! - [`html`], [`markdown`], `pdf`, [`json`], [`csv`]: each [`Format`]; `pdf` requires the feature `pdf`.
//! - [`chart`]: lines and markers as SVG; [`story`]: the story as a chart; [`counterfactual_curve`]: small charts
//!   of turning points and luck.
//! - [`comparison`]: a comparison of several sessions as Markdown.
//! - [`font`]: the fonts of the window, the HTML page and the PDF.

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

/// Error during the export of a debrief.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// The debrief cannot be typeset as a PDF.
    #[cfg(feature = "pdf")]
    #[error(transparent)]
    Pdf(#[from] pdf::PdfError),
}

/// Returns the paths of all files of a format, given the path of the main file, which comes first.
pub fn paths(main: &Path, format: Format) -> Vec<PathBuf> {
    match format {
        Format::Html | Format::Markdown | Format::Json => vec![main.to_owned()],
        #[cfg(feature = "pdf")]
        Format::Pdf => vec![main.to_owned()],
        Format::Csv => csv::PARTS.iter().map(|part| beside(main, part)).collect(),
    }
}

/// Exports a debrief in a format. Returns one or more files, the main file first.
///
/// # Errors
/// If the PDF cannot be typeset.
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
    fn the_paths_of_exported_files_are_known_in_advance() {
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
