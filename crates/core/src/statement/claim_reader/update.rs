//! Finds the announced time of the next update.
//!
//! A sentence announces an update if it contains one of the vocabulary's phrases and a time: a time of day, with or
//! without a weekday or date, or a number of hours. A time of day without a date is the next one.

use super::phrase::any;
use super::unit::Unit;
use super::vocabulary::Vocabulary;
use super::word::Word;
use crate::scenario::Scenario;
use crate::statement::place::Place;
use crate::statement::reading_record::ReadUpdate;
use crate::time::{LATEST, SimDuration, SimTime};

/// Number of days within which an update can be announced.
const DAYS: u32 = 14;

/// Returns the first announced update after the current time.
pub fn find(
    text: &str,
    units: &[Unit],
    now: SimTime,
    scenario: &Scenario,
    vocabulary: &Vocabulary,
) -> Option<ReadUpdate> {
    units.iter().filter(|unit| !unit.is_question && any(&vocabulary.update, &unit.words)).find_map(|unit| {
        let due = due(&unit.words, &text[unit.range.clone()], now, scenario, vocabulary)?;
        (due > now && due <= LATEST).then(|| ReadUpdate { due, at: Place::from(unit.range.clone()) })
    })
}

fn due(words: &[Word], sentence: &str, now: SimTime, scenario: &Scenario, vocabulary: &Vocabulary) -> Option<SimTime> {
    if let Some(minute) = time_of_day(words, sentence, vocabulary) {
        return (0..DAYS).find_map(|day| {
            let when = on_day(now, day, minute, scenario)?;
            (when > now && fits(words, now, day, scenario, vocabulary)).then_some(when)
        });
    }
    let hours = words.windows(2).find_map(|pair| {
        let is_hours = vocabulary.hours.iter().any(|phrase| phrase.opens(&pair[1..]));
        let count = pair[0].text.parse().ok().or_else(|| {
            let place = vocabulary.numerals.iter().position(|name| *name == pair[0].text)?;
            u32::try_from(place + 1).ok()
        });
        count.filter(|count| is_hours && (1..=24 * DAYS).contains(count))
    });
    let hours = hours.or_else(|| {
        let is_one = words.windows(2).any(|pair| {
            matches!(pair[0].text.as_str(), "an" | "next" | "einer" | "nächsten")
                && vocabulary.hours.iter().any(|phrase| phrase.opens(&pair[1..]))
        });
        is_one.then_some(1)
    })?;
    any(&vocabulary.within, words).then(|| now + SimDuration::from_minutes(60 * hours))
}

/// Returns the moment of a time of day some days from now.
fn on_day(now: SimTime, day: u32, minute: u32, scenario: &Scenario) -> Option<SimTime> {
    let today = scenario.calendar.at(now).time();
    let passed = u32::from(today.hour().unsigned_abs()) * 60 + u32::from(today.minute().unsigned_abs());
    (now.minutes() + day * 24 * 60 + minute).checked_sub(passed).map(SimTime::from_minutes)
}

/// Returns whether a day agrees with the weekday or date in the sentence, if it names one.
fn fits(words: &[Word], now: SimTime, day: u32, scenario: &Scenario, vocabulary: &Vocabulary) -> bool {
    let when = scenario.calendar.at(now + SimDuration::from_minutes(day * 24 * 60));
    if any(&vocabulary.tomorrow, words) {
        return day == 1;
    }
    let month = words.iter().enumerate().find_map(|(at, word)| {
        let month = vocabulary.months.iter().position(|name| *name == word.text)?;
        let number = |word: Option<&Word>| {
            word?.text.chars().take_while(char::is_ascii_digit).collect::<String>().parse::<i8>().ok()
        };
        let before = at.checked_sub(1).and_then(|at| number(words.get(at)));
        before.or_else(|| number(words.get(at + 1))).map(|date| (month, date))
    });
    if let Some((month, date)) = month {
        return usize::from(when.month().unsigned_abs()) == month + 1 && when.day() == date;
    }
    let weekday = words.iter().find_map(|word| vocabulary.weekdays.iter().position(|name| *name == word.text));
    weekday.is_none_or(|weekday| {
        i32::from(when.weekday().to_monday_zero_offset()) == i32::try_from(weekday % 7).unwrap_or(0)
    })
}

/// Returns the time of day in a sentence, in minutes since midnight.
fn time_of_day(words: &[Word], sentence: &str, vocabulary: &Vocabulary) -> Option<u32> {
    if any(&vocabulary.noon, words) {
        return Some(12 * 60);
    }
    if any(&vocabulary.midnight, words) {
        return Some(24 * 60);
    }
    let is_afternoon = any(&vocabulary.afternoon, words) || sentence.contains("p.m") || has_suffix(words, "pm");
    let is_morning = any(&vocabulary.morning, words) || sentence.contains("a.m") || has_suffix(words, "am");
    for (at, word) in words.iter().enumerate() {
        let bare = word.text.trim_end_matches("pm").trim_end_matches("am").trim_end_matches("uhr");
        let (hour, minute) = match bare.split_once([':', '.']) {
            Some((hour, minute)) if minute.len() == 2 => (hour.parse::<u32>().ok(), minute.parse::<u32>().ok()),
            Some(_) => (None, None),
            None => (clock_hour(words, at, bare, vocabulary), Some(0)),
        };
        let (Some(hour), Some(minute)) = (hour, minute) else { continue };
        if hour > 24 || minute > 59 {
            continue;
        }
        let is_late = is_afternoon && !is_morning && hour < 12;
        let hour = if is_late {
            hour + 12
        } else if is_morning && !is_afternoon && hour == 12 {
            0
        } else {
            hour
        };
        return Some(hour * 60 + minute);
    }
    None
}

fn has_suffix(words: &[Word], suffix: &str) -> bool {
    words
        .iter()
        .any(|word| word.text.strip_suffix(suffix).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())))
}

/// Returns the full hour that a word states: a number before `o’clock`, `a.m.`, `Uhr` or the like, or after `at`
/// or `by`.
fn clock_hour(words: &[Word], at: usize, bare: &str, vocabulary: &Vocabulary) -> Option<u32> {
    const MARKS: [&str; 6] = ["o’clock", "a.m.", "p.m.", "am", "pm", "uhr"];
    const BEFORE: [&str; 6] = ["at", "by", "until", "um", "bis", "gegen"];
    let spelled =
        vocabulary.numerals.iter().position(|name| name == bare).and_then(|place| u32::try_from(place + 1).ok());
    let hour = bare.parse::<u32>().ok().or(spelled)?;
    let next = words.get(at + 1).map_or("", |word| word.text.as_str());
    let before = at.checked_sub(1).map_or("", |at| words[at].text.as_str());
    let is_counted = vocabulary.hours.iter().any(|phrase| phrase.opens(&words[at + 1..]));
    let is_month = vocabulary.months.iter().any(|month| month == next);
    let is_marked = MARKS.contains(&next) || words[at].text.len() > bare.len() || BEFORE.contains(&before);
    (is_marked && !is_counted && !is_month).then_some(hour)
}
