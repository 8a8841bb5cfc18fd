//! Splits a text into tokens and determines the kind of each.
//!
//! Word boundaries follow Unicode (UAX 29). Sequences that form a unit are then merged: addresses, phone numbers,
//! amounts, times and dates. Contractions are split (`don't` becomes `do` and `not`, both with the same range),
//! hyphenated words are separated, and case and the style of apostrophes are normalized. A blank in brackets is a
//! placeholder and does not count as a word.

use std::ops::Range;

use rust_stemmers::Stemmer;
use unicode_segmentation::UnicodeSegmentation;

use super::kind::Kind;
use super::language::Language;
use super::place;

/// Punctuation between a token and the previous one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pause {
    /// Only white space.
    None,
    /// A comma.
    Comma,
    /// A colon, semicolon, dash, bracket, quotation mark or the end of a sentence.
    Stop,
}

/// A word, number or other unit of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// Byte range in the text.
    pub range: Range<usize>,
    /// Kind of the token.
    pub kind: Kind,
    /// The word in lower case, with straight apostrophes.
    pub word: String,
    /// Stem of the word (Snowball).
    pub stem: String,
    /// Whether the word is capitalized.
    pub capital: bool,
    /// Punctuation before the token.
    pub pause: Pause,
}

/// Stemmer for words of one language.
pub struct Stems(Stemmer);

impl Default for Stems {
    fn default() -> Self {
        Stems::of_language(Language::default())
    }
}

impl Stems {
    /// Returns the stemmer of a language.
    pub fn of_language(language: Language) -> Self {
        Stems(Stemmer::create(language.stems()))
    }

    /// Returns the stem of a lower-case word.
    pub fn of(&self, word: &str) -> String {
        self.0.stem(word).into_owned()
    }
}

/// Converts a word to lower case with straight apostrophes.
pub fn plain(word: &str) -> String {
    word.chars()
        .map(|c| if matches!(c, '’' | '‘' | 'ʼ' | '`') { '\'' } else { c })
        .flat_map(char::to_lowercase)
        .collect()
}

/// Returns the tokens of a text in order.
pub fn tokens(text: &str, language: Language) -> Vec<Token> {
    let words = Words { stems: Stems::of_language(language), language };
    let places = place::places(text);
    let mut found: Vec<Token> = Vec::new();
    let mut pause = Pause::None;
    let mut next = places.iter().peekable();
    for (at, piece) in text.split_word_bound_indices() {
        while next.peek().is_some_and(|place| place.range.end <= at) {
            next.next();
        }
        if let Some(place) = next.peek().filter(|place| place.range.start <= at) {
            if found.last().is_none_or(|last| last.range != place.range) {
                found.push(whole(text, place, pause));
                pause = Pause::None;
            }
            continue;
        }
        if piece.chars().any(char::is_alphanumeric) {
            words.push(&mut found, at, piece, pause);
            pause = Pause::None;
        } else {
            pause = pause.max(mark(piece));
            push_sign(&mut found, at, piece);
        }
    }
    join(found)
}

fn whole(text: &str, place: &place::Place, pause: Pause) -> Token {
    let word = plain(&text[place.range.clone()]);
    Token { range: place.range.clone(), kind: place.kind, stem: word.clone(), word, capital: false, pause }
}

fn mark(piece: &str) -> Pause {
    match piece.chars().next() {
        Some(',') => Pause::Comma,
        Some(';' | ':' | '–' | '—' | '(' | ')' | '.' | '!' | '?' | '…' | '•' | '|' | '"' | '“' | '”') => {
            Pause::Stop
        }
        _ => Pause::None,
    }
}

/// Keeps signs that may belong to a number as tokens until [`join`] has processed them.
fn push_sign(found: &mut Vec<Token>, at: usize, piece: &str) {
    if matches!(piece, "$" | "€" | "£" | "¥" | "%" | ":" | "-" | "/") {
        let range = at..at + piece.len();
        found.push(Token {
            range,
            kind: Kind::Word,
            word: piece.to_owned(),
            stem: piece.to_owned(),
            capital: false,
            pause: Pause::None,
        });
    }
}

/// What it takes to read a word of one language.
struct Words {
    stems: Stems,
    language: Language,
}

impl Words {
    /// Adds the tokens of a word. A contraction has two.
    fn push(&self, found: &mut Vec<Token>, at: usize, piece: &str, pause: Pause) {
        let word = plain(piece);
        let range = at..at + piece.len();
        let capital = piece.chars().next().is_some_and(char::is_uppercase);
        let mut push = |word: &str, pause| {
            let kind = number(word, self.language).map_or(Kind::Word, Kind::Number);
            let stem = self.stems.of(word);
            found.push(Token { range: range.clone(), kind, word: word.to_owned(), stem, capital, pause });
        };
        match apart(&word) {
            Some((first, second)) => {
                push(&first, pause);
                if !second.is_empty() {
                    push(second, Pause::None);
                }
            }
            None => push(&word, pause),
        }
    }
}

/// Splits a contraction into two words. For a possessive, the second is empty.
fn apart(word: &str) -> Option<(String, &'static str)> {
    match word {
        "cannot" | "can't" => return Some(("can".to_owned(), "not")),
        "won't" => return Some(("will".to_owned(), "not")),
        "let's" => return Some(("let".to_owned(), "us")),
        _ => {}
    }
    let (stem, tail) = word.rsplit_once('\'')?;
    match tail {
        "t" => stem.strip_suffix('n').map(|verb| (verb.to_owned(), "not")),
        "re" => Some((stem.to_owned(), "are")),
        "ve" => Some((stem.to_owned(), "have")),
        "ll" => Some((stem.to_owned(), "will")),
        "d" => Some((stem.to_owned(), "would")),
        "m" => Some((stem.to_owned(), "am")),
        "s" if matches!(stem, "it" | "that" | "there" | "here" | "what" | "who" | "he" | "she") => {
            Some((stem.to_owned(), "is"))
        }
        "s" | "" => Some((stem.to_owned(), "")),
        _ => None,
    }
}

const WORDS: [(&str, f64); 21] = [
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("fifteen", 15.0),
    ("eighteen", 18.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
];

const GERMAN_WORDS: [(&str, f64); 14] = [
    ("zwei", 2.0),
    ("drei", 3.0),
    ("vier", 4.0),
    ("fünf", 5.0),
    ("sechs", 6.0),
    ("sieben", 7.0),
    ("acht", 8.0),
    ("neun", 9.0),
    ("zehn", 10.0),
    ("elf", 11.0),
    ("zwölf", 12.0),
    ("fünfzehn", 15.0),
    ("zwanzig", 20.0),
    ("dreißig", 30.0),
];

fn number(word: &str, language: Language) -> Option<f64> {
    let words: &[(&str, f64)] = match language {
        Language::English => &WORDS,
        Language::German => &GERMAN_WORDS,
    };
    if let Some((_, value)) = words.iter().find(|(name, _)| *name == word) {
        return Some(*value);
    }
    if !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let length = digits.len();
    let digits = match language {
        Language::English => digits.replace([',', '\''], ""),
        Language::German => digits.replace(['.', '\''], "").replace(',', "."),
    };
    let value: f64 = digits.parse().ok()?;
    let factor = match &word[length..] {
        "" | "st" | "nd" | "rd" | "th" => 1.0,
        "k" => 1e3,
        "m" | "mn" => 1e6,
        "bn" | "b" => 1e9,
        "am" | "pm" => return Some(value),
        _ => return None,
    };
    Some(value * factor)
}

/// Merges tokens that form a unit and drops the remaining sign tokens.
fn join(found: Vec<Token>) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(found.len());
    let mut at = 0;
    while at < found.len() {
        let (kind, taken) = together(&found, at);
        let token = &found[at];
        let is_sign = taken == 1 && token.kind == Kind::Word && !token.word.contains(char::is_alphanumeric);
        if !is_sign {
            joined.push(merged(&found[at..at + taken], kind));
        }
        at += taken;
    }
    joined
}

fn merged(parts: &[Token], kind: Kind) -> Token {
    let mut token = parts[0].clone();
    token.kind = kind;
    if let [_, .., last] = parts {
        token.range.end = last.range.end.max(token.range.end);
        let email = parts[0].word == "e" && last.word == "mail";
        token.word = if email {
            "email".to_owned()
        } else {
            parts.iter().map(|part| part.word.as_str()).collect::<Vec<_>>().join(" ")
        };
        token.stem = token.word.clone();
    }
    token
}

/// Returns the kind of the unit that starts at a token, and its number of tokens.
fn together(found: &[Token], at: usize) -> (Kind, usize) {
    let rest = &found[at..];
    date(rest).or_else(|| time(rest)).or_else(|| amount(rest)).or_else(|| spelling(rest)).unwrap_or((rest[0].kind, 1))
}

fn word(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).map_or("", |token| token.word.as_str())
}

fn value(tokens: &[Token], at: usize) -> Option<f64> {
    match tokens.get(at)?.kind {
        Kind::Number(value) => Some(value),
        _ => None,
    }
}

/// Recognizes `e-mail` and `e-mails`. Other hyphenated words are too rare to need special treatment.
fn spelling(rest: &[Token]) -> Option<(Kind, usize)> {
    (word(rest, 0) == "e" && word(rest, 1) == "-" && word(rest, 2).starts_with("mail")).then_some((Kind::Word, 3))
}

fn amount(rest: &[Token]) -> Option<(Kind, usize)> {
    if matches!(word(rest, 0), "$" | "€" | "£" | "¥") {
        let (size, taken) = scaled(&rest[1..])?;
        return Some((Kind::Money(size), taken + 1));
    }
    let (size, taken) = scaled(rest)?;
    match word(rest, taken) {
        "%" | "percent" | "prozent" => Some((Kind::Percent(size), taken + 1)),
        "per" if word(rest, taken + 1) == "cent" => Some((Kind::Percent(size), taken + 2)),
        "dollars" | "pounds" | "euros" | "usd" | "eur" | "gbp" | "aud" | "euro" | "franken" | "chf" => {
            Some((Kind::Money(size), taken + 1))
        }
        _ => Some((Kind::Number(size), taken)),
    }
}

fn scaled(rest: &[Token]) -> Option<(f64, usize)> {
    let size = value(rest, 0)?;
    match word(rest, 1) {
        "hundred" | "hundert" => Some((size * 1e2, 2)),
        "thousand" | "tausend" => Some((size * 1e3, 2)),
        "million" | "m" | "millionen" | "mio" => Some((size * 1e6, 2)),
        "billion" | "bn" | "milliarde" | "milliarden" => Some((size * 1e9, 2)),
        _ => Some((size, 1)),
    }
}

fn time(rest: &[Token]) -> Option<(Kind, usize)> {
    let hour = value(rest, 0)?;
    let half_day = |at| matches!(word(rest, at), "am" | "pm" | "a.m" | "p.m" | "o'clock" | "uhr");
    let first = word(rest, 0);
    if first.ends_with("am") || first.ends_with("pm") {
        return Some((Kind::Time, 1));
    }
    let minutes = word(rest, 1) == ":" && word(rest, 2).len() == 2 && value(rest, 2).is_some_and(|m| m < 60.0);
    if hour < 25.0 && minutes {
        return Some((Kind::Time, if half_day(3) { 4 } else { 3 }));
    }
    ((hour < 25.0 && half_day(1)) || word(rest, 1) == "uhr").then_some((Kind::Time, 2))
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

// spelling: off
/// German names of months that are not English ones as well.
const GERMAN_MONTHS: [&str; 9] = ["januar", "jänner", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember"];
// spelling: on

const SHORT_MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"];

fn is_month(token: Option<&Token>) -> bool {
    token.is_some_and(|token| {
        let is_in = |list: &[&str]| list.contains(&token.word.as_str());
        token.capital && (is_in(&MONTHS) || is_in(&SHORT_MONTHS) || is_in(&GERMAN_MONTHS))
    })
}

fn is_day(tokens: &[Token], at: usize) -> bool {
    value(tokens, at).is_some_and(|day| (1.0..32.0).contains(&day)) && word(tokens, at).len() <= 4
}

fn is_year(tokens: &[Token], at: usize) -> bool {
    value(tokens, at).is_some_and(|year| (1980.0..2060.0).contains(&year)) && word(tokens, at).len() == 4
}

fn date(rest: &[Token]) -> Option<(Kind, usize)> {
    let taken = in_words(rest).or_else(|| in_digits(rest)).or_else(|| is_year(rest, 0).then_some(1))?;
    Some((Kind::Date, taken))
}

fn in_words(rest: &[Token]) -> Option<usize> {
    let year = |at| usize::from(is_year(rest, at));
    if is_day(rest, 0) {
        let of = usize::from(word(rest, 1) == "of");
        return is_month(rest.get(1 + of)).then(|| 2 + of + year(2 + of));
    }
    if !is_month(rest.first()) {
        return None;
    }
    match (is_day(rest, 1), is_year(rest, 1)) {
        (true, _) => Some(2 + year(2)),
        (_, true) => Some(2),
        _ => (!matches!(word(rest, 0), "may" | "march" | "mar" | "sep" | "jan" | "dec")).then_some(1),
    }
}

fn in_digits(rest: &[Token]) -> Option<usize> {
    let sign = word(rest, 1);
    let whole = matches!(sign, "-" | "/") && word(rest, 3) == sign;
    let numbers = value(rest, 0).is_some() && value(rest, 2).is_some() && value(rest, 4).is_some();
    (whole && numbers && (is_year(rest, 0) || is_year(rest, 4) || word(rest, 4).len() == 2)).then_some(5)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(String, Kind)> {
        tokens(text, Language::English)
            .into_iter()
            .map(|token| (token.word, token.kind))
            .filter(|(_, kind)| *kind != Kind::Word)
            .collect()
    }

    fn only(text: &str) -> Kind {
        let found = kinds(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        found[0].1
    }

    #[test]
    fn number_tokens_include_their_units_and_signs() {
        assert_eq!(only("about 3.2 million people"), Kind::Number(3.2e6));
        assert_eq!(only("1,100,000 cards"), Kind::Number(1.1e6));
        assert_eq!(only("40k accounts"), Kind::Number(4e4));
        assert_eq!(only("5 per cent"), Kind::Percent(5.0));
        assert_eq!(only("£15 voucher"), Kind::Money(15.0));
        assert_eq!(only("twelve months"), Kind::Number(12.0));
    }

    #[test]
    fn times_and_dates_are_one_token() {
        for text in ["at 18:00", "by 6 p.m. today", "at 2pm", "until 10:30 am"] {
            assert_eq!(only(text), Kind::Time, "{text}");
        }
        for text in ["on November 19, 2024", "on 19th of November", "2024-05-01", "since 2019", "in July 2023"] {
            assert_eq!(only(text), Kind::Date, "{text}");
        }
        assert!(kinds("It may march on").is_empty());
    }

    #[test]
    fn contractions_are_split_consistently() {
        let found = tokens("We don’t know", Language::English);
        assert_eq!(found.iter().map(|token| token.word.as_str()).collect::<Vec<_>>(), ["we", "do", "not", "know"]);
        assert_eq!(found[1].range, found[2].range);
    }
}
