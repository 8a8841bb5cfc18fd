//! Determines which words of a sentence are negated.
//!
//! A negator applies to the words that follow it until the clause ends, but to at most [`REACH`] tokens:
//! `no names, addresses or passwords were taken`. After an auxiliary verb, it also applies to the words before the
//! verb: `passwords were not taken`. A clause ends at a colon, semicolon, dash or bracket and at words such as
//! `but`.

use super::lexicon::Lexicon;
use super::token::{Pause, Token};

/// Maximum scope of a negation, in tokens.
const REACH: usize = 14;

/// Auxiliary verbs after which a negator also applies to the preceding words.
const CARRIERS: [&str; 18] = [
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "can", "could", "will",
    "would", "should", "may",
];

/// Returns for each token of a sentence whether it is negated.
pub fn denied(tokens: &[Token], lexicon: &Lexicon) -> Vec<bool> {
    let mut denied = vec![false; tokens.len()];
    for at in 0..tokens.len() {
        if !lexicon.negators.contains(&tokens[at].word) || is_other_use(tokens, at) {
            continue;
        }
        forward(tokens, at, lexicon, &mut denied);
        if at > 0 && CARRIERS.contains(&tokens[at - 1].word.as_str()) {
            backward(tokens, at - 1, lexicon, &mut denied);
        }
    }
    denied
}

/// Returns whether a negator is part of an expression such as `not only` or `no longer`, which does not negate what
/// follows.
fn is_other_use(tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at + 1).map_or("", |token| token.word.as_str());
    matches!(
        (tokens[at].word.as_str(), next),
        ("not", "only" | "just") | ("no", "longer" | "matter" | "later" | "cost")
    )
}

fn forward(tokens: &[Token], at: usize, lexicon: &Lexicon, denied: &mut [bool]) {
    for (reached, token) in tokens.iter().enumerate().skip(at + 1).take(REACH) {
        if token.pause == Pause::Stop || lexicon.breaks.contains(&token.word) {
            return;
        }
        denied[reached] = true;
    }
}

/// Marks the subject of a negated verb, going back to the start of the clause or to another verb.
fn backward(tokens: &[Token], verb: usize, lexicon: &Lexicon, denied: &mut [bool]) {
    let first = verb.saturating_sub(REACH);
    for at in (first..verb).rev() {
        let word = tokens[at].word.as_str();
        if lexicon.breaks.contains(word) || CARRIERS.contains(&word) {
            return;
        }
        denied[at] = true;
        if tokens[at].pause == Pause::Stop {
            return;
        }
    }
}
