//! Attention in the news and on social networks, computed in steps of 15 minutes.
//!
//! The model follows section 2.4 of `docs/model.md`: the mean of a mutually exciting (Hawkes) process, discretized
//! to a quarter of an hour. Two channels, mainstream media m and social networks s, excite themselves and each
//! other. `n_xy` is the gain of channel x from channel y, `a_xy` is the attention of y filtered with the kernel of x,
//! and f is the forcing by news items ([`super::shot`]):
//!
//! ```text
//! m  = f + n_mm a_mm + n_ms a_ms
//! s  =     n_ss a_ss + n_sm a_sm                 a_sm delayed by 45 minutes
//! a += (1 - e^(-dt/tau)) (y - a)                 tau: time constant of x; y: attention of channel y
//! ```
//!
//! Two further channels are derived from these and do not feed back, because the two-channel model is the one that
//! meets calibration bands S1 to S5. The trade press follows the forcing alone, since it does not copy the crowd.
//! Search interest follows m + s through its own, slowly decaying kernel.
//!
//! A *hot topic* (anger, novelty, signs of a cover-up) multiplies all four gains by the same factor, chosen so that
//! their spectral radius grows by exactly the given increment. The radius is capped below 1; at 1, attention would
//! sustain itself forever. The unit of attention is the size of the first shot.

use serde::Serialize;

use crate::scenario::Model;

/// Hours per step.
pub(super) const STEP_HOURS: f64 = 0.25;

/// Gains, kernels and delay in the form used by [`Attention::step`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Recipe {
    news_of_news: f64,
    news_of_social: f64,
    social_of_news: f64,
    social_of_social: f64,
    news_weight: f64,
    social_weight: f64,
    search_weight: f64,
    trade_share: f64,
    lag: usize,
    ceiling: f64,
}

impl Recipe {
    pub(crate) fn of(model: &Model) -> Self {
        let weight = |hours: f64| 1.0 - libm::exp(-STEP_HOURS / hours);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few steps")]
        let lag = (model.news_to_social_delay_hours.value / STEP_HOURS) as usize;
        Recipe {
            news_of_news: model.news_to_news.value,
            news_of_social: model.social_to_news.value,
            social_of_news: model.news_to_social.value,
            social_of_social: model.social_to_social.value,
            news_weight: weight(model.news_kernel_hours.value),
            social_weight: weight(model.social_kernel_hours.value),
            search_weight: weight(model.search_kernel_hours.value),
            trade_share: model.trade_share.value,
            lag,
            ceiling: model.heat_ceiling.value,
        }
    }

    /// Returns the spectral radius of the gain matrix. Below 1, each generation of triggered items is smaller than
    /// the one before.
    pub(crate) fn radius(&self) -> f64 {
        let middle = 0.5 * (self.news_of_news + self.social_of_social);
        let half = 0.5 * (self.news_of_news - self.social_of_social);
        middle + libm::sqrt(half * half + self.news_of_social * self.social_of_news)
    }

    /// Returns the recipe for a hot topic, with the spectral radius raised by `increment` up to a ceiling below 1.
    pub(crate) fn heated(mut self, increment: f64) -> Self {
        let radius = self.radius();
        if radius > 0.0 {
            // With a radius of 1 or more, a story would never end. The limit holds for any constants in a scenario.
            let wanted = (radius + increment.max(0.0)).min(self.ceiling.max(radius)).min(0.95);
            let factor = wanted / radius;
            self.news_of_news *= factor;
            self.news_of_social *= factor;
            self.social_of_news *= factor;
            self.social_of_social *= factor;
        }
        self
    }
}

/// Attention in all channels, with the filtered excitation behind it.
#[derive(Clone, Debug, Default, Serialize)]
pub(crate) struct Attention {
    news_of_news: f64,
    news_of_social: f64,
    social_of_social: f64,
    social_of_news: f64,
    recent_news: Vec<f64>,
    /// Attention in mainstream media.
    pub(crate) news: f64,
    /// Attention on social networks.
    pub(crate) social: f64,
    /// Attention in the trade press.
    pub(crate) trade: f64,
    /// Search interest.
    pub(crate) search: f64,
}

impl Attention {
    /// Advances by 15 minutes.
    pub(crate) fn step(&mut self, recipe: &Recipe, forcing: f64) {
        let news = forcing + recipe.news_of_news * self.news_of_news + recipe.news_of_social * self.news_of_social;
        let social = recipe.social_of_social * self.social_of_social + recipe.social_of_news * self.social_of_news;
        self.recent_news.push(news);
        let delayed = self.recent_news.len().checked_sub(recipe.lag.max(1)).map_or(0.0, |at| self.recent_news[at]);
        if self.recent_news.len() >= recipe.lag.max(1) {
            self.recent_news.remove(0);
        }
        self.news_of_news += recipe.news_weight * (news - self.news_of_news);
        self.news_of_social += recipe.news_weight * (social - self.news_of_social);
        self.social_of_social += recipe.social_weight * (social - self.social_of_social);
        self.social_of_news += recipe.social_weight * (delayed - self.social_of_news);
        self.news = news;
        self.social = social;
        self.trade = recipe.trade_share * forcing;
        self.search += recipe.search_weight * (news + social - self.search);
    }
}

#[cfg(test)]
pub(in crate::simulation) mod tests {
    use super::*;
    use crate::scenario::file::dialect;
    use crate::simulation::media::shot::{Forcing, Shots};
    use crate::time::SimTime;

    /// Returns the built-in model constants.
    pub(in crate::simulation) fn model() -> Model {
        let text = include_str!("../../../../../assets/model/default.ron");
        dialect().from_str(text).unwrap()
    }

    /// Returns attention after a single shot of size 1 as (hours, m, s) for each step over 90 days.
    fn single_story() -> Vec<(f64, f64, f64)> {
        let model = model();
        let (recipe, forcing) = (Recipe::of(&model), Forcing::of(&model));
        let mut shots = Shots::default();
        shots.strike(SimTime::START, 1.0);
        let mut attention = Attention::default();
        let step = |minute| {
            let now = SimTime::from_minutes(minute);
            attention.step(&recipe, shots.force(&forcing, now));
            (now.hours(), attention.news, attention.social)
        };
        (0..90 * 24 * 60).step_by(15).map(step).collect()
    }

    fn peak(story: &[(f64, f64, f64)], of: impl Fn(&(f64, f64, f64)) -> f64) -> f64 {
        story.iter().max_by(|a, b| of(a).total_cmp(&of(b))).unwrap().0
    }

    /// Fits y on x by least squares and returns the slope and the sum of squared errors.
    fn fit(points: &[(f64, f64)]) -> (f64, f64) {
        let count = points.iter().map(|_| 1.0).sum::<f64>();
        let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
        let (x, y) = (mean(|point| point.0), mean(|point| point.1));
        let slope = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum::<f64>()
            / points.iter().map(|point| (point.0 - x).powi(2)).sum::<f64>();
        (slope, points.iter().map(|point| (point.1 - y - slope * (point.0 - x)).powi(2)).sum())
    }

    /// Returns log attention once a day as (day, ln(m + s)).
    fn daily(story: &[(f64, f64, f64)], from: u32, to: u32) -> Vec<(f64, f64)> {
        (from..=to)
            .map(|day| (f64::from(day), libm::log(story[day as usize * 96].1 + story[day as usize * 96].2)))
            .collect()
    }

    #[test]
    fn s1_the_social_peak_follows_the_news_peak_by_one_to_four_hours() {
        let story = single_story();
        let lag = peak(&story, |step| step.2) - peak(&story, |step| step.1);
        assert!((1.0..=4.0).contains(&lag), "{lag} h");
        assert!((lag - 2.75).abs() < 0.01, "expected a lag of 2.75 h (section 2.4 of docs/model.md), got {lag} h");
    }

    #[test]
    fn s2_half_of_a_story_is_read_within_two_days() {
        let story = single_story();
        let total: f64 = story.iter().map(|step| step.1).sum();
        let mut sum = 0.0;
        let half = story.iter().find(|step| {
            sum += step.1;
            sum >= 0.5 * total
        });
        let hours = half.unwrap().0;
        assert!((24.0..=48.0).contains(&hours), "{hours} h");
    }

    #[test]
    fn s3_a_single_story_stays_above_a_tenth_of_its_peak_for_five_to_ten_days() {
        let story = single_story();
        let top = story.iter().map(|step| step.1 + step.2).fold(0.0, f64::max);
        let days = story.iter().rev().find(|step| step.1 + step.2 > 0.1 * top).unwrap().0 / 24.0;
        assert!((5.0..=10.0).contains(&days), "{days} d");
    }

    #[test]
    fn s4_the_tail_is_a_power_law() {
        let points: Vec<(f64, f64)> = single_story()
            .into_iter()
            .filter(|step| (12.0 * 24.0..=60.0 * 24.0).contains(&step.0))
            .map(|step| (libm::log(step.0), libm::log(step.1 + step.2)))
            .collect();
        let (slope, _) = fit(&points);
        assert!((-1.8..=-1.0).contains(&slope), "{slope}");
    }

    #[test]
    fn s5_the_exponential_turns_into_a_power_law_after_nine_to_thirteen_days() {
        let points = daily(&single_story(), 1, 60);
        let error = |half_days: &u32| {
            let at = f64::from(*half_days) / 2.0;
            let early: Vec<(f64, f64)> = points.iter().filter(|point| point.0 <= at).copied().collect();
            let late: Vec<(f64, f64)> =
                points.iter().filter(|point| point.0 > at).map(|point| (libm::log(point.0), point.1)).collect();
            fit(&early).1 + fit(&late).1
        };
        let best = (8..=50).min_by(|a, b| error(a).total_cmp(&error(b))).unwrap();
        let days = f64::from(best) / 2.0;
        assert!((9.0..=13.0).contains(&days), "{days} d");
    }

    #[test]
    fn attention_stays_subcritical_even_for_the_hottest_topic() {
        let recipe = Recipe::of(&model());
        assert!((0.5..0.65).contains(&recipe.radius()), "{}", recipe.radius());
        for increment in [0.0, 0.1, 0.15, 0.45, 7.0] {
            let heated = recipe.heated(increment);
            assert!(heated.radius() < 1.0 && heated.radius() >= recipe.radius() - 1e-12, "{increment}");
        }
        let warm = recipe.heated(0.15).radius() - recipe.radius();
        assert!((warm - 0.15).abs() < 1e-9, "{warm}");
    }

    #[test]
    fn a_hot_topic_lasts_longer() {
        let model = model();
        let volume = |increment: f64| {
            let recipe = Recipe::of(&model).heated(increment);
            let mut attention = Attention::default();
            let steps = (0..2000).map(|step| {
                attention.step(&recipe, if step < 4 { 1.0 } else { 0.0 });
                attention.news + attention.social
            });
            steps.sum::<f64>()
        };
        assert!(volume(0.15) > 1.2 * volume(0.0));
    }
}
