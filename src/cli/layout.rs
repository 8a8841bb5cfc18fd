//! Layout of text in lines and columns of a terminal.
//!
//! Widths are counted in display columns, not characters: a Chinese character takes two, a combining accent none.

use std::fmt::Display;

use textwrap::{Options, WordSplitter};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Width at which running text is wrapped, in columns.
const LINE: usize = 100;

/// Wraps a text into lines and indents each by this many spaces. Words are never broken.
pub(super) fn wrapped(text: &str, indent: usize) -> String {
    let indent = " ".repeat(indent);
    let options = Options::new(LINE)
        .initial_indent(&indent)
        .subsequent_indent(&indent)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false);
    format!("{}\n", textwrap::fill(text, options))
}

/// Shortens a text to a width, with an ellipsis if anything was cut.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let mut used = 0;
    let fits = |character: &char| {
        used += character.width().unwrap_or(0);
        used < most
    };
    let cut: String = text.chars().take_while(fits).collect();
    format!("{}…", cut.trim_end())
}

/// Pads a text on the right with spaces to a width.
pub(super) fn padded(text: &impl Display, wanted: usize) -> String {
    let text = text.to_string();
    let gap = gap(&text, wanted);
    format!("{text}{gap}")
}

/// Pads a text on the left with spaces to a width.
pub(super) fn right_aligned(text: &str, wanted: usize) -> String {
    format!("{}{text}", gap(text, wanted))
}

/// Returns the number of columns that a text occupies.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

fn gap(text: &str, wanted: usize) -> String {
    " ".repeat(wanted.saturating_sub(width(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_wrap_at_a_hundred_columns_between_words() {
        let text = "word-by-word ".repeat(20);
        let lines = wrapped(text.trim(), 5);
        assert!(lines.lines().all(|line| line.starts_with("     word-by-word") && width(line) <= LINE), "{lines}");
        assert!(!lines.lines().any(|line| line.ends_with('-')), "{lines}");
        let long = "x".repeat(120);
        assert_eq!(wrapped(&format!("a {long} b"), 2), format!("  a\n  {long}\n  b\n"));
    }

    #[test]
    fn a_line_of_exactly_the_width_is_not_wrapped() {
        let exact = format!("{} {}", "a".repeat(49), "b".repeat(48));
        assert_eq!(wrapped(&exact, 2), format!("  {exact}\n"));
        assert_eq!(wrapped(&format!("{exact}b"), 2), format!("  {}\n  {}b\n", "a".repeat(49), "b".repeat(48)));
    }

    #[test]
    fn columns_align_in_any_script() {
        for name in ["Ada", "Zoë", "Zoe\u{308}", "山田", "한국"] {
            assert_eq!(width(&padded(&name, 8)), 8, "{name}");
            assert_eq!(width(&right_aligned(name, 8)), 8, "{name}");
        }
        assert_eq!(padded(&"山田", 6), "山田  ");
        assert_eq!(right_aligned("山田", 6), "  山田");
    }

    #[test]
    fn truncated_text_fits_including_its_ellipsis() {
        assert_eq!(shortened("Tell customers", 14), "Tell customers");
        assert_eq!(shortened("Tell customers", 13), "Tell custome…");
        assert_eq!(shortened("Tell customers", 6), "Tell…");
        assert_eq!(shortened("山田太郎", 6), "山田…");
        assert_eq!(shortened("山田太郎", 8), "山田太郎");
    }
}
