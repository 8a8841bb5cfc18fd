//! The fonts of the paper, and what becomes of characters that none of them has.
//!
//! Inter and Newsreader carry the text, as in the window. Behind them stand the three fonts with which the
//! window draws what these two lack: Greek and Cyrillic letters, symbols, emoji. What can be read there can be
//! read here. A character that no font has would be printed as an empty box that nobody can search or hear, so
//! it is replaced by a box that is a character, and counted; the paper says how many there are.
//!
//! Characters that are only instructions to the setting (direction, joining, selection of a variant) are left
//! out: they could make a line read otherwise than it was written. A word longer than a column gets places at
//! which it may break.

use serde_json::Value;
use typst::foundations::Bytes;
use typst::text::Font;

use crate::font;

/// The fonts in the order in which they are asked for a character.
const FONTS: [&[u8]; 5] = [
    font::INTER,
    font::NEWSREADER,
    epaint_default_fonts::UBUNTU_LIGHT,
    epaint_default_fonts::NOTO_EMOJI_REGULAR,
    epaint_default_fonts::HACK_REGULAR,
];

/// What stands for a character that no font has.
const MISSING: char = '□';

/// A place at which a word may break.
const BREAK: char = '\u{200b}';

/// How many characters a word has at most before it may break anywhere.
const LONGEST_WORD: usize = 24;

/// How many characters of a longer word stand together.
const PIECE: usize = 12;

/// The field of a report that holds signs; the template draws these and does not print them.
const SIGN: &str = "sign";

/// The fonts.
#[derive(Clone, Debug)]
pub(super) struct Case(Vec<Font>);

impl Case {
    /// Returns the fonts of the paper.
    pub(super) fn open() -> Self {
        Case(FONTS.into_iter().flat_map(|font| Font::iter(Bytes::new(font))).collect())
    }

    /// Returns the fonts.
    pub(super) fn fonts(&self) -> &[Font] {
        &self.0
    }

    /// Makes every text in a value printable and returns how many characters were replaced.
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

    /// Returns a text as it can be printed, and how many characters were replaced.
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

    /// Whether a font has a character.
    fn has(&self, character: char) -> bool {
        self.0.iter().any(|font| font.info().coverage.contains(character.into()))
    }
}

/// Returns the space that stands for a space: a line break, a space that does not break, or a plain one.
fn space(character: char) -> char {
    match character {
        '\n' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{a0}' | '\u{202f}' => '\u{a0}',
        _ => ' ',
    }
}

/// Whether a character has no look of its own and only tells how others are to be set.
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
    fn letters_of_europe_symbols_and_emoji_are_printed() {
        for text in ["Größe, façade, Łódź", "Ελληνικά", "Слово", "Brașov", "→ ≤ € № 👍"] {
            check(text, text, 0);
        }
    }

    #[test]
    fn a_character_that_no_font_has_becomes_a_box_and_is_counted() {
        check("見 ok 本", "□ ok □", 2);
    }

    #[test]
    fn instructions_to_the_setting_are_left_out() {
        check("a\u{202e}b\u{200d}c\u{fe0f}\u{feff}", "abc", 0);
    }

    #[test]
    fn control_characters_become_spaces_and_lines_stay_lines() {
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
    fn every_text_of_a_value_is_prepared_but_signs() {
        let mut value = serde_json::json!({ "rows": [{ "text": "a\u{200b}見", "sign": "✕", "points": 3 }] });
        assert_eq!(Case::open().prepare(&mut value), 1);
        assert_eq!(value, serde_json::json!({ "rows": [{ "text": "a□", "sign": "✕", "points": 3 }] }));
    }
}
