//! Autopilot that occasionally takes a random action with random content.
//!
//! Its decisions depend only on its seed and the simulated time, so its runs are reproducible.

use xxhash_rust::xxh3::xxh3_64;

use super::turn::Turn;
use super::{Autopilot, words};
use crate::decision::{Content, Decision};
use crate::simulation::{AskView, OptionView, Situation};

/// Probability of a decision per turn.
const PER_LOOK: f64 = 0.12;

/// Autopilot that decides at random.
#[derive(Clone, Copy, Debug)]
pub struct Random {
    seed: u64,
}

impl Random {
    /// Returns an autopilot with this seed.
    pub fn new(seed: u64) -> Self {
        Random { seed }
    }

    /// Returns a uniform number in [0, 1) for the current time and a purpose.
    fn throw(self, situation: &Situation, purpose: u64) -> f64 {
        let mut bytes = [0; 24];
        bytes[..8].copy_from_slice(&self.seed.to_le_bytes());
        bytes[8..16].copy_from_slice(&u64::from(situation.now.minutes()).to_le_bytes());
        bytes[16..].copy_from_slice(&purpose.to_le_bytes());
        #[expect(clippy::cast_precision_loss, reason = "53 bits fit exactly in an f64")]
        let high = (xxh3_64(&bytes) >> 11) as f64;
        high / 9_007_199_254_740_992.0
    }

    /// Returns a uniform index below `count` for the current time and a purpose.
    fn pick(self, situation: &Situation, purpose: u64, count: usize) -> usize {
        #[expect(clippy::cast_precision_loss, reason = "the lists are short")]
        let place = self.throw(situation, purpose) * count as f64;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the value is between 0 and the count"
        )]
        let place = place as usize;
        place.min(count.saturating_sub(1))
    }

    fn content(self, turn: &Turn, option: &OptionView) -> Option<Content> {
        let situation = turn.situation;
        let statement = || match self.pick(situation, 3, 4) {
            0 => words::careful(situation, None),
            1 => words::rash(situation),
            2 => words::denying(situation),
            _ => words::template(situation),
        };
        match &option.asks {
            AskView::Nothing => Some(Content::Nothing),
            AskView::Choice(choices) => {
                choices.get(self.pick(situation, 2, choices.len())).map(|choice| Content::Choice(choice.id.clone()))
            }
            AskView::Statement(_) => Some(Content::Statement(statement())),
            AskView::Reply => {
                let (_, inquiry) = turn.open_inquiries().into_iter().next()?;
                Some(Content::Reply { inquiry, statement: statement() })
            }
        }
    }
}

impl Autopilot for Random {
    fn decide(&mut self, situation: &Situation) -> Vec<Decision> {
        let mut turn = Turn::new(situation, 3);
        if self.throw(situation, 0) >= PER_LOOK {
            return Vec::new();
        }
        let open: Vec<&OptionView> = situation.options.iter().filter(|option| turn.is_open(option)).collect();
        if let Some(option) = open.get(self.pick(situation, 1, open.len()))
            && let Some(content) = self.content(&turn, option)
        {
            turn.take(option, content, "Why not");
        }
        turn.decisions
    }
}
