//! Lists what a text mentions: numbers and what they count, percentages, amounts, times, dates and kinds of data.
//!
//! The result is plain data with positions. It is compared with the claims of the same statement to find
//! contradictions, such as a number that appears in no claim or a kind of data that the text denies and a claim
//! admits.

use serde::Serialize;

use super::evidence::counted_in_characters;
use super::finding::Span;
use super::kind::Kind;
use super::lexicon::Lexicon;
use super::negation::denied;
use super::pattern::Pattern;
use super::sentence::{Sentence, sentences};
use super::token::{Token, tokens};

/// Everything a text mentions, each list in text order.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Mentions {
    /// Numbers with what they count.
    pub numbers: Vec<Number>,
    /// Percentages.
    pub percentages: Vec<Amount>,
    /// Amounts of money in any currency.
    pub money: Vec<Amount>,
    /// Times of day as written.
    pub times: Vec<Span>,
    /// Dates, months and years as written.
    pub dates: Vec<Span>,
    /// Kinds of data.
    pub data: Vec<DataKind>,
}

/// A number with what it counts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Number {
    /// Value of the number. `3.2 million` is 3,200,000.
    pub value: f64,
    /// Counted noun: `customers`, `cards`, `accounts`, `records` and so on. `None` if no noun of the lexicon
    /// follows.
    pub noun: Option<String>,
    /// Position in the text.
    pub span: Span,
}

/// A percentage or an amount of money.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Amount {
    /// Numerical value.
    pub value: f64,
    /// Position in the text.
    pub span: Span,
}

/// A kind of data mentioned in a text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DataKind {
    /// Name of the kind in the lexicon: `passwords`, `card_numbers`, `addresses` and so on.
    pub kind: String,
    /// Whether it is negated, as in `passwords were not taken`.
    pub negated: bool,
    /// Position in the text.
    pub span: Span,
}

/// Maximum number of tokens between a number and its noun.
const NOUN_REACH: usize = 6;

/// Returns everything a text mentions.
pub fn mentions(text: &str, lexicon: &Lexicon) -> Mentions {
    let tokens = tokens(text, lexicon.language);
    let sentences = sentences(text, &tokens, lexicon);
    collect(text, &tokens, &sentences, lexicon)
}

/// Collects everything the sentences of a text mention.
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

/// Adds the kinds of data in a sentence. Their spans hold byte positions until [`renumber`] converts them.
fn data(text: &str, own: &[Token], lexicon: &Lexicon, found: &mut Vec<DataKind>) {
    let denied = denied(own, lexicon);
    let mut at = 0;
    while at < own.len() {
        let here = lexicon.data.iter().filter_map(|(name, patterns)| {
            let end = patterns.iter().filter_map(|pattern| pattern.at(own, at)).map(|place| place.end).max()?;
            Some((end, name))
        });
        // The longest match wins: `card number` before `card`.
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
