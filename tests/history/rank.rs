//! Rank correlation and its bootstrap interval.

/// Returns the ranks of values; ties share their mean rank.
fn ranks(values: &[f64]) -> Vec<f64> {
    let rank = |value: &f64| {
        let below = values.iter().filter(|other| *other < value).count() as f64;
        let equal = values.iter().filter(|other| other.total_cmp(value).is_eq()).count() as f64;
        below + f64::midpoint(equal, 1.0)
    };
    values.iter().map(rank).collect()
}

/// Returns Spearman's rank correlation of pairs, or 0 if one side is constant.
pub fn spearman(pairs: &[(f64, f64)]) -> f64 {
    let (one, other): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (one, other) = (ranks(&one), ranks(&other));
    let mean = f64::midpoint(one.len() as f64, 1.0);
    let sum = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(x, y)| (x - mean) * (y - mean)).sum::<f64>();
    let spread = (sum(&one, &one) * sum(&other, &other)).sqrt();
    if spread > 0.0 { sum(&one, &other) / spread } else { 0.0 }
}

/// Returns the 5th and 95th percentile of the correlation over resampled pairs.
pub fn interval(pairs: &[(f64, f64)]) -> (f64, f64) {
    const RESAMPLES: u64 = 2000;
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut pick = |count: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % count
    };
    let mut found: Vec<f64> = (0..RESAMPLES)
        .map(|_| spearman(&(0..pairs.len()).map(|_| pairs[pick(pairs.len())]).collect::<Vec<_>>()))
        .collect();
    found.sort_by(f64::total_cmp);
    (found[found.len() / 20], found[found.len() - 1 - found.len() / 20])
}
