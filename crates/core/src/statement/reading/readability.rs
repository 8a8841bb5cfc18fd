//! How hard a text is to read: the grade of Flesch and Kincaid.
//!
//! `grade = 0.39 × words per sentence + 11.8 × syllables per word − 15.59` (Kincaid et al. 1975), over the
//! sentences that say something; numbers and addresses count as words of one syllable. Syllables are counted by
//! rule: groups of vowels, less a silent `e` at the end (not after `l` with a consonant before it, as in
//! `table`), less the `e` of `-es` and `-ed` where it is silent; at least one. The rule is off by one in about
//! one word of ten, which moves a grade by less than half a point.

use serde::Serialize;

use super::kind::Kind;
use super::sentence::{Form, Sentence};
use super::token::Token;

/// How hard a text is to read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Readability {
    /// The school grade by Flesch and Kincaid, rounded to a tenth; 8 is plain, 12 hard, 16 a contract. 0 at least.
    pub grade: f64,
    /// All words of the text.
    pub words: usize,
    /// Words per sentence on average, rounded to a tenth.
    pub sentence_length: f64,
}

/// Measures sentences. Headings and items without a verb are left out unless there is nothing else.
pub fn readability(tokens: &[Token], sentences: &[Sentence]) -> Readability {
    let prose: Vec<&Sentence> = sentences.iter().filter(|sentence| sentence.form != Form::Fragment).collect();
    let measured: Vec<&Sentence> = if prose.is_empty() { sentences.iter().collect() } else { prose };
    let words = tokens.iter().map(words).sum();
    let inside = || measured.iter().flat_map(|sentence| &tokens[sentence.tokens.clone()]);
    let counted: usize = inside().map(self::words).sum();
    if counted == 0 {
        return Readability { words, ..Readability::default() };
    }
    let syllables: usize = inside().map(|token| syllables(&token.word) * self::words(token)).sum();
    let length = ratio(counted, measured.len());
    let grade = 0.39 * length + 11.8 * ratio(syllables, counted) - 15.59;
    Readability { grade: tenth(grade.max(0.0)), words, sentence_length: tenth(length) }
}

fn words(token: &Token) -> usize {
    usize::from(token.kind != Kind::Placeholder)
}

#[expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^52")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

/// Returns a number rounded to a tenth.
pub fn tenth(value: f64) -> f64 {
    libm::round(value * 10.0) / 10.0
}

/// Returns the syllables of a word in lower case.
pub fn syllables(word: &str) -> usize {
    if !word.chars().all(|c| c.is_alphabetic() || c == '\'') {
        return 1;
    }
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let vowel = |c: &char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'é' | 'è' | 'ö' | 'ä' | 'ü');
    let groups = letters.chunk_by(|a, b| vowel(a) == vowel(b)).filter(|group| vowel(&group[0])).count();
    let before = |back: usize| letters.len().checked_sub(back).and_then(|at| letters.get(at));
    let silent = if word.ends_with('e') {
        before(2).is_some_and(|c| !vowel(c)) && !(before(2) == Some(&'l') && before(3).is_some_and(|c| !vowel(c)))
    } else if word.ends_with("es") {
        before(3).is_some_and(|c| !vowel(c) && !matches!(c, 's' | 'c' | 'g' | 'z' | 'x' | 'h'))
    } else if word.ends_with("ed") {
        before(3).is_some_and(|c| !vowel(c) && !matches!(c, 't' | 'd'))
    } else {
        false
    };
    groups.saturating_sub(usize::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::syllables;

    #[test]
    fn syllables_are_counted_by_rule() {
        let expected = [
            ("we", 1),
            ("table", 2),
            ("stolen", 2),
            ("passwords", 2),
            ("changed", 1),
            ("affected", 3),
            ("information", 4),
            ("services", 3),
            ("the", 1),
            ("data", 2),
            ("18", 1),
        ];
        for (word, count) in expected {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}
