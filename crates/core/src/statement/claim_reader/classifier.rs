//! A linear classifier over n-grams: one support vector machine per class.
//!
//! Features are weighted by `(1 + ln tf) · idf` with `idf = ln((1 + n) / (1 + df)) + 1`, and words and characters are
//! each scaled to unit length. [`linear`](crate::statement::linear) trains the weights.

use std::collections::BTreeMap;

use super::gram::Grams;
use crate::statement::linear::{Training, Vector, log, train};

const TRAINING: Training = Training { passes: 10, positive: 4.0, negative: 1.0 };

/// Minimum number of examples in which a feature must occur.
const LEAST: u32 = 2;

/// A trained classifier.
pub struct Classifier {
    /// Index and inverse document frequency of each known feature.
    features: BTreeMap<u64, (u32, f32)>,
    /// Weights by feature and class, followed by the offset of each class.
    weights: Vec<f32>,
    class_count: usize,
}

impl Classifier {
    /// Trains a classifier on texts and the class of each; `None` marks a text of no class.
    pub fn train(examples: &[(String, Option<usize>)], class_count: usize) -> Classifier {
        let grams: Vec<Grams> = examples.iter().map(|(text, _)| Grams::of(text)).collect();
        let features = features(&grams);
        let mut classifier = Classifier { features, weights: Vec::new(), class_count };
        let vectors: Vec<Vector> = grams.iter().map(|grams| classifier.vector(grams)).collect();
        let size = classifier.features.len();
        classifier.weights = vec![0.0; (size + 1) * class_count];
        for class in 0..class_count {
            let weights = train(&vectors, |example| examples[example].1 == Some(class), size, TRAINING);
            for (feature, weight) in weights.into_iter().enumerate() {
                classifier.weights[feature * class_count + class] = weight;
            }
        }
        classifier
    }

    /// Returns the score of each class for a text. A positive score is a vote for the class.
    pub fn scores(&self, text: &str) -> Vec<f32> {
        let mut scores = self.weights[self.features.len() * self.class_count..].to_vec();
        for (feature, value) in self.vector(&Grams::of(text)) {
            let from = feature as usize * self.class_count;
            for (score, weight) in scores.iter_mut().zip(&self.weights[from..from + self.class_count]) {
                *score += value * weight;
            }
        }
        scores
    }

    fn vector(&self, grams: &Grams) -> Vector {
        let part = |counts: &BTreeMap<u64, u32>| -> Vector {
            let mut vector: Vector = counts
                .iter()
                .filter_map(|(gram, count)| {
                    let (index, idf) = self.features.get(gram)?;
                    Some((*index, (1.0 + log(f64::from(*count))) * idf))
                })
                .collect();
            let length = vector.iter().map(|(_, value)| value * value).sum::<f32>().sqrt();
            if length > 0.0 {
                for (_, value) in &mut vector {
                    *value /= length;
                }
            }
            vector
        };
        let mut vector = part(&grams.words);
        vector.extend(part(&grams.characters));
        vector.sort_by_key(|(index, _)| *index);
        vector
    }
}

fn features(grams: &[Grams]) -> BTreeMap<u64, (u32, f32)> {
    let mut counts: BTreeMap<u64, u32> = BTreeMap::new();
    for gram in grams.iter().flat_map(|grams| grams.words.keys().chain(grams.characters.keys())) {
        *counts.entry(*gram).or_default() += 1;
    }
    #[expect(clippy::cast_precision_loss, reason = "there are at most a few thousand examples")]
    let all = grams.len() as f64;
    let kept = counts.into_iter().filter(|(_, count)| *count >= LEAST);
    let idf = |count: u32| log((1.0 + all) / (1.0 + f64::from(count))) + 1.0;
    kept.zip(0_u32..).map(|((gram, count), index)| (gram, (index, idf(count)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_told_apart_by_their_words() {
        let examples = [
            ("the shop is closed until Friday", Some(0)),
            ("we closed the shop this morning", Some(0)),
            ("passwords were not in the file", Some(1)),
            ("your password is not in the file", Some(1)),
            ("we like to sing", None),
            ("they like to sing", None),
        ];
        let examples: Vec<(String, Option<usize>)> =
            examples.iter().map(|(text, class)| ((*text).to_owned(), *class)).collect();
        let classifier = Classifier::train(&examples, 2);
        let scores = classifier.scores("the shop was closed at noon");
        assert!(scores[0] > 0.0 && scores[1] < 0.0, "{scores:?}");
    }
}
