//! What came of a run: trust, customers, money, coverage, data, clocks.
//!
//! Each loss is held against the loss of doing nothing in the same scenario under the same draws of chance, up to
//! the same moment. The *harm* of a run is the weighted mean of these ratios, each capped at 2, so that doing
//! nothing has a harm of 1. The outcome is `100 * (1 - harm) / (1 - harm of the best known play)`, held between 0
//! and 100: doing nothing scores 0, the best known play scores 100. Where no best play is known, losing nothing
//! takes its place, which nobody reaches.
//!
//! Both ends are played elsewhere and come in as a [`Reference`], so that this stays a pure function.

use serde::Serialize;

use crate::scenario::Metric;
use crate::time::SimTime;
use crate::timeline::{EventKind, Timeline};

/// What a run came to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Outcome {
    /// From 0 (as doing nothing, or worse) to 100 (as the best known play, or better).
    pub total: f64,
    /// The total before it is held between its ends: worse than doing nothing is negative, better than the best
    /// known play is above 100.
    #[serde(skip)]
    pub unbounded: f64,
    /// The harm: the weighted mean of the losses, where doing nothing is 1; not capped from above by either end.
    pub harm: f64,
    /// The measurements.
    pub metrics: OutcomeMetrics,
    /// Each loss beside that of doing nothing.
    pub losses: Vec<Loss>,
}

/// The measurements of a run. Shares are 0 to 1, money is in the scenario's currency.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OutcomeMetrics {
    /// Mean trust at the end.
    pub trust_final: f64,
    /// The lowest mean trust.
    pub trust_min: f64,
    /// The share of customers who have heard of it.
    pub awareness_final: f64,
    /// Customers who have left.
    pub customers_lost: f64,
    /// Revenue lost.
    pub revenue_lost: f64,
    /// Costs of the response, fines and compensation.
    pub costs: f64,
    /// Attention-hours in the news.
    pub coverage_area: f64,
    /// The highest share of negative posts.
    pub negative_share_peak: f64,
    /// Records that have left.
    pub records_exposed: f64,
    /// The clocks.
    pub clocks: ClockCounts,
}

/// How the clocks came out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClockCounts {
    /// Met in time.
    pub met: usize,
    /// Met late.
    pub late: usize,
    /// Fell due and were never met.
    pub missed: usize,
    /// Not yet due at the end.
    pub open: usize,
}

/// One kind of loss, beside that of doing nothing.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Loss {
    /// What was lost.
    pub title: &'static str,
    /// Its weight in the harm.
    pub weight: f64,
    /// The loss of this run.
    pub run: f64,
    /// The loss of doing nothing.
    pub nothing: f64,
    /// The loss of the best known play, where one is known.
    pub best: Option<f64>,
}

impl Loss {
    /// A loss relative to doing nothing, at most 2.
    fn ratio(&self, loss: f64) -> f64 {
        if self.nothing > 1e-9 { (loss / self.nothing).clamp(0.0, 2.0) } else { f64::from(u8::from(loss > 1e-9)) }
    }
}

/// The two ends of the scale: what was lost by doing nothing and by the best known play, under the same draws and
/// up to the same moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    nothing: [f64; KINDS],
    best: Option<[f64; KINDS]>,
}

impl Reference {
    /// Returns the ends of the scale from the two plays.
    pub fn new(nothing: &Timeline, best: Option<&Timeline>) -> Self {
        Reference { nothing: lost(nothing), best: best.map(lost) }
    }
}

/// Measures a run between the two ends.
pub fn measure(timeline: &Timeline, reference: &Reference) -> Outcome {
    let run = lost(timeline);
    let loss = |kind: usize| Loss {
        title: MEASURES[kind].0,
        weight: MEASURES[kind].1,
        run: run[kind],
        nothing: reference.nothing[kind],
        best: reference.best.map(|best| best[kind]),
    };
    let losses: Vec<Loss> = (0..KINDS).map(loss).collect();
    let weight: f64 = losses.iter().map(|loss| loss.weight).sum();
    let harm_of =
        |lost: fn(&Loss) -> f64| losses.iter().map(|loss| loss.weight * loss.ratio(lost(loss))).sum::<f64>() / weight;
    let harm = harm_of(|loss| loss.run);
    let best = harm_of(|loss| loss.best.unwrap_or(0.0));
    let total = if best < 1.0 { 100.0 * (1.0 - harm) / (1.0 - best) } else { 100.0 * (1.0 - harm) };
    Outcome { total: total.clamp(0.0, 100.0), unbounded: total, harm, metrics: metrics(timeline), losses }
}

/// Something that is lost: its name, its weight in the harm, and how it is measured.
type Measure = (&'static str, f64, fn(&Timeline) -> f64);

/// How many kinds of losses there are.
const KINDS: usize = 6;

/// What is counted, and how much it weighs.
const MEASURES: [Measure; KINDS] = [
    ("trust", 0.35, trust_lost),
    ("customers", 0.20, |timeline| timeline.series.last(Metric::CustomersLost)),
    ("revenue and costs", 0.10, |timeline| {
        timeline.series.last(Metric::RevenueLost).max(0.0) + timeline.series.last(Metric::Costs)
    }),
    ("anger and fear", 0.15, |timeline| timeline.series.last(Metric::Anger) + timeline.series.last(Metric::Fear)),
    ("records since StartEx", 0.10, |timeline| {
        timeline.series.last(Metric::Records) - timeline.series.at(Metric::Records, SimTime::START)
    }),
    ("clocks", 0.10, clocks_lost),
];

fn lost(timeline: &Timeline) -> [f64; KINDS] {
    MEASURES.map(|(_, _, measure)| measure(timeline))
}

/// Trust lost: the mean of the loss at the end and the worst loss.
fn trust_lost(timeline: &Timeline) -> f64 {
    let series = &timeline.series;
    let start = series.at(Metric::Trust, SimTime::from_minutes(1));
    (start - 0.5 * (series.last(Metric::Trust) + series.min(Metric::Trust))).max(0.0)
}

/// Clocks missed, those met late counting half.
#[expect(clippy::cast_precision_loss, reason = "a few clocks")]
fn clocks_lost(timeline: &Timeline) -> f64 {
    let counts = clocks(timeline);
    counts.missed as f64 + 0.5 * counts.late as f64
}

fn clocks(timeline: &Timeline) -> ClockCounts {
    let count = |wanted: fn(&EventKind) -> bool| timeline.events.iter().filter(|event| wanted(&event.what)).count();
    let started = count(|what| matches!(what, EventKind::ClockStarted { .. }));
    let met = count(|what| matches!(what, EventKind::ClockMet(_)));
    let late = count(|what| matches!(what, EventKind::ClockLate(_)));
    let overdue = count(|what| matches!(what, EventKind::ClockOverdue(_)));
    ClockCounts { met, late, missed: overdue - late, open: started.saturating_sub(met + overdue) }
}

fn metrics(timeline: &Timeline) -> OutcomeMetrics {
    let series = &timeline.series;
    OutcomeMetrics {
        trust_final: series.last(Metric::Trust),
        trust_min: series.min(Metric::Trust),
        awareness_final: series.last(Metric::Awareness),
        customers_lost: series.last(Metric::CustomersLost),
        revenue_lost: series.last(Metric::RevenueLost),
        costs: series.last(Metric::Costs),
        coverage_area: series.last(Metric::Coverage),
        negative_share_peak: series.max(Metric::Negative),
        records_exposed: series.last(Metric::Records),
        clocks: clocks(timeline),
    }
}
