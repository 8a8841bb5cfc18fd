//! Languages in which the content and tone of a text can be read.

use rust_stemmers::Algorithm;

/// A language in which texts can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// All languages.
    pub const ALL: [Language; 2] = [Language::English, Language::German];

    /// Returns the language of a tag such as `en-GB`; `None` if texts in that language cannot be read.
    pub fn of(tag: &str) -> Option<Language> {
        let primary = tag.split('-').next().unwrap_or(tag);
        Language::ALL.into_iter().find(|language| language.tag() == primary)
    }

    /// Returns the tag of the language, as in BCP 47.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::German => "de",
        }
    }

    /// Returns the algorithm that finds the stems of words.
    pub(super) fn stems(self) -> Algorithm {
        match self {
            Language::English => Algorithm::English,
            Language::German => Algorithm::German,
        }
    }
}
