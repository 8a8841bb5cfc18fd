//! Calibration: how well the team's confidence in its decisions (1 to 5) matched their results.
//!
//! A decision that published a statement was right if the statement contained no false claim and none of its
//! promises was broken. Any other decision was right if the criteria that cite it as evidence earned at least half
//! of their credit on average. Decisions that cannot be judged either way are excluded. Each confidence level
//! represents a probability of being right: 1 is a guess at 50%, 5 is near certainty. The *Brier score* is the mean
//! squared difference between these probabilities and the results (1 for right, 0 for wrong): 0 is perfect, and
//! 0.25 is what guessing yields. Calibration does not affect the total, because overconfidence is a topic for the
//! hot wash and the wrong decision has already cost credit.

use serde::Serialize;

use super::evidence_item::EvidenceItem;
use super::record::Record;
use super::review::Earlier;
use crate::session::Entry;
use crate::statement::Soundness;
use crate::timeline::{EntryNumber, EventKind, Publication};

/// Probability of being right for each confidence level.
const PROBABILITY: [f64; 5] = [0.5, 0.62, 0.75, 0.87, 0.98];

/// Minimum confidence at which the team counts as sure.
const SURE: u8 = 4;

/// Minimum mean credit at which a decision that published nothing was right.
const RIGHT: f64 = 0.5;

/// Calibration of the team's confidence against the results of its decisions.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Calibration {
    /// Number of decisions that have a confidence and could be judged.
    pub decisions: usize,
    /// Mean squared difference between confidence and result; absent if there are no such decisions.
    pub brier: Option<f64>,
    /// One row for each confidence from 1 to 5.
    pub levels: Vec<Level>,
    /// Wrong decisions that the team was sure about.
    pub sure_and_wrong: Vec<EvidenceItem>,
    /// Wrong decisions that the team was not sure about.
    pub unsure_and_wrong: Vec<EvidenceItem>,
}

/// Results of the decisions made with one confidence level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Level {
    /// Confidence, 1 to 5.
    pub confidence: u8,
    /// Number of right decisions.
    pub right: usize,
    /// Number of wrong decisions.
    pub wrong: usize,
}

/// Compares the confidence of each decision with its result.
pub(super) fn calibrate(record: &Record<'_>, earlier: &Earlier) -> Calibration {
    let levels = (1..=5).map(|confidence| Level { confidence, ..Level::default() }).collect();
    let mut calibration = Calibration { levels, ..Calibration::default() };
    let mut distance = 0.0;
    for (entry, number) in record.entries.iter().zip(0_u32..) {
        let Entry::Decision(decision) = entry else { continue };
        let Some(confidence) = decision.confidence.map(u8::from) else { continue };
        let Some((right, why)) = outcome(EntryNumber(number), record, earlier) else { continue };
        let level = usize::from(confidence) - 1;
        let title = record.scenario.action(&decision.action).map_or("", |action| action.title.as_str());
        let text = format!("{title} (confidence {confidence} of 5): {why}");
        let item = EvidenceItem::at(decision.at, Some(EntryNumber(number)), text);
        calibration.decisions += 1;
        distance += (PROBABILITY[level] - f64::from(u8::from(right))).powi(2);
        match (right, confidence >= SURE) {
            (true, _) => calibration.levels[level].right += 1,
            (false, sure) => {
                calibration.levels[level].wrong += 1;
                let list = if sure { &mut calibration.sure_and_wrong } else { &mut calibration.unsure_and_wrong };
                list.push(item);
            }
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "there are at most a few hundred decisions")]
    let brier = (calibration.decisions > 0).then(|| distance / calibration.decisions as f64);
    calibration.brier = brier;
    calibration
}

/// Returns whether a decision was right, and why; `None` if it cannot be judged.
fn outcome(number: EntryNumber, record: &Record<'_>, earlier: &Earlier) -> Option<(bool, String)> {
    let published = record.timeline.publications.iter().position(|said| said.entry == number);
    if let Some(index) = published {
        let said: &Publication = &record.timeline.publications[index];
        let broken = record
            .timeline
            .first(|what| matches!(what, EventKind::PromiseBroken { publication, .. } if *publication == index));
        let untrue = said.claims.iter().find(|claim| claim.soundness == Soundness::False);
        return Some(match (untrue, broken) {
            (Some(claim), _) => (false, format!("what it said about {} was not true", claim.detail.title())),
            (None, Some(_)) => (false, "a promise in it was broken".to_owned()),
            (None, None) => (true, "nothing in it was untrue".to_owned()),
        });
    }
    let cites = |item: &EvidenceItem| item.entry == Some(number);
    let citing: Vec<f64> =
        earlier.0.iter().filter(|result| result.evidence.iter().any(cites)).map(|result| result.credit).collect();
    if citing.is_empty() {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "there are at most a few dozen criteria")]
    let mean = citing.iter().sum::<f64>() / citing.len() as f64;
    Some((mean >= RIGHT, format!("the criteria that name it earned {:.0} % of their credit", 100.0 * mean)))
}
