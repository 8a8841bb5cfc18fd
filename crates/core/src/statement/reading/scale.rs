//! The scale of the grade: weights, costs and bounds, as `quality.ron` gives them.

use serde::Deserialize;

/// How the grade is made; the shape of `quality.ron`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// The format of the file.
    pub format: u32,
    /// What a text has that answers nothing and sounds like nothing.
    pub base: f64,
    /// The points for content.
    pub content: f64,
    /// The sum of weights from which on content is full.
    pub full: f64,
    /// What a vague answer counts of its weight.
    pub partial: f64,
    /// How many words of its own a text needs for each unit of weight.
    pub words_per_point: f64,
    /// The weights of answers: subject, weight, reason.
    pub answers: Vec<(String, f64, String)>,
    /// Points for how it sounds: subject, found in part, found in full, reason.
    pub tone: Vec<(String, f64, f64, String)>,
    /// What grades of readability cost.
    pub hard: Slope,
    /// What words about something else cost, over their share.
    pub off_topic: Slope,
    /// What great length costs, over the words of its own.
    pub long: Slope,
    /// The most that a text gets that is not substantive.
    pub hollow: f64,
    /// What a text needs to be substantive.
    pub substance: Bounds,
}

/// A cost that grows from a point on and ends somewhere.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slope {
    /// Where it begins.
    pub from: f64,
    /// What each unit beyond costs, in points.
    pub each: f64,
    /// What it costs at most, in points.
    pub most: f64,
    /// Why.
    pub reason: String,
}

/// What a text needs to be substantive. Shares are 0–1, of all words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bounds {
    /// Words of its own.
    pub least_words: usize,
    /// Subjects answered at least in part.
    pub least_answers: usize,
    /// Blanks for each word.
    pub most_blanks: f64,
    /// Words in topics of an outline.
    pub most_outline: f64,
    /// Words in rows of keywords.
    pub most_keywords: f64,
    /// Words that hold others together, of all words.
    pub least_function: f64,
    /// Words in sentences said before.
    pub most_repeated: f64,
    /// Different rows of three words, of all such rows.
    pub least_different: f64,
    /// From how many rows of three words on that is judged.
    pub triples_judged: usize,
}

impl Slope {
    /// Returns what a value costs, in points.
    pub(super) fn cost(&self, value: f64) -> f64 {
        ((value - self.from).max(0.0) * self.each).min(self.most)
    }
}
