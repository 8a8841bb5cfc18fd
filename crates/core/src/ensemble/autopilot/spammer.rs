//! Does everything, as often as it may, and says the same to everybody.
//!
//! It takes whatever can be taken, in the order in which it lies on the table and the first of several ways; it
//! publishes the same template to every audience again and again, and answers every question with it. A
//! score that can be earned by clicking would be earned by it.

use super::turn::Turn;
use super::{Autopilot, words};
use crate::decision::{Content, Decision};
use crate::simulation::{AskView, OptionView, Situation};

/// Does everything, as often as it may.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spammer;

impl Autopilot for Spammer {
    fn decide(&mut self, situation: &Situation) -> Vec<Decision> {
        let mut turn = Turn::new(situation, 5);
        let mut inquiries = turn.open_inquiries().into_iter();
        for option in &situation.options {
            if !turn.is_open(option) {
                continue;
            }
            let content = match &option.asks {
                AskView::Nothing => Some(Content::Nothing),
                AskView::Choice(choices) => choices.first().map(|choice| Content::Choice(choice.id.clone())),
                AskView::Statement(_) => Some(Content::Statement(words::template(situation))),
                AskView::Reply => inquiries
                    .next()
                    .map(|(_, inquiry)| Content::Reply { inquiry, statement: words::template(situation) }),
            };
            take(&mut turn, option, content);
        }
        turn.decisions
    }
}

fn take<'a>(turn: &mut Turn<'a>, option: &'a OptionView, content: Option<Content>) {
    if let Some(content) = content {
        turn.take(option, content, "It was there");
    }
}
