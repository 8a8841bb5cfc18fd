//! From what happened to credit between 0 and 1, each with the reasons.
//!
//! The vocabulary is the playbook's ([`Evidence`]); this module says what each word is worth. Where something
//! a criterion needs cannot come about in the scenario, or its starting moment never came, there is no credit
//! to give or withhold: the criterion is not applicable and leaves the total. Not having done something that
//! was possible is worth nothing.

use serde::{Serialize, Serializer};

use super::moment::{self, Reach};
use super::record::Record;
use super::{count, review, tally};
use crate::scenario::{Criterion, Evidence, Moment, par};
use crate::time::{SimDuration, SimTime};
use crate::timeline::EntryNumber;

/// One reason for a credit: what, when, and by which entry of the log.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EvidenceItem {
    /// When, in minutes since StartEx.
    #[serde(serialize_with = "minutes")]
    pub at: Option<SimTime>,
    /// The entry of the log behind it.
    pub entry: Option<EntryNumber>,
    /// In words.
    pub text: String,
    /// How long after what it is measured from, in minutes, where that matters.
    #[serde(serialize_with = "length", skip_serializing_if = "Option::is_none")]
    pub latency: Option<SimDuration>,
    /// The words concerned.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<Span>,
    /// What it is worth among things that are counted, 1 for all of it; none where nothing is counted.
    #[serde(skip)]
    pub worth: Option<f64>,
}

/// A place in the text of the statement that the entry published, in bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The words.
    pub text: String,
}

#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
fn length<S: Serializer>(length: &Option<SimDuration>, serializer: S) -> Result<S::Ok, S::Error> {
    length.map(SimDuration::minutes).serialize(serializer)
}

#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
fn minutes<S: Serializer>(at: &Option<SimTime>, serializer: S) -> Result<S::Ok, S::Error> {
    at.map(SimTime::minutes).serialize(serializer)
}

impl EvidenceItem {
    /// Returns a reason without a time of its own.
    pub fn general(text: impl Into<String>) -> Self {
        EvidenceItem { at: None, entry: None, text: text.into(), latency: None, words: Vec::new(), worth: None }
    }

    /// Returns a reason with its time and entry.
    pub fn at(at: SimTime, entry: Option<EntryNumber>, text: impl Into<String>) -> Self {
        EvidenceItem { at: Some(at), entry, ..EvidenceItem::general(text) }
    }

    /// Returns whether it says the same as another, whatever it is worth there.
    fn repeats(&self, other: &EvidenceItem) -> bool {
        (self.at, self.entry, &self.text) == (other.at, other.entry, &other.text)
            && (self.latency, &self.words) == (other.latency, &other.words)
    }

    /// Adds what it is worth among things that are counted.
    #[must_use]
    pub fn with_worth(mut self, worth: f64) -> Self {
        self.worth = Some(worth);
        self
    }

    /// Adds the words concerned.
    #[must_use]
    pub fn with_words(mut self, words: impl IntoIterator<Item = Span>) -> Self {
        self.words.extend(words);
        self
    }
}

/// What became of a criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// From 0 to 1; none where it could not be judged.
    pub credit: Option<f64>,
    /// Whether credit was lost by being late.
    pub late: bool,
    /// The reasons.
    pub evidence: Vec<EvidenceItem>,
}

impl Judgement {
    /// Returns a credit with its reasons.
    pub fn credit(credit: f64, evidence: Vec<EvidenceItem>) -> Self {
        Judgement { credit: Some(credit.clamp(0.0, 1.0) + 0.0), late: false, evidence }
    }

    /// Returns that something could not be judged, and why.
    pub fn not_applicable(why: impl Into<String>) -> Self {
        Judgement { credit: None, late: false, evidence: vec![EvidenceItem::general(why)] }
    }
}

/// Judges one part of a criterion by itself. A part that asks for the players' review finds no other criteria to hold
/// it against.
pub fn judge_part(part: &Evidence, record: &Record<'_>) -> Judgement {
    weigh(part, record, &review::Earlier::default())
}

/// Judges a criterion.
pub fn judge(criterion: &Criterion, record: &Record<'_>, earlier: &review::Earlier) -> Judgement {
    weigh(&criterion.evidence, record, earlier)
}

fn weigh(evidence: &Evidence, record: &Record<'_>, earlier: &review::Earlier) -> Judgement {
    let reach = |wanted: &Moment| moment::find(wanted, record);
    let each = |parts: &[Evidence]| parts.iter().map(|part| weigh(part, record, earlier)).collect::<Vec<_>>();
    match evidence {
        Evidence::Within { what, from, full, none } => within(reach(what), reach(from), *full, *none),
        Evidence::InPar { what, from, full, none } => match par::of(what, record.scenario) {
            Some(par) => within(reach(what), reach(from), times(par, *full), Some(times(par, *none))),
            None => reached(reach(what)),
        },
        Evidence::Before { first, then, otherwise } => before(reach(first), reach(then), *otherwise),
        Evidence::Reached(what) => reached(reach(what)),
        Evidence::Never { what, before } => never(reach(what), before.as_ref().map(reach)),
        Evidence::Share { of, full, none } => share(tally::count(*of, record), *full, *none),
        Evidence::KnownBefore { facts, claims } => count::known_before(*facts, *claims, record),
        Evidence::Count { of, full, none } => count::often(*of, *full, *none, record),
        Evidence::World { metric, is, from, lasting, full, none } => {
            share(count::kept(*metric, *is, (reach(from), *lasting), record), *full, *none)
        }
        Evidence::Says { what, full, none } => share(tally::texts(*what, true, record), *full, *none),
        Evidence::Avoids { what, full, none } => share(tally::texts(*what, false, record), *full, *none),
        Evidence::Clocks { of, late } => share(tally::clocks_of(*of, *late, record), 1.0, 0.0),
        Evidence::Review(part) => review::compare(*part, record, earlier),
        Evidence::Parts(parts) => {
            let judged = parts.iter().map(|(weight, part)| (*weight, weigh(part, record, earlier))).collect();
            together(judged)
        }
        Evidence::AllOf(parts) => worst(each(parts)),
        Evidence::AnyOf(parts) => best(each(parts)),
        Evidence::AtLeast(count, parts) => at_least(*count, each(parts)),
        Evidence::Not(part) => {
            let judged = weigh(part, record, earlier);
            Judgement { credit: judged.credit.map(|credit| 1.0 - credit), late: false, evidence: judged.evidence }
        }
        Evidence::NotJudgedYet(why) => Judgement::not_applicable(why),
    }
}

/// A multiple of a length, to the minute.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a thousand pars of works")]
fn times(par: SimDuration, factor: f64) -> SimDuration {
    SimDuration::from_minutes((f64::from(par.minutes()) * factor).round() as u32)
}

fn within(what: Reach, from: Reach, full: SimDuration, none: Option<SimDuration>) -> Judgement {
    match (what, from) {
        (Reach::Impossible(why), _) | (_, Reach::Impossible(why)) => Judgement::not_applicable(why),
        (_, Reach::Never(why)) => Judgement::not_applicable(format!("there was nothing to be in time for: {why}")),
        (Reach::Never(why), Reach::At(from)) => {
            let mut evidence = from;
            evidence.truncate(1);
            evidence.push(EvidenceItem::general(why));
            Judgement::credit(0.0, evidence)
        }
        (Reach::At(mut what), Reach::At(from)) => {
            let (first, from) = (&mut what[0], &from[0]);
            let latency = first.at.unwrap_or_default().since(from.at.unwrap_or_default());
            first.latency = Some(latency);
            let credit = match none {
                _ if latency <= full => 1.0,
                None => 0.5,
                Some(none) if latency >= none => 0.0,
                Some(none) => 1.0 - (latency.hours() - full.hours()) / (none.hours() - full.hours()),
            };
            let text = format!("{latency} after {}; full credit up to {full}", from.text);
            what.push(EvidenceItem { entry: from.entry, ..EvidenceItem::general(text) });
            let mut judgement = Judgement::credit(credit, what);
            judgement.late = credit < 1.0;
            judgement
        }
    }
}

fn before(first: Reach, then: Reach, otherwise: f64) -> Judgement {
    match (first, then) {
        (Reach::Impossible(why), _) => Judgement::not_applicable(why),
        (Reach::Never(why), _) => Judgement::credit(0.0, vec![EvidenceItem::general(why)]),
        // What never came about is no proof of anything; what came first is.
        (Reach::At(first), Reach::Never(_) | Reach::Impossible(_)) => Judgement::credit(1.0, first),
        (Reach::At(mut first), Reach::At(then)) => {
            let in_order = first[0].at <= then[0].at;
            first.extend(then.into_iter().take(1));
            let mut judgement = Judgement::credit(if in_order { 1.0 } else { otherwise }, first);
            judgement.late = !in_order;
            judgement
        }
    }
}

fn reached(what: Reach) -> Judgement {
    match what {
        Reach::Impossible(why) => Judgement::not_applicable(why),
        Reach::Never(why) => Judgement::credit(0.0, vec![EvidenceItem::general(why)]),
        Reach::At(what) => Judgement::credit(1.0, what),
    }
}

fn never(what: Reach, before: Option<Reach>) -> Judgement {
    match (what, before) {
        (Reach::Impossible(why), _) => Judgement::not_applicable(why),
        (Reach::Never(text), _) => Judgement::credit(1.0, vec![EvidenceItem::general(text)]),
        (Reach::At(what), Some(Reach::At(before))) if what[0].at > before[0].at => {
            Judgement::credit(1.0, vec![before[0].clone(), what[0].clone()])
        }
        (Reach::At(what), _) => Judgement::credit(0.0, what),
    }
}

fn share(counted: tally::Counted, full: f64, none: f64) -> Judgement {
    match counted {
        tally::Counted::Nothing(why) => Judgement::not_applicable(why),
        tally::Counted::Share { share, evidence } => {
            let credit = if full > none { (share - none) / (full - none) } else { f64::from(u8::from(share >= full)) };
            Judgement::credit(credit, evidence)
        }
    }
}

/// The weighted mean of the parts that could be judged.
fn together(parts: Vec<(f64, Judgement)>) -> Judgement {
    let judged: f64 = parts.iter().filter(|(_, part)| part.credit.is_some()).map(|(weight, _)| weight).sum();
    let earned: f64 = parts.iter().map(|(weight, part)| weight * part.credit.unwrap_or(0.0)).sum();
    let late = parts.iter().any(|(_, part)| part.late);
    let evidence = each_once(parts.into_iter().flat_map(|(_, part)| part.evidence));
    Judgement { credit: (judged > 0.0).then(|| earned / judged), late, evidence }
}

/// The worst of the parts that could be judged, with the evidence of all: each of them had to hold.
fn worst(parts: Vec<Judgement>) -> Judgement {
    let judged = || parts.iter().filter(|part| part.credit.is_some());
    let Some(least) = judged().filter_map(|part| part.credit).reduce(f64::min) else {
        return Judgement::not_applicable("none of the parts could be judged");
    };
    let late = judged().any(|part| part.late);
    Judgement {
        credit: Some(least),
        late,
        evidence: each_once(parts.into_iter().filter(|part| part.credit.is_some()).flat_map(|part| part.evidence)),
    }
}

/// The best of the ways that could be judged; every way that earned something is evidence.
fn best(parts: Vec<Judgement>) -> Judgement {
    let none = Judgement::not_applicable("none of the ways could be judged");
    let mut judged: Vec<Judgement> = parts.into_iter().filter(|part| part.credit.is_some()).collect();
    judged.sort_by(|a, b| b.credit.partial_cmp(&a.credit).unwrap_or(std::cmp::Ordering::Equal));
    let mut ways = judged.into_iter();
    let Some(mut best) = ways.next() else { return none };
    let others = ways.filter(|part| part.credit > Some(0.0)).flat_map(|part| part.evidence);
    best.evidence = each_once(best.evidence.into_iter().chain(others));
    best
}

#[expect(clippy::cast_precision_loss, reason = "a handful of parts")]
fn at_least(count: u32, parts: Vec<Judgement>) -> Judgement {
    if parts.iter().all(|part| part.credit.is_none()) {
        return Judgement::not_applicable("none of the parts could be judged");
    }
    let full = parts.iter().filter(|part| part.credit.is_some_and(|credit| credit >= 1.0)).count();
    let credit = full as f64 / f64::from(count.max(1));
    Judgement::credit(credit, each_once(parts.into_iter().flat_map(|part| part.evidence)))
}

/// The evidence of several parts, without repeats.
fn each_once(items: impl Iterator<Item = EvidenceItem>) -> Vec<EvidenceItem> {
    items.fold(Vec::new(), |mut kept, item| {
        if !kept.iter().any(|other| other.repeats(&item)) {
            kept.push(item);
        }
        kept
    })
}
