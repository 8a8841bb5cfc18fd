//! A rumor ("is my card gone?") among people who have heard of the breach.
//!
//! The model extends SEIZ (Jin et al. 2013; section 4 of `docs/model.md`). The public that is aware of the breach
//! is split into four shares that add up to 1: susceptible S, exposed E, believers I and doubters Z. A is
//! attention, capped at 1; V is the information vacuum; spec is the specificity of official information. All are
//! between 0 and 1. Rates are per hour, integrated in steps of 15 minutes:
//!
//! ```text
//! S -> I   p b A S I + seed A V S                 S -> E   (1-p) b A S I + (1-l) d A S Z
//! S -> Z   l d A S Z + zeta spec S                E -> I   rho A E I + eps E
//! E -> Z   zeta spec E                            I -> Z   fade I
//! d = doubt (1 + information spec),  l = l0 + (1 - l0) spec / 2,  eps = incubation (1 + silence (1 - spec))
//! ```
//!
//! The constants are the model's `rumor_*` values: b is `contact`, p `at_once`, l0 `doubt_at_once`, rho
//! `persuasion` and zeta `official`; the others have their own names.
//!
//! Contact requires attention, so b, d and rho are multiplied by A. The seed, the flows caused by official
//! information and the fading are additions to SEIZ; without them, a rumor would neither start nor end. People who
//! become aware join the susceptible share, which dilutes the others. Every flow moves part of one share into
//! another, and no share loses more than it holds.
//!
//! Not modeled: the content of the rumor, and the contact network.

use serde::Serialize;

use super::attention::STEP_HOURS;
use crate::scenario::Model;

/// The four shares of the aware public.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(super) struct Rumor {
    susceptible: f64,
    exposed: f64,
    believing: f64,
    doubting: f64,
    aware: f64,
}

impl Default for Rumor {
    fn default() -> Self {
        Rumor { susceptible: 1.0, exposed: 0.0, believing: 0.0, doubting: 0.0, aware: 0.0 }
    }
}

/// Conditions that drive the rumor in one step.
#[derive(Clone, Copy, Debug)]
pub(super) struct Climate {
    /// Total attention in news and social networks.
    pub(super) attention: f64,
    /// Information vacuum, 0 to 1.
    pub(super) vacuum: f64,
    /// Specificity of what the organization has disclosed, 0 to 1.
    pub(super) specificity: f64,
    /// Share of customers who have heard of the breach.
    pub(super) aware: f64,
}

impl Rumor {
    /// Returns the share of the aware public that believes the rumor.
    pub(super) fn believing(&self) -> f64 {
        self.believing
    }

    /// Advances by 15 minutes.
    pub(super) fn step(&mut self, climate: Climate, model: &Model) {
        self.admit(climate.aware);
        let told = climate.specificity.clamp(0.0, 1.0);
        let attention = climate.attention.clamp(0.0, 1.0);
        let contact = attention * model.rumor_contact.value * self.believing;
        let doubt = attention * model.rumor_doubt.value * (1.0 + model.rumor_information.value * told) * self.doubting;
        let at_once = model.rumor_at_once.value;
        let doubt_at_once = model.rumor_doubt_at_once.value;
        let doubt_at_once = doubt_at_once + 0.5 * (1.0 - doubt_at_once) * told;
        let official = model.rumor_official.value * told;
        let incubation = model.rumor_incubation.value * (1.0 + model.rumor_silence.value * (1.0 - told));
        let seed = model.rumor_seed.value * attention * climate.vacuum;
        let to_believe = at_once * contact + seed;
        let to_expose = (1.0 - at_once) * contact + (1.0 - doubt_at_once) * doubt;
        let to_doubt = doubt_at_once * doubt + official;
        let [believe, expose, doubt] = flows(self.susceptible, [to_believe, to_expose, to_doubt]);
        let ripe = attention * model.rumor_persuasion.value * self.believing + incubation;
        let [ripen, sober, _] = flows(self.exposed, [ripe, official, 0.0]);
        let [fade, _, _] = flows(self.believing, [model.rumor_fade.value, 0.0, 0.0]);
        self.exposed += expose - ripen - sober;
        self.believing += believe + ripen - fade;
        self.doubting += doubt + sober + fade;
        self.susceptible = (1.0 - self.exposed - self.believing - self.doubting).max(0.0);
    }

    /// Adds newly aware people to the susceptible share.
    fn admit(&mut self, aware: f64) {
        if aware > self.aware {
            let kept = self.aware / aware;
            self.exposed *= kept;
            self.believing *= kept;
            self.doubting *= kept;
            self.susceptible = 1.0 - self.exposed - self.believing - self.doubting;
        }
        self.aware = aware;
    }
}

/// Splits the outflow of a share in one step among three rates per hour. The outflow never exceeds the share.
fn flows(share: f64, rates: [f64; 3]) -> [f64; 3] {
    let total: f64 = rates.iter().sum();
    if total <= 0.0 {
        return [0.0; 3];
    }
    let leaving = share * (1.0 - libm::exp(-total * STEP_HOURS));
    rates.map(|rate| leaving * rate / total)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::simulation::media::attention::tests::model;

    fn after_days(days: u32, specificity: f64, vacuum: f64) -> Rumor {
        let model = model();
        let mut rumor = Rumor::default();
        for _ in 0..days * 96 {
            rumor.step(Climate { attention: 0.8, vacuum, specificity, aware: 0.5 }, &model);
        }
        rumor
    }

    #[test]
    fn silence_makes_a_rumor_grow_and_specific_information_contains_it() {
        let (silent, told) = (after_days(2, 0.0, 0.8), after_days(2, 0.8, 0.2));
        let alarm = model().rumor_alarm.value;
        assert!(silent.believing() > alarm, "{silent:?}");
        assert!(told.believing() < alarm, "{told:?}");
    }

    #[test]
    fn rumors_need_attention_and_eventually_end() {
        let mut rumor = Rumor::default();
        let quiet = Climate { attention: 0.0, vacuum: 1.0, specificity: 0.0, aware: 0.5 };
        rumor.step(quiet, &model());
        assert!(rumor.believing() <= 0.0);
        let mut big = after_days(2, 0.0, 0.8);
        let before = big.believing();
        (0..60 * 96).for_each(|_| big.step(quiet, &model()));
        assert!(big.believing() < 0.1 * before, "{big:?}");
    }

    proptest! {
        #[test]
        fn the_four_shares_always_add_up_to_one(
            climates in prop::collection::vec((0.0..3.0, 0.0..1.0, 0.0..1.0, 0.0..1.0), 1..300),
        ) {
            let model = model();
            let mut rumor = Rumor::default();
            for (attention, vacuum, specificity, aware) in climates {
                rumor.step(Climate { attention, vacuum, specificity, aware }, &model);
                let shares = [rumor.susceptible, rumor.exposed, rumor.believing, rumor.doubting];
                prop_assert!(shares.iter().all(|share| (-1e-12..=1.0 + 1e-12).contains(share)), "{rumor:?}");
                prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9, "{rumor:?}");
            }
        }
    }
}
