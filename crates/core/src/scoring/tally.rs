//! How large a share of something was done, counted in the record, each with what was and was not.
//!
//! Where there was nothing to do, there is nothing to count, and the criterion is not applicable. Where there
//! was something and nothing was done, the share is 0: saying nothing keeps no promise and holds no reassurance.
//!
//! Saying or doing the same again counts once. A claim, a reassurance or a work that is repeated stands for one;
//! a statement that repeats or says nothing is no statement ([`super::record`]); an answer that is the same as
//! an earlier one although more is known by now is a template and earns little; of several answers to the same
//! posts the best counts, not their sum.

use std::collections::{BTreeMap, BTreeSet};

use super::evidence_item::{EvidenceItem, Span};
use super::moment::PERSONAL;
use super::record::{PublicationKind, Record, says_the_same};
use super::text;
use crate::decision::Content;
use crate::id::{ActionId, InjectId, RoleId, TopicId};
use crate::scenario::{
    Action, Ask, ClaimNature, Detail, Effect, Metric, Role, RoleKind, Scenario, StakeholderKind, Tally, TextFinding,
};
use crate::statement::{JudgedClaim, Soundness};
use crate::time::SimTime;
use crate::timeline::{EntryNumber, EventKind, Publication, Timeline, TimelineEvent};

/// An answer to a post counts fully up to this many minutes after it was written.
const SOON_MINUTES: usize = 120;

/// An answer to a post counts for nothing from this many minutes after it was written.
const LATE_MINUTES: usize = 240;

/// Minutes for which a role must be at its limit, and another without work, before it counts as overloaded.
const SPELL_MINUTES: u32 = 240;

/// What an answer is worth that only says what is not known yet.
const HOLLOW_ANSWER: f64 = 0.4;

/// What an answer is worth that somebody else was given before, word for word.
const REPEATED_ANSWER: f64 = 0.5;

/// What an answer is worth that repeats an earlier one although more is known by now.
const STALE_ANSWER: f64 = 0.2;

/// What a reassurance that turned out false takes away from those that held.
const REVERSAL: f64 = 0.5;

/// What a round of pasted answers is worth beside one of personal answers, at least.
const TEMPLATE_WORTH: f64 = 0.25;

/// A share, or that there was nothing to count.
#[derive(Clone, Debug, PartialEq)]
pub enum Counted {
    /// Between 0 and 1, with what was and was not.
    Share {
        /// The share.
        share: f64,
        /// The reasons.
        evidence: Vec<EvidenceItem>,
    },
    /// There was nothing to count, in words.
    Nothing(String),
}

/// Counts.
pub fn count(tally: Tally, record: &Record<'_>) -> Counted {
    let counter = Counter { record: *record, scenario: record.scenario, timeline: record.timeline };
    match tally {
        Tally::RolesActive => counter.roles_active(),
        Tally::DutiesKept => counter.duties_kept(),
        Tally::InquiriesAnswered => counter.inquiries_answered(),
        Tally::DetailsGiven => counter.details_given(),
        Tally::Heard => counter.loudness(),
        Tally::ClaimsSound => counter.claims_sound(),
        Tally::PromisesKept => counter.promises_kept(),
        Tally::ReassurancesHeld => counter.reassurances_held(),
        Tally::ContactsGiven => counter.contacts_given(),
        Tally::UpdatesAnnounced => counter.updates_announced(),
        Tally::UnknownsNamed => counter.unknowns_named(),
        Tally::CustomersFirst => counter.customers_first(),
        Tally::Hardening => counter.hardening(),
        Tally::NegativeAnswered => counter.negative_answered(),
        Tally::ClocksMet => counter.clocks(None, 0.0),
        Tally::LoadBalanced => counter.load_balanced(),
        Tally::ActsSound => counter.acts_sound(),
        Tally::WithinOutline => counter.within_outline(),
        Tally::ActionsTold => counter.actions_told(),
    }
}

/// Returns the works that did some harm, each time they did it.
pub(super) fn harmful(record: &Record<'_>, wanted: impl Fn(&Effect) -> bool) -> Vec<EvidenceItem> {
    let counter = Counter { record: *record, scenario: record.scenario, timeline: record.timeline };
    let harms = |work: &Work<'_>| {
        let why = counter.effects(work).into_iter().find(|effect| wanted(effect)).and_then(harm)?;
        Some(EvidenceItem::at(work.begun, work.entry, format!("{}: {why}", work.action.title)))
    };
    counter.works().filter_map(|work| harms(&work)).collect()
}

/// Counts the clocks owed to a kind of stakeholder.
pub fn clocks_of(kind: StakeholderKind, late: f64, record: &Record<'_>) -> Counted {
    Counter { record: *record, scenario: record.scenario, timeline: record.timeline }.clocks(Some(kind), late)
}

/// Counts the words to the public that have a property, or that are free of it.
pub fn texts(what: TextFinding, wanted: bool, record: &Record<'_>) -> Counted {
    let mut items = Items::default();
    let mut spoke = false;
    for (says_something, said) in record.words() {
        spoke |= says_something;
        let Some(found) = text::find(what, said, record.scenario) else { continue };
        let credit = match (wanted, says_something) {
            (true, true) => found.degree,
            (false, true) => 1.0 - found.degree,
            // What says nothing new has no merit, also not that of avoiding a fault.
            (_, false) => 0.0,
        };
        let not = if found.degree > 0.0 { "" } else { "not so: " };
        let item = EvidenceItem::at(said.at, Some(said.entry), format!("{not}{}", text::in_words(what)));
        items.add(credit, item.with_words(found.words));
    }
    let counted = items.mean_or(if spoke {
        Counted::Nothing(format!("whether a text {} cannot be told from its claims", text::in_words(what)))
    } else {
        undone("nothing was said that says something")
    });
    with_more(counted, said_again(record))
}

/// What was said again as announced, as evidence beside the words that count.
fn said_again(record: &Record<'_>) -> Vec<EvidenceItem> {
    let again = |said: &Publication| EvidenceItem::at(said.at, Some(said.entry), "said again, as announced");
    record.announced_repeats().map(again).collect()
}

/// Things that were each done to some degree, 0 to 1.
#[derive(Default)]
struct Items(Vec<(f64, EvidenceItem)>);

impl Items {
    fn add(&mut self, credit: f64, item: EvidenceItem) {
        self.0.push((credit, item.with_worth(credit)));
    }

    /// The mean, or what it means that there is nothing. Everything that earned or lost credit is evidence.
    fn mean_or(self, nothing: Counted) -> Counted {
        if self.0.is_empty() {
            return nothing;
        }
        #[expect(clippy::cast_precision_loss, reason = "a few dozen at most")]
        let share = self.0.iter().map(|(credit, _)| credit).sum::<f64>() / self.0.len() as f64;
        Counted::Share { share, evidence: self.0.into_iter().map(|(_, item)| item).collect() }
    }
}

/// Nothing was done where something could have been.
fn undone(text: &str) -> Counted {
    Counted::Share { share: 0.0, evidence: vec![EvidenceItem::general(text)] }
}

struct Counter<'a> {
    record: Record<'a>,
    scenario: &'a Scenario,
    timeline: &'a Timeline,
}

impl<'a> Counter<'a> {
    fn events(&self) -> impl Iterator<Item = &'a TimelineEvent> + use<'a> {
        self.timeline.events.iter()
    }

    /// The works begun, with what was chosen.
    fn works(&self) -> impl Iterator<Item = Work<'a>> + use<'a> {
        let scenario = self.scenario;
        self.events().filter_map(move |event| {
            let EventKind::WorkBegun { action, by, until } = &event.what else { return None };
            Some(Work { action: scenario.action(action)?, by, begun: event.at, until: *until, entry: event.cause })
        })
    }

    /// Everything that was claimed in public, each claim once, with where it was made first and everything it was
    /// made in.
    fn claims(&self) -> Vec<(&'a Publication, &'a JudgedClaim, Vec<&'a Publication>)> {
        let mut claims: Vec<(&Publication, &JudgedClaim, Vec<&Publication>)> = Vec::new();
        for (_, said) in self.record.spoken() {
            for claim in &said.claims {
                let known = claims.iter_mut().find(|(_, other, _)| {
                    other.topic == claim.topic && other.says == claim.says && other.soundness == claim.soundness
                });
                match known {
                    Some((_, _, again)) => again.push(said),
                    None => claims.push((said, claim, Vec::new())),
                }
            }
        }
        claims
    }

    fn words_of(&self, claim: &JudgedClaim, said: &Publication) -> Option<Span> {
        text::words_of(claim, said, self.scenario)
    }

    fn roles_active(&self) -> Counted {
        let mut items = Items::default();
        for kind in RoleKind::ALL {
            let Some(role) = self.scenario.role_of(kind) else { continue };
            match self.timeline.first(|what| matches!(what, EventKind::RoleArrived(id) if *id == role.id)) {
                Some(event) => {
                    let entry = event.cause.or_else(|| self.record.call_of(&role.id));
                    items.add(1.0, EvidenceItem::at(event.at, entry, format!("at work: {}", role.title)));
                }
                None => items.add(0.0, EvidenceItem::general(format!("never called: {}", role.title))),
            }
        }
        items.mean_or(undone("nobody was at work"))
    }

    /// Each work counts once, however often it is done; led by another role even once, it counts as such.
    fn duties_kept(&self) -> Counted {
        let mut kept: BTreeMap<&ActionId, bool> = BTreeMap::new();
        for work in self.works() {
            *kept.entry(&work.action.id).or_insert(true) &= work.action.role == *work.by;
        }
        let mut items = Items::default();
        let mut seen = BTreeSet::new();
        let mut again = Vec::new();
        for work in self.works() {
            let kept = kept[&work.action.id];
            let word = if kept { "led by the role whose duty it is" } else { "led by another role" };
            let item = EvidenceItem::at(work.begun, work.entry, format!("{}: {word}", work.action.title));
            if seen.insert(&work.action.id) {
                items.add(f64::from(u8::from(kept)), item);
            } else {
                again.push(item);
            }
        }
        with_more(items.mean_or(undone("no decision was taken")), again)
    }

    /// Of the time that works took, that which was not spent on saying nothing new, on templates or on harm; and of
    /// the minutes in which somebody worked, those in which no role had been at its limit for hours while another
    /// that was at work had nothing to do. The lesser of the two.
    fn load_balanced(&self) -> Counted {
        let (strain, needless) = (self.strain(), self.needless());
        match (strain, needless) {
            (Counted::Share { share: one, evidence }, Counted::Share { share: other, evidence: more }) => {
                with_more(Counted::Share { share: one.min(other), evidence }, more)
            }
            (nothing, _) => nothing,
        }
    }

    fn needless(&self) -> Counted {
        let empty: BTreeSet<EntryNumber> =
            self.record.words().filter(|(says, _)| !says).map(|(_, said)| said.entry).collect();
        let template = |effect: &Effect| matches!(effect, Effect::Reply(quality) if *quality < PERSONAL);
        let (mut all, mut wasted) = (0, 0);
        let mut evidence = Vec::new();
        for work in self.works() {
            let minutes = work.until.since(work.begun).minutes();
            all += minutes;
            let effects = self.effects(&work);
            let why = match work.entry {
                Some(entry) if empty.contains(&entry) => "said nothing new",
                _ if effects.iter().copied().any(template) => "answered everybody with one text",
                _ if effects.iter().copied().any(|effect| harm(effect).is_some()) => "did harm",
                _ => continue,
            };
            wasted += minutes;
            evidence.push(EvidenceItem::at(work.begun, work.entry, format!("{}: {why}", work.action.title)));
        }
        Counted::Share { share: 1.0 - f64::from(wasted) / f64::from(all.max(1)), evidence }
    }

    fn strain(&self) -> Counted {
        let works: Vec<Work<'_>> = self.works().collect();
        if works.is_empty() {
            return undone("no decision was taken");
        }
        let minutes = self.record.now().minutes();
        let mut busy = 0_u32;
        let mut strained = 0_u32;
        let mut spells: BTreeMap<&RoleId, (SimTime, u32)> = BTreeMap::new();
        let arrivals = self.arrivals();
        let mut seats: Vec<Seat<'_>> =
            self.scenario.roles.iter().map(|role| Seat::of(role, &works, &arrivals, minutes)).collect();
        for minute in 0..minutes {
            let mut working = false;
            for seat in &mut seats {
                working |= seat.pass(minute);
            }
            busy += u32::from(working);
            if seats.iter().any(|seat| seat.idle >= SPELL_MINUTES) && seats.iter().any(Seat::is_at_limit) {
                strained += 1;
                for seat in seats.iter().filter(|seat| seat.is_at_limit()) {
                    spells.entry(&seat.role.id).or_insert((SimTime::from_minutes(minute), 0)).1 += 1;
                }
            }
        }
        let evidence = if spells.is_empty() {
            vec![EvidenceItem::general("nobody was at the limit for hours while another had nothing to do")]
        } else {
            let title = |role: &RoleId| self.scenario.role(role).map_or("", |role| role.title.as_str());
            let line = |(role, (since, minutes)): (&&RoleId, &(SimTime, u32))| {
                let text = format!(
                    "{} at the limit while another had nothing to do, {:.1} h in all",
                    title(role),
                    f64::from(*minutes) / 60.0
                );
                EvidenceItem::at(*since, None, text)
            };
            spells.iter().map(line).collect()
        };
        Counted::Share { share: 1.0 - f64::from(strained) / f64::from(busy.max(1)), evidence }
    }

    fn arrivals(&self) -> BTreeMap<&'a RoleId, SimTime> {
        let mut arrivals = BTreeMap::new();
        for event in self.events() {
            if let EventKind::RoleArrived(role) = &event.what {
                arrivals.entry(role).or_insert(event.at);
            }
        }
        arrivals
    }

    fn acts_sound(&self) -> Counted {
        let mut items = Items::default();
        let mut seen = BTreeSet::new();
        let mut again = Vec::new();
        for work in self.works() {
            let harm = self.effects(&work).into_iter().find_map(harm);
            let text = format!("{}: {}", work.action.title, harm.unwrap_or("harms nothing"));
            let item = EvidenceItem::at(work.begun, work.entry, text);
            if seen.insert((&work.action.id, harm)) {
                items.add(f64::from(u8::from(harm.is_none())), item);
            } else {
                again.push(item);
            }
        }
        with_more(items.mean_or(undone("no decision was taken")), again)
    }

    /// What a work does, with what was chosen.
    fn effects(&self, work: &Work<'a>) -> Vec<&'a Effect> {
        let chosen =
            work.entry.and_then(|entry| self.record.decision(entry)).and_then(|decision| match &decision.content {
                Content::Choice(choice) => Some(choice),
                _ => None,
            });
        let choices: &[crate::scenario::Choice] =
            if let Ask::Choice(choices) = &work.action.asks { choices } else { &[] };
        let of_choice = choices.iter().filter(|choice| Some(&choice.id) == chosen).flat_map(|choice| &choice.effects);
        work.action.effects.iter().chain(of_choice).collect()
    }

    fn within_outline(&self) -> Counted {
        let outline = self.outline().map(|event| event.at);
        let mut items = Items::default();
        for (index, said) in self.record.own_words() {
            let claims = || said.claims.iter();
            let guessed = claims().any(|claim| matches!(claim.soundness, Soundness::False | Soundness::TrueButUnknown));
            let shifted = claims().any(|claim| matches!(claim.nature, ClaimNature::Blames | ClaimNature::Minimizes));
            let (credit, text) = match (outline, self.record.standing(index)) {
                (None, _) => (0.0, "published without an outline"),
                (Some(outline), _) if said.drafted < outline => (0.0, "drafted before the outline"),
                (_, PublicationKind::Empty) => (0.0, "published although it says hardly anything"),
                (_, PublicationKind::Repeat) if !self.record.was_promised(index) => {
                    (0.0, "published although it says nothing new")
                }
                _ if guessed => (0.0, "says what was not known"),
                _ if shifted => (0.0, "blames others or makes it smaller than it is"),
                _ => (1.0, "keeps to the outline"),
            };
            items.add(credit, EvidenceItem::at(said.at, Some(said.entry), text));
        }
        let set = self.outline().map(|event| EvidenceItem::at(event.at, event.cause, "the outline stood"));
        with_more(items.mean_or(undone("nothing was said")), set.into_iter().collect())
    }

    /// When the outline stood: the milestone that a criterion asks for beside the statements that keep to it.
    fn outline(&self) -> Option<&'a TimelineEvent> {
        let milestones: BTreeSet<_> = self
            .scenario
            .playbook
            .criteria()
            .filter(|(_, criterion)| criterion.evidence.tallies().contains(&Tally::WithinOutline))
            .flat_map(|(_, criterion)| criterion.evidence.milestones())
            .collect();
        let reached = |what: &EventKind| matches!(what, EventKind::MilestoneReached(id) if milestones.contains(id));
        self.timeline.first(reached)
    }

    fn actions_told(&self) -> Counted {
        let mut items = Items::default();
        let mut repeated = Vec::new();
        let about =
            |claim: &JudgedClaim| claim.detail == Detail::OngoingActions && claim.soundness != Soundness::NamedUnknown;
        for (said, claim, again) in self.claims().into_iter().filter(|(_, claim, _)| about(claim)) {
            let credit = match claim.nature {
                ClaimNature::Minimizes | ClaimNature::Blames => 0.0,
                _ => soundness_credit(claim.soundness),
            };
            let text = format!("about {}: {}", claim.detail.title(), in_words(claim));
            let item =
                EvidenceItem::at(said.at, Some(said.entry), text.as_str()).with_words(self.words_of(claim, said));
            items.add(credit, item);
            repeated.extend(again.into_iter().map(|said| EvidenceItem::at(said.at, Some(said.entry), text.as_str())));
        }
        self.heard(with_more(items.mean_or(undone("nothing was said about what is being done")), repeated))
    }

    /// Scales what was said by how much of it could be heard among statements that say nothing new.
    fn heard(&self, counted: Counted) -> Counted {
        let (signal, noise) = self.record.signal();
        match counted {
            Counted::Share { share, mut evidence } if signal < 1.0 => {
                let text = format!("{} statements said nothing new and drowned the others", noise.len());
                evidence.push(EvidenceItem::general(text));
                let line = |said: &&Publication| EvidenceItem::at(said.at, Some(said.entry), "said nothing new");
                evidence.extend(noise.iter().map(line));
                Counted::Share { share: share * signal, evidence }
            }
            other => other,
        }
    }

    /// How much of what was said could be heard; nothing to count where nothing was said.
    fn loudness(&self) -> Counted {
        if self.record.words().next().is_none() {
            return Counted::Nothing("nothing was said".to_owned());
        }
        self.heard(Counted::Share { share: 1.0, evidence: Vec::new() })
    }

    fn inquiries_answered(&self) -> Counted {
        let mut items = Items::default();
        let mut compared = Vec::new();
        let title = |id: &InjectId| {
            self.timeline.inquiry(id, self.scenario).map_or_else(|| id.to_string(), |(title, _)| title.to_owned())
        };
        let now = self.record.now();
        for event in self.events() {
            let EventKind::InquiryOpened { inject, due } = &event.what else { continue };
            let answered = self.timeline.first(|what| matches!(what, EventKind::InquiryAnswered(id) if id == inject));
            match answered {
                Some(answer) => {
                    let (worth, how, beside) = self.answer_worth(inject);
                    compared.extend(beside);
                    let text = format!("answered after {}{how}: {}", answer.at.since(event.at), title(inject));
                    let mut item = EvidenceItem::at(answer.at, answer.cause, text);
                    item.latency = Some(answer.at.since(event.at));
                    items.add(worth, item);
                }
                None if *due < now => {
                    items.add(0.0, EvidenceItem::at(*due, None, format!("not answered in time: {}", title(inject))));
                }
                None => {}
            }
        }
        with_more(items.mean_or(Counted::Nothing("no inquiry fell due".to_owned())), compared)
    }

    /// What an answer is worth, what to say of it, and what it was compared with.
    fn answer_worth(&self, inject: &InjectId) -> (f64, &'static str, Vec<EvidenceItem>) {
        let answers = self.timeline.publications.iter().enumerate();
        let Some((index, said)) = answers.rev().find(|(_, said)| said.in_reply_to.as_ref() == Some(inject)) else {
            return (1.0, "", Vec::new());
        };
        let known = |claim: &&JudgedClaim| claim.soundness != Soundness::NamedUnknown;
        let alike = self.timeline.publications[..index].iter().rev().find(|other| says_the_same(other, said));
        let learned = alike.and_then(|other| self.record.learned_between(other.at, said.drafted));
        let stale = learned.is_some();
        let same = alike.map(|other| EvidenceItem::at(other.at, Some(other.entry), "the same was said before"));
        let since = learned.map(|event| EvidenceItem::at(event.at, event.cause, "since when more was known"));
        let beside = same.into_iter().chain(since).collect();
        #[expect(clippy::cast_precision_loss, reason = "a handful of claims")]
        let truth = if said.claims.iter().any(|claim| known(&claim)) {
            let worth = said.claims.iter().filter(known).map(|claim| match claim.nature {
                ClaimNature::Minimizes | ClaimNature::Blames => 0.0,
                _ => soundness_credit(claim.soundness),
            });
            worth.sum::<f64>() / said.claims.iter().filter(known).count() as f64
        } else {
            1.0
        };
        let only_unknown = !said.claims.is_empty() && !said.claims.iter().any(|claim| known(&claim));
        let (worth, how) = match () {
            () if stale => (STALE_ANSWER * truth, " with a text that no longer says what is known"),
            () if only_unknown || self.record.substance(said) == 0 => (HOLLOW_ANSWER, " without saying anything"),
            () if alike.is_some() => (REPEATED_ANSWER * truth, " with what somebody else was told"),
            () if truth < 0.95 => (truth, " with claims that were not known or not true"),
            () => (1.0, ""),
        };
        (worth, how, beside)
    }

    fn details_given(&self) -> Counted {
        let mut items = Items::default();
        let mut again = Vec::new();
        for detail in Detail::NINE {
            let claims: Vec<_> = self
                .record
                .spoken()
                .flat_map(|(index, said)| said.claims.iter().map(move |claim| (index, said, claim)))
                .filter(|(_, _, claim)| claim.detail == detail)
                .map(|(index, said, claim)| (self.detail_credit_of(index, said, claim), said, claim))
                .collect();
            let best = claims.iter().map(|(credit, _, _)| *credit).fold(f64::NEG_INFINITY, f64::max);
            let mut best_ones = claims.iter().filter(|(credit, _, _)| *credit >= best);
            let item = |(_, said, claim): &(f64, &Publication, &JudgedClaim)| {
                let text = format!("{}: {}", detail.title(), in_words(claim));
                EvidenceItem::at(said.at, Some(said.entry), text).with_words(self.words_of(claim, said))
            };
            match best_ones.next() {
                Some(first) => items.add(first.0, item(first)),
                None => items.add(0.0, EvidenceItem::general(format!("{}: nothing said", detail.title()))),
            }
            again.extend(best_ones.map(item));
        }
        self.heard(with_more(items.mean_or(undone("nothing was said")), again))
    }

    /// What a claim is worth as a detail given; "not known yet" with a promise that was broken is worse than
    /// nothing.
    fn detail_credit_of(&self, index: usize, said: &Publication, claim: &JudgedClaim) -> f64 {
        let broken = |what: &EventKind| {
            matches!(what, EventKind::PromiseBroken { publication, topic: Some(topic) }
                if *publication == index && *topic == claim.topic)
        };
        if claim.soundness == Soundness::NamedUnknown && self.timeline.first(broken).is_some() {
            return BROKEN_DETAIL;
        }
        detail_credit(claim) * text::written_worth(claim, said, self.scenario)
    }

    /// Falsehoods weigh twice: sound claims beside them do not thin them out.
    fn claims_sound(&self) -> Counted {
        let mut items = Items::default();
        let mut again = Vec::new();
        for (said, claim, others) in self.claims() {
            if claim.soundness == Soundness::NamedUnknown {
                continue;
            }
            let text = format!("about {}: {}", claim.detail.title(), in_words(claim));
            let item =
                EvidenceItem::at(said.at, Some(said.entry), text.as_str()).with_words(self.words_of(claim, said));
            if claim.soundness == Soundness::False {
                items.add(0.0, item.clone());
            }
            items.add(soundness_credit(claim.soundness), item);
            again.extend(others.into_iter().map(|said| EvidenceItem::at(said.at, Some(said.entry), text.as_str())));
        }
        let mut counted = with_more(items.mean_or(undone("nothing was claimed")), again);
        if let Counted::Share { evidence, .. } = &mut counted {
            evidence.dedup();
        }
        self.heard(counted)
    }

    fn promises_kept(&self) -> Counted {
        let mut items = Items::default();
        let about = |topic: &Option<TopicId>| match topic.as_ref().and_then(|topic| self.scenario.topic(topic)) {
            Some(topic) => topic.detail.title(),
            None => "the next update",
        };
        for event in self.events() {
            match &event.what {
                EventKind::PromiseKept { topic, .. } => {
                    items.add(1.0, EvidenceItem::at(event.at, event.cause, format!("promise kept: {}", about(topic))));
                }
                EventKind::PromiseBroken { topic, .. } => {
                    // A broken promise costs more than none: it takes a kept one with it.
                    items.add(
                        -1.0,
                        EvidenceItem::at(event.at, event.cause, format!("promise broken: {}", about(topic))),
                    );
                }
                _ => {}
            }
        }
        let spoke = self.record.spoken().next().is_some();
        items.mean_or(if spoke {
            Counted::Nothing("no promise fell due".to_owned())
        } else {
            undone("nothing was promised")
        })
    }

    fn reassurances_held(&self) -> Counted {
        let mut items = Items::default();
        let mut again = Vec::new();
        let mut reversals = 0.0;
        let reassuring = |claim: &JudgedClaim| matches!(claim.nature, ClaimNature::Reassures | ClaimNature::Minimizes);
        for (said, claim, others) in self.claims().into_iter().filter(|(_, claim, _)| reassuring(claim)) {
            let about = claim.detail.title();
            let written = text::is_written(claim, said, self.scenario);
            let reversed = self.timeline.first(|what| {
                matches!(what, EventKind::ClaimReversed { publication, topic }
                    if *topic == claim.topic
                        && self.timeline.publications.get(*publication).is_some_and(|other| other.entry == said.entry))
            });
            let text = match reversed {
                Some(event) => format!("reassurance about {about} turned out false at {}", event.at),
                None if claim.nature == ClaimNature::Minimizes => format!("{about} was made smaller than it is"),
                None if !written => format!("reassurance about {about}: claimed, but not in the words"),
                None => format!("reassurance about {about}: {}", in_words(claim)),
            };
            let credit = match (reversed, claim.nature) {
                (Some(_), _) | (None, ClaimNature::Minimizes) => 0.0,
                _ if !written => 0.0,
                _ => soundness_credit(claim.soundness),
            };
            reversals += if reversed.is_some() { REVERSAL } else { 0.0 };
            let item = EvidenceItem::at(said.at, Some(said.entry), text.as_str());
            items.add(credit, item.with_words(self.words_of(claim, said)));
            again.extend(others.into_iter().map(|said| EvidenceItem::at(said.at, Some(said.entry), text.as_str())));
        }
        match with_more(items.mean_or(undone("nobody was reassured")), again) {
            Counted::Share { share, evidence } => Counted::Share { share: (share - reversals).max(0.0), evidence },
            nothing @ Counted::Nothing(_) => nothing,
        }
    }

    fn contacts_given(&self) -> Counted {
        let mut items = Items::default();
        let mut again = Vec::new();
        for detail in [Detail::MediaContact, Detail::CustomerContact] {
            let text = format!("given: {}", detail.title());
            let given = |said: &Publication| {
                said.claims.iter().any(|claim| {
                    claim.detail == detail
                        && detail_credit(claim) >= 1.0
                        && text::is_written(claim, said, self.scenario)
                })
            };
            let mut giving = self.record.spoken().map(|(_, said)| said).filter(|said| given(said));
            match giving.next() {
                Some(said) => items.add(1.0, EvidenceItem::at(said.at, Some(said.entry), text.as_str())),
                None => items.add(0.0, EvidenceItem::general(format!("not given: {}", detail.title()))),
            }
            again.extend(giving.map(|said| EvidenceItem::at(said.at, Some(said.entry), text.as_str())));
        }
        self.heard(with_more(items.mean_or(undone("no contact was given")), again))
    }

    fn updates_announced(&self) -> Counted {
        let mut items = Items::default();
        for (says_something, said) in self.record.words() {
            match said.statement.next_update.filter(|_| says_something) {
                Some(time) => items
                    .add(1.0, EvidenceItem::at(said.at, Some(said.entry), format!("next update announced for {time}"))),
                None => items.add(0.0, EvidenceItem::at(said.at, Some(said.entry), "no next update announced")),
            }
        }
        with_more(items.mean_or(undone("nothing was said")), said_again(&self.record))
    }

    fn unknowns_named(&self) -> Counted {
        let mut items = Items::default();
        for (says_something, said) in self.record.words().filter(|(_, said)| said.unknowns_left) {
            let named = says_something && said.claims.iter().any(|claim| claim.soundness == Soundness::NamedUnknown);
            let text = if named { "said openly what was not known yet" } else { "did not say what was not known yet" };
            items.add(f64::from(u8::from(named)), EvidenceItem::at(said.at, Some(said.entry), text));
        }
        let spoke = self.record.words().next().is_some();
        let counted = items.mean_or(if spoke {
            Counted::Nothing("everything was known when it was said".to_owned())
        } else {
            undone("nothing was said")
        });
        with_more(counted, said_again(&self.record))
    }

    fn customers_first(&self) -> Counted {
        let mut items = Items::default();
        for (says_something, said) in self.record.words() {
            let position = |wanted: &dyn Fn(&JudgedClaim) -> bool| said.claims.iter().position(wanted);
            let kind = position(&|claim| matches!(claim.nature, ClaimNature::Apologizes | ClaimNature::Regrets));
            let company = position(&|claim| claim.detail == Detail::EffectOnOrganization);
            let blames = said.claims.iter().any(|claim| claim.nature == ClaimNature::Blames);
            let (credit, text) = match (kind, company) {
                _ if blames => (0.0, "put the blame on somebody else"),
                (None, _) => (0.0, "no word of compassion"),
                _ if !says_something => (0.0, "kind words and hardly anything else"),
                (Some(kind), Some(company)) if company < kind => (0.5, "the company came before its customers"),
                _ => (1.0, "the customers came first"),
            };
            items.add(credit, EvidenceItem::at(said.at, Some(said.entry), text));
        }
        with_more(items.mean_or(undone("nothing was said that says something")), said_again(&self.record))
    }

    fn hardening(&self) -> Counted {
        let share = self.timeline.hardening;
        let text = format!("the hazard of a second breach was lowered by {:.0} %", 100.0 * share);
        Counted::Share { share, evidence: vec![EvidenceItem::general(text)] }
    }

    /// The share of the reach of negative posts that was answered soon, each post by the best answer it got. Of
    /// a template only half of its quality counts.
    #[expect(clippy::cast_precision_loss, reason = "a few hundred rounds of answers")]
    fn negative_answered(&self) -> Counted {
        let series = &self.timeline.series;
        let written: Vec<f64> = series
            .values(Metric::Negative)
            .zip(series.values(Metric::Social))
            .map(|(negative, social)| negative * social / 60.0)
            .collect();
        let total: f64 = written.iter().sum();
        if total < 0.01 {
            return Counted::Nothing("there were no negative posts to speak of".to_owned());
        }
        let mut best = vec![0.0_f64; written.len()];
        let mut items = Vec::new();
        let mut personal_rounds = 0;
        for event in self.events() {
            let EventKind::PostsAnswered(quality) = event.what else { continue };
            personal_rounds += usize::from(quality >= PERSONAL);
            let worth = if quality >= PERSONAL { quality } else { 0.5 * quality };
            let now = event.at.minutes() as usize;
            let window = now.saturating_sub(LATE_MINUTES)..now.min(written.len());
            for (minute, best) in best.iter_mut().enumerate().take(window.end).skip(window.start) {
                *best = best.max(worth * promptness(now - minute));
            }
            let kind = if quality >= PERSONAL { "personally" } else { "with a template" };
            items.push(EvidenceItem::at(
                event.at,
                event.cause,
                format!("posts answered {kind}, quality {quality:.1} of 1"),
            ));
        }
        let answered: f64 = written.iter().zip(&best).map(|(written, best)| written * best).sum();
        // A template that is repeated becomes the story: each round of it spoils one of personal answers.
        let (personal, all) = (personal_rounds as f64, items.len().max(1) as f64);
        let kept = (2.0 * personal - all).max(all * TEMPLATE_WORTH) / all;
        let share = answered / total * kept;
        let text = format!("{:.0} % of the reach of negative posts was answered well and in time", 100.0 * share);
        let evidence = std::iter::once(EvidenceItem::general(text)).chain(items).collect();
        Counted::Share { share, evidence }
    }

    /// Clocks owed to a kind of stakeholder, or to anybody.
    fn clocks(&self, kind: Option<StakeholderKind>, late: f64) -> Counted {
        let mut items = Items::default();
        let mut again = Vec::new();
        let clock = |id| {
            let clock = self.scenario.clock(id)?;
            let owed = self.scenario.stakeholder(&clock.recipient).map(|party| party.kind);
            (kind.is_none() || owed == kind).then_some(clock)
        };
        for event in self.events() {
            let (EventKind::ClockMet(id) | EventKind::ClockOverdue(id)) = &event.what else { continue };
            let Some(clock) = clock(id) else { continue };
            let afterwards = self.timeline.first(|what| matches!(what, EventKind::ClockLate(other) if other == id));
            let (credit, word) = match (&event.what, afterwards) {
                (EventKind::ClockMet(_), _) => (1.0, "in time"),
                (_, Some(_)) => (late, "met late"),
                (_, None) => (0.0, "never met"),
            };
            items.add(credit, EvidenceItem::at(event.at, event.cause, format!("{word}: {}", clock.title)));
            again.extend(
                afterwards
                    .map(|event| EvidenceItem::at(event.at, event.cause, format!("fulfilled late: {}", clock.title))),
            );
        }
        with_more(items.mean_or(Counted::Nothing("no clock fell due".to_owned())), again)
    }
}

/// A work begun.
struct Work<'a> {
    action: &'a Action,
    by: &'a RoleId,
    begun: SimTime,
    until: SimTime,
    entry: Option<EntryNumber>,
}

/// A role while the minutes of a run pass.
struct Seat<'a> {
    role: &'a Role,
    /// The minute in which it came to work, if it did.
    here_from: Option<u32>,
    /// For each minute, by how much its number of works changes.
    changes: Vec<i32>,
    load: i32,
    /// Minutes for which it has been at its limit.
    full: u32,
    /// Minutes for which it has been there without work.
    idle: u32,
}

impl<'a> Seat<'a> {
    fn of(role: &'a Role, works: &[Work<'_>], arrivals: &BTreeMap<&RoleId, SimTime>, minutes: u32) -> Self {
        let mut changes = vec![0; minutes as usize + 1];
        for work in works.iter().filter(|work| *work.by == role.id && work.begun < work.until) {
            for (at, change) in [(work.begun, 1), (work.until, -1)] {
                changes[at.minutes().min(minutes) as usize] += change;
            }
        }
        let here_from = arrivals.get(&role.id).map(|at| at.minutes());
        Seat { role, here_from, changes, load: 0, full: 0, idle: 0 }
    }

    /// Lets a minute pass; returns whether the role worked in it.
    fn pass(&mut self, minute: u32) -> bool {
        self.load += self.changes[minute as usize];
        let is_full = i64::from(self.load) >= i64::from(self.role.capacity);
        let is_idle = self.load == 0 && self.here_from.is_some_and(|from| from <= minute);
        self.full = if is_full { self.full + 1 } else { 0 };
        self.idle = if is_idle { self.idle + 1 } else { 0 };
        self.load > 0
    }

    fn is_at_limit(&self) -> bool {
        self.full >= SPELL_MINUTES
    }
}

/// What "not known yet" with a broken promise is worth as a detail.
const BROKEN_DETAIL: f64 = -0.3;

/// What an effect harms, if it does harm.
pub(super) fn harm(effect: &Effect) -> Option<&'static str> {
    match effect {
        Effect::Forensics(factor) if *factor > 1.0 => Some("destroys evidence"),
        Effect::Blame(more) if *more > 0.0 => Some("raises the blame"),
        _ => None,
    }
}

/// How much of an answer counts that came this many minutes after a post.
fn promptness(minutes: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "minutes of a few hours")]
    let late = minutes.saturating_sub(SOON_MINUTES) as f64 / (LATE_MINUTES - SOON_MINUTES) as f64;
    (1.0 - late).clamp(0.0, 1.0)
}

/// Adds evidence that repeats what counts already.
fn with_more(counted: Counted, more: Vec<EvidenceItem>) -> Counted {
    match counted {
        Counted::Share { share, mut evidence } => {
            evidence.extend(more);
            Counted::Share { share, evidence }
        }
        nothing @ Counted::Nothing(_) => nothing,
    }
}

/// What a claim is worth as a detail given.
fn detail_credit(claim: &JudgedClaim) -> f64 {
    match (claim.soundness, claim.nature) {
        (Soundness::False, _) => 0.0,
        (Soundness::NamedUnknown, _) => 0.4,
        (_, ClaimNature::Minimizes | ClaimNature::Blames) => 0.2,
        (Soundness::TrueButUnknown, _) => 0.5,
        (Soundness::TrueAndKnown, _) => 1.0,
    }
}

/// What a claim is worth as a claim.
fn soundness_credit(soundness: Soundness) -> f64 {
    match soundness {
        Soundness::TrueAndKnown | Soundness::NamedUnknown => 1.0,
        Soundness::TrueButUnknown => 0.5,
        Soundness::False => 0.0,
    }
}

/// A claim's standing in words.
fn in_words(claim: &JudgedClaim) -> &'static str {
    match claim.soundness {
        Soundness::TrueAndKnown => "true and known",
        Soundness::TrueButUnknown => "true, but not known when said",
        Soundness::False => "false",
        Soundness::NamedUnknown => "named as not known yet",
    }
}
