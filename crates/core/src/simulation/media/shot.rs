//! Shots: the attention that a single news item generates over time.
//!
//! A shot of size `S` at time `t_e` forces the mainstream channel by `S psi(t - t_e)` (section 2.2 of
//! `docs/model.md`), where s is the age in hours:
//!
//! ```text
//! psi(s) = (1 - e^(-s/rise)) e^(-s/decay)                              for s <= tail_after
//!        = (1 - e^(-s/rise)) e^(-tail_after/decay) (s/tail_after)^-p   for s >  tail_after
//! ```
//!
//! The curve is continuous: an exponential for ten days, then a power law (Igarashi et al. 2022; Crane & Sornette
//! 2008).
//!
//! To bound the cost, shots that have reached their tail are merged by day of origin, at their size-weighted mean
//! time. A single shot per day stays exact, and merging several changes the sum by less than 1%. A run of 400 days
//! therefore never sums more than 400 tails.
//!
//! Not modeled: overlap between reports about the same event.

use serde::Serialize;

use crate::scenario::Model;
use crate::time::SimTime;

/// Shape of a shot as a function of its age.
#[derive(Clone, Copy, Debug)]
pub(super) struct Forcing {
    rise: f64,
    decay: f64,
    tail_after: f64,
    tail_exponent: f64,
}

impl Forcing {
    pub(super) fn of(model: &Model) -> Self {
        Forcing {
            rise: model.news_rise_hours.value,
            decay: model.news_decay_hours.value,
            tail_after: model.news_tail_after_hours.value,
            tail_exponent: model.news_tail_exponent.value,
        }
    }

    /// Returns the forcing of a shot of size 1 at the given age in hours.
    pub(super) fn psi(&self, age: f64) -> f64 {
        let risen = 1.0 - libm::exp(-age / self.rise);
        if age <= self.tail_after {
            return risen * libm::exp(-age / self.decay);
        }
        risen * libm::exp(-self.tail_after / self.decay) * libm::pow(age / self.tail_after, -self.tail_exponent)
    }
}

/// All shots so far.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Shots {
    young: Vec<Shot>,
    tails: Vec<Shot>,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct Shot {
    hours: f64,
    size: f64,
}

impl Shot {
    fn day(&self) -> f64 {
        (self.hours / 24.0).floor()
    }
}

impl Shots {
    /// Adds a shot. Shots of size 0 are ignored.
    pub(super) fn strike(&mut self, at: SimTime, size: f64) {
        if size > 0.0 {
            self.young.push(Shot { hours: at.hours(), size });
        }
    }

    /// Returns the total forcing at a moment, after merging old shots into their tails.
    pub(super) fn force(&mut self, forcing: &Forcing, now: SimTime) -> f64 {
        let hours = now.hours();
        let old = self.young.iter().take_while(|shot| hours - shot.hours > forcing.tail_after).count();
        for shot in self.young.drain(..old) {
            match self.tails.last_mut().filter(|tail| tail.day().total_cmp(&shot.day()).is_eq()) {
                Some(tail) => {
                    let size = tail.size + shot.size;
                    *tail = Shot { hours: (tail.hours * tail.size + shot.hours * shot.size) / size, size };
                }
                None => self.tails.push(shot),
            }
        }
        self.tails.iter().chain(&self.young).map(|shot| shot.size * forcing.psi(hours - shot.hours)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::media::attention::tests::model;

    #[test]
    fn a_shot_is_continuous_at_the_start_of_its_tail() {
        let forcing = Forcing::of(&model());
        let (before, after) = (forcing.psi(forcing.tail_after), forcing.psi(forcing.tail_after + 1e-6));
        assert!((before - after).abs() < 1e-9, "{before} {after}");
    }

    #[test]
    fn a_year_of_daily_news_merges_into_few_tails_without_loss() {
        let forcing = Forcing::of(&model());
        let mut shots = Shots::default();
        let mut plain = 0.0;
        let now = SimTime::from_minutes(400 * 24 * 60);
        for hour in (0..400 * 24).step_by(2) {
            let at = SimTime::from_minutes(hour * 60);
            shots.strike(at, 0.5);
            plain += 0.5 * forcing.psi(now.since(at).hours());
        }
        let merged = shots.force(&forcing, now);
        assert!(shots.tails.len() <= 400 && shots.young.len() < 130, "{}", shots.tails.len());
        assert!((merged / plain - 1.0).abs() < 0.01, "merged: {merged}, unmerged: {plain}");
    }
}
