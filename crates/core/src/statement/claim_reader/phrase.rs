//! Phrases of the vocabulary: words in order, where the last one may stand for any ending.

use serde::Deserialize;

use super::word::Word;

/// A word or a sequence of words in lower case. `birth date*` matches `birth dates`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub struct Phrase {
    words: Vec<String>,
}

impl From<String> for Phrase {
    fn from(text: String) -> Self {
        Phrase { words: text.split_whitespace().map(str::to_owned).collect() }
    }
}

impl Phrase {
    /// Returns the position of the first occurrence, in words.
    pub fn position(&self, words: &[Word]) -> Option<usize> {
        let length = self.words.len();
        (length > 0 && length <= words.len())
            .then(|| (0..=words.len() - length).find(|at| self.matches(&words[*at..at + length])))
            .flatten()
    }

    /// Returns whether the phrase occurs.
    pub fn occurs(&self, words: &[Word]) -> bool {
        self.position(words).is_some()
    }

    /// Returns whether the words begin with the phrase.
    pub fn opens(&self, words: &[Word]) -> bool {
        self.words.len() <= words.len() && self.matches(&words[..self.words.len()])
    }

    fn matches(&self, words: &[Word]) -> bool {
        self.words.iter().zip(words).all(|(pattern, word)| match pattern.strip_suffix('*') {
            Some(stem) => word.text.starts_with(stem),
            None => word.text == *pattern,
        })
    }
}

/// Returns whether any of the phrases occurs.
pub fn any(phrases: &[Phrase], words: &[Word]) -> bool {
    phrases.iter().any(|phrase| phrase.occurs(words))
}
