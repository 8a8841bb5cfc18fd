//! What a text mentions: numbers and what they count, shares, amounts, times, dates, kinds of data.
//!
//! Plain data with places, so that a text can be held against the claims of its own statement: a number that the
//! claims do not have, a kind of data that the text denies and the claims admit.

use serde::Serialize;

use super::evidence::counted_in_characters;
use super::finding::Span;
use super::kind::Kind;
use super::lexicon::Lexicon;
use super::negation::denied;
use super::pattern::Pattern;
use super::sentence::{Sentence, sentences};
use super::token::{Token, tokens};

/// Everything that a text mentions, each list in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Mentions {
    /// Numbers that count something.
    pub numbers: Vec<Number>,
    /// Shares in percent.
    pub percentages: Vec<Amount>,
    /// Amounts of money, whatever the currency.
    pub money: Vec<Amount>,
    /// Times of day, as written.
    pub times: Vec<Span>,
    /// Dates, months and years, as written.
    pub dates: Vec<Span>,
    /// Kinds of data.
    pub data: Vec<DataKind>,
}

/// A number and what it counts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Number {
    /// The number; `3.2 million` is 3,200,000.
    pub value: f64,
    /// What it counts: `customers`, `cards`, `accounts`, `records` …; nothing where no noun of the lexicon follows.
    pub noun: Option<String>,
    /// Where.
    pub span: Span,
}

/// A share or an amount.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Amount {
    /// The number.
    pub value: f64,
    /// Where.
    pub span: Span,
}

/// A kind of data that a text names.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DataKind {
    /// The kind, by the name that the lexicon has for it: `passwords`, `card_numbers`, `addresses` …
    pub kind: String,
    /// Whether the text denies something about it: `passwords were not taken`.
    pub negated: bool,
    /// Where.
    pub span: Span,
}

/// How many tokens behind a number its noun may stand.
const NOUN_REACH: usize = 6;

/// Returns what a text mentions.
pub fn mentions(text: &str, lexicon: &Lexicon) -> Mentions {
    let tokens = tokens(text);
    let sentences = sentences(text, &tokens, lexicon);
    collect(text, &tokens, &sentences, lexicon)
}

/// Returns what the sentences of a text mention.
pub(super) fn collect(text: &str, tokens: &[Token], sentences: &[Sentence], lexicon: &Lexicon) -> Mentions {
    let mut mentions = Mentions::default();
    let spans = counted_in_characters(text, &tokens.iter().map(|token| token.range.clone()).collect::<Vec<_>>());
    for sentence in sentences {
        let own = &tokens[sentence.tokens.clone()];
        for (at, token) in own.iter().enumerate() {
            let span = spans[sentence.tokens.start + at].clone();
            match token.kind {
                Kind::Number(value) => {
                    mentions.numbers.push(Number { value, noun: noun(&own[at + 1..], lexicon), span });
                }
                Kind::Percent(value) => mentions.percentages.push(Amount { value, span }),
                Kind::Money(value) => mentions.money.push(Amount { value, span }),
                Kind::Time => mentions.times.push(span),
                Kind::Date => mentions.dates.push(span),
                _ => {}
            }
        }
        data(text, own, lexicon, &mut mentions.data);
    }
    renumber(text, &mut mentions.data);
    mentions
}

fn noun(rest: &[Token], lexicon: &Lexicon) -> Option<String> {
    let another = |token: &Token| matches!(token.kind, Kind::Number(_) | Kind::Percent(_) | Kind::Money(_));
    let reach = rest.iter().take(NOUN_REACH).position(another).unwrap_or(NOUN_REACH.min(rest.len()));
    let first = |patterns: &[Pattern]| {
        patterns.iter().filter_map(|pattern| pattern.find(&rest[..reach])).min_by_key(|place| place.start)
    };
    let named = lexicon.counted.iter().filter_map(|(name, patterns)| Some((first(patterns)?.start, name)));
    named.min_by_key(|(start, _)| *start).map(|(_, name)| name.clone())
}

/// Adds the kinds of data of a sentence; spans hold bytes until they are renumbered.
fn data(text: &str, own: &[Token], lexicon: &Lexicon, found: &mut Vec<DataKind>) {
    let denied = denied(own, lexicon);
    let mut at = 0;
    while at < own.len() {
        let here = lexicon.data.iter().filter_map(|(name, patterns)| {
            let end = patterns.iter().filter_map(|pattern| pattern.at(own, at)).map(|place| place.end).max()?;
            Some((end, name))
        });
        // The longest name wins: `card number` before `card`.
        let Some((end, name)) = here.max_by_key(|(end, _)| *end) else {
            at += 1;
            continue;
        };
        let bytes = own[at].range.start..own[end - 1].range.end;
        let span = Span { start: bytes.start, end: bytes.end, text: text[bytes].to_owned() };
        found.push(DataKind { kind: name.clone(), negated: denied[at..end].contains(&true), span });
        at = end;
    }
}

fn renumber(text: &str, found: &mut [DataKind]) {
    let ranges: Vec<_> = found.iter().map(|mention| mention.span.start..mention.span.end).collect();
    for (mention, span) in found.iter_mut().zip(counted_in_characters(text, &ranges)) {
        mention.span = span;
    }
}
