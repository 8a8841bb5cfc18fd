//! Counterfactuals: a recorded run and its branches, played again with the same seeds, and the differences.
//!
//! For each seed the run is played once; where a branch parts from it, the world is [forked](super::rerun::Rerun::fork)
//! and the branch goes its own way to the end. Chance is keyed, so that a run and its branch share every draw that
//! both make, and their difference in one seed is due to what was changed and to nothing else (common random numbers).
//! What is reported is the mean of these paired differences with its 95 % interval, [`Difference`].
//!
//! Customers are a cohort, as in all ensembles. Seeds are spread over the threads and gathered in their order, so that
//! the result does not depend on how many threads there are. Then only two worlds live at a time on each thread; where
//! there are fewer seeds than threads, the branches of a seed are spread, and its forks live together ([`Spread`]). What is
//! kept of a run is a handful of numbers and a few curves, gathered a batch of seeds at a time: memory does not grow
//! with the length of a run, with the number of seeds by [`Sample`]s only, and is bounded by the number of branches.
//!
//! A study may say how narrow an interval has to be; a branch whose intervals are that narrow, or narrow beside the
//! difference itself, is *settled* and played no further. The rule looks at widths and sizes and never at signs, so that
//! it does not favor any answer (the stopping rules of Law and Kelton, absolute and relative).

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

/// Points of a curve, StartEx and EndEx included.
pub const CURVE_POINTS: usize = 97;

/// The metrics of which curves are kept.
pub const CURVES: [Metric; 3] = [Metric::Trust, Metric::Negative, Metric::News];

/// Seeds that are gathered at a time.
const BATCH: usize = 8;

/// Half the width of an interval, as a share of the mean, from which on it is narrow enough, too.
const NARROW: f64 = 0.1;

/// Seeds below which nothing is settled.
const FEWEST: usize = 8;

/// A recorded run and what could have been different.
#[derive(Clone)]
pub struct Study {
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// The log of the run.
    pub entries: Vec<Entry>,
    /// How far it was played.
    pub until: SimTime,
    /// One by one, or a cohort.
    pub population: Population,
    /// What could have been different.
    pub branches: Vec<Branch>,
    /// The two ends of the outcome's scale, as far as they have been played.
    pub references: References,
    /// Statements that were read before.
    pub readings: ReadingCache,
    /// Half the width, in points of 100, from which on the intervals of outcome and playbook are narrow enough; a tenth of
    /// the difference is, too, where that is more. 0 for never.
    pub precision: f64,
}

/// What a run came to in one seed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sample {
    /// The outcome before it is held between doing nothing (0) and the best known play (100).
    pub outcome: f64,
    /// The points of the playbook, 0 to 100.
    pub playbook: f64,
    /// Mean trust at the end, 0 to 1.
    pub trust_final: f64,
    /// Customers who have left.
    pub customers_lost: f64,
    /// Revenue lost and costs, in the scenario's currency.
    pub money_lost: f64,
    /// Attention-hours in the news.
    pub coverage_area: f64,
    /// The highest share of negative posts, 0 to 1.
    pub negative_share_peak: f64,
    /// Records that have left.
    pub records_exposed: f64,
    /// Clocks that were met late or never.
    pub clocks_broken: f64,
    /// Decisions that could not be taken.
    pub dropped: usize,
}

/// A number of a [`Sample`], with its name.
pub type Measure = (&'static str, fn(&Sample) -> f64);

/// The numbers in which runs are compared, by the names they have in documents.
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

/// Curves of one run: for each of [`CURVES`], its value at each of the points.
type Curves = [Vec<f64>; CURVES.len()];

/// The sum of curves over seeds, and of their squares.
#[derive(Clone, Debug, Default)]
struct Gathered {
    sums: Curves,
    squares: Curves,
}

/// A curve with its 95 % interval: minutes since StartEx, mean, lower and upper end.
pub type Band = Vec<(u32, f64, f64, f64)>;

/// What came of a study so far.
#[derive(Clone, Debug)]
pub struct Results {
    /// The seeds that were played, in order.
    pub seeds: Vec<Seed>,
    /// The run in each seed.
    pub base: Vec<Sample>,
    /// Each branch in each seed, or in the first of them where it was settled by then.
    pub branches: Vec<Vec<Sample>>,
    until: SimTime,
    base_curves: Gathered,
    curves: Vec<Gathered>,
}

/// The run and its branches with one seed; nothing for a branch that was not played.
struct Seeded {
    base: Played,
    branches: Vec<Option<Played>>,
}

/// What is played side by side. The numbers are the same either way.
#[derive(Clone, Copy)]
enum Spread {
    /// Seeds: only two worlds live at a time on each thread.
    Seeds,
    /// The branches of one seed: a first answer from few seeds uses all threads. All forks of a seed live together.
    Branches,
}

/// One run: its numbers and its curves.
#[derive(Clone)]
struct Played {
    sample: Sample,
    curves: Curves,
}

impl Study {
    /// Returns results without any seed.
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

    /// Plays the run and all branches with more seeds, and adds them to the results.
    ///
    /// # Errors
    /// Where `progress` asks to stop; the results then hold all seeds of complete batches.
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

    /// Whether the intervals of a branch are narrow enough.
    fn is_settled(&self, results: &Results, branch: usize) -> bool {
        let narrow = |measure| {
            let difference = results.difference(branch, measure);
            let wanted = self.precision.max(NARROW * difference.mean.abs());
            difference.pairs >= FEWEST && difference.half_width() <= wanted
        };
        self.precision > 0.0 && narrow(|sample| sample.outcome) && narrow(|sample| sample.playbook)
    }

    /// How many runs one seed takes.
    pub fn runs_per_seed(&self) -> u64 {
        1 + self.branches.len() as u64
    }

    /// Plays the run and its open branches with one seed.
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
        // A branch that never parts is the run.
        let branch = |(branch, open): (Option<Played>, &bool)| open.then(|| branch.unwrap_or_else(|| base.clone()));
        let branches = played.into_iter().zip(open).map(branch).collect();
        Ok(Seeded { base, branches })
    }

    /// Plays a branch in a world of its own, against what can be reached there.
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

/// Returns a metric over time at the points of all curves: minutes since StartEx, and value.
pub fn curve(timeline: &Timeline, metric: Metric, until: SimTime) -> Vec<(u32, f64)> {
    let minutes = (0..CURVE_POINTS).map(|point| minute_of(point, until));
    minutes.map(|minute| (minute, timeline.series.at(metric, SimTime::from_minutes(minute)))).collect()
}

/// The minute of a point of a curve.
fn minute_of(point: usize, until: SimTime) -> u32 {
    let points = CURVE_POINTS as u64 - 1;
    u32::try_from(u64::from(until.minutes()) * point as u64 / points).unwrap_or(u32::MAX)
}

impl Sample {
    /// Returns what a run that was played out came to, measured against its own two ends.
    #[expect(clippy::cast_precision_loss, reason = "a few clocks")]
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

    /// Returns the difference that a branch makes in a measure: the branch less the run, in the same seeds.
    pub fn difference(&self, branch: usize, measure: fn(&Sample) -> f64) -> Difference {
        let pairs = self.branches[branch].iter().zip(&self.base);
        Difference::of(&pairs.map(|(branch, base)| measure(branch) - measure(base)).collect::<Vec<_>>())
    }

    /// Returns the curve of the run, one of [`CURVES`], over the seeds.
    pub fn base_band(&self, kind: usize) -> Band {
        self.base_curves.band(kind, self.seeds.len(), self.until)
    }

    /// Returns the curve of the difference that a branch makes, one of [`CURVES`], over the seeds.
    pub fn band(&self, branch: usize, kind: usize) -> Band {
        self.curves[branch].band(kind, self.branches[branch].len(), self.until)
    }
}

/// A mean of paired differences with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Difference {
    /// The mean.
    pub mean: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// The upper end of the interval.
    pub high: f64,
    /// How many pairs it is taken from.
    pub pairs: usize,
}

impl Difference {
    /// Returns the mean of a sample with its interval by Student's t; without an extent where there are fewer than two.
    pub fn of(sample: &[f64]) -> Self {
        let sum: f64 = sample.iter().sum();
        let mean = sum / count(sample.len().max(1));
        let apart: f64 = sample.iter().map(|value| (value - mean) * (value - mean)).sum();
        Self::around(mean, apart, sample.len())
    }

    /// The same from the sum and the sum of squares.
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

    /// Returns whether the interval leaves out 0, so that the sign can be relied on; one pair tells nothing.
    pub fn is_clear(&self) -> bool {
        self.pairs > 1 && (self.low > 0.0 || self.high < 0.0)
    }

    /// Returns the difference the other way round.
    #[must_use]
    pub fn negated(self) -> Self {
        // A minus before nothing is nothing.
        let negated = |value: f64| 0.0 - value;
        Difference { mean: negated(self.mean), low: negated(self.high), high: negated(self.low), pairs: self.pairs }
    }

    /// Returns half the width of the interval.
    pub fn half_width(&self) -> f64 {
        (self.high - self.low) / 2.0
    }
}

#[expect(clippy::cast_precision_loss, reason = "samples are small")]
fn count(len: usize) -> f64 {
    len as f64
}

/// The 97.5 % point of Student's t with so many degrees of freedom: the expansion of Cornish and Fisher around the normal
/// distribution (Abramowitz and Stegun 26.7.5), and exact values where that is too rough.
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
    fn the_interval_of_a_few_differences_is_students() {
        let difference = Difference::of(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        assert!((difference.mean - 3.5).abs() < 1e-12);
        // s = 1.8708, t(5) = 2.5706
        assert!((difference.half_width() - 2.5706 * 1.870_829 / libm::sqrt(6.0)).abs() < 1e-3, "{difference:?}");
        assert!(difference.is_clear() && difference.negated().mean < 0.0);
    }

    #[test]
    fn students_t_comes_near_its_table() {
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
    fn one_pair_has_no_extent_and_none_no_difference() {
        assert_eq!(Difference::of(&[2.0]), Difference { mean: 2.0, low: 2.0, high: 2.0, pairs: 1 });
        assert!(!Difference::of(&[2.0]).is_clear());
        assert_eq!(Difference::of(&[]), Difference { mean: 0.0, low: 0.0, high: 0.0, pairs: 0 });
    }
}
