//! Computes the quality grade of a text, from 1 to 5, as a sum of named components.
//!
//! `quality = base + content · c (1.5 − 0.5 c) + Σ tone − hard to read − off topic − long`, limited to 1 to 5,
//! where `c = min(1, x / full)` and `x` is the sum of the weights of the questions that the text answers. A vague
//! answer earns part of its weight. `x` is at most the number of own words divided by [`Scale::words_per_point`],
//! so that very terse texts earn little. Only sentences about the incident are counted, so that adding other
//! sentences cannot raise the grade. A text that is not substantive gets at most [`Scale::hollow`]. All parameters
//! are defined in `quality.ron`, each with its reason.

use std::collections::BTreeMap;

use serde::Serialize;

use super::finding::{Finding, Label, Subject};
use super::readability::{Readability, tenth};
use super::scale::Scale;
use super::substance::Substance;

/// A component of the grade.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    /// Name of the component.
    pub name: String,
    /// Points, rounded to two decimals.
    pub points: f64,
}

/// Returns the grade of a text and its components. `readability` must be that of the sentences about the incident.
pub fn grade(
    findings: &BTreeMap<Subject, Finding>,
    substance: &Substance,
    readability: &Readability,
    scale: &Scale,
) -> (f64, Vec<Part>) {
    let mut parts = vec![part("base", scale.base), part("content", content(findings, substance, scale))];
    for (key, partial, full, _) in &scale.tone {
        let points = match label(findings, key) {
            Label::No => 0.0,
            Label::Partial => *partial,
            Label::Yes => *full,
        };
        parts.push(part(key, points));
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^52")]
    let own_words = substance.own_words as f64;
    parts.push(part("hard_to_read", -scale.hard.cost(readability.grade)));
    parts.push(part("off_topic", -scale.off_topic.cost(substance.off_topic)));
    parts.push(part("long", -scale.long.cost(own_words)));
    parts.retain(|part| part.points != 0.0);
    let sum: f64 = parts.iter().map(|part| part.points).sum();
    let highest = if substance.substantive { 5.0 } else { scale.hollow };
    let quality = tenth(sum.clamp(1.0, highest));
    if sum > highest {
        parts.push(part(if substance.substantive { "highest" } else { "not_substantive" }, highest - sum));
    }
    (quality, parts)
}

fn part(name: &str, points: f64) -> Part {
    Part { name: name.to_owned(), points: libm::round(points * 100.0) / 100.0 }
}

fn label(findings: &BTreeMap<Subject, Finding>, key: &str) -> Label {
    Subject::named(key).and_then(|subject| findings.get(&subject)).map_or(Label::No, |finding| finding.label)
}

fn content(findings: &BTreeMap<Subject, Finding>, substance: &Substance, scale: &Scale) -> f64 {
    let share = |key: &str| match label(findings, key) {
        Label::No => 0.0,
        Label::Partial => scale.partial,
        Label::Yes => 1.0,
    };
    let answered: f64 = scale.answers.iter().map(|(key, weight, _)| weight * share(key)).sum();
    #[expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^52")]
    let room = substance.own_words as f64 / scale.words_per_point;
    let share = (answered.min(room) / scale.full).min(1.0);
    scale.content * share * (1.5 - 0.5 * share)
}
