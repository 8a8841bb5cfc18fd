//! Patterns that match the tokens of a sentence.
//!
//! A pattern is a sequence of elements separated by spaces:
//!
//! | element | matches |
//! |---|---|
//! | `discover` | a word by its stem: discovered, discovering |
//! | `=may` | exactly this word |
//! | `a\|b\|c` | any of several alternatives |
//! | `@incident` | any entry of this class, which may consist of several words |
//! | `#number` | a token of a kind: any of [`KINDS`], where `press` is the address of a press office |
//! | `?word` | an optional word |
//! | `*4` | up to four tokens of any kind |
//! | `^` | the start of a sentence, or the position after a colon, dash, bracket or period |
//!
//! `#name` matches a capitalized word that is not a function word. Patterns never match across the end of a
//! sentence.

use std::collections::BTreeMap;

use super::kind::Kind;
use super::token::{Pause, Stems, Token, plain};

/// Requirement that a single token must meet.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Atom {
    Stem(String),
    Exact(String),
    Kind(Sort),
}

/// Kind of token that a pattern can require.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Number,
    Percent,
    Money,
    Email,
    Press,
    Url,
    Phone,
    Time,
    Date,
    Name,
    Any,
}

/// A sequence of consecutive tokens.
type Row = Vec<Atom>;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Element {
    One(Vec<Row>),
    Maybe(Vec<Row>),
    Gap(usize),
    Start,
}

/// A parsed pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    elements: Vec<Element>,
    /// Source text of the pattern.
    pub text: String,
}

/// Named lists of alternatives.
#[derive(Clone, Debug, Default)]
pub struct Classes(BTreeMap<String, Vec<Row>>);

/// Position of a match in a sentence, as a range of token indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Index of the first token.
    pub start: usize,
    /// Index after the last token.
    pub end: usize,
}

/// Error in the syntax of a pattern.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadPattern {
    /// The pattern has no required element.
    #[error("the pattern `{0}` has no required word")]
    Empty(String),
    /// The pattern refers to an unknown class.
    #[error("unknown class `@{0}`")]
    UnknownClass(String),
    /// The pattern refers to an unknown kind of token.
    #[error("unknown kind of token `#{0}`")]
    UnknownKind(String),
    /// The width of a gap is not a number in the allowed range.
    #[error("invalid gap `{0}`; use `*1` to `*12`")]
    BadGap(String),
    /// The gaps of the pattern allow too many combinations.
    #[error("the gaps of `{0}` allow more than {MOST_READINGS} readings")]
    TooLoose(String),
}

/// Kinds of token that can follow `#`.
pub const KINDS: [&str; 11] =
    ["number", "percent", "money", "email", "press", "url", "phone", "time", "date", "name", "any"];

const WIDEST_GAP: usize = 12;

/// Maximum number of ways to fill the gaps of one pattern, which limits the time needed for matching.
const MOST_READINGS: usize = 3000;

impl Classes {
    /// Adds a class. Its alternatives are words, sequences of words, or previously added classes.
    ///
    /// # Errors
    /// Returns an error if an alternative refers to an unknown class or kind.
    pub fn add(&mut self, name: &str, alternatives: &[&str], stems: &Stems) -> Result<(), (usize, BadPattern)> {
        let mut rows = Vec::new();
        for (index, text) in alternatives.iter().enumerate() {
            rows.extend(self.alternative(text, stems).map_err(|bad| (index, bad))?);
        }
        self.0.insert(name.to_owned(), rows);
        Ok(())
    }

    /// Iterates over the names of all classes.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    fn alternative(&self, text: &str, stems: &Stems) -> Result<Vec<Row>, BadPattern> {
        if let Some(name) = text.strip_prefix('@') {
            return self.0.get(name).cloned().ok_or_else(|| BadPattern::UnknownClass(name.to_owned()));
        }
        let row: Result<Row, BadPattern> =
            text.split([' ', '-']).filter(|word| !word.is_empty()).map(|word| atom(word, stems)).collect();
        match row? {
            row if row.is_empty() => Err(BadPattern::Empty(text.to_owned())),
            row => Ok(vec![row]),
        }
    }

    fn alternatives(&self, text: &str, stems: &Stems) -> Result<Vec<Row>, BadPattern> {
        let mut rows = Vec::new();
        for part in text.split('|') {
            rows.extend(self.alternative(part, stems)?);
        }
        Ok(rows)
    }
}

fn atom(word: &str, stems: &Stems) -> Result<Atom, BadPattern> {
    if let Some(kind) = word.strip_prefix('#') {
        return sort(kind).map(Atom::Kind).ok_or_else(|| BadPattern::UnknownKind(kind.to_owned()));
    }
    Ok(match word.strip_prefix('=') {
        Some(exact) => Atom::Exact(plain(exact)),
        None => Atom::Stem(stems.of(&plain(word))),
    })
}

fn sort(name: &str) -> Option<Sort> {
    Some(match name {
        "number" => Sort::Number,
        "percent" => Sort::Percent,
        "money" => Sort::Money,
        "email" => Sort::Email,
        "press" => Sort::Press,
        "url" => Sort::Url,
        "phone" => Sort::Phone,
        "time" => Sort::Time,
        "date" => Sort::Date,
        "name" => Sort::Name,
        "any" => Sort::Any,
        _ => return None,
    })
}

impl Pattern {
    /// Parses a pattern.
    ///
    /// # Errors
    /// Returns an error if the pattern is empty, allows too many combinations, or refers to an unknown class or
    /// kind.
    pub fn parse(text: &str, classes: &Classes, stems: &Stems) -> Result<Self, BadPattern> {
        let mut elements = Vec::new();
        for part in text.split_whitespace() {
            elements.push(match part.as_bytes()[0] {
                b'^' => Element::Start,
                b'*' => Element::Gap(gap(&part[1..])?),
                b'?' => Element::Maybe(classes.alternatives(&part[1..], stems)?),
                _ => Element::One(classes.alternatives(part, stems)?),
            });
        }
        let readings: usize = elements.iter().map(Element::readings).product();
        if readings > MOST_READINGS {
            return Err(BadPattern::TooLoose(text.to_owned()));
        }
        if !elements.iter().any(|element| matches!(element, Element::One(_))) {
            return Err(BadPattern::Empty(text.to_owned()));
        }
        Ok(Pattern { elements, text: text.to_owned() })
    }

    /// Returns the match of the pattern at a given token, if there is one.
    pub fn at(&self, tokens: &[Token], start: usize) -> Option<Match> {
        let end = step(&self.elements, tokens, start)?;
        Some(Match { start, end })
    }

    /// Returns the first match of the pattern in a sentence.
    pub fn find(&self, tokens: &[Token]) -> Option<Match> {
        (0..tokens.len()).find_map(|start| self.at(tokens, start))
    }

    /// Returns whether the pattern matches anywhere in a sentence.
    pub fn occurs(&self, tokens: &[Token]) -> bool {
        self.find(tokens).is_some()
    }

    /// Returns whether the pattern matches anywhere in a sentence. A pattern that starts with `^` must match at the
    /// first token.
    pub fn opens_or_occurs(&self, tokens: &[Token]) -> bool {
        match self.elements.first() {
            Some(Element::Start) => self.at(tokens, 0).is_some(),
            _ => self.occurs(tokens),
        }
    }

    /// Returns the words with which the pattern can start, or `None` if it can start with any token.
    pub fn openings(&self) -> Option<Vec<&str>> {
        let first = self.elements.iter().find(|element| !matches!(element, Element::Start))?;
        let Element::One(rows) = first else { return None };
        rows.iter()
            .map(|row| match row.first()? {
                Atom::Stem(word) | Atom::Exact(word) => Some(word.as_str()),
                Atom::Kind(_) => None,
            })
            .collect()
    }
}

fn gap(width: &str) -> Result<usize, BadPattern> {
    let bad = || BadPattern::BadGap(format!("*{width}"));
    width.parse().ok().filter(|width| (1..=WIDEST_GAP).contains(width)).ok_or_else(bad)
}

impl Element {
    fn readings(&self) -> usize {
        match self {
            Element::Gap(width) => width + 1,
            Element::Maybe(_) => 2,
            Element::One(_) | Element::Start => 1,
        }
    }
}

/// Matches the elements starting at a token and returns the end of the match. Shorter gaps are tried first.
fn step(elements: &[Element], tokens: &[Token], at: usize) -> Option<usize> {
    let Some((element, rest)) = elements.split_first() else { return Some(at) };
    match element {
        Element::One(rows) => through(rows, rest, tokens, at),
        Element::Maybe(rows) => through(rows, rest, tokens, at).or_else(|| step(rest, tokens, at)),
        Element::Gap(width) => {
            (0..=*width).take_while(|skip| at + skip <= tokens.len()).find_map(|skip| step(rest, tokens, at + skip))
        }
        Element::Start => begins(tokens, at).then(|| step(rest, tokens, at)).flatten(),
    }
}

fn through(rows: &[Row], rest: &[Element], tokens: &[Token], at: usize) -> Option<usize> {
    rows.iter().find_map(|row| {
        let fits = row.len() <= tokens.len() - at.min(tokens.len())
            && row.iter().zip(&tokens[at.min(tokens.len())..]).all(|(atom, token)| atom.fits(token));
        fits.then(|| step(rest, tokens, at + row.len())).flatten()
    })
}

fn begins(tokens: &[Token], at: usize) -> bool {
    at == 0 || tokens.get(at).is_some_and(|token| token.pause == Pause::Stop)
}

impl Atom {
    fn fits(&self, token: &Token) -> bool {
        match (self, token.kind) {
            (Atom::Kind(sort), _) => sort.fits(token),
            (_, Kind::Placeholder) => false,
            (Atom::Stem(stem), _) => token.stem == *stem,
            (Atom::Exact(word), _) => token.word == *word,
        }
    }
}

impl Sort {
    fn fits(self, token: &Token) -> bool {
        match (self, token.kind) {
            (Sort::Any, kind) => kind != Kind::Placeholder,
            (Sort::Name, Kind::Word) => token.capital && !NO_NAMES.contains(&token.word.as_str()),
            (Sort::Press, Kind::Email) => PRESS.iter().any(|name| token.word.starts_with(name)),
            (Sort::Number, Kind::Number(_))
            | (Sort::Percent, Kind::Percent(_))
            | (Sort::Money, Kind::Money(_))
            | (Sort::Email, Kind::Email)
            | (Sort::Url, Kind::Url)
            | (Sort::Phone, Kind::Phone)
            | (Sort::Time, Kind::Time)
            | (Sort::Date, Kind::Date) => true,
            _ => false,
        }
    }
}

/// Prefixes of the e-mail addresses of press offices.
const PRESS: [&str; 7] = ["press", "media", "newsroom", "pr@", "communications", "corpcomms", "pressoffice"];

/// Words that may be capitalized only because they start a sentence.
const NO_NAMES: [&str; 44] = [
    "a",
    "an",
    "the",
    "this",
    "that",
    "these",
    "those",
    "it",
    "its",
    "there",
    "here",
    "he",
    "she",
    "they",
    "you",
    "your",
    "if",
    "when",
    "while",
    "as",
    "at",
    "in",
    "on",
    "of",
    "for",
    "from",
    "to",
    "and",
    "but",
    "or",
    "so",
    "no",
    "not",
    "all",
    "any",
    "some",
    "what",
    "which",
    "who",
    "how",
    "please",
    "customers",
    "attackers",
    "hackers",
];

#[cfg(test)]
mod tests {
    use super::super::language::Language;
    use super::super::token::tokens;
    use super::*;

    fn found(pattern: &str, text: &str) -> Option<String> {
        let stems = Stems::default();
        let mut classes = Classes::default();
        classes.add("we", &["we", "our team"], &stems).unwrap();
        let pattern = Pattern::parse(pattern, &classes, &stems).unwrap();
        let tokens = tokens(text, Language::English);
        let found = pattern.find(&tokens)?;
        Some(text[tokens[found.start].range.start..tokens[found.end - 1].range.end].to_owned())
    }

    #[test]
    fn words_match_by_stem_or_exactly() {
        assert_eq!(found("we discover", "Then we discovered it").as_deref(), Some("we discovered"));
        assert_eq!(found("=discover", "we discovered"), None);
        assert_eq!(
            found("reset|change *2 password", "please change all your passwords").as_deref(),
            Some("change all your passwords")
        );
    }

    #[test]
    fn patterns_support_classes_gaps_kinds_and_starts() {
        assert_eq!(found("@we *2 found", "Our team has found it").as_deref(), Some("Our team has found"));
        assert_eq!(found("#number ?affected customer", "12,000 customers").as_deref(), Some("12,000 customers"));
        assert_eq!(found("^ change", "You should change it"), None);
        assert_eq!(found("^ change", "For safety: change it").as_deref(), Some("change"));
        assert_eq!(found("#name say", "Halewick says so").as_deref(), Some("Halewick says"));
    }

    #[test]
    fn invalid_patterns_are_reported_with_a_reason() {
        let stems = Stems::default();
        let parse = |text| Pattern::parse(text, &Classes::default(), &stems).unwrap_err();
        assert_eq!(parse("@nobody said"), BadPattern::UnknownClass("nobody".to_owned()));
        assert_eq!(parse("#color"), BadPattern::UnknownKind("color".to_owned()));
        assert_eq!(parse("a *99 b"), BadPattern::BadGap("*99".to_owned()));
        assert!(matches!(parse("*3"), BadPattern::Empty(_)));
        assert!(matches!(parse("a *12 b *12 c *12 d *12 e"), BadPattern::TooLoose(_)));
    }
}
