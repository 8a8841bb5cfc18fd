//! Parameters of the quality grade: weights, penalties and limits, loaded from `quality.ron`.

use serde::Deserialize;

/// Parameters of the quality grade, in the format of `quality.ron`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Format version of the file.
    pub format: u32,
    /// Points of a text that answers no question and has no particular tone.
    pub base: f64,
    /// Maximum points for content.
    pub content: f64,
    /// Minimum sum of weights for full content points.
    pub full: f64,
    /// Fraction of the weight that a vague answer earns.
    pub partial: f64,
    /// Minimum number of own words required per unit of weight.
    pub words_per_point: f64,
    /// Weights of answers: subject, weight, reason.
    pub answers: Vec<(String, f64, String)>,
    /// Points for tone: subject, points if found in part, points if found in full, reason.
    pub tone: Vec<(String, f64, f64, String)>,
    /// Penalty for low readability, by school grade.
    pub hard: Slope,
    /// Penalty for off-topic text, by its share of words.
    pub off_topic: Slope,
    /// Penalty for excessive length, by number of own words.
    pub long: Slope,
    /// Maximum grade of a text that is not substantive.
    pub hollow: f64,
    /// Requirements for a substantive text.
    pub substance: Bounds,
}

/// A penalty that increases linearly from a threshold up to a maximum.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slope {
    /// Threshold above which the penalty applies.
    pub from: f64,
    /// Points deducted per unit above the threshold.
    pub each: f64,
    /// Maximum number of points deducted.
    pub most: f64,
    /// Reason for the penalty.
    pub reason: String,
}

/// Requirements for a substantive text. Shares are 0 to 1, relative to all words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bounds {
    /// Minimum number of [own words](super::Substance::own_words).
    pub least_words: usize,
    /// Minimum number of subjects answered at least in part.
    pub least_answers: usize,
    /// Maximum number of blanks per word.
    pub most_blanks: f64,
    /// Maximum share of words in outline topics.
    pub most_outline: f64,
    /// Maximum share of words in lists of keywords.
    pub most_keywords: f64,
    /// Minimum share of function words.
    pub least_function: f64,
    /// Maximum share of words in repeated sentences.
    pub most_repeated: f64,
    /// Minimum number of distinct three-word sequences, as a share of all of them.
    pub least_different: f64,
    /// Minimum number of three-word sequences at which their repetition is checked.
    pub triples_judged: usize,
}

impl Slope {
    /// Returns the penalty for a value, in points.
    pub(super) fn cost(&self, value: f64) -> f64 {
        ((value - self.from).max(0.0) * self.each).min(self.most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slope_costs_nothing_up_to_its_threshold_and_at_most_its_limit() {
        let slope = Slope { from: 10.0, each: 0.5, most: 2.0, reason: String::new() };
        for (value, expected) in [(0.0, 0.0), (10.0, 0.0), (11.0, 0.5), (13.0, 1.5), (14.0, 2.0), (100.0, 2.0)] {
            assert!((slope.cost(value) - expected).abs() < 1e-12, "{value}");
        }
    }
}
