//! Share price of a listed organization, relative to StartEx and adjusted for market movements.
//!
//! The first public statement or leak causes an abnormal return on day 0. In percent, it follows a Student t
//! distribution with 3 degrees of freedom around a location, multiplied by a congestion factor for other news of z
//! standard deviations (sections 2.3 and 7 of `docs/model.md`, acceptance band S18):
//!
//! ```text
//! r = exp(-1.4 z) (location + 0.8 t3)     location = -(0.3 + 0.5 severity + 0.8 blame + 0.7 disclosed by others)
//! ```
//!
//! Later shocks add up: bad news of size k adds `k` times such a return, computed with the blame at that time. The
//! share `share_returns` of the first fall is recovered evenly over 10 to 60 days. A new shock restarts this period
//! for the remainder. News outside trading hours moves the price when trading opens. Not modeled: drift before a
//! leak, trading volume and the rest of the market.

use serde::Serialize;

use crate::scenario::{Model, Scenario};
use crate::simulation::random::{Luck, Purpose};
use crate::time::SimTime;

/// Public view of the organization when a shock arrives; severity and blame are 0 to 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    pub(super) severity: f64,
    pub(super) blame: f64,
    /// Whether a third party disclosed the breach first.
    pub(super) told_on: bool,
    /// Volume of other news, in standard deviations.
    pub(super) pressure: f64,
}

/// Returns the abnormal return of day 0, in percent, for a draw from the t distribution with 3 degrees of freedom.
pub(super) fn abnormal_return(view: View, student: f64, model: &Model) -> f64 {
    let told_on = if view.told_on { model.share_told_on.value } else { 0.0 };
    let location = -(model.share_base.value
        + model.share_severity.value * view.severity
        + model.share_blame.value * view.blame
        + told_on);
    let congestion = libm::exp(-model.share_congestion.value * view.pressure);
    congestion * (location + model.share_spread.value * student)
}

/// Draws from Student's t distribution with 3 degrees of freedom.
pub(super) fn student(luck: &Luck, key: u64, at: SimTime) -> f64 {
    let [top, a, b, c] = [0, 1, 2, 3].map(|n| luck.normal(Purpose::SharePrice, 4 * key + n, at));
    top / libm::sqrt(((a * a + b * b + c * c) / 3.0).max(1e-12))
}

/// The share price, shocks waiting for trading to open, and the recovery in progress.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Share {
    price: f64,
    pending: f64,
    shocked: bool,
    returning: f64,
    return_days: f64,
    minutes_quiet: f64,
    shock_count: u64,
}

impl Default for Share {
    fn default() -> Self {
        Share {
            price: 1.0,
            pending: 0.0,
            shocked: false,
            returning: 0.0,
            return_days: 0.0,
            minutes_quiet: 0.0,
            shock_count: 0,
        }
    }
}

impl Share {
    pub(super) fn price(&self) -> f64 {
        self.price
    }

    /// Adds a shock. The first one always has size 1, regardless of its size as news.
    pub(super) fn shock(&mut self, view: View, size: f64, luck: &Luck, at: SimTime, model: &Model) {
        let size = if self.shocked { size } else { 1.0 };
        let change = size * abnormal_return(view, student(luck, self.shock_count, at), model) / 100.0;
        self.shock_count += 1;
        self.pending += change;
        if !self.shocked {
            self.shocked = true;
            self.returning = model.share_returns.value * (-change).max(0.0);
            let (soonest, latest) = (model.share_return_soonest_days.value, model.share_return_latest_days.value);
            let draw = luck.draw(Purpose::ShareReturn, 0, SimTime::START);
            self.return_days = soonest + (latest - soonest) * draw;
        }
        self.minutes_quiet = 0.0;
    }

    /// Advances the price by one minute.
    pub(super) fn trade(&mut self, scenario: &Scenario, now: SimTime) {
        if is_open(scenario, now) {
            self.price = (self.price + std::mem::take(&mut self.pending)).max(0.01);
        }
        if self.returning > 0.0 {
            let minutes = self.return_days * 24.0 * 60.0;
            // The rest is recovered evenly over the remaining days. Every shock restarts the period.
            let left = (minutes - self.minutes_quiet).max(1.0);
            let back = self.returning / left;
            self.minutes_quiet += 1.0;
            self.returning = (self.returning - back).max(0.0);
            self.price += back;
        }
    }
}

/// Returns whether the exchange is open.
fn is_open(scenario: &Scenario, now: SimTime) -> bool {
    let hour = scenario.calendar.hour_of_day(now);
    let (opens, closes) = (scenario.model.share_opening_hour.value, scenario.model.share_closing_hour.value);
    !scenario.calendar.is_weekend(now) && (opens..closes).contains(&hour)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::load;
    use crate::scenario::source::BuiltIn;
    use crate::simulation::media::attention::tests::model;
    use crate::simulation::random::Seed;
    use crate::time::LATEST;

    fn view(pressure: f64) -> View {
        View { severity: 0.7, blame: 0.5, told_on: true, pressure }
    }

    fn median(mut values: Vec<f64>) -> f64 {
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    }

    fn median_return(view: View) -> f64 {
        let model = model();
        median(
            (0..999)
                .map(|seed| abnormal_return(view, student(&Luck::new(Seed(seed)), 0, SimTime::START), &model))
                .collect(),
        )
    }

    #[test]
    fn s18_competing_news_removes_half_to_five_sixths_of_the_reaction() {
        let ratio = median_return(view(1.0)) / median_return(view(0.0));
        assert!((0.15..=0.5).contains(&ratio), "{ratio}");
    }

    #[test]
    fn blame_and_exposure_deepen_the_fall() {
        let calm = View { severity: 0.0, blame: 0.0, told_on: false, pressure: 0.0 };
        assert!((median_return(calm) - -0.3).abs() < 0.15, "{}", median_return(calm));
        assert!(median_return(View { blame: 1.0, ..calm }) < median_return(calm) - 0.5);
        assert!(median_return(View { told_on: true, ..calm }) < median_return(calm) - 0.5);
    }

    #[test]
    fn draws_follow_students_t_with_three_degrees_of_freedom() {
        let draws: Vec<f64> = (0..20_000).map(|key| student(&Luck::new(Seed(5)), key, SimTime::START)).collect();
        let beyond = |bound: f64| draws.iter().map(|t| if t.abs() > bound { 1.0 } else { 0.0 }).sum::<f64>() / 20_000.0;
        assert!((beyond(3.182) - 0.05).abs() < 0.006, "{}", beyond(3.182));
        assert!((beyond(0.765) - 0.5).abs() < 0.015, "{}", beyond(0.765));
    }

    #[test]
    fn six_tenths_of_the_fall_recover_in_ten_to_sixty_days_unless_a_shock_delays_it() {
        let scenario = load(&BuiltIn::Scenario("black_friday_skimmer".to_owned())).unwrap().output;
        let grave = View { severity: 1.0, blame: 1.0, told_on: true, pressure: 0.0 };
        let mut falls = 0;
        for seed in 0..20 {
            let luck = Luck::new(Seed(seed));
            let mut share = Share::default();
            share.shock(grave, 1.0, &luck, SimTime::START, &scenario.model);
            let fall = -share.pending;
            if fall <= 0.001 {
                continue;
            }
            falls += 1;
            let mut shaken = share.clone();
            let mut complete = None;
            for minute in 0..LATEST.minutes() / 4 {
                let now = SimTime::from_minutes(minute);
                share.trade(&scenario, now);
                if minute == 9 * 24 * 60 {
                    shaken.shock(grave, 0.0, &luck, now, &scenario.model);
                }
                shaken.trade(&scenario, now);
                if share.returning <= 0.0 && complete.is_none() {
                    complete = Some(now.hours() / 24.0);
                    assert!(shaken.price() < share.price(), "a new shock must delay the recovery");
                }
            }
            let days = complete.expect("the recovery must end");
            assert!((10.0..=60.1).contains(&days), "{days}");
            assert!((share.price() - (1.0 - 0.4 * fall)).abs() < 1e-9, "{}", share.price());
        }
        assert!(falls > 10);
    }
}
