//! Outlets: beats, deadlines and memory.
//!
//! - *Beat.* Each type of outlet covers certain kinds of stories. The probability of taking up an item is
//!   `pickup_base + pickup_size * size + pickup_trade * trade press attention`, multiplied by `pickup_off_beat` for
//!   stories outside the beat.
//! - *Deadline.* An outlet with fixed editions prints a finished story in its next edition; other outlets publish
//!   immediately. An outlet's own scoop does not wait for an edition.
//! - *Memory.* Being refused an answer, or having printed an assurance that proves false, gives an outlet a
//!   grievance g: `g += grievance_step * memory * (1 - g)`, with a half-life of `grievance_half_life_hours`. The
//!   grievance lowers the stance of the outlet's stories by `grievance_tone * g`.
//! - *Questions.* A substantive answer reduces the grievance ([`super::question`]).
//!
//! Not modeled: competition between outlets, and journalists who change employers.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::id::OutletId;
use crate::scenario::{Model, Outlet, OutletKind};
use crate::timeline::StoryKind;

/// Returns whether a type of outlet covers a kind of story.
fn is_on_beat(outlet: OutletKind, story: StoryKind) -> bool {
    use StoryKind as S;
    let told = matches!(story, S::Disclosure | S::Leak | S::SecondBreach);
    told || match outlet {
        OutletKind::Trade => {
            matches!(story, S::Update | S::Revision | S::Reversal | S::Proof | S::Dump | S::ClockMissed)
        }
        OutletKind::National => !matches!(story, S::Update | S::Proof),
        OutletKind::Broadcast => {
            matches!(story, S::Revision | S::Contradiction | S::Gaffe | S::Dump | S::External | S::Reaction | S::Abroad)
        }
        OutletKind::Regional => matches!(story, S::Update | S::Praise | S::Gaffe | S::External | S::Abroad),
        OutletKind::Consumer => {
            matches!(
                story,
                S::Update | S::Slip | S::NoComment | S::Reaction | S::Lawsuit | S::Buried | S::Praise | S::Reversal
            )
        }
    }
}

/// Returns the probability that an outlet takes up an item.
pub(super) fn pickup_chance(outlet: &Outlet, story: StoryKind, size: f64, trade: f64, model: &Model) -> f64 {
    let chance = model.pickup_base.value + model.pickup_size.value * size + model.pickup_trade.value * trade.min(1.0);
    let beat = if is_on_beat(outlet.kind, story) { 1.0 } else { model.pickup_off_beat.value };
    (beat * chance).clamp(0.0, 0.95)
}

/// Grievance of each outlet against the organization, 0 to 1.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Grievances(BTreeMap<OutletId, f64>);

impl Grievances {
    /// Returns the grievance of an outlet, 0 to 1.
    pub(super) fn of(&self, outlet: &OutletId) -> f64 {
        self.0.get(outlet).copied().unwrap_or(0.0)
    }

    /// Reduces an outlet's grievance by a share of its current value.
    pub(super) fn ease(&mut self, outlet: &OutletId, share: f64) {
        if let Some(grievance) = self.0.get_mut(outlet) {
            *grievance *= 1.0 - share;
        }
    }

    /// Adds to the grievance of an outlet that was refused an answer or misled, in proportion to its `memory`.
    pub(super) fn add(&mut self, outlet: &OutletId, memory: f64, model: &Model) {
        let grievance = self.0.entry(outlet.clone()).or_default();
        *grievance += model.grievance_step.value * memory * (1.0 - *grievance);
    }

    /// Decays all grievances over the given number of hours.
    pub(super) fn fade(&mut self, hours: f64, model: &Model) {
        let kept = libm::exp2(-hours / model.grievance_half_life_hours.value);
        self.0.values_mut().for_each(|grievance| *grievance *= kept);
    }

    /// Returns the stance of an outlet including its grievance, -1 to 1.
    pub(super) fn stance(&self, outlet: &Outlet, model: &Model) -> f64 {
        let grievance = self.0.get(&outlet.id).copied().unwrap_or(0.0);
        (outlet.stance - model.grievance_tone.value * grievance).clamp(-1.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::media::attention::tests::model;
    use crate::time::{Calendar, SimDuration, SimTime};

    fn outlet(kind: OutletKind) -> Outlet {
        Outlet {
            id: "gazette".into(),
            title: "The Gazette".to_owned(),
            kind,
            beat: "everything".to_owned(),
            reach: 0.1,
            stance: 0.1,
            pickup: SimDuration::from_minutes(60),
            editions: Vec::new(),
            memory: 0.5,
        }
    }

    #[test]
    fn a_story_waits_for_the_next_edition() {
        let calendar = Calendar::parse("2026-11-26T09:10").unwrap();
        for (minutes, editions, expect) in [
            (0, &[][..], 0),
            (0, &[18 * 60][..], 530),
            (531, &[18 * 60][..], 530 + 1440),
            (530, &[18 * 60][..], 530),
            (0, &[60, 12 * 60, 22 * 60][..], 170),
            (800, &[60, 12 * 60][..], 950),
        ] {
            let paper = Outlet { editions: editions.to_vec(), ..outlet(OutletKind::National) };
            let appears = paper.next_edition(SimTime::from_minutes(minutes), &calendar);
            assert_eq!(appears.minutes(), expect, "finished at {minutes} for {editions:?}");
        }
    }

    #[test]
    fn an_outlet_refused_an_answer_turns_critical_and_recovers_slowly() {
        let model = model();
        let outlet = outlet(OutletKind::National);
        let mut grievances = Grievances::default();
        grievances.add(&outlet.id, 1.0, &model);
        let hurt = grievances.stance(&outlet, &model);
        assert!(hurt < outlet.stance);
        grievances.add(&outlet.id, 1.0, &model);
        assert!(grievances.stance(&outlet, &model) < hurt);
        grievances.fade(20_000.0, &model);
        assert!((grievances.stance(&outlet, &model) - outlet.stance).abs() < 1e-6);
        let mut forgetful = Grievances::default();
        forgetful.add(&outlet.id, 0.0, &model);
        assert!((forgetful.stance(&outlet, &model) - outlet.stance).abs() < 1e-12);
    }

    #[test]
    fn outlets_prefer_their_beat_and_bigger_news() {
        let model = model();
        let (trade, consumer) = (outlet(OutletKind::Trade), outlet(OutletKind::Consumer));
        let chance = |outlet, kind, size| pickup_chance(outlet, kind, size, 0.0, &model);
        assert!(chance(&trade, StoryKind::Proof, 0.5) > chance(&consumer, StoryKind::Proof, 0.5));
        assert!(chance(&consumer, StoryKind::Lawsuit, 0.2) > chance(&trade, StoryKind::Lawsuit, 0.2));
        assert!(chance(&trade, StoryKind::Leak, 1.0) > chance(&trade, StoryKind::Leak, 0.2));
    }
}
