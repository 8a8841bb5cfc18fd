//! Other news: how full the papers are without the breach.
//!
//! News pressure is counted in standard deviations from a mean day, from -3 (nothing else happens) to 3. On
//! a full day the same disclosure gets less attention (`model.md` 2.1, Foerderer and Schuetz 2022). What
//! attention makes of it is the matter of `simulation/media.rs`.

use crate::time::SimTime;

/// The most that other news can press, either way.
pub const HIGHEST: f64 = 3.0;

/// A stretch of time with more or less other news than usual.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pressure {
    /// From when.
    pub from: SimTime,
    /// Until when; no longer at this minute.
    pub until: SimTime,
    /// How much, in standard deviations.
    pub sd: f64,
}

/// Returns the pressure at a moment. Stretches that overlap add up, within the bounds.
pub(super) fn at(stretches: &[Pressure], moment: SimTime) -> f64 {
    let here = stretches.iter().filter(|stretch| stretch.from <= moment && moment < stretch.until);
    here.map(|stretch| stretch.sd).sum::<f64>().clamp(-HIGHEST, HIGHEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_that_overlap_add_up_within_bounds() {
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
