//! Features of a sentence for the classifier: stems of words in groups, pieces of words, and the rules that match.
//!
//! A number, amount, address, time or date counts as its kind, whatever its value, so that a sentence about `4,100
//! customers` resembles one about `12 customers`.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::xxh3_64;

use super::finding::{Label, Subject};
use super::kind::Kind;
use super::token::Token;
use crate::statement::linear::log;

/// An occurrence of a feature in a sentence.
#[derive(Clone, Debug)]
pub struct Occurrence {
    /// Hash that identifies the feature.
    pub key: u32,
    /// Family of the feature.
    pub family: Family,
    /// Indices of the tokens that it consists of.
    pub tokens: Vec<usize>,
}

/// Families of features.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Stems, and groups of two or three of them, with gaps of up to two words in pairs. Scaled to unit length.
    Stems,
    /// Pieces of words. Scaled to unit length.
    Pieces,
    /// Rules of the lexicon, by subject and label. Each has the value [`RULE`].
    Rules,
}

/// Value of a feature of the family [`Family::Rules`].
const RULE: f32 = 0.5;

/// Lengths of pieces of words, in characters.
const PIECES: std::ops::RangeInclusive<usize> = 2..=5;

/// Maximum distance of the stems in a pair.
const FAR: usize = 3;

/// Returns all occurrences of features in the tokens of a sentence, with what the rules found in it.
pub fn occurrences(tokens: &[Token], matched: &[(Subject, Label)]) -> Vec<Occurrence> {
    let names: Vec<String> =
        std::iter::once("^".to_owned()).chain(tokens.iter().map(name)).chain(std::iter::once("$".to_owned())).collect();
    // Beginning and end of the sentence have a name, but no token.
    let places = |range: &[usize]| -> Vec<usize> {
        range.iter().filter(|at| (1..=tokens.len()).contains(*at)).map(|at| at - 1).collect()
    };
    let mut found = Vec::new();
    for at in 0..names.len() {
        let mut add = |text: String, range: &[usize]| found.push(occurrence(&text, Family::Stems, places(range)));
        add(names[at].clone(), &[at]);
        for next in at + 1..names.len().min(at + 1 + FAR) {
            add(format!("{} {} {}", names[at], next - at, names[next]), &[at, next]);
        }
        if at + 2 < names.len() {
            add(format!("{} {} {}", names[at], names[at + 1], names[at + 2]), &[at, at + 1, at + 2]);
        }
    }
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Word) {
        found.extend(pieces(&token.word).map(|piece| occurrence(&piece, Family::Pieces, vec![at])));
    }
    let rule = |(subject, label): &(Subject, Label)| format!("{} {}", subject.key(), label.word());
    found.extend(matched.iter().map(|found| occurrence(&rule(found), Family::Rules, Vec::new())));
    found
}

fn occurrence(text: &str, family: Family, tokens: Vec<usize>) -> Occurrence {
    let hash = xxh3_64(text.as_bytes()).to_le_bytes();
    let mark = match family {
        Family::Stems => 0,
        Family::Pieces => 1,
        Family::Rules => 2,
    };
    let key = u32::from_le_bytes([hash[0], hash[1], hash[2], hash[3]]) & !3 | mark;
    Occurrence { key, family, tokens }
}

/// Returns the stem of a token, or its kind if it is not a word.
fn name(token: &Token) -> String {
    let kind = match token.kind {
        Kind::Word => return token.stem.clone(),
        Kind::Number(_) => "#number",
        Kind::Percent(_) => "#percent",
        Kind::Money(_) => "#money",
        Kind::Email => "#email",
        Kind::Url => "#url",
        Kind::Phone => "#phone",
        Kind::Time => "#time",
        Kind::Date => "#date",
        Kind::Placeholder => "#blank",
    };
    kind.to_owned()
}

/// Returns the pieces of a word, with its boundaries.
fn pieces(word: &str) -> impl Iterator<Item = String> + use<> {
    let padded: Vec<char> = std::iter::once(' ').chain(word.chars()).chain(std::iter::once(' ')).collect();
    PIECES.flat_map(move |length| {
        let parts: Vec<String> = padded.windows(length).map(|part| part.iter().collect()).collect();
        parts
    })
}

/// Returns the value of each feature, before it is weighted: `1 + ln n` for `n` occurrences.
pub fn values(occurrences: &[Occurrence]) -> BTreeMap<u32, (Family, f32)> {
    let mut counts: BTreeMap<u32, (Family, u32)> = BTreeMap::new();
    for found in occurrences {
        counts.entry(found.key).or_insert((found.family, 0)).1 += 1;
    }
    counts.into_iter().map(|(key, (family, count))| (key, (family, 1.0 + log(f64::from(count))))).collect()
}

/// Scales weighted values: those of the words and of the pieces to unit length, those of the rules to [`RULE`].
pub fn scale(values: &mut [(Family, f32)]) {
    for family in [Family::Stems, Family::Pieces] {
        let length = values.iter().filter(|(of, _)| *of == family).map(|(_, value)| value * value).sum::<f32>().sqrt();
        if length > 0.0 {
            values.iter_mut().filter(|(of, _)| *of == family).for_each(|(_, value)| *value /= length);
        }
    }
    values.iter_mut().filter(|(family, _)| *family == Family::Rules).for_each(|(_, value)| *value = RULE);
}
