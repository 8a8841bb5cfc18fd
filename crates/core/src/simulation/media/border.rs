//! Foreign coverage: when media in other countries pick up the story.
//!
//! Once the breach is public, the story reaches the first foreign market after a Weibull-distributed time with
//! shape 0.40 and scale 16.2 h. This distribution passes through both points of a survey of 102 crisis advisers, in
//! which 28% of crises spread abroad within one hour and 69% within a day (Freshfields 2013; section 2.2 of
//! `docs/model.md`, band S6). The survey asked when a crisis first went abroad, so there is one draw per session
//! for the first crossing. Each of the other markets follows after an exponentially distributed delay of its own.
//! Foreign coverage adds no attention at home.
//!
//! Not modeled: languages, and in which markets the organization has customers.

use serde::Serialize;

use crate::scenario::Model;
use crate::simulation::random::{Luck, Purpose};
use crate::time::{LATEST, SimDuration, SimTime};

/// Times at which foreign markets pick up the story, earliest first; empty until the breach is public.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Border {
    crossings: Vec<SimTime>,
    crossed: usize,
}

impl Border {
    /// Draws the crossing times when the story becomes public. Later calls have no effect.
    pub(super) fn open(&mut self, model: &Model, luck: &Luck, now: SimTime) {
        if !self.crossings.is_empty() {
            return;
        }
        let first = now + hours(first_crossing(model, luck));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of markets")]
        let markets = model.border_markets.value as u64;
        let follow = |market| {
            let draw = luck.draw(Purpose::Border, market, SimTime::START);
            first + hours(-model.border_follow_hours.value * libm::log(1.0 - draw))
        };
        self.crossings = std::iter::once(first).chain((1..markets).map(follow)).collect();
        self.crossings.sort();
    }

    /// Returns whether the story reaches its first foreign market now.
    pub(super) fn cross(&mut self, now: SimTime) -> bool {
        let before = self.crossed;
        self.crossed = self.crossings.iter().take_while(|crossing| **crossing <= now).count();
        before == 0 && self.crossed > 0
    }
}

/// Draws the hours from publication to the first foreign market. The draw does not depend on when the breach
/// becomes public, so all branches of a what-if share it.
fn first_crossing(model: &Model, luck: &Luck) -> f64 {
    let draw = luck.draw(Purpose::Border, 0, SimTime::START);
    model.border_scale_hours.value * libm::pow(-libm::log(1.0 - draw), 1.0 / model.border_shape.value)
}

/// Converts hours to whole minutes, limited to the longest exercise.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the longest exercise")]
fn hours(length: f64) -> SimDuration {
    SimDuration::from_minutes((length * 60.0).clamp(0.0, f64::from(LATEST.minutes())) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::media::attention::tests::model;
    use crate::simulation::random::Seed;

    #[test]
    fn s6_a_quarter_to_a_third_cross_the_border_in_an_hour_and_two_thirds_in_a_day() {
        let model = model();
        let times: Vec<f64> = (0..2000).map(|seed| first_crossing(&model, &Luck::new(Seed(seed)))).collect();
        let share = |hours: f64| times.iter().map(|time| if *time <= hours { 1.0 } else { 0.0 }).sum::<f64>() / 2000.0;
        assert!((0.20..=0.36).contains(&share(1.0)), "{}", share(1.0));
        assert!((0.60..=0.78).contains(&share(24.0)), "{}", share(24.0));
    }

    #[test]
    fn every_market_follows_the_first_and_the_border_is_crossed_once() {
        let model = model();
        let mut border = Border::default();
        let luck = Luck::new(Seed(4));
        assert!(!border.cross(SimTime::from_minutes(5)), "the breach is not public yet");
        border.open(&model, &luck, SimTime::from_minutes(10));
        let drawn = border.crossings.clone();
        border.open(&model, &luck, SimTime::from_minutes(500));
        assert_eq!(border.crossings, drawn);
        assert_eq!(drawn.len(), 8);
        assert!(drawn[0] >= SimTime::from_minutes(10) && drawn.is_sorted());
        let crossings = (0..LATEST.minutes()).step_by(60).filter(|m| border.cross(SimTime::from_minutes(*m))).count();
        assert_eq!(crossings, 1);
    }
}
