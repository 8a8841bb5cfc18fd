//! Evidence that is taken away: the criterion that names it loses by it, and no other does.
//!
//! Twice. First from the record alone: the entries, what they brought about and what they published are cut out of
//! the timeline, and everything is judged again; a criterion that names none of them must come out the same to
//! the bit. Then from the log, which is played again without them: then the world may answer differently, so
//! criteria that measure the world ([`Evidence::reacts`]) and those whose evidence came about otherwise are left
//! out, and all others must come out the same.

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

/// So few customers that many drills take no time; which entries are evidence hardly depends on their number.
const FEW: u32 = 400;

fn begun() -> Session {
    let mut scenario = (*scenario(SKIMMER)).clone();
    scenario.customers.population = FEW;
    Session::begin(Arc::new(scenario), Seed(1), Mode::Headless, Box::new(Unkept)).unwrap()
}

fn played(name: &str) -> Session {
    let mut session = begun();
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

/// The record of a session without what some entries brought about. Roles arrive without an entry of their own;
/// they go with the call.
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

/// The log with some entries blotted out; the others keep their numbers.
fn blotted(entries: &[Entry], gone: &BTreeSet<EntryNumber>) -> Vec<Entry> {
    let blot = |(entry, number): (&Entry, u32)| match gone.contains(&EntryNumber(number)) {
        true => Entry::Note { at: entry.at(), author: Author::Facilitator, text: String::new() },
        false => entry.clone(),
    };
    entries.iter().zip(0..).map(blot).collect()
}

#[test]
fn evidence_cut_out_of_the_record_changes_the_criterion_that_names_it_and_no_other() {
    for name in ["hasty", "playbook"] {
        let session = played(name);
        let before = judged(&session, session.timeline(), session.entries());
        let (mut tried, mut compared) = (0, 0);
        for criterion in criteria(&before).filter(|criterion| criterion.score > 0.0) {
            let gone = named(criterion);
            assert!(!gone.is_empty(), "{name} {}: points without an entry", criterion.id);
            let entries = blotted(session.entries(), &gone);
            let after = judged(&session, &without(&session, &gone), &entries);
            assert_ne!(criterion.credit(), credit_of(&after, criterion.id.as_str()), "{name} {}", criterion.id);
            tried += 1;
            for (_, other) in session.scenario().playbook.criteria() {
                let was = criteria(&before).find(|score| score.id == other.id).unwrap();
                // A review is held against all the others: that dependence is its purpose.
                if other.evidence.asks_for_review() || !named(was).is_disjoint(&gone) {
                    continue;
                }
                compared += 1;
                let is = credit_of(&after, other.id.as_str());
                assert_eq!(was.credit(), is, "{name}: {} changed without the evidence of {}", other.id, criterion.id);
            }
        }
        assert!(tried >= 15 && compared >= 200, "{name}: {tried} taken away, {compared} compared");
    }
}

/// A session played again without some entries, with the numbers that its entries had before.
fn replayed(session: &Session, gone: &BTreeSet<EntryNumber>) -> (Session, BTreeMap<EntryNumber, EntryNumber>) {
    let mut again = begun();
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

/// What each entry brought about, in words; what the world said of it is left out.
fn brought(
    timeline: &Timeline,
    number: impl Fn(EntryNumber) -> Option<EntryNumber>,
) -> BTreeMap<EntryNumber, Vec<String>> {
    let mut brought: BTreeMap<EntryNumber, Vec<String>> = BTreeMap::new();
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
        brought.entry(entry).or_default().push(format!("{} {what}", event.at));
    }
    brought
}

#[test]
fn evidence_taken_out_of_the_log_changes_the_criterion_that_names_it_and_no_unrelated_one() {
    let session = played("playbook");
    let before = judged(&session, session.timeline(), session.entries());
    let was_brought = brought(session.timeline(), Some);
    let mut compared = 0;
    for criterion in criteria(&before).filter(|criterion| criterion.score > 0.0) {
        let gone = named(criterion);
        let (again, numbers) = replayed(&session, &gone);
        let after = judged(&again, again.timeline(), again.entries());
        assert_ne!(criterion.credit(), credit_of(&after, criterion.id.as_str()), "{}: {gone:?}", criterion.id);
        let is_brought = brought(again.timeline(), |number| numbers.get(&number).copied());
        let touched: BTreeSet<EntryNumber> = was_brought
            .iter()
            .filter(|(entry, what)| is_brought.get(entry) != Some(what))
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
    assert!(compared >= 100, "hardly anything was unrelated: {compared}");
}
