//! Autopilot that denies, blames and hides.
//!
//! It stays silent until someone else makes the breach public, and answers inquiries only with a denial. Once the
//! breach is public, it claims that the breach is small, that others are to blame, and that everything is under
//! control. It does not inform customers or authorities and takes no other action.

use super::turn::{Turn, is_for};
use super::{Autopilot, words};
use crate::decision::{Content, Decision};
use crate::scenario::AudienceKind;
use crate::simulation::{AskView, Situation};
use crate::time::{SimDuration, SimTime};

/// Time after which it repeats its denial.
const REPEAT_AFTER: SimDuration = SimDuration::from_minutes(18 * 60);

/// Autopilot that denies, blames and hides.
#[derive(Clone, Debug, Default)]
pub struct Stonewall {
    spoke: Option<SimTime>,
}

impl Autopilot for Stonewall {
    fn decide(&mut self, situation: &Situation) -> Vec<Decision> {
        let mut turn = Turn::new(situation, 5);
        self.deny(&mut turn);
        brush_off(&mut turn);
        turn.decisions
    }
}

impl Stonewall {
    fn deny(&mut self, turn: &mut Turn) {
        let situation = turn.situation;
        let rested = self.spoke.is_none_or(|at| situation.now.since(at) >= REPEAT_AFTER);
        let pressed = situation.exposed.is_some() && rested;
        if !pressed || turn.is_running(is_for(AudienceKind::Public)) {
            return;
        }
        if let Some(option) = turn.find(is_for(AudienceKind::Public)) {
            self.spoke = Some(situation.now);
            turn.take(option, Content::Statement(words::denying(situation)), "There is nothing to see");
        }
    }
}

/// Answers every inquiry with the same denial.
fn brush_off(turn: &mut Turn) {
    for (_, inject) in turn.open_inquiries() {
        let Some(option) = turn.find(|option| option.asks == AskView::Reply) else { return };
        let content = Content::Reply { inquiry: inject, statement: words::denying(turn.situation) };
        turn.take(option, content, "We do not comment on speculation");
    }
}
