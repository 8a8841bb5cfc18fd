//! Looks up when the moments that a playbook can refer to were reached in a session.
//!
//! The first evidence item is the moment itself. Further occurrences follow it, because each of them would also
//! have earned credit if the first had not happened.

use super::evidence_item::EvidenceItem;
use super::record::{PublicationKind, Record};
use crate::id::MilestoneId;
use crate::scenario::check::reachable_milestones;
use crate::scenario::{
    Action, Ask, AudienceKind, Detail, Effect, Fact, FactKind, Moment, RoleKind, Scenario, StakeholderKind,
};
use crate::statement::{JudgedClaim, Soundness};
use crate::time::SimTime;
use crate::timeline::{EntryNumber, EventKind, Publication, Timeline, TimelineEvent};

/// Minimum quality at which a reply to posts counts as personal.
pub(super) const PERSONAL: f64 = 0.5;

/// Minimum number of distinct words in a rationale.
const REASON_WORDS: usize = 4;

/// Whether and when a moment was reached.
#[derive(Clone, Debug, PartialEq)]
pub enum Reach {
    /// Reached: the first occurrence, then any further ones.
    At(Vec<EvidenceItem>),
    /// Not reached, with a description.
    Never(String),
    /// Unreachable in this scenario, with the reason.
    Impossible(String),
}

/// Looks up a moment in the record.
pub fn find(wanted: &Moment, record: &Record<'_>) -> Reach {
    let search = Search { record: *record, scenario: record.scenario, timeline: record.timeline };
    match wanted {
        Moment::StartEx => Reach::At(vec![EvidenceItem::at(SimTime::START, None, "StartEx")]),
        Moment::FirstAlert => search.first("the first alert", |what| matches!(what, EventKind::InjectReleased(_))),
        Moment::FirstDraft => search.first("the first draft", |what| search.is_draft(what)),
        Moment::FirstPublicWord => search.first_public_word(),
        Moment::FirstWordOfSubstance => search.first_word_of_substance(),
        Moment::FirstOutsideReport => {
            search.first("a report by somebody else", |what| matches!(what, EventKind::Exposed(_)))
        }
        Moment::Milestone(id) => search.milestone(id),
        Moment::Reasoned(id) => search.reasoned(id),
        Moment::TeamComplete => search.team_complete(),
        Moment::Confirmed(kind) => search.confirmed(*kind),
        Moment::FirstConfirmed => search.first_confirmed(),
        Moment::Spoke(detail) => search.spoke(*detail),
        Moment::CustomersTold => search.told_in_words(AudienceKind::Customers, "the affected customers told directly"),
        Moment::StaffTold => search.told_in_words(AudienceKind::Staff, "the staff told"),
        Moment::Told(kind) => search.told(*kind),
        Moment::DataStopped => search.data_stopped(),
        Moment::NextWave => search.next_wave(),
        Moment::Listening => search.possible_by(
            |effect| matches!(effect, Effect::Listen),
            "listening switched on",
            |what| *what == EventKind::ListeningOn,
        ),
        Moment::NarrativeAlarm => search.first("a negative narrative", |what| *what == EventKind::NarrativeAlarm),
        Moment::FirstReply => search.first_reply(),
        Moment::InsideLeak => search.first("a leak from inside", |what| *what == EventKind::InsideLeak),
        Moment::LastHardening => search.last_hardening(),
    }
}

struct Search<'a> {
    record: Record<'a>,
    scenario: &'a Scenario,
    timeline: &'a Timeline,
}

impl Search<'_> {
    fn first(&self, words: &str, wanted: impl Fn(&EventKind) -> bool) -> Reach {
        let events = self.timeline.events.iter().filter(|event| wanted(&event.what));
        let mut items: Vec<EvidenceItem> = events.map(|event| item(event, words)).collect();
        if items.is_empty() {
            return Reach::Never(format!("never: {words}"));
        }
        // Later occurrences are evidence only if a decision caused them, because only decisions can be removed from
        // the log.
        let mut first = true;
        items.retain(|item| std::mem::take(&mut first) || item.entry.is_some());
        Reach::At(items)
    }

    /// Finds a moment that is reachable only if some action in the scenario has a certain effect.
    fn possible_by(&self, effect: impl Fn(&Effect) -> bool, words: &str, wanted: impl Fn(&EventKind) -> bool) -> Reach {
        if self.scenario.actions.iter().flat_map(Action::all_effects).any(effect) {
            self.first(words, wanted)
        } else {
            Reach::Impossible(format!("no action of this scenario leads to it: {words}"))
        }
    }

    fn is_draft(&self, what: &EventKind) -> bool {
        let EventKind::WorkBegun { action, .. } = what else { return false };
        let action = self.scenario.action(action);
        action.is_some_and(|action| matches!(action.asks, Ask::Statement { .. } | Ask::Reply))
    }

    fn first_public_word(&self) -> Reach {
        let words = "the first public word";
        match self.record.spoken().next() {
            Some((_, said)) => Reach::At(vec![quoted(said, words)]),
            None => Reach::Never(format!("never: {words}")),
        }
    }

    fn first_word_of_substance(&self) -> Reach {
        let words = "a public word that says something";
        let mut spoken = self.record.spoken().peekable();
        if spoken.peek().is_none() {
            return Reach::Never(format!("never: {words}"));
        }
        let with_substance = spoken.filter(|(index, _)| self.record.standing(*index) != PublicationKind::Empty);
        let items: Vec<EvidenceItem> = with_substance.map(|(_, said)| quoted(said, words)).collect();
        if items.is_empty() {
            Reach::Never("what was published said hardly anything".to_owned())
        } else {
            Reach::At(items)
        }
    }

    /// Finds when an audience was told. A published notice counts only if it has content; a notice sent by a
    /// scenario action always counts.
    fn told_in_words(&self, audience: AudienceKind, words: &str) -> Reach {
        let hollow = |cause: Option<EntryNumber>| {
            let mut published = self.timeline.publications.iter().enumerate();
            published.any(|(index, said)| {
                Some(said.entry) == cause
                    && said.audience == audience
                    && self.record.standing(index) == PublicationKind::Empty
            })
        };
        let told = |event: &&TimelineEvent| match event.what {
            EventKind::CustomersTold => audience == AudienceKind::Customers,
            EventKind::StaffTold => audience == AudienceKind::Staff,
            _ => false,
        };
        let events = self.timeline.events.iter().filter(told).filter(|event| !hollow(event.cause));
        let by_event = events.map(|event| item(event, words));
        let published = self.timeline.publications.iter().enumerate();
        let by_word = published
            .filter(|(index, said)| said.audience == audience && self.record.standing(*index) != PublicationKind::Empty)
            .map(|(_, said)| EvidenceItem::at(said.at, Some(said.entry), words));
        let mut items: Vec<EvidenceItem> = by_event.chain(by_word).collect();
        items.sort_by_key(|item| item.at);
        items.dedup();
        if items.is_empty() {
            Reach::Never(format!("never, in words that say something: {words}"))
        } else {
            Reach::At(items)
        }
    }

    fn milestone(&self, id: &MilestoneId) -> Reach {
        let known = self.scenario.playbook.milestones.iter().find(|milestone| milestone.id == *id);
        let words = known.map_or(id.as_str(), |milestone| milestone.title.as_str());
        if !reachable_milestones(self.scenario).contains(id) {
            return Reach::Impossible(format!("nothing in this scenario leads to it: {words}"));
        }
        self.first(words, |what| matches!(what, EventKind::MilestoneReached(reached) if reached == id))
    }

    /// Finds a milestone that was reached by a decision with a recorded rationale.
    fn reasoned(&self, id: &MilestoneId) -> Reach {
        let Reach::At(items) = self.milestone(id) else { return self.milestone(id) };
        let reasoned = |item: &EvidenceItem| {
            let decision = item.entry.and_then(|entry| self.record.decision(entry));
            decision.is_some_and(|decision| different_words(&decision.rationale) >= REASON_WORDS)
        };
        let (with, without): (Vec<EvidenceItem>, Vec<EvidenceItem>) = items.into_iter().partition(reasoned);
        match (with.is_empty(), without.first()) {
            (true, Some(item)) => Reach::Never(format!("{}, but no reasons are on record", item.text)),
            _ => Reach::At(with),
        }
    }

    fn first_confirmed(&self) -> Reach {
        match self.timeline.first(|what| matches!(what, EventKind::FactConfirmed(_))) {
            Some(event) => Reach::At(vec![item(event, "the first fact confirmed")]),
            None => {
                Reach::At(vec![EvidenceItem::at(self.record.now(), None, "the end of play, with nothing confirmed")])
            }
        }
    }

    /// Finds the first personal reply, or the first one after the narrative alarm if the alarm was raised.
    fn first_reply(&self) -> Reach {
        let words = "a personal reply to negative posts";
        let alarm = self.timeline.first(|what| *what == EventKind::NarrativeAlarm).map(|event| event.at);
        let personal = |effect: &Effect| matches!(effect, Effect::Reply(quality) if *quality >= PERSONAL);
        if !self.scenario.actions.iter().flat_map(Action::all_effects).any(personal) {
            return Reach::Impossible(format!("no action of this scenario leads to it: {words}"));
        }
        let counts = |event: &&TimelineEvent| {
            matches!(event.what, EventKind::PostsAnswered(quality) if quality >= PERSONAL) && Some(event.at) >= alarm
        };
        let items: Vec<EvidenceItem> =
            self.timeline.events.iter().filter(counts).map(|event| item(event, words)).collect();
        if items.is_empty() { Reach::Never(format!("never: {words}")) } else { Reach::At(items) }
    }

    fn last_hardening(&self) -> Reach {
        let hardens = |action: &Action| action.all_effects().any(|effect| matches!(effect, Effect::Harden(_)));
        if !self.scenario.actions.iter().any(hardens) {
            return Reach::Impossible("nothing in this scenario keeps a breach from coming back".to_owned());
        }
        let last = self.timeline.events.iter().rev().find(
            |event| matches!(&event.what, EventKind::WorkFinished(id) if self.scenario.action(id).is_some_and(hardens)),
        );
        match last {
            Some(event) => Reach::At(vec![item(event, "the last work that hardens the site")]),
            None => Reach::Never("never: the site hardened".to_owned()),
        }
    }

    fn team_complete(&self) -> Reach {
        let arrival = |kind: &RoleKind| {
            let role = self.scenario.role_of(*kind)?;
            self.timeline.first(|what| matches!(what, EventKind::RoleArrived(id) if *id == role.id))
        };
        let kinds: Vec<RoleKind> =
            RoleKind::ALL.into_iter().filter(|kind| self.scenario.role_of(*kind).is_some()).collect();
        let called = |event: &TimelineEvent| match &event.what {
            EventKind::RoleArrived(role) => event.cause.or_else(|| self.record.call_of(role)),
            _ => None,
        };
        let arrivals: Vec<&TimelineEvent> = kinds.iter().filter_map(arrival).collect();
        match arrivals.iter().max_by_key(|event| event.at) {
            Some(last) if arrivals.len() == kinds.len() => {
                // The last arrival completes the team. The calls for the other roles are evidence as well.
                let at = |event: &TimelineEvent, words: &str| EvidenceItem::at(event.at, called(event), words);
                let others = arrivals.iter().filter(|event| called(event).is_some() && event.what != last.what);
                let others = others.map(|event| at(event, "one of the team on duty"));
                Reach::At(std::iter::once(at(last, "the whole team on duty")).chain(others).collect())
            }
            _ => Reach::Never(format!("{} of {} functions were on duty", arrivals.len(), kinds.len())),
        }
    }

    fn confirmed(&self, kind: FactKind) -> Reach {
        let facts: Vec<&Fact> = self.scenario.facts.iter().filter(|fact| fact.kind == kind).collect();
        let confirmed: Vec<(&Fact, &TimelineEvent)> = facts
            .iter()
            .filter_map(|fact| {
                let event =
                    self.timeline.first(|what| matches!(what, EventKind::FactConfirmed(id) if *id == fact.id))?;
                Some((*fact, event))
            })
            .collect();
        match confirmed.iter().max_by_key(|(_, event)| event.at) {
            _ if facts.is_empty() => Reach::Impossible("the scenario has no such fact".to_owned()),
            Some(last) if confirmed.len() == facts.len() => {
                let words =
                    |(fact, event): &(&Fact, &TimelineEvent)| item(event, &format!("confirmed: {}", fact.title));
                let others = confirmed.iter().filter(|other| other.0.id != last.0.id);
                Reach::At(std::iter::once(words(last)).chain(others.map(words)).collect())
            }
            _ => Reach::Never(format!("{} of {} such facts were confirmed", confirmed.len(), facts.len())),
        }
    }

    fn spoke(&self, detail: Detail) -> Reach {
        let spoken = |claim: &JudgedClaim| claim.detail == detail && claim.soundness != Soundness::NamedUnknown;
        let text = format!("a public claim about {}", detail.title());
        let said = self.record.spoken().filter(|(_, said)| said.claims.iter().any(spoken));
        let items: Vec<EvidenceItem> =
            said.map(|(_, said)| EvidenceItem::at(said.at, Some(said.entry), text.as_str())).collect();
        if items.is_empty() { Reach::Never(format!("never: {text}")) } else { Reach::At(items) }
    }

    fn told(&self, kind: StakeholderKind) -> Reach {
        let of_kind =
            |id: &crate::id::StakeholderId| self.scenario.stakeholder(id).is_some_and(|party| party.kind == kind);
        if !self.scenario.stakeholders.iter().any(|party| party.kind == kind) {
            return Reach::Impossible("the scenario has no such party".to_owned());
        }
        let told = self.timeline.events.iter().filter_map(|event| match &event.what {
            EventKind::StakeholderTold(id) if of_kind(id) => {
                let name = self.scenario.stakeholder(id).map_or("", |party| &party.title);
                Some(item(event, &format!("told: {name}")))
            }
            _ => None,
        });
        let items: Vec<EvidenceItem> = told.collect();
        if items.is_empty() { Reach::Never("nobody of that kind was told".to_owned()) } else { Reach::At(items) }
    }

    fn data_stopped(&self) -> Reach {
        let streams = &self.scenario.threat.streams;
        let stops: Vec<&TimelineEvent> =
            self.timeline.events.iter().filter(|event| matches!(event.what, EventKind::StreamStopped(_))).collect();
        match stops.last() {
            _ if streams.is_empty() => Reach::Impossible("no data was leaving".to_owned()),
            Some(last) if stops.len() == streams.len() => {
                let others = stops.iter().filter(|stop| stop.what != last.what);
                let others = others.map(|stop| item(stop, "a stream of data stopped"));
                Reach::At(std::iter::once(item(last, "the last stream of data stopped")).chain(others).collect())
            }
            _ => Reach::Never(format!("{} of {} streams of data were stopped", stops.len(), streams.len())),
        }
    }

    /// Returns the scheduled time of the first wave, whether it happened, was averted, or play ended before it.
    fn next_wave(&self) -> Reach {
        match self.scenario.threat.waves.iter().min_by_key(|wave| wave.at) {
            Some(wave) => Reach::At(vec![EvidenceItem::at(wave.at, None, format!("the next wave: {}", wave.title))]),
            None => Reach::Impossible("the scenario has no further wave".to_owned()),
        }
    }
}

fn item(event: &TimelineEvent, words: &str) -> EvidenceItem {
    EvidenceItem::at(event.at, event.cause, words)
}

fn quoted(said: &Publication, words: &str) -> EvidenceItem {
    let quote = said.statement.quote();
    let text = if quote.is_empty() { words.to_owned() } else { format!("{words}: “{quote}”") };
    EvidenceItem::at(said.at, Some(said.entry), text)
}

/// Returns the number of distinct words in a text.
pub(super) fn different_words(text: &str) -> usize {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1).map(str::to_lowercase);
    words.collect::<std::collections::BTreeSet<String>>().len()
}
