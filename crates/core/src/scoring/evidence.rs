//! Judges the evidence that a criterion asks for: credit between 0 and 1, with the reasons.
//!
//! The playbook defines the vocabulary ([`Evidence`]); this module defines the credit for each term. If a criterion
//! needs something that is impossible in the scenario, or its starting moment was never reached, it is not
//! applicable and is excluded from the total. Not doing something that was possible earns no credit.

use super::evidence_item::EvidenceItem;
use super::judgement::Judgement;
use super::moment::{self, Reach};
use super::record::Record;
use super::share::{self, Counted};
use super::{count, review};
use crate::scenario::{Criterion, Evidence, Moment, par};
use crate::time::SimDuration;

/// Judges one part of a criterion on its own. A part that evaluates the players' review has no other criteria to
/// compare it with.
pub fn judge_part(part: &Evidence, record: &Record<'_>) -> Judgement {
    weigh(part, record, &review::Earlier::default())
}

/// Judges a criterion; `earlier` holds the results that a review is compared with.
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
        Evidence::Share { of, full, none } => credited(share::count(*of, record), *full, *none),
        Evidence::KnownBefore { facts, claims } => count::known_before(*facts, *claims, record),
        Evidence::Count { of, full, none } => count::often(*of, *full, *none, record),
        Evidence::World { metric, is, from, lasting, full, none } => {
            credited(count::kept(*metric, *is, (reach(from), *lasting), record), *full, *none)
        }
        Evidence::Says { what, full, none } => credited(share::texts(*what, true, record), *full, *none),
        Evidence::Avoids { what, full, none } => credited(share::texts(*what, false, record), *full, *none),
        Evidence::Clocks { of, late } => credited(share::clocks_of(*of, *late, record), 1.0, 0.0),
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

/// Multiplies a duration by a factor, rounded to the minute.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small multiple of a par time fits in a u32"
)]
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
        // The second moment was never reached, so reaching the first is enough.
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

/// Converts a share to credit: none at or below `none`, full at or above `full`.
fn credited(counted: Counted, full: f64, none: f64) -> Judgement {
    match counted {
        Counted::Nothing(why) => Judgement::not_applicable(why),
        Counted::Share { share, evidence } => {
            let credit = if full > none { (share - none) / (full - none) } else { f64::from(u8::from(share >= full)) };
            Judgement::credit(credit, evidence)
        }
    }
}

/// Returns the weighted mean of the parts that could be judged.
fn together(parts: Vec<(f64, Judgement)>) -> Judgement {
    let judged: f64 = parts.iter().filter(|(_, part)| part.credit.is_some()).map(|(weight, _)| weight).sum();
    let earned: f64 = parts.iter().map(|(weight, part)| weight * part.credit.unwrap_or(0.0)).sum();
    let late = parts.iter().any(|(_, part)| part.late);
    let evidence = each_once(parts.into_iter().flat_map(|(_, part)| part.evidence));
    Judgement { credit: (judged > 0.0).then(|| earned / judged), late, evidence }
}

/// Returns the worst of the parts that could be judged, with the evidence of all of them because each was required.
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

/// Returns the best of the alternatives that could be judged, with the evidence of every alternative that earned
/// credit.
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

#[expect(clippy::cast_precision_loss, reason = "a criterion has only a handful of parts")]
fn at_least(count: u32, parts: Vec<Judgement>) -> Judgement {
    if parts.iter().all(|part| part.credit.is_none()) {
        return Judgement::not_applicable("none of the parts could be judged");
    }
    let full = parts.iter().filter(|part| part.credit.is_some_and(|credit| credit >= 1.0)).count();
    let credit = full as f64 / f64::from(count.max(1));
    Judgement::credit(credit, each_once(parts.into_iter().flat_map(|part| part.evidence)))
}

/// Removes duplicates from the evidence of several parts.
fn each_once(items: impl Iterator<Item = EvidenceItem>) -> Vec<EvidenceItem> {
    items.fold(Vec::new(), |mut kept, item| {
        if !kept.iter().any(|other| other.repeats(&item)) {
            kept.push(item);
        }
        kept
    })
}
