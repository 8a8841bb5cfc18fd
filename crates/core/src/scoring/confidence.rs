//! How well the team knew what it knew: decisions with a confidence from 1 to 5 beside what became of them.
//!
//! A decision that published something was right if nothing in it was false and none of its promises was broken;
//! another was right if the criteria that name it as evidence earned at least half of their credit on average.
//! What nothing can be said of is left out. A confidence stands for a probability of being right: 1 is a guess,
//! one half; 5 is near certainty. The *Brier score* is the mean squared distance of these probabilities from what
//! came of it: 0 is perfect, 0.25 is what guessing gives. None of this is in the total: being sure and wrong is
//! something to talk about, not something to be punished for twice.

use serde::Serialize;

use super::evidence_item::EvidenceItem;
use super::record::Record;
use super::review::Earlier;
use crate::session::Entry;
use crate::statement::Soundness;
use crate::timeline::{EntryNumber, EventKind, Publication};

/// The probability of being right that each confidence stands for.
const PROBABILITY: [f64; 5] = [0.5, 0.62, 0.75, 0.87, 0.98];

/// Confidence from which the team was sure.
const SURE: u8 = 4;

/// Credit from which a decision that published nothing was right.
const RIGHT: f64 = 0.5;

/// How well confidence and outcome went together.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Calibration {
    /// Decisions with a confidence of which something can be said.
    pub decisions: usize,
    /// The mean squared distance of confidence and outcome; none without such decisions.
    pub brier: Option<f64>,
    /// One row for each confidence from 1 to 5.
    pub levels: Vec<Level>,
    /// Decisions of which the team was sure and which were wrong.
    pub sure_and_wrong: Vec<EvidenceItem>,
    /// Decisions of which the team was not sure and which were wrong.
    pub unsure_and_wrong: Vec<EvidenceItem>,
}

/// The decisions of one confidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Level {
    /// The confidence.
    pub confidence: u8,
    /// How many were right.
    pub right: usize,
    /// How many were wrong.
    pub wrong: usize,
}

/// Compares confidence with what became of the decisions.
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
    #[expect(clippy::cast_precision_loss, reason = "a few hundred decisions")]
    let brier = (calibration.decisions > 0).then(|| distance / calibration.decisions as f64);
    calibration.brier = brier;
    calibration
}

/// Whether a decision was right, and why.
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
    #[expect(clippy::cast_precision_loss, reason = "a few criteria")]
    let mean = citing.iter().sum::<f64>() / citing.len() as f64;
    Some((mean >= RIGHT, format!("the criteria that name it earned {:.0} % of their credit", 100.0 * mean)))
}
