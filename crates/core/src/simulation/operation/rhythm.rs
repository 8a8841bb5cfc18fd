//! Daily and weekly pattern of shop traffic.

use crate::scenario::Scenario;
use crate::time::SimTime;

/// Returns the traffic relative to its mean over a week.
pub(in crate::simulation) fn rhythm(scenario: &Scenario, now: SimTime) -> f64 {
    let weekend = scenario.model.revenue_weekend.value;
    let day = if scenario.calendar.is_weekend(now) { weekend } else { (7.0 - 2.0 * weekend) / 5.0 };
    day * rhythm_of_day(scenario, now)
}

fn rhythm_of_day(scenario: &Scenario, now: SimTime) -> f64 {
    let hour = scenario.calendar.hour_of_day(now);
    1.0 + (scenario.model.revenue_peak.value - 1.0) * libm::cos(std::f64::consts::TAU * (hour - 20.0) / 24.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load;
    use crate::scenario::source::BuiltIn;

    #[test]
    fn the_weekly_rhythm_averages_one() {
        let scenario = load(&BuiltIn::Scenario("black_friday_skimmer".to_owned())).unwrap().output;
        let minutes = 7 * 24 * 60;
        let sum: f64 = (0..minutes).map(|minute| rhythm(&scenario, SimTime::from_minutes(minute))).sum();
        assert!((sum / f64::from(minutes) - 1.0).abs() < 1e-9);
    }
}
