//! Features of a text: word n-grams and character n-grams, each identified by a hash.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::xxh3_64;

/// Number of occurrences of each feature in a text, for words and for characters.
pub struct Grams {
    /// Words and pairs of neighboring words.
    pub words: BTreeMap<u64, u32>,
    /// Sequences of three to five characters within a word, with its boundaries.
    pub characters: BTreeMap<u64, u32>,
}

/// Lengths of character n-grams.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=5;

impl Grams {
    /// Returns the features of a text.
    pub fn of(text: &str) -> Grams {
        let lower = text.to_lowercase().replace('’', "'");
        let words: Vec<&str> = lower
            .split(|c: char| !c.is_alphanumeric() && c != '\'')
            .map(|word| word.trim_matches('\''))
            .filter(|word| !word.is_empty())
            .collect();
        let mut grams = Grams { words: BTreeMap::new(), characters: BTreeMap::new() };
        for word in &words {
            *grams.words.entry(xxh3_64(word.as_bytes())).or_default() += 1;
        }
        let mut buffer = String::new();
        for pair in words.windows(2) {
            buffer.clear();
            buffer.push_str(pair[0]);
            buffer.push(' ');
            buffer.push_str(pair[1]);
            *grams.words.entry(xxh3_64(buffer.as_bytes())).or_default() += 1;
        }
        let mut padded: Vec<char> = Vec::new();
        for word in lower.split_whitespace() {
            padded.clear();
            padded.extend(std::iter::once(' ').chain(word.chars()).chain(std::iter::once(' ')));
            for length in LENGTHS {
                for part in padded.windows(length.min(padded.len())) {
                    buffer.clear();
                    buffer.push('\u{1}');
                    buffer.extend(part);
                    *grams.characters.entry(xxh3_64(buffer.as_bytes())).or_default() += 1;
                }
                if padded.len() <= length {
                    break;
                }
            }
        }
        grams
    }
}
