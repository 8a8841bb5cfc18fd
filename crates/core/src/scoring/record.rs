//! What a run is judged from: the scenario, the timeline and the log, and which statements count as words.
//!
//! Publishing is not speaking. A statement counts as a *word* where it says something: three or more of a
//! detail spoken to without falsehood or belittlement, what is not known yet, and when more follows. One that
//! repeats what the same people have been told word for word is a *repeat*. Empty statements and repeats earn
//! nothing in any count, and cost where the playbook asks for an outline that is kept to.

use std::collections::BTreeSet;

use super::text;
use crate::decision::Decision;
use crate::id::{ActionId, RoleId};
use crate::scenario::{Action, AudienceKind, ClaimNature, Detail, Effect, Scenario};
use crate::session::Entry;
use crate::statement::reading::Subject;
use crate::statement::{JudgedClaim, Soundness};
use crate::time::{SimDuration, SimTime};
use crate::timeline::{EntryNumber, EventKind, Publication, Timeline, TimelineEvent};

/// The least that a statement to the public must say to count as a word.
const SUBSTANCE: usize = 3;

/// The least that a notice to people inside, or an answer, must say.
const SUBSTANCE_INSIDE: usize = 2;

/// Words from which a text without claims counts as saying something.
const LEAST_WORDS: usize = 25;

/// How long after the announced time a word still counts as the announced one.
const PATIENCE: SimDuration = SimDuration::from_minutes(60);

/// Statements that say nothing new and are forgiven.
const TOLERATED: usize = 2;

/// What a run is judged from.
#[derive(Clone, Copy)]
pub struct Record<'a> {
    /// The scenario, with the playbook to judge by.
    pub scenario: &'a Scenario,
    /// What happened.
    pub timeline: &'a Timeline,
    /// What people put in.
    pub entries: &'a [Entry],
}

/// How a publication counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublicationKind {
    /// It says something.
    Word,
    /// It says hardly anything.
    Empty,
    /// It says what was said before.
    Repeat,
}

impl<'a> Record<'a> {
    /// Returns the decision of an entry.
    pub fn decision(&self, number: EntryNumber) -> Option<&'a Decision> {
        match self.entries.get(number.0 as usize)? {
            Entry::Decision(decision) => Some(decision),
            _ => None,
        }
    }

    /// Returns whether play has ended.
    pub fn has_ended(&self) -> bool {
        self.timeline.first(|what| *what == EventKind::Ended).is_some()
    }

    /// Returns the last moment of the run.
    pub fn now(&self) -> SimTime {
        SimTime::from_minutes(u32::try_from(self.timeline.series.len().saturating_sub(1)).unwrap_or(u32::MAX))
    }

    /// Goes through everything that reached the public or the customers, with its place, in order.
    pub fn spoken(&self) -> impl Iterator<Item = (usize, &'a Publication)> + use<'a> {
        let reaches = |said: &Publication| matches!(said.audience, AudienceKind::Public | AudienceKind::Customers);
        self.timeline.publications.iter().enumerate().filter(move |(_, said)| reaches(said))
    }

    /// Goes through what the organization said to the public or the customers of its own accord.
    pub fn own_words(&self) -> impl Iterator<Item = (usize, &'a Publication)> + use<'a> {
        self.spoken().filter(|(_, said)| said.in_reply_to.is_none())
    }

    /// Goes through its own words with whether each says something. One that repeats what was said does not; where
    /// it was announced, it is left out.
    pub fn words(&self) -> impl Iterator<Item = (bool, &'a Publication)> + use<'a> {
        let record = *self;
        self.own_words().filter_map(move |(index, said)| match record.standing(index) {
            PublicationKind::Word => Some((true, said)),
            PublicationKind::Empty => Some((false, said)),
            PublicationKind::Repeat => (!record.was_promised(index)).then_some((false, said)),
        })
    }

    /// Goes through its own words that repeat, as announced, what was said: no word of their own, and the only ones
    /// left where those before them are taken away.
    pub fn announced_repeats(&self) -> impl Iterator<Item = &'a Publication> + use<'a> {
        let record = *self;
        let repeats =
            move |index: &usize| record.standing(*index) == PublicationKind::Repeat && record.was_promised(*index);
        self.own_words().filter(move |(index, _)| repeats(index)).map(|(_, said)| said)
    }

    /// Returns whether the last word before had announced the next one for about this time.
    pub fn was_promised(&self, index: usize) -> bool {
        let Some(said) = self.timeline.publications.get(index) else { return false };
        let last = self.own_words().take_while(|(earlier, _)| *earlier < index).last();
        last.and_then(|(_, last)| last.statement.next_update).is_some_and(|time| time + PATIENCE >= said.at)
    }

    /// Returns how much of what the organization said can be heard, 0 to 1, with what drowns it: beyond a few,
    /// every statement that says nothing new takes attention from those that do.
    pub fn signal(&self) -> (f64, Vec<&'a Publication>) {
        let noise: Vec<&Publication> = self.words().filter(|(says, _)| !says).map(|(_, said)| said).collect();
        let words = self.words().filter(|(says, _)| *says).count();
        let drowning = noise.len().saturating_sub(TOLERATED);
        #[expect(clippy::cast_precision_loss, reason = "a few hundred statements")]
        let signal = if drowning == 0 { 1.0 } else { words as f64 / (words + drowning) as f64 };
        (signal, if drowning == 0 { Vec::new() } else { noise })
    }

    /// Returns the entry of the first work that called a role in; none where it was there from the start.
    pub fn call_of(&self, role: &RoleId) -> Option<EntryNumber> {
        let calls = |id: &ActionId| {
            let effects = self.scenario.action(id).into_iter().flat_map(Action::all_effects);
            effects.into_iter().any(|effect| matches!(effect, Effect::Activate(roles) if roles.contains(role)))
        };
        self.timeline.events.iter().find_map(|event| match &event.what {
            EventKind::WorkFinished(id) if calls(id) => event.cause,
            _ => None,
        })
    }

    /// Returns how many things a statement says: details spoken to in its words, the unknown named, the next word
    /// announced.
    pub fn substance(&self, said: &Publication) -> usize {
        if said.claims.is_empty() {
            return substance_of_words(said);
        }
        let speaks = |claim: &&JudgedClaim| {
            matches!(claim.soundness, Soundness::TrueAndKnown | Soundness::TrueButUnknown)
                && !matches!(claim.nature, ClaimNature::Minimizes | ClaimNature::Blames)
                && text::is_written(claim, said, self.scenario)
        };
        let details: BTreeSet<_> = said.claims.iter().filter(speaks).map(|claim| claim.detail).collect();
        let unknown = said
            .claims
            .iter()
            .any(|claim| claim.soundness == Soundness::NamedUnknown && text::is_written(claim, said, self.scenario));
        details.len() + usize::from(unknown) + usize::from(said.statement.next_update.is_some())
    }

    /// Returns how a publication counts.
    pub fn standing(&self, index: usize) -> PublicationKind {
        let Some(said) = self.timeline.publications.get(index) else { return PublicationKind::Empty };
        let outside = matches!(said.audience, AudienceKind::Public | AudienceKind::Customers);
        let least = if outside && said.in_reply_to.is_none() { SUBSTANCE } else { SUBSTANCE_INSIDE };
        if self.substance(said) < least {
            PublicationKind::Empty
        } else if self.earlier_alike(index).is_some() {
            PublicationKind::Repeat
        } else {
            PublicationKind::Word
        }
    }

    /// Returns the last earlier publication that told the same people the same.
    pub fn earlier_alike(&self, index: usize) -> Option<usize> {
        let said = self.timeline.publications.get(index)?;
        let alike = |other: &Publication| {
            other.audience == said.audience
                && other.to == said.to
                && other.in_reply_to.is_some() == said.in_reply_to.is_some()
                && says_the_same(other, said)
        };
        (0..index).rev().find(|earlier| alike(&self.timeline.publications[*earlier]))
    }

    /// Returns the first fact that was confirmed between two moments.
    pub fn learned_between(&self, from: SimTime, until: SimTime) -> Option<&'a TimelineEvent> {
        self.timeline
            .events
            .iter()
            .find(|event| matches!(event.what, EventKind::FactConfirmed(_)) && event.at > from && event.at <= until)
    }
}

/// Whether two statements say the same: the same claims, or without claims the same words.
pub fn says_the_same(one: &Publication, other: &Publication) -> bool {
    let claims = |said: &Publication| {
        let line = |claim: &JudgedClaim| format!("{} {:?}", claim.topic, claim.says);
        said.claims.iter().map(line).collect::<BTreeSet<String>>()
    };
    match (one.claims.is_empty(), other.claims.is_empty()) {
        (true, true) => one.statement.text.trim() == other.statement.text.trim(),
        (false, false) => claims(one) == claims(other),
        _ => false,
    }
}

/// How many things a text says that comes without claims. Where it cannot be read its length has to do.
fn substance_of_words(said: &Publication) -> usize {
    let Some(words) = &said.words else {
        let count = said.statement.text.split_whitespace().count();
        return count.checked_div(LEAST_WORDS).map_or(0, |count| count * SUBSTANCE).min(SUBSTANCE);
    };
    let says = |subject: &Subject| words.merit(*subject) >= 1.0;
    let details = Detail::NINE.into_iter().filter_map(Subject::of).filter(says).count();
    let unknown = usize::from(says(&Subject::UnknownsNamed));
    details + unknown + usize::from(said.statement.next_update.is_some())
}
