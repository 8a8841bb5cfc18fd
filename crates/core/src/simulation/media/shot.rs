//! Shots: what one piece of news adds to the attention of the news, and for how long.
//!
//! A shot of size `S` at time `t_e` forces the mainstream channel by `S psi(t - t_e)` (`model.md` 2.2), with
//! s the age in hours:
//!
//! ```text
//! psi(s) = (1 - e^(-s/rise)) e^(-s/decay)                            up to the break at `tail_after`
//!        = (1 - e^(-s/rise)) e^(-tail_after/decay) (s/tail_after)^-p  from then on
//! ```
//!
//! It is continuous at the break: exponential for ten days, then a power law (Igarashi et al. 2022; Crane &
//! Sornette 2008). Shots whose tail has begun are merged by the day they fell on, at their center of weight: a
//! lone shot stays exact, several of one day lose less than a hundredth, and a run of 400 days never sums more
//! than 400 tails however much was reported. Ignored: that two reports of the same thing overlap.

use serde::Serialize;

use crate::scenario::Model;
use crate::time::SimTime;

/// The shape of a shot over its age.
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

    /// Returns the forcing of a shot of size 1 at this age in hours.
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
    /// Adds a shot; one without a size leaves no trace.
    pub(super) fn strike(&mut self, at: SimTime, size: f64) {
        if size > 0.0 {
            self.young.push(Shot { hours: at.hours(), size });
        }
    }

    /// Returns the forcing of all shots at a moment, and lets the old ones pass into their tails.
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
    fn a_shot_is_continuous_where_its_tail_begins() {
        let forcing = Forcing::of(&model());
        let (before, after) = (forcing.psi(forcing.tail_after), forcing.psi(forcing.tail_after + 1e-6));
        assert!((before - after).abs() < 1e-9, "{before} {after}");
    }

    #[test]
    fn a_year_of_daily_news_is_summed_from_few_tails_and_nothing_is_lost() {
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
        assert!((merged / plain - 1.0).abs() < 0.01, "{merged} against {plain}");
    }
}
