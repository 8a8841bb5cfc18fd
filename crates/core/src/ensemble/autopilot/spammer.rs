//! Autopilot that does everything as often as allowed and gives every audience the same text.
//!
//! It starts every available action in the listed order, always with the first choice. It publishes the same
//! template to every audience again and again and answers every inquiry with it. It exists to reveal scoring that
//! rewards clicking everything.

use super::turn::Turn;
use super::{Autopilot, words};
use crate::decision::{Content, Decision};
use crate::simulation::{AskView, OptionView, Situation};

/// Autopilot that does everything as often as allowed.
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
