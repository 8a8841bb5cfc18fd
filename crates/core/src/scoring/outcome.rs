//! Measures the outcome of a session: trust, customers, money, coverage, data and clocks.
//!
//! Each loss is divided by the loss from doing nothing in the same scenario with the same random draws, up to the
//! same time. The *harm* of a session is the weighted mean of these ratios, each capped at 2, so doing nothing has
//! a harm of 1. The outcome is `100 * (1 - harm) / (1 - harm of the best known play)`, clamped to 0 to 100: doing
//! nothing scores 0 and the best known play scores 100. If no best play is known, a harm of 0 takes its place,
//! which no play can reach.
//!
//! Both reference plays are computed elsewhere and passed in as a [`Reference`], so measuring is a pure function.

use serde::Serialize;

use crate::scenario::Metric;
use crate::time::SimTime;
use crate::timeline::{EventKind, Timeline};

/// Outcome of a session.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Outcome {
    /// Total from 0 (equal to doing nothing, or worse) to 100 (equal to the best known play, or better).
    pub total: f64,
    /// Total before clamping: negative if worse than doing nothing, above 100 if better than the best known play.
    #[serde(skip)]
    pub unbounded: f64,
    /// Harm: the weighted mean of the loss ratios, where doing nothing is 1; not clamped to the range between the
    /// two references.
    pub harm: f64,
    /// Measured metrics.
    pub metrics: OutcomeMetrics,
    /// Losses, each with the loss from doing nothing.
    pub losses: Vec<Loss>,
}

/// Metrics of a session. Shares are 0 to 1, money is in the scenario's currency.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct OutcomeMetrics {
    /// Mean trust at the end.
    pub trust_final: f64,
    /// Lowest mean trust.
    pub trust_min: f64,
    /// Share of customers who have heard of the incident.
    pub awareness_final: f64,
    /// Number of customers lost.
    pub customers_lost: f64,
    /// Revenue lost.
    pub revenue_lost: f64,
    /// Costs of the response, fines and compensation.
    pub costs: f64,
    /// News coverage in attention-hours.
    pub coverage_area: f64,
    /// Peak share of negative posts.
    pub negative_share_peak: f64,
    /// Number of records exposed.
    pub records_exposed: f64,
    /// Results of the clocks.
    pub clocks: ClockCounts,
}

/// Number of clocks by result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ClockCounts {
    /// Met in time.
    pub met: usize,
    /// Met late.
    pub late: usize,
    /// Overdue and never met.
    pub missed: usize,
    /// Not yet due at the end.
    pub open: usize,
}

/// One kind of loss, with the losses in both reference plays.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Loss {
    /// Name of the loss.
    pub title: &'static str,
    /// Weight in the harm.
    pub weight: f64,
    /// Loss in this session.
    pub run: f64,
    /// Loss from doing nothing.
    pub nothing: f64,
    /// Loss in the best known play, if there is one.
    pub best: Option<f64>,
}

impl Loss {
    /// Returns a loss relative to doing nothing, at most 2.
    fn ratio(&self, loss: f64) -> f64 {
        if self.nothing > 1e-9 { (loss / self.nothing).clamp(0.0, 2.0) } else { f64::from(u8::from(loss > 1e-9)) }
    }
}

/// Both ends of the outcome scale: the losses from doing nothing and in the best known play, with the same random
/// draws and up to the same time.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    nothing: [f64; KINDS],
    best: Option<[f64; KINDS]>,
}

impl Reference {
    /// Returns the scale defined by the two plays.
    pub fn new(nothing: &Timeline, best: Option<&Timeline>) -> Self {
        Reference { nothing: lost(nothing), best: best.map(lost) }
    }
}

/// Measures a session on the scale of a reference.
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

/// One measured loss: its name, its weight in the harm, and the function that computes it.
type Measure = (&'static str, f64, fn(&Timeline) -> f64);

/// Number of kinds of loss.
const KINDS: usize = 6;

/// Losses that make up the harm.
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

/// Returns the trust lost: the mean of the loss at the end and the largest loss.
fn trust_lost(timeline: &Timeline) -> f64 {
    let series = &timeline.series;
    let start = series.at(Metric::Trust, SimTime::from_minutes(1));
    (start - 0.5 * (series.last(Metric::Trust) + series.min(Metric::Trust))).max(0.0)
}

/// Returns the number of missed clocks, where a clock met late counts as half.
#[expect(clippy::cast_precision_loss, reason = "a scenario has only a few clocks")]
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
