//! The input of scoring: the scenario, the timeline and the log, and the rules for which publications count.
//!
//! Publishing is not enough to count. A publication to the public or to customers has content
//! ([`PublicationKind::Word`]) if it makes at least three points. Each detail that it addresses without falsehood,
//! minimizing or blame is a point; naming what is not known yet and announcing the next update are a point each. A
//! publication that tells the same audience the same as an earlier one is a *repeat*. Empty publications and
//! repeats earn no credit in any count, and they lose credit where the playbook requires statements to keep to an
//! outline.

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

/// Minimum number of points in a statement to the public or to customers.
const SUBSTANCE: usize = 3;

/// Minimum number of points in an internal notice or a reply.
const SUBSTANCE_INSIDE: usize = 2;

/// Number of words at which a text without claims has content, if its language cannot be read.
const LEAST_WORDS: usize = 25;

/// How late a statement may be and still count as the announced update.
const PATIENCE: SimDuration = SimDuration::from_minutes(60);

/// Number of statements without new content that cost nothing.
const TOLERATED: usize = 2;

/// Input of scoring: everything a session is judged from.
#[derive(Clone, Copy)]
pub struct Record<'a> {
    /// Scenario, with the playbook to judge by.
    pub scenario: &'a Scenario,
    /// Timeline of the session.
    pub timeline: &'a Timeline,
    /// Entries of the log.
    pub entries: &'a [Entry],
}

/// How a publication counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublicationKind {
    /// It has content.
    Word,
    /// It is empty, or almost empty.
    Empty,
    /// It repeats an earlier publication.
    Repeat,
}

impl<'a> Record<'a> {
    /// Returns the decision recorded in an entry.
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

    /// Returns the last minute of the session.
    pub fn now(&self) -> SimTime {
        SimTime::from_minutes(u32::try_from(self.timeline.series.len().saturating_sub(1)).unwrap_or(u32::MAX))
    }

    /// Iterates over the publications that reached the public or customers, with their indices, in order.
    pub fn spoken(&self) -> impl Iterator<Item = (usize, &'a Publication)> + use<'a> {
        let reaches = |said: &Publication| matches!(said.audience, AudienceKind::Public | AudienceKind::Customers);
        self.timeline.publications.iter().enumerate().filter(move |(_, said)| reaches(said))
    }

    /// Iterates over the publications to the public or customers that were not replies to an inquiry.
    pub fn own_words(&self) -> impl Iterator<Item = (usize, &'a Publication)> + use<'a> {
        self.spoken().filter(|(_, said)| said.in_reply_to.is_none())
    }

    /// Iterates over the organization's own statements, each with a flag for whether it has content. A
    /// repeat has none; a repeat that was announced is skipped.
    pub fn words(&self) -> impl Iterator<Item = (bool, &'a Publication)> + use<'a> {
        let record = *self;
        self.own_words().filter_map(move |(index, said)| match record.standing(index) {
            PublicationKind::Word => Some((true, said)),
            PublicationKind::Empty => Some((false, said)),
            PublicationKind::Repeat => (!record.was_promised(index)).then_some((false, said)),
        })
    }

    /// Iterates over the organization's own statements that repeat an earlier one as announced. They do not count
    /// as statements, but would if the earlier ones were removed.
    pub fn announced_repeats(&self) -> impl Iterator<Item = &'a Publication> + use<'a> {
        let record = *self;
        let repeats =
            move |index: &usize| record.standing(*index) == PublicationKind::Repeat && record.was_promised(*index);
        self.own_words().filter(move |(index, _)| repeats(index)).map(|(_, said)| said)
    }

    /// Returns whether the preceding statement announced an update for about this time.
    pub fn was_promised(&self, index: usize) -> bool {
        let Some(said) = self.timeline.publications.get(index) else { return false };
        let last = self.own_words().take_while(|(earlier, _)| *earlier < index).last();
        last.and_then(|(_, last)| last.statement.promised_update()).is_some_and(|time| time + PATIENCE >= said.at)
    }

    /// Returns the share of the organization's communication that is heard, 0 to 1, and the statements that drown
    /// it out. Beyond a few, every statement without new content takes attention away from those that have some.
    pub fn signal(&self) -> (f64, Vec<&'a Publication>) {
        let noise: Vec<&Publication> = self.words().filter(|(says, _)| !says).map(|(_, said)| said).collect();
        let words = self.words().filter(|(says, _)| *says).count();
        let drowning = noise.len().saturating_sub(TOLERATED);
        #[expect(clippy::cast_precision_loss, reason = "there are at most a few hundred statements")]
        let signal = if drowning == 0 { 1.0 } else { words as f64 / (words + drowning) as f64 };
        (signal, if drowning == 0 { Vec::new() } else { noise })
    }

    /// Returns the entry of the first work that called in a role; `None` if the role was present from the start.
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

    /// Returns the number of points that a statement makes: details addressed in its text, unknowns named, and the
    /// next update announced.
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
        details.len() + usize::from(unknown) + usize::from(said.statement.promised_update().is_some())
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

    /// Returns the index of the latest earlier publication that told the same audience the same.
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

    /// Returns the event of the first fact confirmed between two times.
    pub fn learned_between(&self, from: SimTime, until: SimTime) -> Option<&'a TimelineEvent> {
        self.timeline
            .events
            .iter()
            .find(|event| matches!(event.what, EventKind::FactConfirmed(_)) && event.at > from && event.at <= until)
    }
}

/// Returns whether two publications say the same: the same claims, or the same text if neither has claims.
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

/// Returns the number of points that a text without claims makes. If its language cannot be read, the number is
/// estimated from its length.
fn substance_of_words(said: &Publication) -> usize {
    let Some(words) = &said.words else {
        let count = said.statement.text.split_whitespace().count();
        return count.checked_div(LEAST_WORDS).map_or(0, |count| count * SUBSTANCE).min(SUBSTANCE);
    };
    let says = |subject: &Subject| words.merit(*subject) >= 1.0;
    let details = Detail::NINE.into_iter().filter_map(Subject::of).filter(says).count();
    let unknown = usize::from(says(&Subject::UnknownsNamed));
    details + unknown + usize::from(said.statement.promised_update().is_some())
}
