//! News pressure: the amount of competing news.
//!
//! News pressure is measured in standard deviations from an average day, from -3 (hardly any other news) to 3. The
//! higher it is, the less attention a disclosure receives (section 2.1 of `docs/model.md`, Foerderer and Schuetz
//! 2022). Its effect on attention is computed in `simulation/media`.

use crate::time::SimTime;

/// Maximum absolute value of news pressure.
pub const HIGHEST: f64 = 3.0;

/// A period with more or less competing news than usual.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pressure {
    /// Start of the period.
    pub from: SimTime,
    /// End of the period, exclusive.
    pub until: SimTime,
    /// News pressure, in standard deviations.
    pub sd: f64,
}

/// Returns the news pressure at a moment. Overlapping periods are added and the sum is clamped to ±[`HIGHEST`].
pub(super) fn at(stretches: &[Pressure], moment: SimTime) -> f64 {
    let here = stretches.iter().filter(|stretch| stretch.from <= moment && moment < stretch.until);
    here.map(|stretch| stretch.sd).sum::<f64>().clamp(-HIGHEST, HIGHEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlapping_stretches_add_up_within_bounds() {
        let stretch = |from: u32, until: u32, sd: f64| Pressure {
            from: SimTime::from_minutes(from),
            until: SimTime::from_minutes(until),
            sd,
        };
        let stretches = [stretch(0, 100, 1.0), stretch(50, 150, 1.5), stretch(60, 70, 2.0), stretch(90, 95, -2.5)];
        for (minute, expected) in [(0, 1.0), (50, 2.5), (65, 3.0), (90, 0.0), (100, 1.5), (149, 1.5), (150, 0.0)] {
            assert!((at(&stretches, SimTime::from_minutes(minute)) - expected).abs() < 1e-12, "{minute}");
        }
    }
}
