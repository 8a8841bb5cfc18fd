//! The fonts of the PDF, and the handling of characters that none of them contains.
//!
//! Inter and Newsreader are the text fonts, as in the window. They are followed by the three fallback fonts of the
//! window for Greek and Cyrillic letters, symbols and emoji, so anything legible in the window is legible in the
//! PDF. A character that no font contains would be printed as an empty box, which cannot be searched or read aloud.
//! It is therefore replaced by a box character and counted, and the PDF states how many characters were replaced.
//!
//! Invisible formatting characters (text direction, joining, variation selectors) are removed, because they could
//! make a line read differently from how it was written. Words longer than a column get break opportunities.

use serde_json::Value;
use typst::foundations::Bytes;
use typst::text::Font;

use crate::font;

/// Fonts in order of preference.
const FONTS: [&[u8]; 5] = [
    font::INTER,
    font::NEWSREADER,
    epaint_default_fonts::UBUNTU_LIGHT,
    epaint_default_fonts::NOTO_EMOJI_REGULAR,
    epaint_default_fonts::HACK_REGULAR,
];

/// Replacement for a character that no font contains.
const MISSING: char = '□';

/// Zero-width space: a break opportunity within a word.
const BREAK: char = '\u{200b}';

/// Maximum number of characters in a word without break opportunities.
const LONGEST_WORD: usize = 24;

/// Number of characters between two break opportunities in a longer word.
const PIECE: usize = 12;

/// Report field that contains symbols. The template draws them instead of printing them.
const SIGN: &str = "sign";

/// The fonts.
#[derive(Clone, Debug)]
pub(super) struct Case(Vec<Font>);

impl Case {
    /// Loads the fonts.
    pub(super) fn open() -> Self {
        Case(FONTS.into_iter().flat_map(|font| Font::iter(Bytes::new(font))).collect())
    }

    /// Returns the fonts.
    pub(super) fn fonts(&self) -> &[Font] {
        &self.0
    }

    /// Makes every text in a value printable and returns the number of replaced characters.
    pub(super) fn prepare(&self, value: &mut Value) -> usize {
        match value {
            Value::String(text) => {
                let (printable, missing) = self.printable(text);
                *text = printable;
                missing
            }
            Value::Array(values) => values.iter_mut().map(|value| self.prepare(value)).sum(),
            Value::Object(fields) => {
                let texts = fields.iter_mut().filter(|(name, _)| name.as_str() != SIGN);
                texts.map(|(_, value)| self.prepare(value)).sum()
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => 0,
        }
    }

    /// Returns a printable version of a text and the number of replaced characters.
    fn printable(&self, text: &str) -> (String, usize) {
        let mut out = String::with_capacity(text.len());
        let (mut missing, mut length) = (0, 0);
        let longest = |rest: &str| rest.chars().take_while(|character| !character.is_whitespace()).count();
        let mut breaks = longest(text) > LONGEST_WORD;
        for (at, character) in text.char_indices().filter(|(_, character)| !is_instruction(*character)) {
            if character.is_whitespace() || character.is_control() {
                out.push(space(character));
                length = 0;
                breaks = longest(&text[at + character.len_utf8()..]) > LONGEST_WORD;
                continue;
            }
            if breaks && length > 0 && length % PIECE == 0 {
                out.push(BREAK);
            }
            length += 1;
            if self.has(character) {
                out.push(character);
            } else {
                out.push(MISSING);
                missing += 1;
            }
        }
        (out, missing)
    }

    /// Returns whether any font contains a character.
    fn has(&self, character: char) -> bool {
        self.0.iter().any(|font| font.info().coverage.contains(character.into()))
    }
}

/// Normalizes whitespace to a line break, a non-breaking space or a plain space.
fn space(character: char) -> char {
    match character {
        '\n' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{a0}' | '\u{202f}' => '\u{a0}',
        _ => ' ',
    }
}

/// Returns whether a character is invisible and only controls the formatting of others.
fn is_instruction(character: char) -> bool {
    matches!(
        character,
        '\u{61c}'
            | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, printable: &str, missing: usize) {
        assert_eq!(Case::open().printable(text), (printable.to_owned(), missing), "{text:?}");
    }

    #[test]
    fn european_letters_symbols_and_emoji_are_printed() {
        for text in ["Größe, façade, Łódź", "Ελληνικά", "Слово", "Brașov", "→ ≤ € № 👍"] {
            check(text, text, 0);
        }
    }

    #[test]
    fn characters_missing_from_all_fonts_become_boxes_and_are_counted() {
        check("見 ok 本", "□ ok □", 2);
    }

    #[test]
    fn invisible_formatting_characters_are_removed() {
        check("a\u{202e}b\u{200d}c\u{fe0f}\u{feff}", "abc", 0);
    }

    #[test]
    fn control_characters_become_spaces_and_line_breaks_are_kept() {
        check("a\tb\0c\r\nd\u{2028}e", "a b c \nd\ne", 0);
        check("87\u{a0}%", "87\u{a0}%", 0);
    }

    #[test]
    fn a_word_longer_than_a_column_may_break() {
        let long = "x".repeat(30);
        let broken = format!("{0}\u{200b}{0}\u{200b}{1}", "x".repeat(12), "x".repeat(6));
        check(&format!("a {long} b"), &format!("a {broken} b"), 0);
        check("responsibilities", "responsibilities", 0);
    }

    #[test]
    fn every_text_except_signs_is_prepared() {
        let mut value = serde_json::json!({ "rows": [{ "text": "a\u{200b}見", "sign": "✕", "points": 3 }] });
        assert_eq!(Case::open().prepare(&mut value), 1);
        assert_eq!(value, serde_json::json!({ "rows": [{ "text": "a□", "sign": "✕", "points": 3 }] }));
    }
}
