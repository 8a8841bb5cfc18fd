//! The counterfactual analysis as text: luck, turning points, and interactions between turning points.
//!
//! This is part of a [`Report`](super::report::Report) and consists only of text, like the rest of it. An effect
//! has a sign, a confidence interval and a word, so that it can be read without color. If the interval includes
//! zero, the word says that the effect cannot be distinguished from chance.

use serde::Serialize;

use super::number::ENGLISH;
use goldenhour_core::debrief::luck::{Luck, Spread};
use goldenhour_core::debrief::turning_point::TurningPoint;
use goldenhour_core::debrief::{Counterfactual, counterfactual::Interaction};
use goldenhour_core::ensemble::counterfactual::Difference;

/// Maximum number of criteria listed for a turning point.
const MOST_CRITERIA: usize = 4;

/// Luck and turning points as text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Turning {
    /// Number of seeds.
    pub seeds: String,
    /// Sentences about luck; empty if nothing was simulated.
    pub luck: Vec<String>,
    /// Results of scripted players.
    pub bands: Vec<BandRow>,
    /// Costliest decisions and omissions.
    pub costs: Vec<TurningRow>,
    /// Most beneficial decisions and omissions.
    pub gains: Vec<TurningRow>,
    /// Interacting pairs of turning points.
    pub pairs: Vec<PairRow>,
    /// All alternatives that were tried.
    pub tried: Vec<TurningRow>,
}

/// A turning point.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TurningRow {
    /// Number in the list, starting at 1.
    pub number: usize,
    /// Time.
    pub at: String,
    /// Kind of alternative.
    pub kind: &'static str,
    /// Description of the decision or omission.
    pub title: String,
    /// Effect of the alternative in one sentence.
    pub sentence: String,
    /// Effect on the outcome.
    pub outcome: EffectCell,
    /// Effect on the playbook score.
    pub playbook: EffectCell,
    /// Effect on trust at EndEx, in points of 100.
    pub trust: EffectCell,
    /// Log entries.
    pub entries: String,
    /// Criteria whose points changed in this run.
    pub criteria: Vec<String>,
}

/// An effect.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EffectCell {
    /// Effect with sign and confidence interval.
    pub text: String,
    /// Whether it helped, in one word.
    pub word: &'static str,
    /// CSS class.
    pub key: &'static str,
}

/// Two turning points that interact.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PairRow {
    /// First turning point.
    pub one: String,
    /// Second turning point.
    pub other: String,
    /// Their joint effect beyond the sum of their separate effects.
    pub text: String,
}

/// Results of a scripted player.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BandRow {
    /// Name.
    pub name: String,
    /// Interquartile range of its outcomes.
    pub outcome: String,
    /// Interquartile range of its playbook scores.
    pub playbook: String,
}

impl Turning {
    /// Formats a counterfactual analysis as text.
    pub fn of(found: &Counterfactual) -> Self {
        let rows =
            |points: &[TurningPoint]| points.iter().enumerate().map(|(place, point)| row(place, point)).collect();
        Turning {
            seeds: ENGLISH.count(found.seeds, "seed", "seeds"),
            luck: found.luck.iter().flat_map(luck).collect(),
            bands: found.luck.iter().flat_map(bands).collect(),
            costs: rows(&found.costs),
            gains: rows(&found.gains),
            pairs: found.interactions.iter().map(pair).collect(),
            tried: rows(&found.tried),
        }
    }
}

fn row(place: usize, point: &TurningPoint) -> TurningRow {
    let entries: Vec<String> = point.entries.iter().map(u32::to_string).collect();
    let changed = point.in_this_run.iter().flat_map(|own| own.criteria.iter().take(MOST_CRITERIA));
    TurningRow {
        number: place + 1,
        at: point.at.to_string(),
        kind: point.kind.word(),
        title: point.title.clone(),
        sentence: point.sentence.clone(),
        outcome: effect(point.effect.outcome, 1.0),
        playbook: effect(point.effect.playbook, 1.0),
        trust: effect(point.effect.trust_final, 100.0),
        entries: entries.join(", "),
        criteria: changed.map(|one| format!("{} {} ({})", one.id, one.title, ENGLISH.signed(one.points))).collect(),
    }
}

/// Formats an effect on a metric of which more is better.
fn effect(difference: Difference, scale: f64) -> EffectCell {
    let (word, key) = match difference.is_clear() {
        false => ("not clear", "none"),
        true if difference.mean > 0.0 => ("helped", "good"),
        true => ("cost", "bad"),
    };
    let half = ENGLISH.decimal(scale * difference.half_width());
    EffectCell { text: format!("{} (±{half})", ENGLISH.signed(scale * difference.mean)), word, key }
}

fn pair(found: &Interaction) -> PairRow {
    let said = |difference: Difference| effect(difference, 1.0).text;
    PairRow {
        one: found.one.clone(),
        other: found.other.clone(),
        text: format!(
            "Combined, they change the outcome by {} and the playbook by {} beyond the sum of their separate effects.",
            said(found.outcome),
            said(found.playbook)
        ),
    }
}

/// Returns sentences about luck.
fn luck(luck: &Luck) -> Vec<String> {
    let stands = |name: &str, spread: &Spread| {
        format!(
            "{name}: {} in this session. With other random draws, the same decisions scored {} to {} in the middle half \
             of {} and {} to {} overall; {} scored lower.",
            ENGLISH.decimal(spread.own),
            ENGLISH.decimal(spread.distribution.lower),
            ENGLISH.decimal(spread.distribution.upper),
            ENGLISH.count(luck.seeds, "seed", "seeds"),
            ENGLISH.decimal(spread.distribution.min),
            ENGLISH.decimal(spread.distribution.max),
            ENGLISH.percent(spread.percentile),
        )
    };
    let mut said = vec![stands("Outcome", &luck.outcome), stands("Playbook", &luck.playbook)];
    if luck.dropped > 0.0 {
        said.push(format!(
            "With other random draws, {} of the decisions could not be taken because the events they responded to did \
             not occur.",
            ENGLISH.percent(luck.dropped)
        ));
    }
    said
}

fn bands(luck: &Luck) -> Vec<BandRow> {
    let between = |spread: &goldenhour_core::ensemble::Distribution| {
        format!("{} to {}", ENGLISH.decimal(spread.lower), ENGLISH.decimal(spread.upper))
    };
    let own = BandRow {
        name: "this team".to_owned(),
        outcome: between(&luck.outcome.distribution),
        playbook: between(&luck.playbook.distribution),
    };
    let others = luck.autopilots.iter().map(|band| BandRow {
        name: band.autopilot.clone(),
        outcome: between(&band.outcome),
        playbook: between(&band.playbook),
    });
    if luck.autopilots.is_empty() { Vec::new() } else { std::iter::once(own).chain(others).collect() }
}
