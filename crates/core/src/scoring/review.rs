//! Compares the players' own review with the session record.
//!
//! A remark earns credit when the record supports it and loses credit when the record contradicts it. Marking every
//! criterion as a strength, or as both strength and failure, therefore earns no credit. Only the first few remarks
//! per category are scored. A remark must be in the players' own words, neither repeated within the review nor
//! copied from the playbook, and it must be about its subject, because pasted text says nothing about this session.
//!
//! - *Strategy*: agreement of strengths and failures with the record, -1 to 1 per remark, multiplied by how many of
//!   the important results the review names.
//! - *Team*: the grade given to each role, compared with load, latency and gaps in the record.
//! - *Precautions*: the share of major findings addressed by a corrective action with an owner and a due date.

use std::collections::BTreeSet;

use super::evidence_item::EvidenceItem;
use super::judgement::Judgement;
use super::moment::different_words;
use super::record::Record;
use crate::id::{CriterionId, RoleId};
use crate::scenario::{Criterion, ReviewPart, Role};
use crate::session::Entry;
use crate::session::review::{About, Precaution, Remark, Review};
use crate::time::{SimDuration, SimTime};
use crate::timeline::{EntryNumber, EventKind};

/// Maximum number of scored remarks per category.
const COUNTED: usize = 6;

/// Maximum number of scored corrective actions.
const COUNTED_ACTIONS: usize = 12;

/// Minimum number of distinct words in a remark.
const LEAST_WORDS: usize = 5;

/// Length of the common prefix at which two words count as the same stem.
const STEM: usize = 5;

/// Minimum credit at which a criterion counts as a strength.
pub(super) const GOOD: f64 = 0.75;

/// Maximum credit at which a criterion counts as a failure.
pub(super) const BAD: f64 = 0.5;

/// Maximum credit at which a criterion is a major finding.
pub(super) const FINDING: f64 = 0.65;

/// Minimum credit at which a criterion needs no improvement.
pub(super) const PERFECT: f64 = 0.95;

/// Number of strengths, failures and improvements that a complete review names, if that many exist.
const ENOUGH: usize = 3;

/// Latest due date of a corrective action, as time after EndEx.
const LATEST_DUE: SimDuration = SimDuration::from_minutes(550 * 24 * 60);

/// Results for the criteria that do not evaluate a review, as scored from the record.
#[derive(Clone, Debug, Default)]
pub struct Earlier(pub Vec<Result>);

/// Result for one criterion, as scored from the record.
#[derive(Clone, Debug)]
pub struct Result {
    /// Identifier of the criterion.
    pub id: CriterionId,
    /// Requirement of the criterion.
    pub title: String,
    /// Advice from the playbook.
    pub advice: String,
    /// Credit, 0 to 1.
    pub credit: f64,
    /// Maximum number of points.
    pub max: f64,
    /// Evidence for the credit.
    pub evidence: Vec<EvidenceItem>,
}

impl Result {
    fn lost(&self) -> f64 {
        self.max * (1.0 - self.credit)
    }
}

impl Earlier {
    /// Judges the criteria that do not evaluate a review and returns the results of those that could be judged.
    pub(super) fn gather(record: &Record<'_>, judge: &dyn Fn(&Criterion, &Record<'_>) -> Judgement) -> Self {
        let mut results = Vec::new();
        for step in &record.scenario.playbook.steps {
            let all: f64 = step.criteria.iter().map(|criterion| criterion.weight).sum();
            for criterion in step.criteria.iter().filter(|criterion| !criterion.evidence.asks_for_review()) {
                let judgement = judge(criterion, record);
                let Some(credit) = judgement.credit else { continue };
                results.push(Result {
                    id: criterion.id.clone(),
                    title: criterion.title.clone(),
                    advice: criterion.advice.clone(),
                    credit,
                    max: criterion.weight * step.weight / all,
                    evidence: judgement.evidence,
                });
            }
        }
        Earlier(results)
    }

    fn of(&self, id: &CriterionId) -> Option<&Result> {
        self.0.iter().find(|result| result.id == *id)
    }

    /// Returns the results with at most this credit, sorted by points lost, highest first.
    pub(super) fn up_to(&self, credit: f64) -> Vec<&Result> {
        let mut found: Vec<&Result> = self.0.iter().filter(|result| result.credit <= credit).collect();
        found.sort_by(|a, b| b.lost().total_cmp(&a.lost()));
        found
    }

    /// Returns the results with at least this credit, sorted by points earned, highest first.
    pub(super) fn from(&self, credit: f64) -> Vec<&Result> {
        let mut found: Vec<&Result> = self.0.iter().filter(|result| result.credit >= credit).collect();
        found.sort_by(|a, b| (b.max * b.credit).total_cmp(&(a.max * a.credit)));
        found
    }
}

/// Compares a part of the latest review with the record.
pub fn compare(part: ReviewPart, record: &Record<'_>, earlier: &Earlier) -> Judgement {
    let Some((number, at, review)) = last(record) else {
        return if record.has_ended() {
            Judgement::credit(0.0, vec![EvidenceItem::general("no review")])
        } else {
            Judgement::not_applicable("the exercise has not ended; the review comes after it")
        };
    };
    let held = Held { record, earlier, number, at, pasted: repeated(review) };
    match part {
        ReviewPart::Strategy => held.strategy(review),
        ReviewPart::Team => held.team(review),
        ReviewPart::Precautions => held.precautions(review),
    }
}

/// Returns the latest review with its entry and time.
pub fn last<'a>(record: &Record<'a>) -> Option<(EntryNumber, SimTime, &'a Review)> {
    record.entries.iter().enumerate().rev().find_map(|(number, entry)| match entry {
        Entry::Review { at, review, .. } => Some((EntryNumber(u32::try_from(number).ok()?), *at, review)),
        _ => None,
    })
}

/// Returns the texts that occur more than once in a review.
fn repeated(review: &Review) -> BTreeSet<String> {
    let remarks = review.strengths.iter().chain(&review.failures).chain(&review.improvements);
    let texts = remarks.map(|remark| &remark.text);
    let texts = texts.chain(review.roles.iter().map(|judgement| &judgement.because));
    let texts = texts.chain(review.actions.iter().map(|action| &action.text));
    let mut seen = BTreeSet::new();
    texts.map(|text| plain(text)).filter(|text| !seen.insert(text.clone())).collect()
}

/// Normalizes a text: lowercase, single spaces, no punctuation.
fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<&str>>().join(" ").to_lowercase()
}

/// Returns the stems of the words in a text, ignoring words shorter than a stem.
fn stems(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| word.chars().count() >= STEM).map(|word| word.chars().take(STEM).collect()).collect()
}

/// A review with the record it is compared with.
struct Held<'a> {
    record: &'a Record<'a>,
    earlier: &'a Earlier,
    number: EntryNumber,
    at: SimTime,
    pasted: BTreeSet<String>,
}

impl Held<'_> {
    fn item(&self, text: impl Into<String>) -> EvidenceItem {
        EvidenceItem::at(self.at, Some(self.number), text)
    }

    /// Returns the reason why a text earns no credit, if there is one: it is too short, copied, or off topic.
    fn hollow(&self, text: &str, copied_from: &[&str], speaks_of: &str) -> Option<&'static str> {
        if different_words(text) < LEAST_WORDS {
            return Some("says too little");
        }
        let own = plain(text);
        if self.pasted.contains(&own) {
            return Some("the same words stand elsewhere in the review");
        }
        // Without the words copied from the playbook, the text must still be long enough and on topic.
        let rest = copied_from.iter().fold(own.clone(), |rest, source| rest.replace(&plain(source), " "));
        if different_words(&rest) < LEAST_WORDS || copied_from.iter().any(|source| plain(source).contains(&own)) {
            return Some("the playbook's words, not the team's");
        }
        stems(&rest).is_disjoint(&stems(speaks_of)).then_some("does not speak of what it points at")
    }

    /// Returns the credit of a remark's subject, its name, everything known about it, and the titles that must not
    /// be copied; `None` if it was not judged.
    fn subject(&self, about: &About) -> Option<(f64, String, String, Vec<&str>)> {
        match about {
            About::Criterion(id) => {
                let result = self.earlier.of(id)?;
                let evidence = result.evidence.iter().map(|item| item.text.as_str()).collect::<Vec<&str>>().join(" ");
                let known = format!("{} {} {evidence}", result.title, result.advice);
                Some((result.credit, format!("{id}"), known, vec![&result.title, &result.advice]))
            }
            About::Decision(action, at) => {
                let entry = self.record.timeline.events.iter().find_map(|event| match &event.what {
                    EventKind::WorkBegun { action: begun, .. } if begun == action && event.at == *at => event.cause,
                    _ => None,
                })?;
                let cites = |result: &&Result| result.evidence.iter().any(|item| item.entry == Some(entry));
                let citing: Vec<&Result> = self.earlier.0.iter().filter(cites).collect();
                if citing.is_empty() {
                    return None;
                }
                #[expect(clippy::cast_precision_loss, reason = "there are at most a few dozen criteria")]
                let credit = citing.iter().map(|result| result.credit).sum::<f64>() / citing.len() as f64;
                let title = self.record.scenario.action(action).map_or("", |action| action.title.as_str());
                let known = citing.iter().fold(title.to_owned(), |known, result| format!("{known} {}", result.title));
                Some((credit, format!("“{title}” at {at}"), known, vec![title]))
            }
        }
    }

    fn strategy(&self, review: &Review) -> Judgement {
        let both = |about: &About| {
            review.strengths.iter().any(|remark| remark.about == *about)
                && review.failures.iter().any(|remark| remark.about == *about)
        };
        let mut evidence = Vec::new();
        let mut values = Vec::new();
        let mut seen: [BTreeSet<String>; 3] = Default::default();
        let lists =
            [(&review.strengths, "strength"), (&review.failures, "failure"), (&review.improvements, "improvement")];
        for (kind, (remarks, word)) in lists.into_iter().enumerate() {
            for (place, remark) in remarks.iter().enumerate() {
                let (value, name, why) = self.remark(kind, place, remark, both(&remark.about), &mut seen[kind]);
                if kind < 2 {
                    values.push(value);
                }
                evidence.push(self.item(format!("{word} {name}: {why}")));
            }
        }
        if values.is_empty() {
            evidence.push(self.item("names neither a strength nor a failure"));
            return Judgement::credit(0.0, evidence);
        }
        #[expect(clippy::cast_precision_loss, reason = "a review has at most a few hundred remarks")]
        let agreement = (values.iter().sum::<f64>() / values.len() as f64).max(0.0);
        let reach = self.reach(&seen);
        evidence.push(EvidenceItem::general(format!(
            "agrees with the record to {:.0} %, and sees {:.0} % of what mattered",
            100.0 * agreement,
            100.0 * reach
        )));
        Judgement::credit(agreement * reach, evidence)
    }

    /// Returns the value of a remark from -1 to 1, what it is about, and the reason.
    fn remark(
        &self,
        kind: usize,
        place: usize,
        remark: &Remark,
        both: bool,
        seen: &mut BTreeSet<String>,
    ) -> (f64, String, String) {
        let Some((credit, name, known, sources)) = self.subject(&remark.about) else {
            return (0.0, format!("{:?}", remark.about), "nothing of it was judged".to_owned());
        };
        if place >= COUNTED {
            return (0.0, name, format!("only the first {COUNTED} count"));
        }
        if both && kind < 2 {
            return (-1.0, name, "claimed as strength and as failure".to_owned());
        }
        if let Some(why) = self.hollow(&remark.text, &sources, &known) {
            return (0.0, name, why.to_owned());
        }
        let percent = 100.0 * credit;
        let (value, why) = match kind {
            0 if credit >= GOOD => (1.0, "the record agrees"),
            0 if credit <= BAD => (-1.0, "the record shows a failure"),
            0 => (0.0, "the record shows both sides"),
            1 if credit <= BAD => (1.0, "the record agrees"),
            1 if credit < PERFECT => (0.5, "the record shows that something was missing"),
            1 => (-1.0, "the record shows that it was done"),
            _ if credit < PERFECT => (1.0, "there is something to improve"),
            _ => (0.0, "there is nothing to improve"),
        };
        // A subject that is named twice counts once.
        if value > 0.0 && !seen.insert(name.clone()) {
            return (0.0, name, "named before".to_owned());
        }
        (value, name, format!("{why} ({percent:.0} % of its credit)"))
    }

    /// Returns the share of the important results that the review names, 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "the counts are at most three")]
    fn reach(&self, seen: &[BTreeSet<String>; 3]) -> f64 {
        let there = [
            (0.25, self.earlier.from(GOOD).len()),
            (0.5, self.earlier.up_to(PERFECT - 1e-9).len()),
            (0.25, self.earlier.up_to(PERFECT - 1e-9).len()),
        ];
        let mut weight = 0.0;
        let mut reach = 0.0;
        for ((share, count), seen) in there.into_iter().zip(seen) {
            let needed = count.min(ENOUGH);
            if needed > 0 {
                weight += share;
                reach += share * (seen.len().min(needed) as f64 / needed as f64);
            }
        }
        if weight > 0.0 { reach / weight } else { 1.0 }
    }

    fn team(&self, review: &Review) -> Judgement {
        let mut evidence = Vec::new();
        let mut sum = 0.0;
        let mut expected_marks = Vec::new();
        for role in &self.record.scenario.roles {
            let did = performance(role, self.record, self.earlier);
            expected_marks.push(did.mark);
            let Some(judgement) = review.roles.iter().find(|judgement| judgement.role == role.id) else {
                evidence.push(self.item(format!("{}: not judged", role.title)));
                continue;
            };
            let given = f64::from(u8::from(judgement.mark));
            let (worth, why) = match self.hollow(&judgement.because, &[], &did.known) {
                Some(why) => (0.0, why.to_owned()),
                None => ((1.0 - ((given - did.mark).abs() - 0.5).max(0.0) / 1.5).clamp(0.0, 1.0), did.text.clone()),
            };
            sum += worth;
            evidence.push(self.item(format!("{}: {given:.0} given, {:.1} by the record; {why}", role.title, did.mark)));
        }
        let marks: BTreeSet<u8> = review.roles.iter().map(|judgement| u8::from(judgement.mark)).collect();
        let spread = expected_marks.iter().copied().fold(f64::NEG_INFINITY, f64::max)
            - expected_marks.iter().copied().fold(f64::INFINITY, f64::min);
        let told_apart = marks.len() > 1 || spread < 1.0;
        if !told_apart && !review.roles.is_empty() {
            evidence.push(EvidenceItem::general("one mark for all, although the record tells the roles apart: half"));
        }
        #[expect(clippy::cast_precision_loss, reason = "a scenario has only a few roles")]
        let share = sum / self.record.scenario.roles.len().max(1) as f64;
        Judgement::credit(if told_apart { share } else { 0.5 * share }, evidence)
    }

    fn precautions(&self, review: &Review) -> Judgement {
        let mut evidence = Vec::new();
        let mut covered: BTreeSet<&CriterionId> = BTreeSet::new();
        let mut useful = 0.0;
        for (place, action) in review.actions.iter().enumerate() {
            match self.precaution(place, action, covered.contains(&action.criterion)) {
                Ok(()) => {
                    covered.insert(&action.criterion);
                    useful += 1.0;
                    evidence.push(
                        self.item(format!("{}: answered, by {} until {}", action.criterion, action.owner, action.due)),
                    );
                }
                Err(why) => evidence.push(self.item(format!("{}: {why}", action.criterion))),
            }
        }
        let major = self.earlier.up_to(FINDING);
        let findings = if major.is_empty() { self.earlier.up_to(PERFECT - 1e-9) } else { major };
        let findings: Vec<&Result> = findings.into_iter().take(2 * ENOUGH).collect();
        for finding in findings.iter().filter(|finding| !covered.contains(&finding.id)) {
            evidence.push(EvidenceItem::general(format!("not answered: {} {}", finding.id, finding.title)));
        }
        let weight: f64 = findings.iter().map(|finding| finding.lost()).sum();
        let answered: f64 =
            findings.iter().filter(|finding| covered.contains(&finding.id)).map(|finding| finding.lost()).sum();
        let share = match (weight > 0.0, covered.is_empty()) {
            (true, _) => answered / weight,
            (false, empty) => f64::from(u8::from(!empty)),
        };
        #[expect(clippy::cast_precision_loss, reason = "a review has at most 100 corrective actions")]
        let to_the_point = if review.actions.is_empty() { 0.0 } else { useful / review.actions.len() as f64 };
        // A plan in which most actions address no finding is unlikely to be carried out.
        Judgement::credit(share * (to_the_point / 0.6).min(1.0), evidence)
    }

    /// Checks that a corrective action addresses a finding and has an owner and a due date.
    fn precaution(&self, place: usize, action: &Precaution, again: bool) -> std::result::Result<(), &'static str> {
        let Some(result) = self.earlier.of(&action.criterion) else { return Err("nothing of it was judged") };
        let evidence = result.evidence.iter().map(|item| item.text.as_str()).collect::<Vec<&str>>().join(" ");
        let known = format!("{} {} {evidence}", result.title, result.advice);
        let end = self.record.scenario.end();
        let due = self.record.scenario.calendar.day(&action.due);
        if place >= COUNTED_ACTIONS {
            Err("beyond what anybody carries out")
        } else if again {
            Err("answered before")
        } else if result.credit >= PERFECT {
            Err("the record shows nothing to answer")
        } else if self.record.scenario.role(&action.owner).is_none() {
            Err("without an owner")
        } else if due.is_none_or(|due| due < end || due > end + LATEST_DUE) {
            Err("without a day after the exercise")
        } else if let Some(why) = self.hollow(&action.text, &[&result.title], &known) {
            Err(why)
        } else {
            Ok(())
        }
    }
}

/// Performance of a role according to the record.
pub(super) struct Performance {
    /// Grade, 1 to 4.
    pub(super) mark: f64,
    /// Description of the performance.
    pub(super) text: String,
    /// Everything known about the role, for comparing word stems.
    known: String,
}

/// Judges a role by load, latency and gaps: how soon it arrived, how much of the work it led was its own duty, the
/// credit of the criteria that cite this work, and how many inquiries to it expired.
pub(super) fn performance(role: &Role, record: &Record<'_>, earlier: &Earlier) -> Performance {
    let scenario = record.scenario;
    let timeline = record.timeline;
    let alert = timeline.first(|what| matches!(what, EventKind::InjectReleased(_))).map_or(SimTime::START, |e| e.at);
    let arrived = timeline.first(|what| matches!(what, EventKind::RoleArrived(id) if *id == role.id));
    let mut known = format!("{} {} {:?}", role.title, role.holder, role.kind);
    let Some(arrived) = arrived else {
        known.push_str(" never called called missing absent");
        return Performance { mark: 1.0, text: "never on duty".to_owned(), known };
    };
    let late = arrived.at.since(alert).hours();
    let mut parts = vec![(1.0 - (late - 1.0) / 11.0).clamp(0.0, 1.0)];
    let led: Vec<(EntryNumber, &crate::scenario::Action)> = timeline
        .events
        .iter()
        .filter_map(|event| match &event.what {
            EventKind::WorkBegun { action, by, .. } if *by == role.id => Some((event.cause?, scenario.action(action)?)),
            _ => None,
        })
        .collect();
    for (_, action) in &led {
        known = format!("{known} {}", action.title);
    }
    #[expect(clippy::cast_precision_loss, reason = "a role leads at most a few dozen actions")]
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let own = led.iter().filter(|(_, action)| action.role == role.id).count();
    parts.push(if led.is_empty() { 0.0 } else { share(own, led.len()) });
    let cited = |result: &&Result| {
        result.evidence.iter().any(|item| item.entry.is_some_and(|entry| led.iter().any(|(led, _)| *led == entry)))
    };
    let citing: Vec<f64> = earlier.0.iter().filter(cited).map(|result| result.credit).collect();
    #[expect(clippy::cast_precision_loss, reason = "there are at most a few dozen criteria")]
    parts.push(if citing.is_empty() { 0.0 } else { citing.iter().sum::<f64>() / citing.len() as f64 });
    let (asked, expired) = inquiries_to(&role.id, record);
    if asked > 0 {
        parts.push(1.0 - share(expired, asked));
    }
    #[expect(clippy::cast_precision_loss, reason = "there are at most four parts")]
    let mean = parts.iter().sum::<f64>() / parts.len() as f64;
    let text = format!(
        "on duty after {}, led {} works ({own} of its own duty), {expired} of {asked} questions to it expired",
        arrived.at.since(alert),
        led.len()
    );
    Performance { mark: 1.0 + 3.0 * mean, text, known }
}

/// Returns how many inquiries to a role were answered or expired, and how many of them expired.
fn inquiries_to(role: &RoleId, record: &Record<'_>) -> (usize, usize) {
    let to = |id: &crate::id::InjectId| record.scenario.inject(id).is_some_and(|inject| inject.to == *role);
    let count =
        |wanted: &dyn Fn(&EventKind) -> bool| record.timeline.events.iter().filter(|event| wanted(&event.what)).count();
    let answered = count(&|what| matches!(what, EventKind::InquiryAnswered(id) if to(id)));
    let expired = count(&|what| matches!(what, EventKind::InquiryExpired(id) if to(id)));
    (answered + expired, expired)
}
