//! Splits a text into sentences and words.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::vocabulary::Vocabulary;
use super::word::{Word, words};

/// A sentence with its words.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Byte range in the text, without surrounding white space.
    pub range: Range<usize>,
    /// Words in lower case, in order.
    pub words: Vec<Word>,
    /// Whether the sentence is a question.
    pub is_question: bool,
}

/// Returns the sentences of a text in order.
pub fn units(text: &str, vocabulary: &Vocabulary) -> Vec<Unit> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut joins = false;
    for (start, piece) in text.split_sentence_bound_indices() {
        // A sentence does not continue in the next line of a list.
        let mut at = start;
        for line in piece.split_inclusive('\n') {
            let range = at..at + line.len();
            at = range.end;
            match found.last_mut() {
                Some(last) if joins => last.end = range.end,
                _ => found.push(range.clone()),
            }
            joins = ends_in_abbreviation(&text[found.last().map_or(range.clone(), Clone::clone)], vocabulary);
        }
    }
    found.into_iter().filter_map(|range| unit(text, range)).collect()
}

fn unit(text: &str, range: Range<usize>) -> Option<Unit> {
    let raw = &text[range.clone()];
    let bare = raw.trim();
    let start = range.start + (raw.len() - raw.trim_start().len());
    let range = start..start + bare.len();
    let words = words(text, range.clone());
    (!words.is_empty()).then(|| Unit {
        is_question: bare.trim_end_matches(['"', '”', '’', ')']).ends_with('?'),
        range,
        words,
    })
}

fn ends_in_abbreviation(piece: &str, vocabulary: &Vocabulary) -> bool {
    let Some(body) = piece.trim_end().strip_suffix('.') else { return false };
    let last = body.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or(body);
    let initial = last.chars().count() == 1 && last.chars().all(char::is_uppercase) && last != "I";
    // In German dates, the day is an ordinal number with a period.
    let ordinal =
        vocabulary.ordinals && !last.is_empty() && last.len() <= 2 && last.chars().all(|c| c.is_ascii_digit());
    initial || ordinal || vocabulary.abbreviations.contains(&last.to_lowercase())
}
