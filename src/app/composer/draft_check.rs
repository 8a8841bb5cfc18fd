//! Draft check: the analysis of a statement's text before it is published.
//!
//! The text is read when it changes, never while drawing, by the same reader that records published statements. A
//! check contains what the text says about each topic, the tone, the spans to underline, and the planned claims that
//! the text does not contain. What is said is compared with the plan, with the team's earlier statements and with
//! what the team knows, so the check reveals nothing about the ground truth.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use goldenhour_core::id::TopicId;
use goldenhour_core::scenario::Scenario;
use goldenhour_core::session::Session;
use goldenhour_core::statement::judge::Knowing;
use goldenhour_core::statement::reading::{Reading, Subject};
use goldenhour_core::statement::{ReadClaim, ReadingRecord, Says, Stance};
use goldenhour_core::time::SimTime;

/// Result of checking a draft.
#[derive(Clone, Debug, Default)]
pub struct DraftCheck {
    /// The text that was checked.
    pub text: String,
    /// Whether the text could be read.
    pub is_read: bool,
    /// Content and tone. `None` if the text is empty or its language is not supported.
    pub reading: Option<Arc<Reading>>,
    /// Underlined spans, in text order and without overlaps.
    pub underlines: Vec<Underline>,
    /// Topics with a claim that is missing from the text, in the scenario's order.
    pub unwritten: Vec<TopicId>,
    /// What the text says, in text order.
    pub said: Vec<SaidLine>,
    /// Sentences about the incident that could not be checked.
    pub unchecked: Vec<String>,
}

/// What the text says about a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidLine {
    /// What was read, with its passage.
    pub claim: ReadClaim,
    /// Passage.
    pub words: String,
    /// How it relates to what the team knows.
    pub knowing: Knowing,
    /// How it relates to the outline.
    pub plan: Plan,
    /// Time of the latest earlier statement in which the team said something else about the topic.
    pub earlier: Option<SimTime>,
}

/// How a claim in the text relates to the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plan {
    /// It was planned.
    Planned,
    /// Nothing was planned on the topic.
    Unplanned,
    /// Something else was planned on the topic.
    Otherwise,
}

/// A span of text with a remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Underline {
    /// The span, in characters.
    pub range: Range<usize>,
    /// Why the span is underlined.
    pub remark: Remark,
}

/// Why a span is underlined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// An effect of the wording, such as blame or empathy, or openness about unknowns.
    Sounds(Subject),
    /// Words that contradict what the team knows.
    Contradicts,
}

/// Effect of the underlined words on the statement, most harmful first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// They cost trust.
    Harms,
    /// They weaken the statement.
    Weakens,
    /// They help.
    Helps,
}

/// Subjects that improve a statement, in display order.
pub const WELCOME: [Subject; 6] = [
    Subject::Empathy,
    Subject::ApologyWithResponsibility,
    Subject::UnknownsNamed,
    Subject::NextUpdate,
    Subject::CustomerContact,
    Subject::MediaContact,
];

/// Subjects that hurt a statement, in display order.
pub const UNWELCOME: [Subject; 9] = [
    Subject::BlameShift,
    Subject::Minimizing,
    Subject::Absolutes,
    Subject::Speculation,
    Subject::ApologyWithoutResponsibility,
    Subject::TakenSeriously,
    Subject::Legalese,
    Subject::PassiveOwnFault,
    Subject::MarketingCopy,
];

impl Remark {
    /// Returns the effect of words with this remark on the statement.
    pub fn weight(self) -> Weight {
        match self {
            Remark::Contradicts => Weight::Harms,
            Remark::Sounds(subject) => match subject {
                Subject::BlameShift | Subject::Minimizing | Subject::Absolutes | Subject::Speculation => Weight::Harms,
                subject if WELCOME.contains(&subject) => Weight::Helps,
                _ => Weight::Weakens,
            },
        }
    }
}

impl DraftCheck {
    /// Checks a text against the outline and against what the team knows now.
    pub fn of(text: &str, says: &BTreeMap<TopicId, Says>, session: &Session) -> DraftCheck {
        let mut check = DraftCheck { text: text.to_owned(), ..DraftCheck::default() };
        let is_empty = !text.chars().any(char::is_alphanumeric);
        let Some((record, knowing)) = session.preview(text).filter(|_| !is_empty) else { return check };
        check.said = said(text, &record, &knowing, says, session);
        check.unwritten = unwritten(says, &record, session.scenario());
        check.unchecked = record.unchecked.iter().map(|place| place.of(text).to_owned()).collect();
        check.reading = record.tone.as_ref().map(|tone| Arc::new(tone.reading(text)));
        check.is_read = true;
        check.underlines = underlines(&check);
        check
    }

    /// Returns the underlines for a text that has been edited since it was checked. Underlines before and after the
    /// edit are kept, with their positions adjusted. Those touched by the edit are dropped.
    pub fn underlines_in(&self, edited: &str) -> Vec<Underline> {
        if self.text == edited {
            return self.underlines.clone();
        }
        let alike = |one: &mut dyn Iterator<Item = char>, other: &mut dyn Iterator<Item = char>| {
            one.zip(other).take_while(|(one, other)| one == other).count()
        };
        let (length, new_length) = (self.text.chars().count(), edited.chars().count());
        let head = alike(&mut self.text.chars(), &mut edited.chars());
        let shorter = length.min(new_length) - head;
        let tail = alike(&mut self.text.chars().rev(), &mut edited.chars().rev()).min(shorter);
        let moved = |underline: &Underline| {
            if underline.range.end <= head {
                return Some(underline.clone());
            }
            let behind = underline.range.start >= length - tail;
            let at = |place: usize| place + new_length - length;
            behind.then(|| Underline {
                range: at(underline.range.start)..at(underline.range.end),
                remark: underline.remark,
            })
        };
        self.underlines.iter().filter_map(moved).collect()
    }
}

/// Returns what a text says, compared with the outline and with earlier statements.
fn said(
    text: &str,
    record: &ReadingRecord,
    knowing: &[Option<Knowing>],
    says: &BTreeMap<TopicId, Says>,
    session: &Session,
) -> Vec<SaidLine> {
    let line = |(claim, knowing): (&ReadClaim, &Option<Knowing>)| {
        let is_asserted = claim.stance == Stance::Asserted;
        let plan = match says.get(&claim.topic) {
            None => Plan::Unplanned,
            Some(planned) if *planned == claim.says => Plan::Planned,
            Some(Says::Option(_) | Says::Number(_) | Says::NotKnownYet) if is_general(&claim.says) => Plan::Unplanned,
            Some(_) => Plan::Otherwise,
        };
        let words = claim.at.of(text).to_owned();
        let earlier = earlier(claim, session);
        (*knowing).filter(|_| is_asserted).map(|knowing| SaidLine {
            claim: claim.clone(),
            words,
            knowing,
            plan,
            earlier,
        })
    };
    record.said.iter().zip(knowing).filter_map(line).collect()
}

/// Returns whether an outline cannot contain a claim.
fn is_general(says: &Says) -> bool {
    match says {
        Says::Option(_) | Says::Number(_) | Says::NotKnownYet => false,
        Says::Data { .. } | Says::Done { .. } | Says::Cause(_) | Says::WrongDay | Says::Ruled(_) => true,
    }
}

/// Returns when the team last said something else about the topic of a claim in public.
fn earlier(claim: &ReadClaim, session: &Session) -> Option<SimTime> {
    let is_comparable = !is_general(&claim.says) && claim.says != Says::NotKnownYet;
    let last = session.timeline().publications.iter().rev().find_map(|said| {
        let same = said.claims.iter().find(|other| other.topic == claim.topic && other.says != Says::NotKnownYet)?;
        Some((said.at, same.says.clone()))
    });
    last.filter(|(_, says)| is_comparable && *says != claim.says && !is_general(says)).map(|(at, _)| at)
}

/// Returns the spans to underline. Where spans overlap, the more severe remark keeps the text.
fn underlines(check: &DraftCheck) -> Vec<Underline> {
    let characters = |byte: usize| check.text.get(..byte).map_or(0, |before| before.chars().count());
    let contradicted = check.said.iter().filter(|line| line.knowing == Knowing::Contradicted);
    let contradicted =
        contradicted.map(|line| (Remark::Contradicts, characters(line.claim.at.0)..characters(line.claim.at.1)));
    let sounds = check.reading.iter().flat_map(|reading| {
        let subjects = UNWELCOME.iter().chain(&WELCOME);
        subjects.flat_map(|subject| {
            let spans = reading.finding(*subject).spans.iter();
            spans.map(|span| (Remark::Sounds(*subject), span.start..span.end))
        })
    });
    let mut underlines: Vec<Underline> = Vec::new();
    for (remark, range) in contradicted.chain(sounds) {
        underlines.extend(free(range, &underlines).into_iter().map(|range| Underline { range, remark }));
    }
    underlines.sort_by_key(|underline| underline.range.start);
    underlines
}

/// Returns the parts of a range that are not underlined yet.
fn free(range: Range<usize>, underlines: &[Underline]) -> Vec<Range<usize>> {
    let mut parts = vec![range];
    for taken in underlines.iter().map(|underline| &underline.range) {
        let cut = |part: Range<usize>| [part.start..part.end.min(taken.start), part.start.max(taken.end)..part.end];
        parts = parts.into_iter().flat_map(cut).filter(|part| part.start < part.end).collect();
    }
    parts
}

/// Returns the planned topics on which the text does not say what was planned.
fn unwritten(says: &BTreeMap<TopicId, Says>, record: &ReadingRecord, scenario: &Scenario) -> Vec<TopicId> {
    let is_said =
        |id: &TopicId, planned: &Says| record.asserted().any(|claim| claim.topic == *id && claim.says == *planned);
    let missing = |id: &TopicId| says.get(id).is_some_and(|planned| !is_said(id, planned));
    scenario.topics.iter().map(|topic| &topic.id).filter(|id| missing(id)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use goldenhour_core::scenario::source::BuiltIn;
    use goldenhour_core::scenario::{Detail, load};
    use goldenhour_core::session::Mode;
    use goldenhour_core::session::log::Unkept;
    use goldenhour_core::simulation::Seed;

    const BAD: &str = "We are sorry. No system is ever completely safe, and our supplier is to blame for this breach.";

    fn scenario() -> Scenario {
        let slug = BuiltIn::scenarios().into_iter().next().unwrap();
        load(&BuiltIn::Scenario(slug)).unwrap().output
    }

    fn check(text: &str, says: &BTreeMap<TopicId, Says>) -> DraftCheck {
        let session = Session::begin(Arc::new(scenario()), Seed(1), Mode::Headless, Box::new(Unkept)).unwrap();
        DraftCheck::of(text, says, &session)
    }

    #[test]
    fn underlines_are_within_the_text_and_never_overlap() {
        let long = format!("{BAD} Your data is 100% safe. It was mistakenly left open. Write to help@shop.example.");
        let underlines = check(&long, &BTreeMap::new()).underlines;
        assert!(underlines.iter().any(|underline| underline.remark.weight() == Weight::Harms), "{underlines:?}");
        assert!(underlines.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start), "{underlines:?}");
        assert!(underlines.iter().all(|underline| underline.range.end <= long.chars().count()));
    }

    #[test]
    fn an_edit_shifts_later_underlines_and_removes_those_it_touches() {
        let read = check(BAD, &BTreeMap::new());
        assert!(!read.underlines.is_empty());
        let words = |text: &str, underline: &Underline| -> String {
            text.chars().skip(underline.range.start).take(underline.range.len()).collect()
        };
        let before: Vec<String> = read.underlines.iter().map(|underline| words(BAD, underline)).collect();
        let longer = format!("Dear customers — {BAD}");
        let after: Vec<String> =
            read.underlines_in(&longer).iter().map(|underline| words(&longer, underline)).collect();
        assert_eq!(before, after);
        assert!(read.underlines_in("").is_empty());
    }

    #[test]
    fn planned_claims_that_the_text_lacks_and_unplanned_ones_that_it_has_are_found() {
        let scenario = scenario();
        let topic = scenario.topics.iter().find(|topic| topic.detail == Detail::Compensation).unwrap();
        let planned = BTreeMap::from([(topic.id.clone(), Says::Option(topic.claims[0].id.clone()))]);
        let found = check("Something has happened.", &planned);
        assert_eq!(found.unwritten, std::slice::from_ref(&topic.id));
        let found = check(&topic.claims[0].text, &planned);
        assert!(found.unwritten.is_empty());
        assert_eq!(found.said[0].plan, Plan::Planned);
        assert_eq!(check(&topic.claims[0].text, &BTreeMap::new()).said[0].plan, Plan::Unplanned);
        assert_eq!(check(&topic.claims[1].text, &planned).said[0].plan, Plan::Otherwise);
    }

    #[test]
    fn a_lie_about_the_teams_own_deeds_contradicts_what_it_knows() {
        let text = "The police have been informed and a complaint has been filed.";
        let found = check(text, &BTreeMap::new());
        assert!(found.said.iter().any(|line| line.knowing == Knowing::Contradicted), "{:?}", found.said);
        assert!(found.underlines.iter().any(|underline| underline.remark == Remark::Contradicts));
    }
}
