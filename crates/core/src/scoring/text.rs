//! Findings about the content and tone of a published text, for use in playbook criteria.
//!
//! This is the only place where scoring looks at text. A finding is derived from what was read in the text and
//! recorded with it, both the claims and the content and tone:
//!
//! - *Merits* (a detail, an unknown named, empathy, an apology). A claim that was read earns full credit. A detail that
//!   the words show without a claim earns half, since it cannot be checked, and tone earns credit to the degree found.
//!   A text with almost no content (keywords, an outline, blanks) earns nothing for its words.
//! - *Faults* (blame, minimizing, speculation, marketing copy, legalese) count wherever they occur, in a claim or in
//!   the words. A false claim, or one that the team could not know yet, is speculation.
//!
//! A statement without a reading, from a session before format 5 or in a language that cannot be read, says what its
//! outline says. If its text can be analyzed, a claim that the text does not contain earns half, and a number of
//! customers, cards, accounts or records that differs from the outlined one is speculation.

use std::ops::RangeInclusive;

use crate::id::TopicId;
use crate::scenario::{ClaimNature, Detail, Scenario, TextFinding};
use crate::statement::reading::mention::Number;
use crate::statement::reading::{Label, Reading, Subject};
use crate::statement::{JudgedClaim, NUMBER_TOLERANCE, Says, Soundness, thousands};
use crate::timeline::Publication;

use super::evidence_item::Span;

/// Result of looking for a property in a text: the degree to which it is present, and the passages that show it.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Degree from 0 (absent) to 1 (fully present).
    pub degree: f64,
    /// Passages that show the property, if they can be located.
    pub words: Vec<Span>,
}

/// Credit of a claim that the text does not contain, and of text that no claim confirms.
const HALF: f64 = 0.5;

/// School grades between which readability falls from full to none.
const GRADES: RangeInclusive<f64> = 10.0..=15.0;

/// Looks for a property in a publication; `None` if it cannot be determined.
pub fn find(what: TextFinding, said: &Publication, scenario: &Scenario) -> Option<Found> {
    let look = Look { said, scenario, words: said.words.as_deref() };
    if said.claims.is_empty() && look.words.is_none() && what != TextFinding::NextUpdateTime {
        return None;
    }
    let fault = |subject: Subject, wanted: &dyn Fn(&JudgedClaim) -> bool| {
        Some(stronger(look.claims(wanted, |_| 1.0), look.words_show(subject, Reading::degree)))
    };
    match what {
        TextFinding::NextUpdateTime => {
            Some(Found { degree: degree(said.statement.promised_update().is_some()), words: Vec::new() })
        }
        TextFinding::Detail(detail) => Some(look.detail(detail)),
        TextFinding::UnknownsNamed => {
            let named = look.told(|claim| claim.soundness == Soundness::NamedUnknown);
            Some(stronger(named, look.words_show(Subject::UnknownsNamed, Reading::merit)))
        }
        TextFinding::Empathy => {
            let feels = |claim: &JudgedClaim| {
                claim.detail == Detail::Compassion
                    && matches!(claim.nature, ClaimNature::Apologizes | ClaimNature::Regrets)
            };
            Some(stronger(look.told(feels), look.words_show(Subject::Empathy, Reading::merit)))
        }
        TextFinding::ApologyWithResponsibility => Some(look.apology()),
        TextFinding::ApologyWithoutResponsibility if look.apology().degree >= 1.0 => Some(Found::nothing()),
        TextFinding::ApologyWithoutResponsibility => {
            fault(Subject::ApologyWithoutResponsibility, &|claim| claim.nature == ClaimNature::Regrets)
        }
        TextFinding::BlameShift => fault(Subject::BlameShift, &|claim| claim.nature == ClaimNature::Blames),
        TextFinding::Minimizing => fault(Subject::Minimizing, &|claim| claim.nature == ClaimNature::Minimizes),
        TextFinding::Speculation => {
            let unknown = |claim: &JudgedClaim| matches!(claim.soundness, Soundness::TrueButUnknown | Soundness::False);
            fault(Subject::Speculation, &unknown).map(|found| stronger(found, look.other_numbers()))
        }
        TextFinding::MarketingCopy => look.only_words(Subject::MarketingCopy),
        TextFinding::TakenSeriouslyCliche => look.only_words(Subject::TakenSeriously),
        TextFinding::Legalese => look.only_words(Subject::Legalese),
        TextFinding::Absolutes => look.only_words(Subject::Absolutes),
        TextFinding::PassiveOwnFault => look.only_words(Subject::PassiveOwnFault),
        TextFinding::Readable => look.words.map(readable),
    }
}

impl Found {
    fn nothing() -> Self {
        Found { degree: 0.0, words: Vec::new() }
    }
}

/// Combines two findings: the higher degree, with the passages of the first finding that has any.
fn stronger(one: Found, other: Found) -> Found {
    match (one.degree > 0.0, other.degree > 0.0) {
        (true, false) => one,
        (false, _) => other,
        (true, true) => {
            let words = if one.words.is_empty() { other.words } else { one.words };
            Found { degree: one.degree.max(other.degree), words }
        }
    }
}

/// Returns the readability of a text: full at or below the lower school grade, none at or above the higher one.
fn readable(words: &Reading) -> Found {
    let (plain, hard) = GRADES.into_inner();
    let degree = ((hard - words.readability.grade) / (hard - plain)).clamp(0.0, 1.0);
    Found { degree, words: Vec::new() }
}

/// Returns whether the text of a publication contains a claim, verbatim or paraphrased. Without a readable text,
/// the claims count as published.
pub fn is_written(claim: &JudgedClaim, said: &Publication, scenario: &Scenario) -> bool {
    if said.statement.reading.is_some() {
        return true;
    }
    let Some(words) = said.words.as_deref() else { return true };
    stands_in(&claim.topic, &claim.says, &said.statement.text, words, scenario)
}

/// Returns whether a text contains what is said about a topic, verbatim or paraphrased.
fn stands_in(topic: &TopicId, says: &Says, text: &str, words: &Reading, scenario: &Scenario) -> bool {
    let Some(topic) = scenario.topic(topic) else { return false };
    let plainly = |subject: Option<Subject>| subject.is_some_and(|subject| words.merit(subject) >= 1.0);
    match says {
        Says::Option(id) => {
            let option = topic.claims.iter().find(|option| option.id == *id);
            option.is_some_and(|option| text.contains(&option.text)) || plainly(Subject::of(topic.detail))
        }
        Says::Number(number) => text.contains(&number.to_string()) || text.contains(&thousands(*number)),
        Says::NotKnownYet => words.label(Subject::UnknownsNamed) != Label::No,
        Says::Data { .. } | Says::Done { .. } | Says::Cause(_) | Says::WrongDay | Says::Ruled(_) => true,
    }
}

/// Returns the numbers in a text that count the same records as a claim but differ from the claimed numbers; empty
/// if no claim is a number.
fn other_numbers<'a>(claims: impl Iterator<Item = &'a Says>, words: &Reading) -> Vec<&Number> {
    let claimed: Vec<f64> = claims.filter_map(stated).collect();
    if claimed.is_empty() {
        return Vec::new();
    }
    let near = |one: f64, other: f64| (one - other).abs() <= NUMBER_TOLERANCE * other.max(1.0);
    let other = |number: &&Number| {
        let counts = number.noun.as_deref().is_some_and(|noun| RECORDS.contains(&noun));
        counts && !claimed.iter().any(|claimed| near(number.value, *claimed))
    };
    words.mentions.numbers.iter().filter(other).collect()
}

/// Returns the credit factor of a claim as information given to an audience, 0 to 1: half if the text does not
/// contain it.
pub fn written_worth(claim: &JudgedClaim, said: &Publication, scenario: &Scenario) -> f64 {
    if is_written(claim, said, scenario) { 1.0 } else { HALF }
}

/// A publication under examination.
struct Look<'a> {
    said: &'a Publication,
    scenario: &'a Scenario,
    words: Option<&'a Reading>,
}

impl Look<'_> {
    /// Returns the highest degree among the matching claims, each valued by `worth`, with their passages.
    fn claims(&self, wanted: impl Fn(&JudgedClaim) -> bool, worth: impl Fn(&JudgedClaim) -> f64) -> Found {
        let showing: Vec<&JudgedClaim> = self.said.claims.iter().filter(|claim| wanted(claim)).collect();
        let words = showing.iter().filter_map(|claim| words_of(claim, self.said, self.scenario)).collect();
        Found { degree: showing.into_iter().map(worth).fold(0.0, f64::max), words }
    }

    /// Same as [`Look::claims`], for information the audience needs: half if the text does not contain it.
    fn told(&self, wanted: impl Fn(&JudgedClaim) -> bool) -> Found {
        self.claims(wanted, |claim| written_worth(claim, self.said, self.scenario))
    }

    fn words_show(&self, subject: Subject, how_far: impl Fn(&Reading, Subject) -> f64) -> Found {
        let Some(words) = self.words else { return Found::nothing() };
        Found { degree: how_far(words, subject), words: self.spans(words, subject) }
    }

    fn only_words(&self, subject: Subject) -> Option<Found> {
        self.words.map(|_| self.words_show(subject, Reading::degree))
    }

    fn spans(&self, words: &Reading, subject: Subject) -> Vec<Span> {
        words.finding(subject).spans.iter().map(|span| self.span(span)).collect()
    }

    /// Converts a span of the reading to byte offsets.
    fn span(&self, span: &crate::statement::reading::Span) -> Span {
        let bytes = span.bytes(&self.said.statement.text);
        Span { start: bytes.start, end: bytes.end, text: span.text.clone() }
    }

    fn detail(&self, detail: Detail) -> Found {
        let claimed = self.told(|claim| claim.detail == detail);
        let Some(subject) = Subject::of(detail) else { return claimed };
        let mut read = self.words_show(subject, Reading::merit);
        read.degree *= HALF;
        stronger(claimed, read)
    }

    fn apology(&self) -> Found {
        let claimed = self.told(|claim| claim.nature == ClaimNature::Apologizes);
        stronger(claimed, self.words_show(Subject::ApologyWithResponsibility, Reading::merit))
    }

    /// Finds numbers in the text that differ from the claimed ones.
    fn other_numbers(&self) -> Found {
        if self.said.statement.reading.is_some() {
            return Found::nothing();
        }
        let Some(words) = self.words else { return Found::nothing() };
        let numbers = other_numbers(self.said.claims.iter().map(|claim| &claim.says), words);
        let words: Vec<Span> = numbers.into_iter().map(|number| self.span(&number.span)).collect();
        Found { degree: degree(!words.is_empty()), words }
    }
}

/// Lexicon nouns that count the extent of a breach. People are excluded because they may be call center staff.
const RECORDS: [&str; 4] = ["customers", "cards", "accounts", "records"];

#[expect(clippy::cast_precision_loss, reason = "record counts are far below 2^52")]
fn stated(says: &Says) -> Option<f64> {
    match says {
        Says::Number(number) => Some(*number as f64),
        _ => None,
    }
}

fn degree(found: bool) -> f64 {
    f64::from(u8::from(found))
}

/// Returns the passage of a publication that makes a claim. Without a reading, it is the scenario's wording, if the
/// text contains it.
pub fn words_of(claim: &JudgedClaim, said: &Publication, scenario: &Scenario) -> Option<Span> {
    if let Some(at) = claim.at {
        return Some(Span { start: at.0, end: at.1, text: at.of(&said.statement.text).to_owned() });
    }
    let Says::Option(id) = &claim.says else { return None };
    let option = scenario.topic(&claim.topic)?.claims.iter().find(|option| option.id == *id)?;
    let start = said.statement.text.find(&option.text)?;
    Some(Span { start, end: start + option.text.len(), text: option.text.clone() })
}

/// Returns a phrase that describes a property, for use in a sentence.
pub fn in_words(what: TextFinding) -> String {
    let words = match what {
        TextFinding::Detail(detail) => return format!("speaks about {}", detail.title()),
        TextFinding::NextUpdateTime => "names the next update",
        TextFinding::UnknownsNamed => "says what is not known yet",
        TextFinding::Empathy => "feels with those affected",
        TextFinding::ApologyWithResponsibility => "says sorry and takes responsibility",
        TextFinding::ApologyWithoutResponsibility => "says sorry without taking responsibility",
        TextFinding::BlameShift => "puts the blame on somebody else",
        TextFinding::Minimizing => "makes it smaller than it is",
        TextFinding::MarketingCopy => "advertises",
        TextFinding::TakenSeriouslyCliche => "says that security is taken seriously",
        TextFinding::Legalese => "speaks as lawyers do",
        TextFinding::Absolutes => "promises what nobody can",
        TextFinding::Speculation => "says what was not known",
        TextFinding::PassiveOwnFault => "hides who did it",
        TextFinding::Readable => "can be read by anybody",
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::scenario::source::BuiltIn;
    use crate::scenario::{AudienceKind, load};
    use crate::statement::reading::read_in;
    use crate::statement::{Claim, Statement};
    use crate::time::SimTime;
    use crate::timeline::EntryNumber;

    /// Returns a publication with this text and a claim of 61,400 known records.
    fn said(text: &str) -> Publication {
        let says = Says::Number(61_400);
        let claim = JudgedClaim {
            topic: "how-many".into(),
            detail: Detail::Stakeholders,
            says: says.clone(),
            soundness: Soundness::TrueAndKnown,
            nature: ClaimNature::Informs,
            at: None,
        };
        let statement = Statement {
            claims: vec![Claim { topic: "how-many".into(), says }],
            text: text.to_owned(),
            ..Statement::default()
        };
        Publication {
            at: SimTime::START,
            drafted: SimTime::START,
            entry: EntryNumber(0),
            action: "say".into(),
            by: "comms".into(),
            audience: AudienceKind::Public,
            to: None,
            channels: Vec::new(),
            in_reply_to: None,
            words: read_in("en", text).map(Arc::new),
            statement,
            claims: vec![claim],
            unknowns_left: true,
        }
    }

    fn degree_of(what: TextFinding, text: &str) -> Option<f64> {
        let slug = BuiltIn::scenarios().into_iter().next().expect("there is a built-in scenario");
        let scenario = load(&BuiltIn::Scenario(slug)).expect("built-in scenarios are valid").output;
        find(what, &said(text), &scenario).map(|found| found.degree)
    }

    #[test]
    fn an_unclaimed_number_in_the_text_is_speculation() {
        let speculates = |text| degree_of(TextFinding::Speculation, text);
        assert_eq!(speculates("Thieves copied the data of 61,400 customers."), Some(0.0));
        assert_eq!(speculates("Thieves copied the data of 60,000 customers."), Some(0.0));
        assert_eq!(speculates("Thieves copied the data of 2,000 customers."), Some(1.0));
        assert_eq!(speculates("Thieves copied the data of 61,400 customers, and 900 minutes were lost."), Some(0.0));
    }

    #[test]
    fn a_claim_missing_from_the_text_earns_half_credit() {
        let told = |text| degree_of(TextFinding::Detail(Detail::Stakeholders), text);
        assert_eq!(told("61,400 customers are affected."), Some(1.0));
        assert_eq!(told("Your trust is our top priority."), Some(HALF));
        assert_eq!(told(""), Some(1.0));
    }

    #[test]
    fn findings_that_need_text_are_skipped_without_text() {
        assert_eq!(degree_of(TextFinding::TakenSeriouslyCliche, ""), None);
        let cliche = "We take the security of your data very seriously.";
        assert_eq!(degree_of(TextFinding::TakenSeriouslyCliche, cliche), Some(1.0));
    }
}
