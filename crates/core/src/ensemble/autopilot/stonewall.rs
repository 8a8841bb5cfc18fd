//! Denies, blames and hides.
//!
//! It keeps silent for as long as nobody else speaks, and forbids its people to. Once the breach is out or
//! somebody asks, it says that it is small, that somebody else is to blame, and that all is well. It tells
//! customers and authorities nothing, and looks for nothing but silence.

use super::turn::{Turn, is_for};
use super::{Autopilot, words};
use crate::decision::{Content, Decision};
use crate::scenario::AudienceKind;
use crate::simulation::{AskView, Situation};
use crate::time::{SimDuration, SimTime};

/// How long it lets a story run before it repeats itself.
const REPEAT_AFTER: SimDuration = SimDuration::from_minutes(18 * 60);

/// Denies, blames and hides.
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

/// Gives everybody who asks the same denial.
fn brush_off(turn: &mut Turn) {
    for (_, inject) in turn.open_inquiries() {
        let Some(option) = turn.find(|option| option.asks == AskView::Reply) else { return };
        let content = Content::Reply { inquiry: inject, statement: words::denying(turn.situation) };
        turn.take(option, content, "We do not comment on speculation");
    }
}
