//! Days and durations in a text, and those that the scenario knows.

use std::collections::BTreeSet;

use super::vocabulary::Vocabulary;
use super::word::{Word, words};
use crate::scenario::{Condition, Scenario};
use crate::time::{SimDuration, SimTime};

/// Day or duration in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    /// Month, from 0, and day.
    Day(usize, u64),
    /// Month or season without a day, as month from 0.
    Month(usize),
    /// Day of the week, from 0 for Monday.
    Weekday(usize),
    /// Duration in minutes.
    Length(u64),
}

/// Days and durations that are true of the incident.
pub struct KnownMoments(BTreeSet<Moment>);

/// Durations up to this one, in minutes, are not compared: too many of them are true.
const SHORT: u64 = 2 * 24 * 60;

/// Relative deviation at which a duration still agrees with a known one.
const TOLERANCE: f64 = 0.25;

impl KnownMoments {
    /// Collects the days and durations in the facts of a scenario and in its claims that can be true.
    pub fn of(scenario: &Scenario, vocabulary: &Vocabulary) -> KnownMoments {
        let facts = scenario.facts.iter().flat_map(|fact| [&fact.truth, &fact.title]);
        let claims = scenario.topics.iter().flat_map(|topic| &topic.claims);
        let claims = claims.filter(|claim| claim.true_when != Condition::Never).map(|claim| &claim.text);
        let moments_in = |text: &String| moments(&words(text, 0..text.len()), vocabulary);
        let in_facts: BTreeSet<Moment> = facts.flat_map(moments_in).collect();
        let mut known = in_facts.clone();
        known.extend(claims.flat_map(moments_in));
        // Messages and documents tell on which days something happened.
        let told = scenario.injects.iter().map(|inject| &*inject.body);
        let documents = scenario.documents.iter().map(|document| &*document.text);
        for text in told.chain(documents) {
            let found = moments(&words(text, 0..text.len()), vocabulary);
            known.extend(found.into_iter().filter(|moment| !matches!(moment, Moment::Length(_))));
        }
        // The days around StartEx, and the time between a known day and each of them.
        let start = scenario.calendar.at(SimTime::START).date();
        let days: Vec<(usize, u64)> = known
            .iter()
            .filter_map(|moment| if let Moment::Day(month, day) = moment { Some((*month, *day)) } else { None })
            .collect();
        for (month, day) in days {
            known.insert(Moment::Month(month));
            let month = i8::try_from(month + 1).unwrap_or(1);
            let date = [start.year(), start.year() - 1].into_iter().find_map(|year| {
                let date = jiff::civil::Date::new(year, month, i8::try_from(day).ok()?).ok()?;
                (date <= start.checked_add(jiff::Span::new().days(30)).ok()?).then_some(date)
            });
            let Some(date) = date else { continue };
            known.insert(weekday(date));
            let between = u64::from(start.since(date).map_or(0, |span| span.get_days()).unsigned_abs());
            known.insert(Moment::Length(between * 24 * 60));
            known.insert(Moment::Length((between + 1) * 24 * 60));
        }
        // A day of the week in a fact is a date in the week before StartEx.
        for ago in 0..7 {
            let Ok(date) = start.checked_sub(jiff::Span::new().days(ago)) else { continue };
            if in_facts.contains(&weekday(date)) {
                known.insert(day_of(date));
            }
        }
        for ahead in 0..=scenario.length.minutes() / (24 * 60) {
            let date = scenario.calendar.at(SimTime::START + SimDuration::from_minutes(ahead * 24 * 60)).date();
            known.insert(day_of(date));
            known.insert(Moment::Month(usize::from(date.month().unsigned_abs()) - 1));
            known.insert(weekday(date));
        }
        KnownMoments(known)
    }

    /// Returns whether a day or duration can be true.
    pub fn allow(&self, moment: Moment) -> bool {
        match moment {
            Moment::Day(..) | Moment::Month(_) | Moment::Weekday(_) => self.0.contains(&moment),
            Moment::Length(minutes) if minutes <= SHORT => true,
            Moment::Length(minutes) => {
                self.0.iter().any(|known| matches!(known, Moment::Length(known) if agree(*known, minutes)))
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "durations are far below 2^52 minutes")]
fn agree(known: u64, stated: u64) -> bool {
    (known as f64 - stated as f64).abs() <= TOLERANCE * known as f64
}

fn day_of(date: jiff::civil::Date) -> Moment {
    Moment::Day(usize::from(date.month().unsigned_abs()) - 1, u64::from(date.day().unsigned_abs()))
}

fn weekday(date: jiff::civil::Date) -> Moment {
    Moment::Weekday(usize::from(date.weekday().to_monday_zero_offset().unsigned_abs()))
}

/// Returns the days and durations in a sequence of words.
pub fn moments(words: &[Word], vocabulary: &Vocabulary) -> Vec<Moment> {
    let day = |word: Option<&Word>| {
        let digits: String = word?.text.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u64>().ok().filter(|day| (1..=31).contains(day))
    };
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        if let Some(month) = vocabulary.months.iter().position(|name| *name == word.text) {
            let before = at.checked_sub(1).and_then(|at| day(words.get(at)));
            // `may` is a month only next to a day.
            let day = before.or_else(|| day(words.get(at + 1)));
            match day {
                Some(day) => found.push(Moment::Day(month, day)),
                None if word.text != "may" => found.push(Moment::Month(month)),
                None => {}
            }
        }
        let weekday = vocabulary.weekdays.iter().position(|name| *name == word.text);
        // The second half of the list is abbreviations, which are also other words.
        found.extend(weekday.filter(|place| *place < 7).map(Moment::Weekday));
        if let Some(unit) =
            vocabulary.units.iter().find(|(_, names)| names.contains(&word.text)).map(|(minutes, _)| *minutes)
        {
            let count = at.checked_sub(1).and_then(|at| count(&words[at].text, vocabulary));
            found.extend(count.map(|count| Moment::Length(count * unit)));
        }
    }
    found
}

fn count(word: &str, vocabulary: &Vocabulary) -> Option<u64> {
    let spelled = vocabulary.cardinals.iter().find(|(name, _)| name == word).map(|(_, value)| *value);
    word.parse().ok().or(spelled)
}
