//! How a number is spread over many runs.

use serde::Serialize;

/// A sample of a number, sorted, with its quantiles.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Distribution {
    /// The smallest value.
    pub min: f64,
    /// A quarter lies below.
    pub lower: f64,
    /// Half lie below.
    pub median: f64,
    /// A quarter lies above.
    pub upper: f64,
    /// The largest value.
    pub max: f64,
    /// The mean.
    pub mean: f64,
}

impl Distribution {
    /// Returns the distribution of a sample.
    ///
    /// # Panics
    /// Where the sample is empty.
    pub fn of(sample: &[f64]) -> Self {
        assert!(!sample.is_empty(), "a distribution needs a sample");
        let mut sorted = sample.to_vec();
        sorted.sort_by(f64::total_cmp);
        #[expect(clippy::cast_precision_loss, reason = "samples are small")]
        let mean = sorted.iter().sum::<f64>() / sorted.len() as f64;
        let at = |share| quantile(&sorted, share);
        Distribution { min: at(0.0), lower: at(0.25), median: at(0.5), upper: at(0.75), max: at(1.0), mean }
    }
}

/// The value below which a share of a sorted sample lies, between two values in proportion.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "samples are small")]
    let place = share * (sorted.len() - 1) as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the sample")]
    let below = place as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (sorted[above] - sorted[below]) * (place - libm::floor(place))
}

/// Returns the share of pairs, one value from each sample, in which the first is not above the second; equal ones
/// count half. 0 where every value of `better` lies above every value of `worse`.
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
    fn quantiles_lie_where_they_should() {
        let spread = Distribution::of(&[3.0, 1.0, 2.0, 5.0, 4.0]);
        assert_eq!((spread.min, spread.lower, spread.median, spread.upper, spread.max), (1.0, 2.0, 3.0, 4.0, 5.0));
        assert!((Distribution::of(&[1.0, 2.0]).median - 1.5).abs() < 1e-12);
    }

    #[test]
    fn disorder_counts_the_pairs_in_the_wrong_order() {
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
