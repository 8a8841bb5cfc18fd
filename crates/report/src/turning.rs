//! What could have been different, in words: luck, turning points, and which of them depend on each other.
//!
//! Part of a [`Report`](super::report::Report), and made of texts like all of it. An effect is worded with its sign, its
//! interval and a word, so that it can be read without color; where the interval holds zero it says that nothing can be
//! told from luck.

use serde::Serialize;

use super::number::ENGLISH;
use goldenhour_core::debrief::luck::{Luck, Spread};
use goldenhour_core::debrief::turning_point::TurningPoint;
use goldenhour_core::debrief::{Counterfactual, counterfactual::Interaction};
use goldenhour_core::ensemble::counterfactual::Difference;

/// How many criteria are named under a turning point.
const MOST_CRITERIA: usize = 4;

/// Luck and turning points in words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Turning {
    /// From how many seeds.
    pub seeds: String,
    /// Luck told from skill; empty where nothing was played.
    pub luck: Vec<String>,
    /// Bands of scripted players.
    pub bands: Vec<BandRow>,
    /// What cost most.
    pub costs: Vec<TurningRow>,
    /// What carried the run.
    pub gains: Vec<TurningRow>,
    /// Pairs that depend on each other.
    pub pairs: Vec<PairRow>,
    /// Everything that was tried.
    pub tried: Vec<TurningRow>,
}

/// A turning point.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TurningRow {
    /// Its place, from 1.
    pub number: usize,
    /// When.
    pub at: String,
    /// What kind of thing.
    pub kind: &'static str,
    /// What was done or left undone.
    pub title: String,
    /// What the alternative would have changed.
    pub sentence: String,
    /// What it did to the outcome.
    pub outcome: EffectCell,
    /// What it did to the points of the playbook.
    pub playbook: EffectCell,
    /// What it did to trust at the end, in points of 100.
    pub trust: EffectCell,
    /// The entries of the log.
    pub entries: String,
    /// The criteria whose points it changed in this run.
    pub criteria: Vec<String>,
}

/// An effect.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EffectCell {
    /// With sign and interval.
    pub text: String,
    /// Whether it helped, in a word.
    pub word: &'static str,
    /// For style sheets.
    pub key: &'static str,
}

/// Two turning points that depend on each other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PairRow {
    /// One of them.
    pub one: String,
    /// The other.
    pub other: String,
    /// What they are worth together beyond what each is worth alone.
    pub text: String,
}

/// How a scripted player does.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BandRow {
    /// Who.
    pub name: String,
    /// The middle half of its outcomes.
    pub outcome: String,
    /// The middle half of its playbook points.
    pub playbook: String,
}

impl Turning {
    /// Puts a counterfactual into words.
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

/// Words an effect of which more is better.
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

/// Luck in sentences.
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
