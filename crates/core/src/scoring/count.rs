//! Evidence that counts occurrences, compares claims with what was known at the time, or measures how long a metric
//! stayed within a bound.

use super::evidence_item::EvidenceItem;
use super::judgement::Judgement;
use super::moment::{self, PERSONAL, Reach};
use super::record::{PublicationKind, Record};
use super::share::{self, Counted};
use crate::scenario::{Bound, Countable, Detail, Effect, FactKind, Metric, Moment};
use crate::statement::{JudgedClaim, Soundness};
use crate::time::SimDuration;
use crate::timeline::EventKind;

/// Judges whether every fact of a kind was confirmed before the first public claim about a detail.
pub fn known_before(facts: FactKind, claims: Detail, record: &Record<'_>) -> Judgement {
    let known = match moment::find(&Moment::Confirmed(facts), record) {
        Reach::Impossible(why) => return Judgement::not_applicable(why),
        Reach::Never(why) => return Judgement::credit(0.0, vec![EvidenceItem::general(why)]),
        Reach::At(known) => known,
    };
    let claiming = |claim: &JudgedClaim| claim.detail == claims && claim.soundness != Soundness::NamedUnknown;
    let mut evidence = known.clone();
    let (mut early, mut all) = (0.0, 0.0);
    for (_, said) in record.spoken().filter(|(_, said)| said.claims.iter().any(claiming)) {
        all += 1.0;
        let before = known[0].at > Some(said.at);
        early += if before { 1.0 } else { 0.0 };
        let word = if before { "claimed before it was known" } else { "claimed once it was known" };
        evidence.push(EvidenceItem::at(said.at, Some(said.entry), format!("{word}: {}", claims.title())));
    }
    // A single premature claim does the damage. Later claims, made once the facts are known, do not repair it.
    let credit = if all > 0.0 && early > 0.0 { 0.0 } else { 1.0 };
    let mut judgement = Judgement::credit(credit, evidence);
    judgement.late = early > 0.0;
    judgement
}

/// Judges how often an event occurred; credit is linear between `none` and `full` occurrences.
pub fn often(of: Countable, full: u32, none: u32, record: &Record<'_>) -> Judgement {
    let mut evidence = counted(of, record);
    let count = f64::from(u32::try_from(evidence.len()).unwrap_or(u32::MAX));
    let (full, none) = (f64::from(full), f64::from(none));
    let credit = if (full - none).abs() < f64::EPSILON { 0.0 } else { (count - none) / (full - none) };
    // A low count of harmful events earns no credit for a team that took no action at all.
    let idle = full < none && !record.timeline.events.iter().any(|event| event.cause.is_some());
    evidence.push(EvidenceItem::general(format!("{count} counted; full credit at {full}")));
    Judgement::credit(if idle { 0.0 } else { credit }, evidence)
}

fn counted(of: Countable, record: &Record<'_>) -> Vec<EvidenceItem> {
    let events = |wanted: &dyn Fn(&EventKind) -> bool, words: &str| {
        let events = record.timeline.events.iter().filter(|event| wanted(&event.what));
        events.map(|event| EvidenceItem::at(event.at, event.cause, words)).collect::<Vec<_>>()
    };
    let published = |empty: bool, words: &str| {
        let fits = |index: usize| (record.standing(index) != PublicationKind::Word) == empty;
        let said = record.own_words().filter(|(index, _)| fits(*index));
        said.map(|(_, said)| EvidenceItem::at(said.at, Some(said.entry), words)).collect::<Vec<_>>()
    };
    match of {
        Countable::Statements => published(false, "a statement that says something"),
        Countable::EmptyStatements => published(true, "a statement that says nothing new"),
        Countable::Reversals => {
            events(&|what| matches!(what, EventKind::ClaimReversed { .. }), "a claim that turned out false")
        }
        Countable::PromisesBroken => {
            events(&|what| matches!(what, EventKind::PromiseBroken { .. }), "a promise that was broken")
        }
        Countable::InquiriesExpired => {
            events(&|what| matches!(what, EventKind::InquiryExpired(_)), "a question that nobody answered")
        }
        Countable::Leaks => events(&|what| *what == EventKind::InsideLeak, "a leak from inside"),
        Countable::HarmfulActs => share::harmful(record, |effect| share::harm(effect).is_some()),
        Countable::EvidenceDestroyed => {
            share::harmful(record, |effect| matches!(effect, Effect::Forensics(factor) if *factor > 1.0))
        }
        Countable::TemplateReplies => events(
            &|what| matches!(what, EventKind::PostsAnswered(quality) if *quality < PERSONAL),
            "posts answered with one text for all",
        ),
    }
}

/// Returns the share of a period during which a metric stayed within a bound.
pub fn kept(metric: Metric, is: Bound, (from, lasting): (Reach, Option<SimDuration>), record: &Record<'_>) -> Counted {
    let from = match from {
        Reach::Impossible(why) | Reach::Never(why) => return Counted::Nothing(why),
        Reach::At(from) => from,
    };
    let start = from[0].at.unwrap_or_default();
    let end = lasting.map_or(record.now(), |lasting| (start + lasting).min(record.now()));
    let minutes: Vec<u32> = (start.minutes()..=end.minutes()).collect();
    let value = |minute: &u32| record.timeline.series.at(metric, crate::time::SimTime::from_minutes(*minute));
    let keeps = |value: f64| match is {
        Bound::Below(bound) => value <= bound,
        Bound::Above(bound) => value >= bound,
    };
    let held = minutes.iter().filter(|minute| keeps(value(minute))).count();
    #[expect(clippy::cast_precision_loss, reason = "a session lasts at most a few hundred days")]
    let share = held as f64 / minutes.len().max(1) as f64;
    let bound = match is {
        Bound::Below(bound) => format!("at most {bound}"),
        Bound::Above(bound) => format!("at least {bound}"),
    };
    let text = format!("{} was {bound} for {:.0} % of the time from {start} to {end}", metric.name(), 100.0 * share);
    let mut evidence = vec![EvidenceItem::at(start, from[0].entry, from[0].text.as_str()), EvidenceItem::general(text)];
    evidence.extend(minutes.iter().find(|minute| !keeps(value(minute))).map(|minute| {
        let text = format!("first outside the bound, at {:.2}", value(minute));
        EvidenceItem::at(crate::time::SimTime::from_minutes(*minute), None, text)
    }));
    Counted::Share { share, evidence }
}
