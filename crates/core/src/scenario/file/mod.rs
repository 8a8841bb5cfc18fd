//! Data structures of scenario files, with one module per format version.
//!
//! File types and domain types are deliberately separate. Files may omit values, write times as text and refer to
//! entries by name, all of which is resolved in a [`Scenario`](super::Scenario). The types of old format versions
//! are frozen and converted to the next version, so that existing scenarios can always be loaded.
//!
//! Every value that might be invalid is read as a [`Located`], which stores the value with its source position.
//! Diagnostics that are found later can then report line and column.

mod located;
pub mod v1;

pub use located::{Located, Text};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::diagnostic::{Diagnostic, Source, nearest};

/// Maximum size of a file, in bytes.
pub const LARGEST_FILE: usize = 4 << 20;

/// Maximum nesting depth of a file.
const DEEPEST: usize = 64;

/// Returns the RON dialect of all scenario files, in which `Some(…)` and the parentheses of newtypes can be
/// omitted.
pub fn dialect() -> ron::Options {
    use ron::extensions::Extensions;
    let extensions = Extensions::IMPLICIT_SOME | Extensions::UNWRAP_NEWTYPES | Extensions::UNWRAP_VARIANT_NEWTYPES;
    ron::Options::default().with_default_extension(extensions).with_recursion_limit(DEEPEST)
}

/// The part of a file that is common to all format versions.
#[derive(Debug, Deserialize)]
struct Header {
    format: u32,
}

/// Parses a file in the current format.
///
/// # Errors
/// Returns a diagnostic with its position if the file has another format version or its contents do not match the
/// format.
pub fn parse<T: DeserializeOwned>(source: &Source) -> Result<T, Diagnostic> {
    guard_nesting(source)?;
    match dialect().from_str::<Header>(&source.text) {
        Ok(Header { format: v1::FORMAT }) => {}
        Ok(Header { format }) => return Err(wrong_format(source, format)),
        Err(error) => return Err(parse_error(source, &error)),
    }
    dialect().from_str(&source.text).map_err(|error| parse_error(source, &error))
}

/// Converts a RON error to a diagnostic with position and hint.
pub fn parse_error(source: &Source, error: &ron::error::SpannedError) -> Diagnostic {
    let at = error.span.start;
    let offset = byte_offset(&source.text, at.line, at.col);
    let (code, message) = match &error.code {
        ron::Error::NoSuchStructField { found, .. } => ("unknown-field", format!("unknown field `{found}`")),
        ron::Error::NoSuchEnumVariant { found, .. } => ("unknown-variant", format!("unknown value `{found}`")),
        ron::Error::MissingStructField { field, .. } => ("missing-field", format!("missing field `{field}`")),
        ron::Error::Eof | ron::Error::ExpectedStringEnd => ("truncated", "unexpected end of file".to_owned()),
        ron::Error::ExceededRecursionLimit => ("too-deep", format!("the file nests deeper than {DEEPEST} levels")),
        other => ("syntax", other.to_string()),
    };
    with_suggestion(Diagnostic::error(code, message).at_offset(source, offset), &error.code)
}

fn with_suggestion(diagnostic: Diagnostic, error: &ron::Error) -> Diagnostic {
    match error {
        ron::Error::NoSuchStructField { found, expected, .. }
        | ron::Error::NoSuchEnumVariant { found, expected, .. } => {
            let diagnostic = match nearest(found, expected.iter().copied()) {
                Some(word) => diagnostic.hint(format!("did you mean `{word}`?")),
                None => diagnostic,
            };
            diagnostic.hint(format!("expected one of: {}", expected.join(", ")))
        }
        ron::Error::Eof | ron::Error::ExpectedStringEnd => {
            diagnostic.hint("check for an unclosed bracket or quotation mark")
        }
        _ => diagnostic,
    }
}

fn wrong_format(source: &Source, format: u32) -> Diagnostic {
    let offset = source.text.find("format").unwrap_or(0);
    Diagnostic::error(
        "unknown-format",
        format!("unsupported format {format}; this version reads format {}", v1::FORMAT),
    )
    .at_offset(source, offset)
    .hint("update the program to read newer formats")
}

/// Rejects deeply nested files before they are parsed, so that malicious files waste no resources.
fn guard_nesting(source: &Source) -> Result<(), Diagnostic> {
    let mut depth = 0usize;
    let mut in_text = false;
    let mut escaped = false;
    for (offset, byte) in source.text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'(' | b'[' | b'{' if !in_text => {
                depth += 1;
                if depth > 4 * DEEPEST {
                    let message = format!("the file nests deeper than {DEEPEST} levels");
                    return Err(Diagnostic::error("too-deep", message).at_offset(source, offset));
                }
            }
            b')' | b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    Ok(())
}

fn byte_offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = &text[start.min(text.len())..];
    start + rest.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>()
}
