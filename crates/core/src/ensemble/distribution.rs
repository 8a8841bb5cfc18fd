//! Distributions of a value over many runs.

use serde::Serialize;

/// Quantiles and mean of a sample.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Distribution {
    /// Minimum.
    pub min: f64,
    /// Lower quartile.
    pub lower: f64,
    /// Median.
    pub median: f64,
    /// Upper quartile.
    pub upper: f64,
    /// Maximum.
    pub max: f64,
    /// Arithmetic mean.
    pub mean: f64,
}

impl Distribution {
    /// Returns the distribution of a sample.
    ///
    /// # Panics
    /// Panics if the sample is empty.
    pub fn of(sample: &[f64]) -> Self {
        assert!(!sample.is_empty(), "the sample of a distribution must not be empty");
        let mut sorted = sample.to_vec();
        sorted.sort_by(f64::total_cmp);
        #[expect(clippy::cast_precision_loss, reason = "samples are small")]
        let mean = sorted.iter().sum::<f64>() / sorted.len() as f64;
        let at = |share| quantile(&sorted, share);
        Distribution { min: at(0.0), lower: at(0.25), median: at(0.5), upper: at(0.75), max: at(1.0), mean }
    }
}

/// Returns a quantile of a sorted sample, with linear interpolation.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "samples are small")]
    let place = share * (sorted.len() - 1) as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the index is within the sample")]
    let below = place as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (sorted[above] - sorted[below]) * (place - libm::floor(place))
}

/// Returns the share of pairs, one value from each sample, in which the value from `better` is below the one from
/// `worse`; ties count half. It is 0 if every value of `better` is above every value of `worse`. This is the
/// Mann–Whitney U statistic divided by the number of pairs.
pub fn disorder(better: &[f64], worse: &[f64]) -> f64 {
    let pair = |high: f64, low: f64| match high.total_cmp(&low) {
        std::cmp::Ordering::Greater => 0.0,
        std::cmp::Ordering::Equal => 0.5,
        std::cmp::Ordering::Less => 1.0,
    };
    let sum: f64 = better.iter().flat_map(|high| worse.iter().map(move |low| pair(*high, *low))).sum();
    #[expect(clippy::cast_precision_loss, reason = "samples are small")]
    let count = (better.len() * worse.len()).max(1) as f64;
    sum / count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_match_known_values() {
        let spread = Distribution::of(&[3.0, 1.0, 2.0, 5.0, 4.0]);
        assert_eq!((spread.min, spread.lower, spread.median, spread.upper, spread.max), (1.0, 2.0, 3.0, 4.0, 5.0));
        assert!((Distribution::of(&[1.0, 2.0]).median - 1.5).abs() < 1e-12);
    }

    #[test]
    fn disorder_counts_misordered_pairs() {
        for (better, worse, expect) in [
            (&[3.0, 4.0][..], &[1.0, 2.0][..], 0.0),
            (&[1.0, 2.0], &[3.0, 4.0], 1.0),
            (&[1.0, 3.0], &[2.0], 0.5),
            (&[2.0], &[2.0], 0.5),
        ] {
            assert!((disorder(better, worse) - expect).abs() < 1e-12, "{better:?} over {worse:?}");
        }
    }
}
