//! Social listening: estimates of public sentiment, with sampling error.
//!
//! Every 15 minutes, the listening desk reads n posts and asks `sample_panel` people how much they trust the
//! organization. At an attention of 1, n is `sample_posts`; below that, it is proportionally smaller. The number of
//! negative posts is binomial with n and the true share. The mean of a panel of k people is normal with standard
//! deviation `sample_trust_spread / sqrt(k)`. Margins are half the width of the 95% confidence interval, for the
//! share of negative posts by the method of Agresti and Coull.
//!
//! Not modeled: the difference between people who post and people who buy.

use serde::Serialize;

use crate::scenario::Model;
use crate::simulation::random::{Luck, Purpose};
use crate::time::SimTime;

/// Half the width of a 95% confidence interval, in standard deviations.
const TWO_SIDED_95: f64 = 1.96;

/// Maximum number of posts per sample. Draws are keyed by post and time, so samples share no draws.
const MOST_POSTS: u32 = 1000;

/// One estimate of public sentiment.
#[derive(Clone, Copy, Debug, Serialize)]
pub(in crate::simulation) struct Sample {
    /// Time of the sample.
    pub(in crate::simulation) at: SimTime,
    /// Share of negative posts among those read.
    pub(in crate::simulation) negative: f64,
    /// Half the width of the 95% confidence interval of `negative`.
    pub(in crate::simulation) negative_margin: f64,
    /// Number of posts read.
    pub(in crate::simulation) post_count: u32,
    /// Mean trust among the people surveyed.
    pub(in crate::simulation) trust: f64,
    /// Half the width of the 95% confidence interval of `trust`.
    pub(in crate::simulation) trust_margin: f64,
}

/// Samples the share of negative posts and the mean trust, both 0 to 1.
pub(super) fn take(at: SimTime, (negative, trust): (f64, f64), attention: f64, luck: &Luck, model: &Model) -> Sample {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a thousand")]
    let post_count = (model.sample_posts.value * attention.clamp(0.0, 1.0)).round() as u32;
    let post_count = post_count.min(MOST_POSTS);
    let is_negative = |key: &u32| luck.draw(Purpose::SamplePosts, u64::from(*key), at) < negative;
    let found = (0..post_count).filter(is_negative).map(|_| 1.0).sum::<f64>();
    let error = model.sample_trust_spread.value / libm::sqrt(model.sample_panel.value.max(1.0));
    Sample {
        at,
        negative: if post_count == 0 { 0.0 } else { found / f64::from(post_count) },
        negative_margin: if post_count == 0 { 0.0 } else { share_margin(found, f64::from(post_count)) },
        post_count,
        trust: (trust + error * luck.normal(Purpose::SamplePanel, 0, at)).clamp(0.0, 1.0),
        trust_margin: TWO_SIDED_95 * error,
    }
}

fn share_margin(found: f64, count: f64) -> f64 {
    let wider = count + 4.0;
    let share = (found + 2.0) / wider;
    TWO_SIDED_95 * libm::sqrt(share * (1.0 - share) / wider)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::media::attention::tests::model;
    use crate::simulation::random::Seed;

    #[test]
    fn sampling_error_matches_the_stated_margin() {
        let model = model();
        for (negative, trust) in [(0.1, 0.7), (0.5, 0.4), (0.85, 0.2)] {
            let samples: Vec<Sample> = (0..2000)
                .map(|seed| take(SimTime::from_minutes(15), (negative, trust), 0.5, &Luck::new(Seed(seed)), &model))
                .collect();
            let share = |hit: &dyn Fn(&Sample) -> bool| {
                samples.iter().map(|sample| if hit(sample) { 1.0 } else { 0.0 }).sum::<f64>() / 2000.0
            };
            let negative_held = share(&|sample| (sample.negative - negative).abs() <= sample.negative_margin);
            let trust_held = share(&|sample| (sample.trust - trust).abs() <= sample.trust_margin);
            assert!((0.90..=0.99).contains(&negative_held), "{negative}: {negative_held}");
            assert!((0.93..=0.97).contains(&trust_held), "{trust}: {trust_held}");
            assert!(
                samples.iter().any(|sample| (sample.negative - negative).abs() > 0.02),
                "every sample equals the true value"
            );
        }
    }

    #[test]
    fn a_sample_without_posts_is_empty() {
        let sample = take(SimTime::START, (0.9, 0.5), 0.0, &Luck::new(Seed(1)), &model());
        assert_eq!(sample.post_count, 0);
        assert!(sample.negative <= 0.0);
    }
}
