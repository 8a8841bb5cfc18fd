//! The parts of a criterion that cost credit, and what the record shows of each.

use std::collections::BTreeSet;

use super::course::{self, Course};
use super::words::{self, Search};
use super::{Analysis, CauseKind, RootCause};
use crate::id::{FactId, RoleId};
use crate::scenario::{Action, ClaimNature, Clock, Detail, Evidence, Moment, Tally, TextFinding, par, service};
use crate::scoring::evidence::judge_part;
use crate::scoring::moment::{self, Reach};
use crate::scoring::{CriterionScore, EvidenceItem, Record, text};
use crate::statement::JudgedClaim;
use crate::time::{SimDuration, SimTime};
use crate::timeline::{EntryNumber, EventKind, TimelineEvent};

/// Credit from which a part cost nothing worth a word.
const FULL: f64 = 0.95;

/// The share of the time from which a role had no hand free.
const NO_HAND_FREE: f64 = 0.5;

/// How many things of a kind are named; the others are counted.
const NAMED: usize = 3;

/// What is being found out about a criterion.
pub struct Inquiry<'a> {
    score: &'a CriterionScore,
    record: Record<'a>,
    undone: Vec<(String, Moment)>,
    late: Vec<Late>,
    words: Vec<Wording>,
    found: Analysis,
}

/// How long there was for something: from when, and until when credit was full.
struct Term {
    from: SimTime,
    limit: SimTime,
}

/// Something that came late, and in which respects.
struct Late {
    what: EvidenceItem,
    respects: Vec<String>,
    measured: Vec<EvidenceItem>,
    term: Term,
}

/// A property of the words, and in how many of the statements it was found.
struct Wording {
    property: String,
    found: usize,
    counted: usize,
    evidence: Vec<EvidenceItem>,
}

impl<'a> Inquiry<'a> {
    /// Begins an inquiry.
    pub fn new(score: &'a CriterionScore, record: Record<'a>) -> Self {
        Inquiry { score, record, undone: Vec::new(), late: Vec::new(), words: Vec::new(), found: Analysis::default() }
    }

    /// Looks at what a criterion asks for, whatever it earned as a whole: a breach of law may cost little credit.
    pub fn take_apart(&mut self, evidence: &Evidence) {
        let judged = judge_part(evidence, &self.record);
        self.find_out(evidence, judged.evidence);
    }

    /// Looks at a part that cost credit.
    fn look_at(&mut self, part: &Evidence) {
        let judged = judge_part(part, &self.record);
        if part.asks_for_review() || judged.credit.is_some_and(|credit| credit < FULL) {
            self.find_out(part, judged.evidence);
        }
    }

    /// Looks at a part, or at what it is made of.
    fn find_out(&mut self, part: &Evidence, items: Vec<EvidenceItem>) {
        match part {
            Evidence::Parts(_) | Evidence::AllOf(_) | Evidence::AtLeast(..) => {
                part.parts().into_iter().for_each(|part| self.look_at(part));
            }
            Evidence::AnyOf(ways) => {
                // Of several ways the one that came nearest is the one that was taken.
                let credit = |way: &Evidence| judge_part(way, &self.record).credit.unwrap_or(-1.0);
                let nearest = ways.iter().rev().max_by(|a, b| credit(a).total_cmp(&credit(b)));
                if let Some(way) = nearest {
                    self.look_at(way);
                }
            }
            Evidence::Within { what, from, full, .. } => self.look_at_time(what, from, *full),
            Evidence::InPar { what, from, full, .. } => match par::of(what, self.record.scenario) {
                Some(par) => self.look_at_time(what, from, times(par, *full)),
                None => self.look_at_coming(what),
            },
            Evidence::Before { first, then, .. } => self.look_at_order(first, then),
            Evidence::Reached(what) => self.look_at_coming(what),
            Evidence::KnownBefore { facts, claims } => {
                self.look_at_coming(&Moment::Confirmed(*facts));
                let about = |claim: &JudgedClaim| claim.detail == *claims;
                let unsound = words::unsound(&Search { entries: None, concerns: &about }, &self.record);
                self.found.causes.extend(unsound);
                self.early(items);
            }
            Evidence::Share { of, .. } => self.look_at_share(*of, items),
            Evidence::Clocks { .. } => self.look_at_share(Tally::ClocksMet, items),
            Evidence::Count { full, none, .. } if full > none => self.in_part(items),
            Evidence::Never { .. } | Evidence::Count { .. } | Evidence::World { .. } | Evidence::Not(_) => {
                self.came_about(items);
            }
            Evidence::Says { what, .. } => self.note_words(*what, true, &items),
            Evidence::Avoids { what, .. } => self.note_words(*what, false, &items),
            Evidence::Review(_) => self.look_at_review(),
            Evidence::NotJudgedYet(_) => {}
        }
    }

    /// Returns what was found.
    pub fn conclude(mut self) -> Analysis {
        self.conclude_words();
        self.conclude_late();
        self.conclude_undone();
        if self.found.causes.is_empty() {
            let items: Vec<EvidenceItem> = self.score.evidence.iter().take(NAMED).cloned().collect();
            let text = format!("the record has {}.", listed(&items));
            self.add(CauseKind::DoneInPart, text, items);
        }
        self.found.missing.dedup();
        self.found
    }

    fn add(&mut self, kind: CauseKind, text: String, evidence: Vec<EvidenceItem>) {
        let known = self.found.causes.iter().any(|cause| cause.text == text);
        if !known && !text.is_empty() {
            self.found.causes.push(RootCause { kind, text, evidence });
        }
    }

    // ---- moments ----

    fn look_at_coming(&mut self, what: &Moment) {
        if let Reach::Never(words) = moment::find(what, &self.record) {
            self.note_undone(&words, what);
        }
    }

    /// Keeps something that did not come about, each thing once.
    fn note_undone(&mut self, words: &str, what: &Moment) {
        for name in self.undone_names(words, what) {
            if !self.undone.iter().any(|(known, _)| *known == name) {
                self.undone.push((name, what.clone()));
            }
        }
    }

    /// What did not come about, by name where the record has only a number for it.
    fn undone_names(&self, words: &str, what: &Moment) -> Vec<String> {
        let scenario = self.record.scenario;
        let confirmed = |id: &FactId| {
            self.record.timeline.first(|what| matches!(what, EventKind::FactConfirmed(fact) if fact == id)).is_some()
        };
        match what {
            Moment::Confirmed(kind) => {
                let open = scenario.facts.iter().filter(|fact| fact.kind == *kind && !confirmed(&fact.id));
                open.map(|fact| format!("an answer to “{}”", fact.title)).collect()
            }
            Moment::Told(kind) => {
                let parties = scenario.stakeholders.iter().filter(|party| party.kind == *kind);
                parties.map(|party| format!("word to {}", party.title)).collect()
            }
            _ if words.starts_with("never") => vec![format!("“{}”", stem(words))],
            _ => vec![words.to_owned()],
        }
    }

    fn look_at_time(&mut self, what: &Moment, from: &Moment, full: SimDuration) {
        let (what, from) = match (moment::find(what, &self.record), moment::find(from, &self.record)) {
            (Reach::Never(words), _) => return self.note_undone(&words, what),
            (Reach::At(what), Reach::At(from)) => (what, from),
            _ => return,
        };
        let begin = from[0].at.unwrap_or_default();
        self.note_late(&what[0], &from[0], Term { from: begin, limit: begin + full });
    }

    fn look_at_order(&mut self, first: &Moment, then: &Moment) {
        let (first, then) = match (moment::find(first, &self.record), moment::find(then, &self.record)) {
            (Reach::Never(words), _) => return self.note_undone(&words, first),
            (Reach::At(first), Reach::At(then)) => (first, then),
            _ => return,
        };
        let limit = then[0].at.unwrap_or_default();
        self.note_late(&first[0], &then[0], Term { from: SimTime::START, limit });
    }

    /// Keeps something that came late; what came late in several respects is told once.
    fn note_late(&mut self, what: &EvidenceItem, measured: &EvidenceItem, term: Term) {
        let done = what.at.unwrap_or_default();
        if done <= term.limit {
            return;
        }
        let from = measured.at.unwrap_or_default();
        let allowed = term.limit.since(from).minutes() > 0;
        let by =
            if allowed { format!(", {} later than full credit allows", done.since(term.limit)) } else { String::new() };
        let respect = format!("{} after {}{by}", done.since(from), in_a_sentence(stem(&measured.text)));
        match self.late.iter_mut().find(|late| late.what == *what) {
            Some(late) => {
                late.respects.push(respect);
                late.measured.push(measured.clone());
                late.term.limit = late.term.limit.min(term.limit);
            }
            None => self.late.push(Late {
                what: what.clone(),
                respects: vec![respect],
                measured: vec![measured.clone()],
                term,
            }),
        }
    }

    fn conclude_late(&mut self) {
        for late in std::mem::take(&mut self.late) {
            let done = late.what.at.unwrap_or_default();
            let decided = self.decided(late.what.entry, done);
            let text = format!("“{}” came at {done}: {}.{decided}", stem(&late.what.text), late.respects.join("; "));
            let evidence = std::iter::once(late.what.clone()).chain(late.measured).collect();
            self.add(CauseKind::TooLate, text, evidence);
            self.hold_up(late.what.entry, &late.term, done);
        }
    }

    /// When a work was decided and how long it took from there, in a sentence with a space before it.
    fn decided(&self, entry: Option<EntryNumber>, done: SimTime) -> String {
        let course = entry.and_then(|entry| course::of_entry(entry, &self.record));
        course.map_or_else(String::new, |course| {
            let role = course::title(course.by, self.record.scenario);
            let took = done.since(course.begun);
            format!(" It was decided at {} by the {role} and took {took} from there.", course.begun)
        })
    }

    /// What held a work up that came too late.
    fn hold_up(&mut self, entry: Option<EntryNumber>, term: &Term, done: SimTime) {
        let Some(course) = entry.and_then(|entry| course::of_entry(entry, &self.record)) else { return };
        let before = self.found.causes.len();
        self.hold_up_by_approval(&course, term);
        self.hold_up_by_role(&course, term);
        self.hold_up_by_error(&course, done);
        if self.found.causes.len() == before && course.begun > term.from {
            self.decided_late(&course);
        }
    }

    fn hold_up_by_approval(&mut self, course: &Course<'_>, term: &Term) {
        let (Some((drafted, _)), Some((approved, by))) = (course.drafted, course.approved) else { return };
        if drafted > term.limit || approved <= term.limit {
            return;
        }
        let text = format!(
            "the draft of “{}” stood at {drafted}, in time; the {} approved it at {approved}, {} later.",
            course.action.title,
            course::title(by, self.record.scenario),
            approved.since(drafted),
        );
        self.add(CauseKind::NotApprovedInTime, text, vec![course.evidence("drafted and approved")]);
    }

    fn hold_up_by_role(&mut self, course: &Course<'_>, term: &Term) {
        let role = course::title(course.by, self.record.scenario);
        let there = course::arrival(course.by, self.record.timeline).unwrap_or(SimTime::START);
        if there > term.limit {
            let text = format!(
                "the {role}, who led “{}”, came to work at {there}, {} after credit began to fall.",
                course.action.title,
                there.since(term.limit),
            );
            return self.add(CauseKind::RoleAbsent, text, vec![course.evidence("led")]);
        }
        let from = there.max(term.from);
        let share = course::full_share(course.by, from, course.begun, &self.record);
        if course.begun > term.limit && share >= NO_HAND_FREE {
            let text = format!(
                "the {role} led as many works as it can for {:.0} % of the time from {from} to {}, when “{}” was begun.",
                100.0 * share,
                course.begun,
                course.action.title,
            );
            self.add(CauseKind::RoleOverloaded, text, vec![course.evidence("begun")]);
        }
    }

    fn hold_up_by_error(&mut self, course: &Course<'_>, done: SimTime) {
        let Some(redone) = course.redone.filter(|redone| *redone <= done) else { return };
        let text = format!(
            "an error of the tired {} at {redone} set “{}” back.",
            course::title(course.by, self.record.scenario),
            course.action.title,
        );
        self.add(CauseKind::RoleOverloaded, text, vec![course.evidence("done again in part")]);
    }

    /// It was decided late although the role was there and had a hand free; why, only people can say.
    fn decided_late(&mut self, course: &Course<'_>) {
        let reason = course.decision.map(|decision| decision.rationale.trim()).filter(|reason| !reason.is_empty());
        let given =
            reason.map_or_else(|| "no reason is given".to_owned(), |reason| format!("the reason given is “{reason}”"));
        self.found.missing.push(format!("why “{}” was not decided earlier ({given})", course.action.title));
    }

    /// Everything that did not come about, in one sentence, and what the record shows of why.
    fn conclude_undone(&mut self) {
        if self.undone.is_empty() {
            return;
        }
        let undone = std::mem::take(&mut self.undone);
        let names: Vec<&str> = undone.iter().map(|(name, _)| name.as_str()).collect();
        let end = self.record.now();
        let text = format!("by {end} this had not come about: {}.", names_in_a_row(&names));
        let evidence = undone.iter().map(|(name, _)| EvidenceItem::general(format!("never: {name}"))).collect();
        let place = self.found.causes.len();
        self.add(CauseKind::NotDone, text, evidence);
        let actions = actions(undone.iter().map(|(_, moment)| moment), &self.record);
        let (begun, left): (Vec<&Action>, Vec<&Action>) =
            actions.into_iter().partition(|action| !course::of_action(action, &self.record).is_empty());
        self.begun_in_vain(&begun);
        self.never_begun(&left);
        // What was not done at all weighs more than what was done late; it comes first, with its reasons.
        self.found.causes.rotate_left(place);
    }

    /// Works that were begun and did not bring it about.
    fn begun_in_vain(&mut self, actions: &[&Action]) {
        let mut vain: Vec<(String, EvidenceItem)> = Vec::new();
        for action in actions {
            let courses = course::of_action(action, &self.record);
            match courses.iter().find(|course| course.finished.is_some()).or(courses.last()) {
                Some(course) if course.finished.is_some() => {
                    vain.push((format!("“{}”", action.title), course.evidence("finished")));
                }
                Some(course) => self.unfinished(course),
                None => {}
            }
        }
        if !vain.is_empty() {
            let (names, evidence): (Vec<String>, Vec<EvidenceItem>) = vain.into_iter().unzip();
            let names = names_in_a_row(&names.iter().map(String::as_str).collect::<Vec<&str>>());
            self.add(CauseKind::DoneInPart, format!("{names}: finished, and yet it did not count."), evidence);
        }
    }

    fn unfinished(&mut self, course: &Course<'_>) {
        let title = &course.action.title;
        let (kind, text) = if let (Some((drafted, to)), None) = (course.drafted, course.approved) {
            let to = course::title(to, self.record.scenario);
            let text = format!("the draft of “{title}” waited for the {to} from {drafted} on.");
            (CauseKind::NotApprovedInTime, text)
        } else {
            let role = course::title(course.by, self.record.scenario);
            let text = format!("“{title}”, begun by the {role} at {}, was not finished.", course.begun);
            (CauseKind::TooLate, text)
        };
        self.add(kind, text, vec![course.evidence("begun")]);
    }

    /// Actions that nobody began, by the role whose duty they are.
    fn never_begun(&mut self, actions: &[&Action]) {
        let roles: BTreeSet<&RoleId> = actions.iter().map(|action| &action.role).collect();
        for role in roles {
            let of_role = actions.iter().filter(|action| action.role == *role);
            let titles: Vec<String> = of_role.map(|action| format!("“{}”", action.title)).collect();
            let titles = names_in_a_row(&titles.iter().map(String::as_str).collect::<Vec<&str>>());
            self.never_begun_by(role, &titles);
        }
    }

    fn never_begun_by(&mut self, role: &RoleId, titles: &str) {
        let name = course::title(role, self.record.scenario);
        let Some(there) = course::arrival(role, self.record.timeline) else {
            let text = format!("the {name}, whose duty is {titles}, was never at work.");
            let absent = EvidenceItem::general(format!("never at work: {name}"));
            return self.add(CauseKind::RoleAbsent, text, vec![absent]);
        };
        let share = course::full_share(role, there, self.record.now(), &self.record);
        if share >= NO_HAND_FREE {
            let text = format!(
                "the {name}, whose duty is {titles}, led as many works as it can for {:.0} % of its time.",
                100.0 * share
            );
            let at_work = EvidenceItem::at(there, None, format!("at work: {name}"));
            return self.add(CauseKind::RoleOverloaded, text, vec![at_work]);
        }
        self.found.missing.push(format!("why nobody began {titles} (the {name} was at work from {there} on)"));
    }

    // ---- shares and counts ----

    fn look_at_share(&mut self, of: Tally, items: Vec<EvidenceItem>) {
        match of {
            Tally::RolesActive => self.absent(items),
            Tally::LoadBalanced => self.overloaded(items),
            Tally::ClocksMet => self.clocks(),
            Tally::InquiriesAnswered => self.inquiries(items),
            Tally::ClaimsSound | Tally::DetailsGiven => self.claimed(items, |_| true),
            Tally::ReassurancesHeld => {
                let reassuring =
                    |claim: &JudgedClaim| matches!(claim.nature, ClaimNature::Reassures | ClaimNature::Minimizes);
                self.claimed(items, reassuring);
            }
            Tally::ActionsTold => self.claimed(items, |claim| claim.detail == Detail::OngoingActions),
            Tally::PromisesKept => {
                let broken: Vec<EvidenceItem> = items.iter().filter(|item| falls_short(item)).cloned().collect();
                match broken.is_empty() {
                    true => self.in_part(items),
                    false => self.add(CauseKind::NotDone, format!("{}.", listed(&broken)), broken),
                }
            }
            _ => self.in_part(items),
        }
    }

    fn absent(&mut self, items: Vec<EvidenceItem>) {
        let absent: Vec<EvidenceItem> = items.into_iter().filter(falls_short).collect();
        if !absent.is_empty() {
            self.add(CauseKind::RoleAbsent, format!("{}.", listed(&absent)), absent);
        }
    }

    /// The strain of roles has no entry of its own; time spent on nothing has that of the work.
    fn overloaded(&mut self, items: Vec<EvidenceItem>) {
        let (wasted, strained): (Vec<EvidenceItem>, Vec<EvidenceItem>) =
            items.into_iter().filter(|item| item.at.is_some()).partition(|item| item.entry.is_some());
        if !strained.is_empty() {
            self.add(CauseKind::RoleOverloaded, format!("{}.", listed(&strained)), strained);
        }
        if !wasted.is_empty() {
            let text = format!("time went into works that brought nothing: {}.", listed(&wasted));
            self.add(CauseKind::DoneInPart, text, wasted);
        }
    }

    fn clocks(&mut self) {
        let record = self.record;
        for event in &record.timeline.events {
            let EventKind::ClockOverdue(id) = &event.what else { continue };
            let Some(clock) = record.scenario.clock(id) else { continue };
            let due = EvidenceItem::at(event.at, event.cause, format!("due: {}", clock.title));
            let late = record.timeline.first(|what| matches!(what, EventKind::ClockLate(late) if late == id));
            if let Some(late) = late {
                self.met_late(clock, due, late);
            } else {
                let text = format!("“{}” was due at {} and never met.", clock.title, event.at);
                self.add(CauseKind::NotDone, text, vec![due]);
                self.never_begun(&telling(&clock.recipient, &record));
            }
        }
    }

    fn met_late(&mut self, clock: &Clock, due: EvidenceItem, late: &TimelineEvent) {
        let started = self
            .record
            .timeline
            .first(|what| matches!(what, EventKind::ClockStarted { clock: id, .. } if *id == clock.id));
        let term = Term { from: started.map_or(SimTime::START, |event| event.at), limit: due.at.unwrap_or_default() };
        // A clock stops by itself once its recipient is told; who told them is the cause.
        let telling = self.record.timeline.events.iter().rev().find(|event| {
            event.at <= late.at && matches!(&event.what, EventKind::StakeholderTold(id) if *id == clock.recipient)
        });
        let entry = telling.and_then(|event| event.cause);
        let decided = self.decided(entry, late.at);
        let text = format!(
            "“{}” was due at {} and met at {}, {} late.{decided}",
            clock.title,
            term.limit,
            late.at,
            late.at.since(term.limit),
        );
        let met = EvidenceItem::at(late.at, entry, format!("met late: {}", clock.title));
        self.add(CauseKind::TooLate, text, vec![due, met]);
        self.hold_up(entry, &term, late.at);
    }

    fn inquiries(&mut self, items: Vec<EvidenceItem>) {
        let short = items.into_iter().filter(falls_short);
        // An answer that was given has the entry of the decision; one that was not has none.
        let (poor, unanswered): (Vec<EvidenceItem>, Vec<EvidenceItem>) = short.partition(|item| item.entry.is_some());
        if !unanswered.is_empty() {
            let count = unanswered.len();
            let text = format!("{count} questions got no answer in time: {}.", listed(&unanswered));
            self.add(
                CauseKind::NotDone,
                text.replacen("1 questions", "1 question", usize::from(count == 1)),
                unanswered,
            );
        }
        if !poor.is_empty() {
            self.add(CauseKind::DoneInPart, format!("{}.", listed(&poor)), poor);
        }
    }

    /// Of what was claimed, that which did not hold; where all of it held, what fell short in another way.
    fn claimed(&mut self, items: Vec<EvidenceItem>, concerns: fn(&JudgedClaim) -> bool) {
        let short = items.iter().filter(|item| falls_short(item));
        let entries: BTreeSet<EntryNumber> = short.filter_map(|item| item.entry).collect();
        let unsound = words::unsound(&Search { entries: Some(&entries), concerns: &concerns }, &self.record);
        let explained = !unsound.is_empty();
        for cause in unsound {
            self.add(cause.kind, cause.text, cause.evidence);
        }
        // What was not said at all has no entry.
        let kept = items.into_iter().filter(|item| !explained || item.entry.is_none());
        let kept: Vec<EvidenceItem> = kept.collect();
        if !explained || kept.iter().any(falls_short) {
            self.in_part(kept);
        }
    }

    fn note_words(&mut self, what: TextFinding, wanted: bool, items: &[EvidenceItem]) {
        let counted = items.iter().filter(|item| item.worth.is_some()).count();
        let short: Vec<EvidenceItem> = items.iter().filter(|item| falls_short(item)).cloned().collect();
        if counted == 0 {
            return self.in_part(items.to_vec());
        }
        let found = if wanted { counted - short.len() } else { short.len() };
        self.words.push(Wording { property: text::in_words(what), found, counted, evidence: short });
    }

    fn conclude_words(&mut self) {
        let words = std::mem::take(&mut self.words);
        if words.is_empty() {
            return;
        }
        let line = |wording: &Wording| format!("{} of {} {}", wording.found, wording.counted, wording.property);
        let text = format!("of what was said, {}.", words.iter().map(line).collect::<Vec<String>>().join("; "));
        let evidence = words.into_iter().flat_map(|wording| wording.evidence).collect();
        self.add(CauseKind::Wording, text, evidence);
    }

    fn in_part(&mut self, items: Vec<EvidenceItem>) {
        let counted = items.iter().filter(|item| item.worth.is_some()).count();
        let short: Vec<EvidenceItem> = items.iter().filter(|item| falls_short(item)).cloned().collect();
        // What stands alone and has no time says that nothing was done.
        if let [only] = items.as_slice()
            && (only.at, only.worth) == (None, None)
        {
            return self.add(CauseKind::NotDone, format!("{}.", only.text), items);
        }
        let (shown, count) = match (counted, short.is_empty()) {
            (0, _) => (items, String::new()),
            (_, true) => return,
            (1, false) => (short, String::new()),
            (_, false) => {
                let count = format!("{} of {counted} fell short: ", short.len());
                (short, count)
            }
        };
        let text = format!("{count}{}.", listed(&shown));
        self.add(CauseKind::DoneInPart, text, shown);
    }

    fn early(&mut self, items: Vec<EvidenceItem>) {
        if self.found.causes.is_empty() && self.undone.is_empty() {
            let said: Vec<EvidenceItem> = items.into_iter().filter(|item| item.entry.is_some()).collect();
            self.add(CauseKind::SaidBeforeKnown, format!("{}.", listed(&said)), said);
        }
    }

    /// Where nothing has a time, nothing came about; then it is not the reason.
    fn came_about(&mut self, items: Vec<EvidenceItem>) {
        let happened: Vec<EvidenceItem> = items.into_iter().filter(|item| item.at.is_some()).collect();
        if !happened.is_empty() {
            self.add(CauseKind::CameAbout, format!("{}.", listed(&happened)), happened);
        }
    }

    fn look_at_review(&mut self) {
        let items: Vec<EvidenceItem> = self.score.evidence.clone();
        let written = items.iter().any(|item| item.entry.is_some());
        if written {
            self.add(CauseKind::DoneInPart, format!("{}.", listed(&items)), items);
        } else {
            let text = "the team put no review of its own on record.".to_owned();
            self.add(CauseKind::NotDone, text, items);
        }
    }
}

/// A multiple of a length, to the minute, as the score reckons it.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a thousand pars of works")]
fn times(par: SimDuration, factor: f64) -> SimDuration {
    SimDuration::from_minutes((f64::from(par.minutes()) * factor).round() as u32)
}

/// The actions that bring any of some moments about, each once.
fn actions<'a, 'm>(moments: impl Iterator<Item = &'m Moment>, record: &Record<'a>) -> Vec<&'a Action> {
    let leading = moments.flat_map(|moment| service::leading_to(moment, record.scenario));
    leading.fold(Vec::new(), |mut kept, action| {
        if !kept.iter().any(|other: &&Action| other.id == action.id) {
            kept.push(action);
        }
        kept
    })
}

/// The actions that tell somebody.
fn telling<'a>(recipient: &crate::id::StakeholderId, record: &Record<'a>) -> Vec<&'a Action> {
    use crate::scenario::{Ask, Effect};
    let tells = |action: &&Action| {
        let by_word = matches!(&action.asks, Ask::Statement { to: Some(party), .. } if party == recipient);
        by_word || action.all_effects().any(|effect| matches!(effect, Effect::Tell(party) if party == recipient))
    };
    record.scenario.actions.iter().filter(tells).collect()
}

/// Whether something that was counted earned less than all of it.
fn falls_short(item: &EvidenceItem) -> bool {
    item.worth.is_some_and(|worth| worth < FULL)
}

/// What a text names, without what announces it and without the words that it quotes.
fn stem(text: &str) -> &str {
    let text = text.strip_prefix("never: ").unwrap_or(text);
    let text = text.strip_prefix("never, in words that say something: ").unwrap_or(text);
    text.split_once(": “").map_or(text, |(name, _)| name)
}

/// A name as it stands within a sentence: one that is a sentence itself stands in quotation marks.
fn in_a_sentence(name: &str) -> String {
    match name.starts_with(char::is_uppercase) {
        true => format!("“{name}”"),
        false => name.to_owned(),
    }
}

/// Items in a row with their times, those that say the same together: `a (T+00:10, T+00:30); b; and 3 more`.
fn listed(items: &[EvidenceItem]) -> String {
    let mut groups: Vec<(&str, Vec<SimTime>)> = Vec::new();
    for item in items {
        let text = item.text.strip_prefix("not answered in time: ").unwrap_or(&item.text);
        match groups.iter_mut().find(|(other, _)| *other == text) {
            Some((_, times)) => times.extend(item.at),
            None => groups.push((text, item.at.into_iter().collect())),
        }
    }
    let line = |(text, times): &(&str, Vec<SimTime>)| match times.as_slice() {
        [] => (*text).to_owned(),
        times => format!("{text} ({})", several(times)),
    };
    let lines: Vec<String> = groups.iter().take(NAMED).map(line).collect();
    let more = groups.len().saturating_sub(NAMED);
    if more > 0 { format!("{}; and {more} more", lines.join("; ")) } else { lines.join("; ") }
}

/// Times in a row: `T+00:10, T+00:30, and 2 more times`.
fn several(times: &[SimTime]) -> String {
    let shown: Vec<String> = times.iter().take(NAMED).map(ToString::to_string).collect();
    match times.len().saturating_sub(NAMED) {
        0 => shown.join(", "),
        1 => format!("{}, and once more", shown.join(", ")),
        more => format!("{}, and {more} more times", shown.join(", ")),
    }
}

/// Names in a row: `a, b, and 3 more`.
fn names_in_a_row(names: &[&str]) -> String {
    let shown = names.iter().take(NAMED).copied().collect::<Vec<&str>>().join(", ");
    let more = names.len().saturating_sub(NAMED);
    if more > 0 { format!("{shown}, and {more} more") } else { shown }
}
