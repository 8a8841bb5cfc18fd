//! Splits a text into sentences and determines whether each is informative.
//!
//! Sentence boundaries within a paragraph follow Unicode (UAX 29). Wrapped lines are joined first, and false
//! boundaries after abbreviations are removed afterwards. A list after a colon belongs to the sentence that
//! introduces it. Headings, questions, outline topics, lists of keywords and repeated sentences are classified
//! separately ([`Form`]), because they give the reader no information.

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::kind::Kind;
use super::lexicon::Lexicon;
use super::token::{Pause, Token};

/// Form of a sentence, which determines whether it is informative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// An informative sentence.
    Prose,
    /// A heading, list item or address without a verb.
    Fragment,
    /// A question.
    Question,
    /// An outline topic or an instruction to the writer, which says what a statement should contain.
    Outline,
    /// A list of keywords.
    Stuffed,
    /// A repetition of an earlier sentence.
    Repeated,
}

/// A sentence of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// Byte range in the text.
    pub range: Range<usize>,
    /// Range of its tokens.
    pub tokens: Range<usize>,
    /// Form of the sentence.
    pub form: Form,
}

/// Returns the sentences of a text, except those without any tokens.
pub fn sentences(text: &str, tokens: &[Token], lexicon: &Lexicon) -> Vec<Sentence> {
    let mut found: Vec<Sentence> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut next = 0;
    for range in blocks(text).into_iter().flat_map(|block| within(text, block, lexicon)) {
        let first = next;
        while next < tokens.len() && tokens[next].range.start < range.end {
            next += 1;
        }
        if first == next {
            continue;
        }
        let mut form = form(&text[range.clone()], &tokens[first..next], lexicon);
        let key: Vec<&str> = tokens[first..next].iter().map(|token| token.stem.as_str()).collect();
        if key.len() > 2 && !seen.insert(key.join(" ")) {
            form = Form::Repeated;
        }
        found.push(Sentence { range, tokens: first..next, form });
    }
    found
}

/// Splits a text into blocks. A line break within a block is only wrapping.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut open: Option<Range<usize>> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let range = at..at + line.len();
        at = range.end;
        if line.trim().is_empty() {
            // A blank line between a colon and the list it introduces does not end the block.
            if !open.as_ref().is_some_and(|block| text[block.clone()].trim_end().ends_with(':')) {
                blocks.extend(open.take());
            }
            continue;
        }
        let goes_on = open.as_ref().is_some_and(|block| goes_on(&text[block.clone()], line));
        match &mut open {
            Some(block) if goes_on => block.end = range.end,
            _ => blocks.extend(open.replace(range)),
        }
    }
    blocks.extend(open);
    blocks
}

/// Maximum length of an unfinished line that counts as a heading rather than a wrapped line, in bytes.
const HEADING: usize = 60;

/// Maximum number of bytes searched backwards for the last line of a block. Limits the cost for very long lines.
const LINE: usize = 400;

fn goes_on(block: &str, line: &str) -> bool {
    let block = block.trim_end();
    let last_line = last_line(block);
    let next = line.trim_start();
    let ended = block.ends_with(['.', '!', '?', '…', '"', '”']);
    if is_item(next) {
        return block.ends_with(':') || (is_item(last_line.trim_start()) && !ended && has_colon_head(block));
    }
    if block.ends_with(':') {
        return false;
    }
    if next.starts_with(char::is_lowercase) {
        return true;
    }
    last_line.len() > HEADING
}

fn last_line(block: &str) -> &str {
    let mut from = block.len().saturating_sub(LINE);
    while !block.is_char_boundary(from) {
        from -= 1;
    }
    let tail = &block[from..];
    tail.rsplit('\n').next().unwrap_or(tail)
}

/// Returns whether the first line of a block ends in a colon.
fn has_colon_head(block: &str) -> bool {
    block.lines().next().is_some_and(|line| line.trim_end().ends_with(':'))
}

fn is_item(line: &str) -> bool {
    let mut chars = line.chars();
    match chars.next() {
        Some('-' | '*' | '•' | '·' | '–' | '—' | '▪' | '►' | '✓' | '✔') => {
            chars.next().is_some_and(char::is_whitespace)
        }
        Some(c) if c.is_ascii_digit() => {
            let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
            line.len() - rest.len() <= 2 && rest.starts_with([')', '.']) && rest[1..].starts_with([' ', '\t'])
        }
        _ => false,
    }
}

/// Returns the sentences of a block.
fn within(text: &str, block: Range<usize>, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let flat: String = text[block.clone()].chars().map(|c| if c == '\n' || c == '\r' { ' ' } else { c }).collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut joins = false;
    for (at, piece) in flat.split_sentence_bound_indices() {
        let range = block.start + at..block.start + at + piece.len();
        match found.last_mut() {
            Some(last) if joins => last.end = range.end,
            _ => found.push(range),
        }
        joins = ends_in_abbreviation(piece, lexicon);
    }
    found
}

fn ends_in_abbreviation(piece: &str, lexicon: &Lexicon) -> bool {
    let Some(body) = piece.trim_end().strip_suffix('.') else { return false };
    let last = body.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or(body);
    let number = body.len() <= 3 && !last.is_empty() && last.chars().all(|c| c.is_ascii_digit());
    let initial = last.len() == 1 && last.chars().all(char::is_uppercase) && last != "I";
    number || initial || lexicon.abbreviations.contains(&last.to_lowercase())
}

fn form(text: &str, tokens: &[Token], lexicon: &Lexicon) -> Form {
    let bare = text.trim().trim_end_matches(['"', '”', '’', ')', '*', '_']);
    if bare.ends_with('?') {
        return Form::Question;
    }
    if is_outline(bare, tokens, lexicon) {
        return Form::Outline;
    }
    let verb = lexicon.finite.iter().any(|pattern| pattern.occurs(tokens));
    if is_stuffed(tokens, verb, lexicon) {
        return Form::Stuffed;
    }
    // The lexicon cannot list all verbs, so anything that ends like a sentence and is not a list of keywords counts
    // as one.
    let ended = tokens.len() > 3 && bare.ends_with(['.', '!', '…']);
    if verb || ended { Form::Prose } else { Form::Fragment }
}

fn is_outline(bare: &str, tokens: &[Token], lexicon: &Lexicon) -> bool {
    if lexicon.instructions.iter().any(|pattern| pattern.opens_or_occurs(tokens)) {
        return true;
    }
    // After a colon comes the answer, which counts as information: `Who is affected: everyone who paid by card`.
    let answered = tokens.iter().skip(1).take(9).any(|token| token.pause == Pause::Stop) && bare.contains(':');
    let asks = tokens.first().is_some_and(|token| lexicon.asking.contains(&token.word));
    if !asks || answered {
        return false;
    }
    let ended = bare.ends_with(['.', '!', ';']);
    let own = tokens
        .iter()
        .any(|token| matches!(token.word.as_str(), "we" | "our" | "i" | "us" | "wir" | "uns" | "ich" | "unsere"));
    !ended || (!own && tokens.iter().skip(1).all(|token| token.pause == Pause::None))
}

/// Minimum share of function words in ordinary text.
const LEAST_FUNCTION: f64 = 0.16;

/// Minimum number of words for the keyword check, for sentences without and with a verb. The threshold is higher
/// for sentences with a verb because the first sentence of a press release has few function words. Many short lists
/// of keywords are detected in the text as a whole by `substance`.
const FEWEST_WORDS: (usize, usize) = (9, 18);

fn is_stuffed(tokens: &[Token], verb: bool, lexicon: &Lexicon) -> bool {
    let words: Vec<&Token> = tokens.iter().filter(|token| token.kind == Kind::Word).collect();
    if words.len() < if verb { FEWEST_WORDS.1 } else { FEWEST_WORDS.0 } {
        return false;
    }
    let function = words.iter().filter(|token| lexicon.is_function(&token.word)).count();
    #[expect(clippy::cast_precision_loss, reason = "counts of words are small")]
    let share = function as f64 / words.len() as f64;
    // A list of kinds of data has few function words, but it contains commas and its introduction has a verb.
    let list = tokens.iter().filter(|token| token.pause != Pause::None).count() * 6 > words.len();
    share < LEAST_FUNCTION && !(verb && list && share > LEAST_FUNCTION / 2.0)
}
