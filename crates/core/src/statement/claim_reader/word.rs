//! The words of a sentence.

use std::ops::Range;

/// A word of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Word in lower case, with straight apostrophes replaced by typographic ones.
    pub text: String,
    /// Byte range in the text.
    pub range: Range<usize>,
}

/// Returns the words in a range of a text. A hyphen, a period or a colon within a word does not end it.
pub fn words(text: &str, range: Range<usize>) -> Vec<Word> {
    let mut found = Vec::new();
    let mut start: Option<usize> = None;
    let part = &text[range.clone()];
    let mut chars = part.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_word = chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        let inside = c.is_alphanumeric()
            || (start.is_some() && next_is_word && matches!(c, '-' | '\'' | '’' | '.' | ',' | ':' | '@' | '/'));
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push(word(text, range.start + from..range.start + at));
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        found.push(word(text, range.start + from..range.end));
    }
    // `10 a.m.` keeps its last period outside, which the vocabulary expects inside.
    for word in &mut found {
        if matches!(word.text.as_str(), "a.m" | "p.m") {
            word.text.push('.');
        }
    }
    found
}

fn word(text: &str, range: Range<usize>) -> Word {
    Word { text: text[range.clone()].to_lowercase().replace('\'', "’"), range }
}
