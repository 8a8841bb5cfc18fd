//! Narratives: recurring messages in customers' posts.
//!
//! Each of five kinds has a strength n between 0 and 1. It is updated every minute from a driver o (0 to 1) and the
//! social attention A, capped at 1:
//!
//! ```text
//! n' = growth A o (1 - n) - (ln 2 / half-life) n                per hour
//! o  = cover-up    suspicion + V (1 - C) / 2                    V: information vacuum, C: credibility
//!      negligence  2 R anger                                    R: responsibility
//!      fraud       fear / 2 + share believing the rumor
//!      waiting     wait in the call center, in hours / 4
//!      praise      C S E                                        S: specificity, E: empathy
//! ```
//!
//! Each driver is capped at 1. Anger and fear are means over aware customers. A narrative forms above
//! `narrative_forms` and fades below `narrative_fades`. A round of replies of quality q multiplies each negative
//! narrative by `1 - narrative_reply q`, so template replies (q near 0) have almost no effect.
//!
//! Not modeled: who starts a narrative, and narratives displacing each other.

use serde::Serialize;

use crate::scenario::Model;
use crate::timeline::NarrativeKind;

/// Drivers of the narratives in one minute. All shares are 0 to 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Occasion {
    /// Attention on social networks.
    pub(super) attention: f64,
    /// Public suspicion of a cover-up.
    pub(super) suspicion: f64,
    /// Information vacuum.
    pub(super) vacuum: f64,
    /// Credibility, specificity, empathy and responsibility of the organization.
    pub(super) credibility: f64,
    pub(super) specificity: f64,
    pub(super) empathy: f64,
    pub(super) responsibility: f64,
    /// Mean anger and fear of aware customers.
    pub(super) anger: f64,
    pub(super) fear: f64,
    /// Share of the aware public that believes a rumor.
    pub(super) rumor: f64,
    /// Wait in the call center, in hours.
    pub(super) wait: f64,
}

impl Occasion {
    fn of(&self, kind: NarrativeKind) -> f64 {
        let occasion = match kind {
            NarrativeKind::CoverUp => self.suspicion + 0.5 * self.vacuum * (1.0 - self.credibility),
            NarrativeKind::Negligence => 2.0 * self.responsibility * self.anger,
            NarrativeKind::Fraud => 0.5 * self.fear + self.rumor,
            NarrativeKind::Waiting => self.wait / 4.0,
            NarrativeKind::Praise => self.credibility * self.specificity * self.empathy,
        };
        occasion.clamp(0.0, 1.0)
    }
}

/// Strength of every narrative, and which of them have formed.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Narratives {
    strength: [f64; NarrativeKind::ALL.len()],
    formed: [bool; NarrativeKind::ALL.len()],
}

/// A narrative that has just formed or faded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    Formed(NarrativeKind),
    Faded(NarrativeKind),
}

impl Narratives {
    /// Returns the strength of a narrative.
    pub(super) fn strength(&self, kind: NarrativeKind) -> f64 {
        self.strength[kind as usize]
    }

    /// Advances all narratives by one minute and returns those that formed or faded.
    pub(super) fn turn(&mut self, occasion: &Occasion, model: &Model) -> Vec<Turn> {
        let attention = occasion.attention.clamp(0.0, 1.0);
        let fade = std::f64::consts::LN_2 / model.narrative_half_life_hours.value;
        let mut turns = Vec::new();
        for kind in NarrativeKind::ALL {
            let (strength, formed) = (&mut self.strength[kind as usize], &mut self.formed[kind as usize]);
            let growth = model.narrative_growth.value * attention * occasion.of(kind) * (1.0 - *strength);
            *strength = (*strength + (growth - fade * *strength) / 60.0).clamp(0.0, 1.0);
            if !*formed && *strength > model.narrative_forms.value {
                *formed = true;
                turns.push(Turn::Formed(kind));
            } else if *formed && *strength < model.narrative_fades.value {
                *formed = false;
                turns.push(Turn::Faded(kind));
            }
        }
        turns
    }

    /// Weakens negative narratives by a round of replies of the given quality.
    pub(super) fn answer(&mut self, quality: f64, model: &Model) {
        for kind in NarrativeKind::ALL.into_iter().filter(|kind| !kind.is_good()) {
            self.strength[kind as usize] *= 1.0 - model.narrative_reply.value * quality.clamp(0.0, 1.0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::media::attention::tests::model;

    fn calm() -> Occasion {
        Occasion {
            attention: 0.6,
            suspicion: 0.0,
            vacuum: 0.0,
            credibility: 0.6,
            specificity: 0.0,
            empathy: 0.0,
            responsibility: 0.0,
            anger: 0.0,
            fear: 0.0,
            rumor: 0.0,
            wait: 0.0,
        }
    }

    #[test]
    fn narratives_form_from_their_own_cause_and_fade_without_it() {
        let occasions = [
            (NarrativeKind::CoverUp, Occasion { suspicion: 1.0, ..calm() }),
            (NarrativeKind::Negligence, Occasion { responsibility: 0.9, anger: 0.8, ..calm() }),
            (NarrativeKind::Fraud, Occasion { fear: 0.6, rumor: 0.6, ..calm() }),
            (NarrativeKind::Waiting, Occasion { wait: 6.0, ..calm() }),
            (NarrativeKind::Praise, Occasion { credibility: 0.95, specificity: 1.0, empathy: 0.9, ..calm() }),
        ];
        for (kind, occasion) in occasions {
            let model = model();
            let mut narratives = Narratives::default();
            let turns: Vec<Turn> = (0..48 * 60).flat_map(|_| narratives.turn(&occasion, &model)).collect();
            assert_eq!(turns, [Turn::Formed(kind)]);
            let turns: Vec<Turn> = (0..96 * 60).flat_map(|_| narratives.turn(&calm(), &model)).collect();
            assert_eq!(turns, [Turn::Faded(kind)]);
        }
    }

    #[test]
    fn personal_replies_weaken_a_bad_narrative_more_than_templates() {
        let model = model();
        let mut narratives = Narratives::default();
        for _ in 0..24 * 60 {
            narratives.turn(&Occasion { wait: 6.0, ..calm() }, &model);
        }
        let after = |quality| {
            let mut answered = narratives.clone();
            answered.answer(quality, &model);
            answered.strength(NarrativeKind::Waiting) / narratives.strength(NarrativeKind::Waiting)
        };
        assert!(after(0.9) < 0.9 && after(0.1) > 0.95);
    }
}
