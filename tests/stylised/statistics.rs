//! Statistics used to compute the bands and their values.

/// Returns the least-squares slope of y on x.
pub fn slope(points: &[(f64, f64)]) -> f64 {
    let count = points.len() as f64;
    let (mean_x, mean_y) = points.iter().fold((0.0, 0.0), |(x, y), point| (x + point.0 / count, y + point.1 / count));
    let covariance: f64 = points.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
    let variance: f64 = points.iter().map(|(x, _)| (x - mean_x).powi(2)).sum();
    covariance / variance
}

/// Returns the residual sum of squares of a straight-line fit.
fn residue(points: &[(f64, f64)]) -> f64 {
    if points.len() < 3 {
        return f64::INFINITY;
    }
    let slope = slope(points);
    let count = points.len() as f64;
    let mean_x = points.iter().map(|point| point.0).sum::<f64>() / count;
    let mean_y = points.iter().map(|point| point.1).sum::<f64>() / count;
    points.iter().map(|(x, y)| (y - mean_y - slope * (x - mean_x)).powi(2)).sum()
}

/// Returns the regime break in days: where the best fit changes from an exponential to a power law. Takes one value
/// per day, from day 1.
pub fn regime_break(daily: &[f64]) -> f64 {
    let point = |day: usize, log: bool| {
        let time = day as f64;
        (if log { libm::log(time) } else { time }, libm::log(daily[day - 1]))
    };
    let candidates = (8..=50).map(|half| f64::from(half) / 2.0);
    let residue_at = |bound: f64| {
        let early: Vec<_> = (1..=daily.len()).filter(|day| *day as f64 <= bound).map(|day| point(day, false)).collect();
        let late: Vec<_> = (1..=daily.len()).filter(|day| *day as f64 > bound).map(|day| point(day, true)).collect();
        residue(&early) + residue(&late)
    };
    candidates.min_by(|one, other| residue_at(*one).total_cmp(&residue_at(*other))).unwrap_or(0.0)
}

/// Returns the correlation of two lists.
pub fn correlation(one: &[f64], other: &[f64]) -> f64 {
    let mean = |list: &[f64]| list.iter().sum::<f64>() / list.len() as f64;
    let (mean_one, mean_other) = (mean(one), mean(other));
    let sum =
        |f: &dyn Fn(f64, f64) -> f64| one.iter().zip(other).map(|(a, b)| f(a - mean_one, b - mean_other)).sum::<f64>();
    sum(&|a, b| a * b) / (sum(&|a, _| a * a) * sum(&|_, b| b * b)).sqrt()
}

/// Returns the partial correlation of two lists, controlling for a third.
pub fn partial_correlation(one: &[f64], other: &[f64], fixed: &[f64]) -> f64 {
    let (r, a, b) = (correlation(one, other), correlation(one, fixed), correlation(other, fixed));
    (r - a * b) / ((1.0 - a * a) * (1.0 - b * b)).sqrt()
}

/// Returns the median.
pub fn median(mut list: Vec<f64>) -> f64 {
    list.sort_by(f64::total_cmp);
    list[list.len() / 2]
}

/// A plain random generator for experiments, independent of the world's keyed draws.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5851_F42D_4C95_7F2D)
    }

    /// Returns a uniform number in [0, 1).
    pub fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((bits ^ (bits >> 31)) >> 11) as f64 / 9_007_199_254_740_992.0
    }

    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    pub fn chance(&mut self, share: f64) -> bool {
        self.unit() < share
    }
}
