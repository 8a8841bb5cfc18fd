//! Draft check: the analysis of a statement's text before it is published.
//!
//! The text is read when it changes, never while drawing, with the same lexicon that scores published statements. A
//! check contains the reading, the spans to underline, and the differences between text and outline: claims
//! selected in the outline but missing from the text, and details mentioned in the text but not selected. Because
//! it compares the text only with the outline, it reveals nothing about the ground truth.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use goldenhour_core::id::TopicId;
use goldenhour_core::scenario::{Detail, Scenario};
use goldenhour_core::scoring::text;
use goldenhour_core::statement::Says;
use goldenhour_core::statement::reading::{Label, Reading, Subject, read_in};

/// Result of checking a draft.
#[derive(Clone, Debug, Default)]
pub struct DraftCheck {
    /// The text that was checked.
    pub text: String,
    /// The reading. `None` if the text is empty or its language is not supported.
    pub reading: Option<Arc<Reading>>,
    /// Underlined spans, in text order and without overlaps.
    pub underlines: Vec<Underline>,
    /// Topics with a claim that is missing from the text, in the scenario's order.
    pub unwritten: Vec<TopicId>,
    /// Details mentioned in the text but not claimed in the outline.
    pub unclaimed: Vec<Detail>,
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
    /// A number that differs from the claimed one.
    OtherNumber,
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
            Remark::OtherNumber => Weight::Harms,
            Remark::Sounds(subject) => match subject {
                Subject::BlameShift | Subject::Minimizing | Subject::Absolutes | Subject::Speculation => Weight::Harms,
                subject if WELCOME.contains(&subject) => Weight::Helps,
                _ => Weight::Weakens,
            },
        }
    }
}

impl DraftCheck {
    /// Checks a text against the claims by topic. The reading of the previous check is reused if the text has not
    /// changed.
    pub fn of(text: &str, says: &BTreeMap<TopicId, Says>, scenario: &Scenario, before: &DraftCheck) -> DraftCheck {
        let reading = match before.text == text {
            true => before.reading.clone(),
            false => read_in(&scenario.language, text).map(Arc::new),
        };
        let mut check = DraftCheck { text: text.to_owned(), ..DraftCheck::default() };
        if let Some(reading) = &reading {
            check.underlines = underlines(says, reading);
            check.unwritten = unwritten(text, says, reading, scenario);
            check.unclaimed = unclaimed(says, reading, scenario);
        }
        check.reading = reading;
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

/// Returns the spans to underline. Where spans overlap, the more severe remark keeps the text.
fn underlines(says: &BTreeMap<TopicId, Says>, reading: &Reading) -> Vec<Underline> {
    let others = text::other_numbers(says.values(), reading);
    let numbers = others.iter().map(|number| (Remark::OtherNumber, &number.span));
    let sounds = UNWELCOME
        .iter()
        .chain(&WELCOME)
        .flat_map(|subject| reading.finding(*subject).spans.iter().map(|span| (Remark::Sounds(*subject), span)));
    let mut underlines: Vec<Underline> = Vec::new();
    for (remark, span) in numbers.chain(sounds) {
        underlines.extend(free(span.start..span.end, &underlines).into_iter().map(|range| Underline { range, remark }));
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

fn unwritten(text: &str, says: &BTreeMap<TopicId, Says>, reading: &Reading, scenario: &Scenario) -> Vec<TopicId> {
    let missing = |id: &TopicId| says.get(id).is_some_and(|says| !text::stands_in(id, says, text, reading, scenario));
    scenario.topics.iter().map(|topic| &topic.id).filter(|id| missing(id)).cloned().collect()
}

fn unclaimed(says: &BTreeMap<TopicId, Says>, reading: &Reading, scenario: &Scenario) -> Vec<Detail> {
    let mut found: Vec<Detail> = Vec::new();
    for topic in &scenario.topics {
        let is_said = scenario.topics.iter().any(|other| other.detail == topic.detail && says.contains_key(&other.id));
        let plainly = Subject::of(topic.detail).is_some_and(|subject| reading.label(subject) == Label::Yes);
        if plainly && !is_said && !found.contains(&topic.detail) {
            found.push(topic.detail);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use goldenhour_core::scenario::load;
    use goldenhour_core::scenario::source::BuiltIn;

    const BAD: &str = "We are sorry. No system is ever completely safe, and our supplier is to blame for this breach.";

    fn scenario() -> Scenario {
        let slug = BuiltIn::scenarios().into_iter().next().unwrap();
        load(&BuiltIn::Scenario(slug)).unwrap().output
    }

    fn check(text: &str, says: &BTreeMap<TopicId, Says>) -> DraftCheck {
        DraftCheck::of(text, says, &scenario(), &DraftCheck::default())
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
    fn unwritten_claims_and_unclaimed_details_are_found() {
        let scenario = scenario();
        let topic = scenario.topics.iter().find(|topic| topic.detail == Detail::Compensation).unwrap();
        let claim = Says::Option(topic.claims[0].id.clone());
        let says = BTreeMap::from([(topic.id.clone(), claim)]);
        let elsewhere = "Change your password at once, and the password of every other account where you use it.";
        let found = check(elsewhere, &says);
        assert_eq!(found.unwritten, std::slice::from_ref(&topic.id));
        assert!(found.unclaimed.contains(&Detail::Precautions), "{:?}", found.unclaimed);
        assert!(check(&topic.claims[0].text, &says).unwritten.is_empty());
    }
}
