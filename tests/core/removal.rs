//! Removing evidence: only the criteria that cite the removed evidence may lose credit.
//!
//! Two tests cover this. The first removes entries, their consequences and their publications from the timeline and
//! scores again; every criterion that cites none of them must keep its score to the bit. The second replays the log
//! without the entries. The world may then react differently, so criteria that measure the world
//! ([`Evidence::reacts`]) and criteria whose evidence was produced differently are skipped; all others must keep
//! their score.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use goldenhour_core::ensemble::autopilot;
use goldenhour_core::scenario::Evidence;
use goldenhour_core::scoring::{CriterionScore, PlaybookScore, Record, score_playbook};
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::{Author, Entry, Mode, Session};
use goldenhour_core::simulation::Seed;
use goldenhour_core::timeline::{EntryNumber, EventKind, Timeline};

use crate::support::{SKIMMER, scenario};

/// A small population keeps many drills fast; which entries are evidence hardly depends on it.
const FEW: u32 = 400;

fn new_session() -> Session {
    let mut scenario = (*scenario(SKIMMER)).clone();
    scenario.customers.population = FEW;
    Session::begin(Arc::new(scenario), Seed(1), Mode::Headless, Box::new(Unkept)).unwrap()
}

fn played(name: &str) -> Session {
    let mut session = new_session();
    let end = session.scenario().end();
    let mut player = autopilot::named(name, session.scenario(), session.seed()).unwrap();
    autopilot::play(&mut session, player.as_mut(), end, &mut |_| {}).unwrap();
    session
}

fn judged(session: &Session, timeline: &Timeline, entries: &[Entry]) -> PlaybookScore {
    score_playbook(&Record { scenario: session.scenario(), timeline, entries })
}

fn criteria(score: &PlaybookScore) -> impl Iterator<Item = &CriterionScore> {
    score.steps.iter().flat_map(|step| &step.criteria)
}

fn named(criterion: &CriterionScore) -> BTreeSet<EntryNumber> {
    criterion.evidence.iter().filter_map(|item| item.entry).collect()
}

fn credit_of(score: &PlaybookScore, id: &str) -> Option<f64> {
    criteria(score).find(|criterion| criterion.id.as_str() == id).unwrap().credit()
}

/// Returns the timeline without the consequences of some entries. A role's arrival has no entry of its own and is
/// removed with the call that summoned it.
fn without(session: &Session, gone: &BTreeSet<EntryNumber>) -> Timeline {
    let timeline = session.timeline();
    let whole = Record { scenario: session.scenario(), timeline, entries: session.entries() };
    let mut cut = timeline.clone();
    let mut places = BTreeMap::new();
    let mut publications = Vec::new();
    for (place, said) in timeline.publications.iter().enumerate() {
        if !gone.contains(&said.entry) {
            places.insert(place, publications.len());
            publications.push(said.clone());
        }
    }
    cut.publications = publications;
    cut.events.retain_mut(|event| {
        let place = match &mut event.what {
            EventKind::Published(place)
            | EventKind::ClaimReversed { publication: place, .. }
            | EventKind::NumberRevised { publication: place, .. }
            | EventKind::PromiseKept { publication: place, .. }
            | EventKind::PromiseBroken { publication: place, .. } => Some(place),
            _ => None,
        };
        let stays = match place {
            Some(place) => places.get(place).map(|new| *place = *new).is_some(),
            None => true,
        };
        let cause = match &event.what {
            EventKind::RoleArrived(role) => event.cause.or_else(|| whole.call_of(role)),
            _ => event.cause,
        };
        stays && cause.is_none_or(|cause| !gone.contains(&cause))
    });
    cut
}

/// Replaces some entries by empty notes, so that the others keep their numbers.
fn blanked(entries: &[Entry], gone: &BTreeSet<EntryNumber>) -> Vec<Entry> {
    let blank = |(entry, number): (&Entry, u32)| match gone.contains(&EntryNumber(number)) {
        true => Entry::Note { at: entry.at(), author: Author::Facilitator, text: String::new() },
        false => entry.clone(),
    };
    entries.iter().zip(0..).map(blank).collect()
}

#[test]
fn evidence_removed_from_the_timeline_affects_only_criteria_that_cite_it() {
    for name in ["hasty", "playbook"] {
        let session = played(name);
        let before = judged(&session, session.timeline(), session.entries());
        let (mut tried, mut compared) = (0, 0);
        for criterion in criteria(&before).filter(|criterion| criterion.score > 0.0) {
            let gone = named(criterion);
            assert!(!gone.is_empty(), "{name} {}: points without evidence in an entry", criterion.id);
            let entries = blanked(session.entries(), &gone);
            let after = judged(&session, &without(&session, &gone), &entries);
            assert_ne!(criterion.credit(), credit_of(&after, criterion.id.as_str()), "{name} {}", criterion.id);
            tried += 1;
            for (_, other) in session.scenario().playbook.criteria() {
                let was = criteria(&before).find(|score| score.id == other.id).unwrap();
                // A review is scored against all other criteria, so it changes with any of them.
                if other.evidence.asks_for_review() || !named(was).is_disjoint(&gone) {
                    continue;
                }
                compared += 1;
                let is = credit_of(&after, other.id.as_str());
                assert_eq!(was.credit(), is, "{name}: {} changed without the evidence of {}", other.id, criterion.id);
            }
        }
        assert!(tried >= 15 && compared >= 200, "{name}: {tried} removed, {compared} compared");
    }
}

/// Replays a session without some entries; also maps each new entry number to its original number.
fn replayed(session: &Session, gone: &BTreeSet<EntryNumber>) -> (Session, BTreeMap<EntryNumber, EntryNumber>) {
    let mut again = new_session();
    let mut numbers = BTreeMap::new();
    for (entry, number) in session.entries().iter().zip(0..).map(|(entry, number)| (entry, EntryNumber(number))) {
        if gone.contains(&number) {
            continue;
        }
        again.advance_to(entry.at()).unwrap();
        let taken = match entry {
            Entry::Decision(decision) => again.decide(decision.clone()).is_ok(),
            Entry::Review { author, review, .. } => again.review(author.clone(), review.clone()).is_ok(),
            _ => false,
        };
        if taken {
            numbers.insert(EntryNumber(u32::try_from(again.entries().len() - 1).unwrap()), number);
        }
    }
    again.advance_to(session.now()).unwrap();
    (again, numbers)
}

/// Returns a description of each entry's consequences. Media stories are left out.
fn consequences(
    timeline: &Timeline,
    number: impl Fn(EntryNumber) -> Option<EntryNumber>,
) -> BTreeMap<EntryNumber, Vec<String>> {
    let mut consequences: BTreeMap<EntryNumber, Vec<String>> = BTreeMap::new();
    for event in &timeline.events {
        let Some(entry) = event.cause.and_then(&number) else { continue };
        let what = match &event.what {
            EventKind::Published(place) => {
                let said = &timeline.publications[*place];
                format!("{:?} {:?} {}", said.drafted, said.claims, said.unknowns_left)
            }
            EventKind::PromiseKept { topic, .. } => format!("kept {topic:?}"),
            EventKind::PromiseBroken { topic, .. } => format!("broken {topic:?}"),
            EventKind::ClaimReversed { topic, .. } => format!("reversed {topic:?}"),
            EventKind::NumberRevised { topic, .. } => format!("revised {topic:?}"),
            EventKind::StoryRun(_) => continue,
            other => format!("{other:?}"),
        };
        consequences.entry(entry).or_default().push(format!("{} {what}", event.at));
    }
    consequences
}

#[test]
fn evidence_removed_from_the_log_affects_no_unrelated_criterion() {
    let session = played("playbook");
    let before = judged(&session, session.timeline(), session.entries());
    let old_consequences = consequences(session.timeline(), Some);
    let mut compared = 0;
    for criterion in criteria(&before).filter(|criterion| criterion.score > 0.0) {
        let gone = named(criterion);
        let (again, numbers) = replayed(&session, &gone);
        let after = judged(&again, again.timeline(), again.entries());
        assert_ne!(criterion.credit(), credit_of(&after, criterion.id.as_str()), "{}: {gone:?}", criterion.id);
        let new_consequences = consequences(again.timeline(), |number| numbers.get(&number).copied());
        let touched: BTreeSet<EntryNumber> = old_consequences
            .iter()
            .filter(|(entry, what)| new_consequences.get(entry) != Some(what))
            .map(|(entry, _)| *entry)
            .chain(gone)
            .collect();
        for (_, other) in session.scenario().playbook.criteria() {
            let was = criteria(&before).find(|score| score.id == other.id).unwrap();
            let reacts: fn(&Evidence) -> bool = Evidence::reacts;
            if reacts(&other.evidence) || !named(was).is_disjoint(&touched) {
                continue;
            }
            compared += 1;
            let is = credit_of(&after, other.id.as_str());
            assert_eq!(was.credit(), is, "{} changed without the evidence of {}", other.id, criterion.id);
        }
    }
    assert!(compared >= 100, "only {compared} unrelated criteria were compared");
}
