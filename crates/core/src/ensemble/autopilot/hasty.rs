//! Autopilot that speaks immediately about everything and checks the facts later.
//!
//! It begins by publishing whatever sounds best. In the first hours it answers every inquiry immediately with that
//! same text, and later ones with what is confirmed by then. Otherwise it starts one action at a time in the order
//! in which they are listed. It never prepares and never announces an update. After a day it makes one more public
//! statement with what is confirmed by then.

use super::{Autopilot, words};
use crate::decision::{Content, Decision};
use crate::scenario::AudienceKind;
use crate::simulation::{AskView, InquiryView, OptionView, Situation};
use crate::statement::Statement;
use crate::time::SimTime;

/// Minutes between two actions.
const ATTENTION_MINUTES: u32 = 45;

/// Time until which it says whatever sounds best.
const RASH_UNTIL: SimTime = SimTime::from_minutes(6 * 60);

/// Time of the second public statement.
const SECOND_WORD: SimTime = SimTime::from_minutes(24 * 60);

/// Autopilot that acts before it thinks.
#[derive(Clone, Debug, Default)]
pub struct Hasty {
    busy_until: SimTime,
}

impl Autopilot for Hasty {
    fn decide(&mut self, situation: &Situation) -> Vec<Decision> {
        let mut decisions = answers(situation);
        if !is_speaking(situation) {
            decisions.extend(next_word(situation));
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

fn free<'a>(
    situation: &'a Situation,
    wanted: impl Fn(&OptionView) -> bool + 'a,
) -> impl Iterator<Item = &'a OptionView> {
    let open = |option: &&OptionView| option.blocked.is_none() && option.role_blocked.is_none();
    situation.options.iter().filter(open).filter(move |option| wanted(option))
}

/// Returns the next public statement: immediately whatever sounds best, and another one after a day.
fn next_word(situation: &Situation) -> Option<Decision> {
    let said_again = situation.statements.iter().any(|said| said.at >= SECOND_WORD);
    match situation.spoken {
        None => word(situation, words::rash(situation), "Say something before anybody else does"),
        Some(_) if situation.now >= SECOND_WORD && !said_again => {
            word(situation, words::careful(situation, None), "They keep asking")
        }
        Some(_) => None,
    }
}

/// Returns whether a public statement is in progress.
fn is_speaking(situation: &Situation) -> bool {
    let public = |option: &OptionView| option.asks == AskView::Statement(AudienceKind::Public);
    let written = |option: &OptionView| situation.works.iter().any(|work| work.action == option.action);
    situation.options.iter().any(|option| public(option) && written(option))
}

fn word(situation: &Situation, statement: Statement, why: &str) -> Option<Decision> {
    let public = |option: &OptionView| option.asks == AskView::Statement(AudienceKind::Public) && !option.done;
    let option = free(situation, public).next()?;
    Some(decision(situation, option, Content::Statement(statement), why))
}

fn answers(situation: &Situation) -> Vec<Decision> {
    let Some(option) = free(situation, |option| option.asks == AskView::Reply).next() else { return Vec::new() };
    let open = situation.inbox.iter().find(|item| matches!(item.inquiry, Some(InquiryView::Open(_))));
    let answer = open.map(|item| {
        let rash = situation.now < RASH_UNTIL;
        let statement = if rash { words::rash(situation) } else { words::careful(situation, None) };
        let content = Content::Reply { inquiry: item.inject.clone(), statement };
        decision(situation, option, content, "Give them something to print")
    });
    answer.into_iter().collect()
}

fn next_work(situation: &Situation) -> Option<Decision> {
    let spoken = situation.spoken.is_some();
    let useful = move |option: &OptionView| {
        !option.done && option.is_fresh && !option.serves.is_empty() && (spoken || !option.prepares_speech)
    };
    let option = free(situation, useful).find(|option| matches!(option.asks, AskView::Nothing | AskView::Choice(_)))?;
    let content = match &option.asks {
        AskView::Choice(choices) => Content::Choice(choices.first()?.id.clone()),
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
