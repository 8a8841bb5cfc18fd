//! Speaks at once, about everything, and finds out later.
//!
//! The first thing it does is to publish what sounds best. Questions get the same answer at once. For the rest
//! it takes one thing in hand at a time, in the order in which things lie on the table, and never prepares,
//! never says what it does not know and never comes back to what it said.

use super::{Autopilot, words};
use crate::decision::{Content, Decision};
use crate::scenario::AudienceKind;
use crate::simulation::{AskView, InquiryView, OptionView, Situation};
use crate::time::SimTime;

/// Minutes between two things it takes in hand.
const ATTENTION_MINUTES: u32 = 120;

/// Acts before it thinks.
#[derive(Clone, Debug, Default)]
pub struct Hasty {
    busy_until: SimTime,
}

impl Autopilot for Hasty {
    fn decide(&mut self, situation: &Situation) -> Vec<Decision> {
        let mut decisions = answers(situation);
        if situation.spoken.is_none() {
            decisions.extend(first_word(situation));
        }
        if situation.now >= self.busy_until
            && let Some(decision) = next_work(situation)
        {
            decisions.push(decision);
            self.busy_until = SimTime::from_minutes(situation.now.minutes() + ATTENTION_MINUTES);
        }
        decisions
    }
}

fn free<'a>(situation: &'a Situation, wanted: impl Fn(&OptionView) -> bool + 'a) -> impl Iterator<Item = &'a OptionView> {
    let open = |option: &&OptionView| option.blocked.is_none() && option.role_blocked.is_none();
    situation.options.iter().filter(open).filter(move |option| wanted(option))
}

fn first_word(situation: &Situation) -> Option<Decision> {
    let option = free(situation, |option| option.asks == AskView::Statement(AudienceKind::Public)).next()?;
    let content = Content::Statement(words::rash(situation));
    Some(decision(situation, option, content, "Say something before anybody else does"))
}

fn answers(situation: &Situation) -> Vec<Decision> {
    let Some(option) = free(situation, |option| option.asks == AskView::Reply).next() else { return Vec::new() };
    let open = situation.inbox.iter().find(|item| matches!(item.inquiry, Some(InquiryView::Open(_))));
    let answer = open.map(|item| {
        let content = Content::Reply { inquiry: item.inject.clone(), statement: words::rash(situation) };
        decision(situation, option, content, "Give them something to print")
    });
    answer.into_iter().collect()
}

fn next_work(situation: &Situation) -> Option<Decision> {
    let useful = |option: &OptionView| !option.done && !option.serves.is_empty() && !option.prepares_speech;
    let option = free(situation, useful).find(|option| matches!(option.asks, AskView::Nothing | AskView::Choice(_)))?;
    let content = match &option.asks {
        AskView::Choice(choices) => Content::Choice(choices.last()?.id.clone()),
        _ => Content::Nothing,
    };
    Some(decision(situation, option, content, "It was next on the table"))
}

fn decision(situation: &Situation, option: &OptionView, content: Content, why: &str) -> Decision {
    Decision {
        at: situation.now,
        by: option.role.clone(),
        action: option.action.clone(),
        content,
        rationale: why.to_owned(),
        confidence: 5.try_into().ok(),
    }
}
