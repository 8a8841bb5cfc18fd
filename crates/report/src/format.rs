//! The formats in which a debrief can be exported.

use std::path::Path;

/// Export format of a debrief.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// One self-contained HTML page.
    Html,
    /// Markdown with tables.
    Markdown,
    /// One JSON document.
    Json,
    /// CSV tables, each in its own file.
    Csv,
    /// A typeset PDF.
    #[cfg(feature = "pdf")]
    Pdf,
}

/// Supported extensions, for error messages.
const ENDINGS: &str =
    if cfg!(feature = "pdf") { ".html, .pdf, .md, .json or .csv" } else { ".html, .md, .json or .csv" };

/// Error for a file name that does not determine a format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// The format requires a feature that is disabled in this build.
    #[error("this build cannot write .pdf, as it lacks the feature `pdf`; use {ENDINGS}")]
    BuiltWithout,
    /// The extension is unknown.
    #[error("unsupported debrief format .{0}; use {ENDINGS}")]
    Unknown(String),
    /// The file name has no extension.
    #[error("the file name has no extension; use {ENDINGS}")]
    NoEnding,
}

impl Format {
    /// Returns the format that corresponds to a file name's extension.
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

    /// Returns the usual extension of the format, without a dot.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Html => "html",
            Format::Markdown => "md",
            Format::Json => "json",
            Format::Csv => "csv",
            #[cfg(feature = "pdf")]
            Format::Pdf => "pdf",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extension_selects_the_format() {
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
    fn an_unknown_extension_is_rejected_with_the_supported_ones() {
        for (name, message) in [
            #[cfg(not(feature = "pdf"))]
            ("a.pdf", "this build cannot write .pdf, as it lacks the feature `pdf`"),
            ("a.docx", "unsupported debrief format .docx"),
            ("a", "the file name has no extension"),
        ] {
            let error = Format::from_path(Path::new(name)).unwrap_err();
            assert_eq!(error.to_string(), format!("{message}; use {ENDINGS}"));
        }
    }
}
