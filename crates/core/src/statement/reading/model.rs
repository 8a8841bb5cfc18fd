//! Trained classifier for the content and tone of single sentences.
//!
//! For each subject there are two linear classifiers: whether a sentence shows it at all, and whether it shows it in
//! full. The weights are trained by `crates/core/examples/train_reader.rs` on the labeled sentences in
//! `tests/fixtures/sentences`, rounded to eight bits, and stored in `assets/reader`, one file per language.
//!
//! The file consists of [`MAGIC`] and little-endian numbers: a hash of the corpus (u64), the number of features (u32),
//! a threshold (f32), the scales and then the offsets of all classes (f32), and for all features, in ascending order of
//! their keys, first the keys (u32), then the inverse document frequencies (f32), then the weights of all classes (i8).

use std::ops::Range;
use std::sync::LazyLock;

use super::feature::{self, Family, Occurrence};
use super::finding::{Label, Subject};
use super::language::Language;
use super::token::Token;

/// First bytes of a file of weights.
pub const MAGIC: [u8; 4] = *b"GHW1";

/// Number of classes: each subject shown at all, then each shown in full.
pub const CLASSES: usize = 2 * Subject::ALL.len();

/// Score from which a sentence shows a subject in full, if it shows it at all. Chosen by cross-validation on the
/// labeled sentences.
const IN_FULL: f32 = -0.35;

/// How much surer the classifier must be of a fault, because an accusation weighs more than a merit.
const MARGIN: f32 = 0.1;

/// Weights of one language.
#[derive(Debug)]
pub struct Model {
    /// Hash of the sentences with which it was trained.
    pub corpus: u64,
    keys: Vec<u32>,
    frequencies: Vec<f32>,
    weights: Vec<i8>,
    scales: Vec<f32>,
    offsets: Vec<f32>,
    /// Score from which a sentence shows a subject.
    threshold: f32,
}

/// Opinion of the classifier on whether a sentence shows a subject.
#[derive(Clone, Debug, PartialEq)]
pub struct Opinion {
    /// Subject.
    pub subject: Subject,
    /// Score, relative to the threshold: from 0, the sentence shows the subject.
    pub score: f32,
    /// Whether it shows the subject in full, if at all.
    pub label: Label,
    /// Tokens of the sentence that speak for it.
    pub tokens: Range<usize>,
}

static ENGLISH: LazyLock<Model> = LazyLock::new(|| built_in(include_bytes!("../../../../../assets/reader/en.weights")));
static GERMAN: LazyLock<Model> = LazyLock::new(|| built_in(include_bytes!("../../../../../assets/reader/de.weights")));

fn built_in(bytes: &[u8]) -> Model {
    let model = Model::parse(bytes);
    assert!(model.is_some(), "the weights in assets/reader are damaged");
    model.unwrap_or_else(|| unreachable!())
}

/// Scores of a sentence, and the share of each feature in them.
struct Scored<'a> {
    model: &'a Model,
    /// Index and value of each known feature.
    values: Vec<(usize, f32)>,
    occurrences: Vec<Occurrence>,
}

impl Model {
    /// Returns the model of a language.
    pub fn of(language: Language) -> &'static Model {
        match language {
            Language::English => &ENGLISH,
            Language::German => &GERMAN,
        }
    }

    /// Parses a file of weights. Returns `None` if it is damaged.
    pub fn parse(bytes: &[u8]) -> Option<Model> {
        let mut rest = bytes.strip_prefix(&MAGIC)?;
        let corpus = u64::from_le_bytes(take(&mut rest)?);
        let count = usize::try_from(u32::from_le_bytes(take(&mut rest)?)).ok()?;
        let threshold = f32::from_le_bytes(take(&mut rest)?);
        let scales = floats(&mut rest, CLASSES)?;
        let offsets = floats(&mut rest, CLASSES)?;
        let keys = (0..count).map(|_| take(&mut rest).map(u32::from_le_bytes)).collect::<Option<Vec<u32>>>()?;
        let frequencies = floats(&mut rest, count)?;
        let weights: Vec<i8> = rest.iter().map(|byte| byte.cast_signed()).collect();
        (weights.len() == count * CLASSES).then_some(Model {
            corpus,
            keys,
            frequencies,
            weights,
            scales,
            offsets,
            threshold,
        })
    }

    /// Returns the opinion on each subject, given what the rules found in a sentence.
    pub fn opinions(&self, tokens: &[Token], matched: &[(Subject, Label)]) -> Vec<Opinion> {
        let scored = self.scored(tokens, matched);
        let scores = scored.scores();
        let (shown, full) = scores.split_at(Subject::ALL.len());
        let opinion = |(at, subject): (usize, Subject)| {
            let score = shown[at] - self.threshold - if subject.is_fault() { MARGIN } else { 0.0 };
            let label = if full[at] >= IN_FULL { Label::Yes } else { Label::Partial };
            let spoken = if score >= 0.0 { scored.words_for(at, tokens.len()) } else { 0..tokens.len() };
            Opinion { subject, score, label, tokens: spoken }
        };
        Subject::ALL.into_iter().enumerate().map(opinion).collect()
    }

    fn scored(&self, tokens: &[Token], matched: &[(Subject, Label)]) -> Scored<'_> {
        let occurrences = feature::occurrences(tokens, matched);
        let mut places = Vec::new();
        let mut values: Vec<(Family, f32)> = Vec::new();
        for (key, (family, value)) in feature::values(&occurrences) {
            if let Ok(at) = self.keys.binary_search(&key) {
                places.push(at);
                values.push((family, value * self.frequencies[at]));
            }
        }
        feature::scale(&mut values);
        let values = places.into_iter().zip(values).map(|(at, (_, value))| (at, value)).collect();
        Scored { model: self, values, occurrences }
    }
}

impl Scored<'_> {
    fn scores(&self) -> Vec<f32> {
        let mut sums = vec![0.0_f32; CLASSES];
        for (at, value) in &self.values {
            let weights = &self.model.weights[at * CLASSES..(at + 1) * CLASSES];
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += value * f32::from(*weight);
            }
        }
        let classes = self.model.scales.iter().zip(&self.model.offsets);
        sums.into_iter().zip(classes).map(|(sum, (scale, offset))| sum * scale + offset).collect()
    }

    /// Returns the neighboring tokens that speak most strongly for a class: those with the largest sum of shares, where
    /// each feature shares its part of the score among its occurrences and their tokens.
    fn words_for(&self, class: usize, count: usize) -> Range<usize> {
        let mut shares = vec![0.0_f32; count];
        for (at, value) in &self.values {
            let key = self.model.keys[*at];
            let own: Vec<&Occurrence> = self.occurrences.iter().filter(|found| found.key == key).collect();
            #[expect(clippy::cast_precision_loss, reason = "a sentence has at most a few thousand features")]
            let each = value * f32::from(self.model.weights[at * CLASSES + class]) / own.len() as f32;
            for found in own {
                #[expect(clippy::cast_precision_loss, reason = "a feature has at most three tokens")]
                let part = each / found.tokens.len().max(1) as f32;
                found.tokens.iter().for_each(|token| shares[*token] += part);
            }
        }
        heaviest(&shares)
    }
}

/// Returns the range with the largest sum; the whole if no value is positive.
fn heaviest(shares: &[f32]) -> Range<usize> {
    let (mut best, mut best_sum) = (0..shares.len(), 0.0);
    let (mut start, mut sum) = (0, 0.0);
    for (at, share) in shares.iter().enumerate() {
        if sum <= 0.0 {
            (start, sum) = (at, 0.0);
        }
        sum += share;
        if sum > best_sum {
            (best, best_sum) = (start..at + 1, sum);
        }
    }
    best
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (first, others) = rest.split_first_chunk::<N>()?;
    *rest = others;
    Some(*first)
}

fn floats(rest: &mut &[u8], count: usize) -> Option<Vec<f32>> {
    (0..count).map(|_| take(rest).map(f32::from_le_bytes)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_range_has_the_largest_sum() {
        assert_eq!(heaviest(&[-1.0, 2.0, -0.5, 3.0, -4.0, 1.0]), 1..4);
        assert_eq!(heaviest(&[-1.0, -2.0]), 0..2);
        assert_eq!(heaviest(&[]), 0..0);
    }

    #[test]
    fn damaged_weights_are_refused() {
        for bytes in [&b""[..], b"GHW1", b"GHW1\0\0\0\0\0\0\0\0\x01\0\0\0"] {
            assert!(Model::parse(bytes).is_none());
        }
    }
}
