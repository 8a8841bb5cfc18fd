//! Counterfactuals: a recorded session and its branches, replayed with the same seeds, and the differences.
//!
//! For each seed the base run is played once. At the moment where a branch diverges, the world is
//! [forked](super::rerun::Rerun::fork) and the branch is played to the end on its own. Random draws are keyed, so a
//! base run and its branch share every draw that both make, and their difference for one seed is caused only by the
//! change (common random numbers). [`Difference`] reports the mean of these paired differences with its 95%
//! confidence interval.
//!
//! As in all ensembles, customers are simulated as a cohort. Seeds are distributed over the threads and collected
//! in order, so the result does not depend on the number of threads. Each thread then holds only two worlds at a
//! time. If there are fewer seeds than threads, the branches of a seed are distributed instead, and all forks of
//! that seed are in memory at once ([`Spread`]). Only a few numbers and curves are kept per run, and seeds are
//! processed in batches. Memory does not grow with the length of a run. It grows with the number of seeds only by
//! the [`Sample`]s and is bounded by the number of branches.
//!
//! A study can set a target precision. A branch whose confidence intervals are narrow enough, in absolute terms or
//! relative to the difference, is *settled* and not played further. The rule depends on interval widths and effect
//! sizes but never on signs, so it does not favor any result (the absolute and relative stopping rules of Law and
//! Kelton).

use std::ops::Range;
use std::sync::Arc;

use serde::Serialize;

use super::branch::{Branch, Script};
use super::plan::{Cancelled, Progress};
use super::reference::{self, References};
use super::rerun::Rerun;
use crate::parallel;
use crate::scenario::{Metric, Scenario};
use crate::scoring::Reference;
use crate::session::Entry;
use crate::simulation::{Population, Seed};
use crate::statement::reading::ReadingCache;
use crate::time::SimTime;
use crate::timeline::Timeline;

/// Number of points of a curve, including StartEx and EndEx.
pub const CURVE_POINTS: usize = 97;

/// Metrics for which curves are kept.
pub const CURVES: [Metric; 3] = [Metric::Trust, Metric::Negative, Metric::News];

/// Number of seeds per batch.
const BATCH: usize = 8;

/// Half-width relative to the mean difference at or below which an interval is narrow enough even if it exceeds the
/// absolute precision.
const NARROW: f64 = 0.1;

/// Minimum number of seeds before a branch can be settled.
const FEWEST: usize = 8;

/// A recorded session and the branches to compare it with.
#[derive(Clone)]
pub struct Study {
    /// Scenario of the session.
    pub scenario: Arc<Scenario>,
    /// Log of the session.
    pub entries: Vec<Entry>,
    /// Time up to which it was played.
    pub until: SimTime,
    /// Whether customers are simulated individually or as a cohort.
    pub population: Population,
    /// Branches to compare with the session.
    pub branches: Vec<Branch>,
    /// Both ends of the outcome scale, for the seeds played so far.
    pub references: References,
    /// Cache of statements that have already been read.
    pub readings: ReadingCache,
    /// Half-width, in points of 100, at which the intervals of outcome and playbook score are narrow enough; 10% of
    /// the difference if that is more. 0 turns early stopping off.
    pub precision: f64,
}

/// Results of a run with one seed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sample {
    /// Outcome before clamping, where doing nothing is 0 and the best known play is 100.
    pub outcome: f64,
    /// Playbook score, 0 to 100.
    pub playbook: f64,
    /// Mean trust at the end, 0 to 1.
    pub trust_final: f64,
    /// Number of customers lost.
    pub customers_lost: f64,
    /// Revenue lost plus costs, in the scenario's currency.
    pub money_lost: f64,
    /// News coverage in attention-hours.
    pub coverage_area: f64,
    /// Peak share of negative posts, 0 to 1.
    pub negative_share_peak: f64,
    /// Number of records exposed.
    pub records_exposed: f64,
    /// Number of clocks met late or never.
    pub clocks_broken: f64,
    /// Number of decisions that could not be carried out.
    pub dropped: usize,
}

/// A value of a [`Sample`], with its name.
pub type Measure = (&'static str, fn(&Sample) -> f64);

/// Measures in which runs are compared, by the names used in exported documents.
pub const MEASURES: [Measure; 9] = [
    ("outcome", |sample| sample.outcome),
    ("playbook", |sample| sample.playbook),
    ("trust_final", |sample| sample.trust_final),
    ("customers_lost", |sample| sample.customers_lost),
    ("money_lost", |sample| sample.money_lost),
    ("coverage_area", |sample| sample.coverage_area),
    ("negative_share_peak", |sample| sample.negative_share_peak),
    ("records_exposed", |sample| sample.records_exposed),
    ("clocks_broken", |sample| sample.clocks_broken),
];

/// Curves of one run: the value of each metric in [`CURVES`] at each point.
type Curves = [Vec<f64>; CURVES.len()];

/// Sums of curves over seeds, and sums of their squares.
#[derive(Clone, Debug, Default)]
struct Gathered {
    sums: Curves,
    squares: Curves,
}

/// A curve with its 95% confidence interval: minutes since StartEx, mean, lower and upper bound.
pub type Band = Vec<(u32, f64, f64, f64)>;

/// Results of a study so far.
#[derive(Clone, Debug)]
pub struct Results {
    /// Seeds played, in order.
    pub seeds: Vec<Seed>,
    /// Base run for each seed.
    pub base: Vec<Sample>,
    /// Each branch for each seed, or only for the first seeds if it was settled earlier.
    pub branches: Vec<Vec<Sample>>,
    until: SimTime,
    base_curves: Gathered,
    curves: Vec<Gathered>,
}

/// The base run and its branches for one seed; `None` for a branch that was not played.
struct Seeded {
    base: Played,
    branches: Vec<Option<Played>>,
}

/// Unit of parallel work. The results are the same either way.
#[derive(Clone, Copy)]
enum Spread {
    /// Seeds. Each thread holds only two worlds at a time.
    Seeds,
    /// Branches of one seed, so that a first answer from few seeds uses all threads. All forks of a seed are in
    /// memory at once.
    Branches,
}

/// One run with its measures and curves.
#[derive(Clone)]
struct Played {
    sample: Sample,
    curves: Curves,
}

impl Study {
    /// Returns empty results.
    pub fn nothing_yet(&self) -> Results {
        Results {
            seeds: Vec::new(),
            base: Vec::new(),
            branches: vec![Vec::new(); self.branches.len()],
            until: self.until,
            base_curves: Gathered::default(),
            curves: vec![Gathered::default(); self.branches.len()],
        }
    }

    /// Plays the base run and all branches with more seeds and adds them to the results.
    ///
    /// # Errors
    /// Returns an error if `progress` requests cancellation; the results then contain all seeds of completed
    /// batches.
    pub fn play(&self, seeds: Range<u64>, results: &mut Results, progress: &dyn Progress) -> Result<(), Cancelled> {
        let seeds: Vec<Seed> = seeds.map(Seed).collect();
        for batch in seeds.chunks(BATCH) {
            let open: Vec<bool> = (0..self.branches.len()).map(|branch| !self.is_settled(results, branch)).collect();
            let spread = if batch.len() < parallel::threads() { Spread::Branches } else { Spread::Seeds };
            let played: Vec<Result<Seeded, Cancelled>> =
                parallel::map(batch.to_vec(), |seed| self.play_seed(seed, &open, spread, progress));
            let played: Vec<Seeded> = played.into_iter().collect::<Result<_, _>>()?;
            for (seed, runs) in batch.iter().zip(played) {
                results.add(*seed, runs);
            }
        }
        Ok(())
    }

    /// Returns whether the confidence intervals of a branch are narrow enough.
    fn is_settled(&self, results: &Results, branch: usize) -> bool {
        let narrow = |measure| {
            let difference = results.difference(branch, measure);
            let wanted = self.precision.max(NARROW * difference.mean.abs());
            difference.pairs >= FEWEST && difference.half_width() <= wanted
        };
        self.precision > 0.0 && narrow(|sample| sample.outcome) && narrow(|sample| sample.playbook)
    }

    /// Returns the number of runs per seed.
    pub fn runs_per_seed(&self) -> u64 {
        1 + self.branches.len() as u64
    }

    /// Plays the base run and its unsettled branches with one seed.
    fn play_seed(
        &self,
        seed: Seed,
        open: &[bool],
        spread: Spread,
        progress: &dyn Progress,
    ) -> Result<Seeded, Cancelled> {
        let script = Script::of(&self.entries);
        let reference = self.references.of(&self.scenario, seed, self.population, self.until);
        let mut parting: Vec<(SimTime, usize)> = Vec::new();
        let mut played: Vec<Option<Played>> = vec![None; self.branches.len()];
        for (place, branch) in self.branches.iter().enumerate().filter(|(place, _)| open[*place]) {
            match branch.script.parting(&script) {
                _ if !branch.shares_luck() => played[place] = Some(self.play_elsewhere(branch, seed)),
                Some(at) => parting.push((at, place)),
                None => {}
            }
        }
        parting.sort_unstable();
        let mut base = Rerun::begin(&self.scenario, seed, self.population).remembering(&self.readings);
        let play = |place: usize, mut fork: Rerun| {
            if progress.is_cancelled() {
                return Err(Cancelled);
            }
            fork.play_out(&self.branches[place].script, self.until);
            progress.advance();
            Ok((place, self.take(&fork, &reference)))
        };
        let mut waiting = Vec::new();
        for (at, place) in parting {
            base.play_until(&script, at);
            match spread {
                Spread::Seeds => played[place] = Some(play(place, base.fork())?.1),
                Spread::Branches => waiting.push((place, base.fork())),
            }
        }
        let done = parallel::map(waiting, |(place, fork)| play(place, fork));
        for finished in done {
            let (place, branch) = finished?;
            played[place] = Some(branch);
        }
        base.play_out(&script, self.until);
        let base = self.take(&base, &reference);
        progress.advance();
        // A branch that never diverges is identical to the base run.
        let branch = |(branch, open): (Option<Played>, &bool)| open.then(|| branch.unwrap_or_else(|| base.clone()));
        let branches = played.into_iter().zip(open).map(branch).collect();
        Ok(Seeded { base, branches })
    }

    /// Plays a branch in a different world, measured on the outcome scale of that world.
    fn play_elsewhere(&self, branch: &Branch, seed: Seed) -> Played {
        let scenario = branch.scenario.as_ref().unwrap_or(&self.scenario);
        let seed = branch.seed(seed);
        let reference = reference::play(scenario, seed, self.population, self.until);
        let mut run = Rerun::begin(scenario, seed, self.population).remembering(&self.readings);
        run.play_out(&branch.script, self.until);
        self.take(&run, &reference)
    }

    fn take(&self, run: &Rerun, reference: &Reference) -> Played {
        Played { sample: Sample::of(run, reference), curves: CURVES.map(|metric| self.curve(run, metric)) }
    }

    fn curve(&self, run: &Rerun, metric: Metric) -> Vec<f64> {
        curve(run.timeline(), metric, self.until).into_iter().map(|(_, value)| value).collect()
    }
}

/// Returns a metric over time at the points shared by all curves, as minutes since StartEx and values.
pub fn curve(timeline: &Timeline, metric: Metric, until: SimTime) -> Vec<(u32, f64)> {
    let minutes = (0..CURVE_POINTS).map(|point| minute_of(point, until));
    minutes.map(|minute| (minute, timeline.series.at(metric, SimTime::from_minutes(minute)))).collect()
}

/// Returns the minute of a point on a curve.
fn minute_of(point: usize, until: SimTime) -> u32 {
    let points = CURVE_POINTS as u64 - 1;
    u32::try_from(u64::from(until.minutes()) * point as u64 / points).unwrap_or(u32::MAX)
}

impl Sample {
    /// Returns the results of a completed run, measured on its own outcome scale.
    #[expect(clippy::cast_precision_loss, reason = "a scenario has only a few clocks")]
    pub fn of(run: &Rerun, reference: &Reference) -> Self {
        let outcome = run.outcome(reference);
        let metrics = &outcome.metrics;
        Sample {
            outcome: outcome.unbounded,
            playbook: run.playbook().total,
            trust_final: metrics.trust_final,
            customers_lost: metrics.customers_lost,
            money_lost: metrics.revenue_lost + metrics.costs,
            coverage_area: metrics.coverage_area,
            negative_share_peak: metrics.negative_share_peak,
            records_exposed: metrics.records_exposed,
            clocks_broken: (metrics.clocks.late + metrics.clocks.missed) as f64,
            dropped: run.dropped_count(),
        }
    }
}

impl Gathered {
    fn add(&mut self, curves: &Curves) {
        for (kind, curve) in curves.iter().enumerate() {
            let (sums, squares) = (&mut self.sums[kind], &mut self.squares[kind]);
            sums.resize(curve.len(), 0.0);
            squares.resize(curve.len(), 0.0);
            for ((value, sum), square) in curve.iter().zip(sums).zip(squares) {
                *sum += value;
                *square += value * value;
            }
        }
    }

    fn band(&self, kind: usize, count: usize, until: SimTime) -> Band {
        let points = self.sums[kind].iter().zip(&self.squares[kind]).enumerate();
        let band = points.map(|(point, (sum, square))| {
            let spread = Difference::from_sums(*sum, *square, count);
            (minute_of(point, until), spread.mean, spread.low, spread.high)
        });
        band.collect()
    }
}

impl Results {
    fn add(&mut self, seed: Seed, runs: Seeded) {
        let base = runs.base;
        self.seeds.push(seed);
        self.base_curves.add(&base.curves);
        for (place, branch) in runs.branches.into_iter().enumerate() {
            let Some(branch) = branch else { continue };
            let apart = std::array::from_fn(|kind| {
                branch.curves[kind].iter().zip(&base.curves[kind]).map(|(branch, base)| branch - base).collect()
            });
            self.curves[place].add(&apart);
            self.branches[place].push(branch.sample);
        }
        self.base.push(base.sample);
    }

    /// Returns the paired difference of a branch in a measure: branch minus base run, for the same seeds.
    pub fn difference(&self, branch: usize, measure: fn(&Sample) -> f64) -> Difference {
        let pairs = self.branches[branch].iter().zip(&self.base);
        Difference::of(&pairs.map(|(branch, base)| measure(branch) - measure(base)).collect::<Vec<_>>())
    }

    /// Returns the mean curve of the base run over the seeds, for one of [`CURVES`].
    pub fn base_band(&self, kind: usize) -> Band {
        self.base_curves.band(kind, self.seeds.len(), self.until)
    }

    /// Returns the mean curve of the paired differences of a branch over the seeds, for one of [`CURVES`].
    pub fn band(&self, branch: usize, kind: usize) -> Band {
        self.curves[branch].band(kind, self.branches[branch].len(), self.until)
    }
}

/// Mean of paired differences with its 95% confidence interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Difference {
    /// Mean difference.
    pub mean: f64,
    /// Lower bound of the interval.
    pub low: f64,
    /// Upper bound of the interval.
    pub high: f64,
    /// Number of pairs.
    pub pairs: usize,
}

impl Difference {
    /// Returns the mean of a sample with its Student's t interval, which has zero width for fewer than two values.
    pub fn of(sample: &[f64]) -> Self {
        let sum: f64 = sample.iter().sum();
        let mean = sum / count(sample.len().max(1));
        let apart: f64 = sample.iter().map(|value| (value - mean) * (value - mean)).sum();
        Self::around(mean, apart, sample.len())
    }

    /// Computes the same from the sum and the sum of squares.
    fn from_sums(sum: f64, squares: f64, len: usize) -> Self {
        let mean = sum / count(len.max(1));
        Self::around(mean, (squares - sum * mean).max(0.0), len)
    }

    fn around(mean: f64, apart: f64, len: usize) -> Self {
        let half = match len {
            0 | 1 => 0.0,
            _ => student(len - 1) * libm::sqrt(apart / count(len - 1) / count(len)),
        };
        Difference { mean, low: mean - half, high: mean + half, pairs: len }
    }

    /// Returns whether the interval excludes 0, so that the sign is reliable; always false for fewer than two
    /// pairs.
    pub fn is_clear(&self) -> bool {
        self.pairs > 1 && (self.low > 0.0 || self.high < 0.0)
    }

    /// Returns the difference with the opposite sign.
    #[must_use]
    pub fn negated(self) -> Self {
        // Avoids a negative zero.
        let negated = |value: f64| 0.0 - value;
        Difference { mean: negated(self.mean), low: negated(self.high), high: negated(self.low), pairs: self.pairs }
    }

    /// Returns the half-width of the interval.
    pub fn half_width(&self) -> f64 {
        (self.high - self.low) / 2.0
    }
}

#[expect(clippy::cast_precision_loss, reason = "samples are small")]
fn count(len: usize) -> f64 {
    len as f64
}

/// Returns the 97.5% quantile of Student's t distribution, using the Cornish–Fisher expansion around the normal
/// distribution (Abramowitz and Stegun 26.7.5), and exact values for few degrees of freedom, where the expansion is
/// too inaccurate.
fn student(freedom: usize) -> f64 {
    const FEW: [f64; 9] = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622];
    if let Some(exact) = FEW.get(freedom.saturating_sub(1)) {
        return *exact;
    }
    let (z, n) = (1.959_964, count(freedom));
    let (z3, z5, z7) = (z * z * z, z * z * z * z * z, z * z * z * z * z * z * z);
    z + (z3 + z) / (4.0 * n)
        + (5.0 * z5 + 16.0 * z3 + 3.0 * z) / (96.0 * n * n)
        + (3.0 * z7 + 19.0 * z5 + 17.0 * z3 - 15.0 * z) / (384.0 * n * n * n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_of_a_small_sample_uses_students_t() {
        let difference = Difference::of(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        assert!((difference.mean - 3.5).abs() < 1e-12);
        // s = 1.8708, t(5) = 2.5706
        assert!((difference.half_width() - 2.5706 * 1.870_829 / libm::sqrt(6.0)).abs() < 1e-3, "{difference:?}");
        assert!(difference.is_clear() && difference.negated().mean < 0.0);
    }

    #[test]
    fn students_t_approximates_tabulated_values() {
        for (freedom, table) in [(1, 12.706), (4, 2.776), (5, 2.571), (9, 2.262), (29, 2.045), (199, 1.972)] {
            assert!((student(freedom) - table).abs() < 0.002, "{freedom}");
        }
    }

    #[test]
    fn sums_give_the_same_interval_as_the_sample() {
        let sample = [0.3, -0.2, 0.9, 0.4];
        let sums = Difference::from_sums(sample.iter().sum(), sample.iter().map(|x| x * x).sum(), sample.len());
        let direct = Difference::of(&sample);
        assert!((sums.low - direct.low).abs() < 1e-12 && (sums.high - direct.high).abs() < 1e-12);
    }

    #[test]
    fn a_single_pair_has_a_zero_width_interval() {
        assert_eq!(Difference::of(&[2.0]), Difference { mean: 2.0, low: 2.0, high: 2.0, pairs: 1 });
        assert!(!Difference::of(&[2.0]).is_clear());
        assert_eq!(Difference::of(&[]), Difference { mean: 0.0, low: 0.0, high: 0.0, pairs: 0 });
    }
}
