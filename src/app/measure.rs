//! Localized formatting of times, durations, numbers and money.
//!
//! Times since `StartEx` (`T+03:20`) look the same in every language. All other formats use messages for the names
//! of days and months, the units of durations, and the position of the currency symbol. Digit grouping and the
//! decimal separator are those of the reports. Plain counts are passed to messages as numbers. This module formats
//! numbers that have decimals or are shown on their own.

use super::language::Texts;
use goldenhour_core::time::{Calendar, SimDuration, SimTime};
use goldenhour_report::number::NumberFormat;

/// Fluent ids of the months, from January.
const MONTHS: [&str; 12] = [
    "measure-january",
    "measure-february",
    "measure-march",
    "measure-april",
    "measure-may",
    "measure-june",
    "measure-july",
    "measure-august",
    "measure-september",
    "measure-october",
    "measure-november",
    "measure-december",
];

/// Fluent ids of the days of the week, from Monday.
const DAYS: [&str; 7] = [
    "measure-monday",
    "measure-tuesday",
    "measure-wednesday",
    "measure-thursday",
    "measure-friday",
    "measure-saturday",
    "measure-sunday",
];

/// Formats a time as weekday and time of day: `Fri 21:20`.
pub fn moment(texts: &Texts, calendar: &Calendar, at: SimTime) -> String {
    texts.fill("measure-moment", [("day", day(texts, calendar, at).into()), ("time", time(calendar, at).into())])
}

/// Formats a time with its date: `Fri 27 Nov 2026, 21:20`.
pub fn date(texts: &Texts, calendar: &Calendar, at: SimTime) -> String {
    let when = calendar.at(at);
    let month = usize::try_from(when.month() - 1).ok().and_then(|index| MONTHS.get(index));
    let month = month.map_or_else(String::new, |key| texts.say(key));
    texts.fill(
        "measure-date",
        [
            ("weekday", day(texts, calendar, at).into()),
            ("day", i64::from(when.day()).into()),
            ("month", month.into()),
            ("year", when.year().to_string().into()),
            ("time", time(calendar, at).into()),
        ],
    )
}

/// Formats a date given as `2026-11-28`: unchanged in English, `28.11.2026` in German.
pub fn iso_date(texts: &Texts, date: &str) -> String {
    let [year, month, day] = date.split('-').collect::<Vec<_>>()[..] else { return date.to_owned() };
    texts.fill("measure-day", [("year", year.into()), ("month", month.into()), ("day", day.into())])
}

fn day(texts: &Texts, calendar: &Calendar, at: SimTime) -> String {
    let offset = calendar.at(at).weekday().to_monday_zero_offset();
    usize::try_from(offset).ok().and_then(|index| DAYS.get(index)).map_or_else(String::new, |key| texts.say(key))
}

fn time(calendar: &Calendar, at: SimTime) -> String {
    let when = calendar.at(at);
    format!("{:02}:{:02}", when.hour(), when.minute())
}

/// Formats a duration: `45m`, `2h`, `3h20m`.
pub fn length(texts: &Texts, length: SimDuration) -> String {
    match (length.minutes() / 60, length.minutes() % 60) {
        (0, minutes) => texts.fill("measure-minutes", [("minutes", minutes.to_string().into())]),
        (hours, 0) => texts.fill("measure-hours", [("hours", hours.to_string().into())]),
        (hours, minutes) => {
            let minutes = format!("{minutes:02}");
            texts.fill("measure-hours-minutes", [("hours", hours.to_string().into()), ("minutes", minutes.into())])
        }
    }
}

/// Formats a number rounded to an integer, with digit grouping: `1,240,000`.
pub fn count(texts: &Texts, number: f64) -> String {
    NumberFormat::of(texts.language()).whole(number)
}

/// Formats a number with one decimal: `3.5`.
pub fn decimal(texts: &Texts, number: f64) -> String {
    NumberFormat::of(texts.language()).decimal(number)
}

/// Formats a number with one decimal and its sign: `+3.5`, `−0.4`, `0.0`.
pub fn signed(texts: &Texts, number: f64) -> String {
    NumberFormat::of(texts.language()).signed(number)
}

/// Formats an amount of money in short form: `£1.2m`, `£48k`, `£310`.
pub fn money(texts: &Texts, amount: f64, currency: &str) -> String {
    let short = match amount.abs() {
        size if size >= 999_500.0 => {
            let millions = NumberFormat::of(texts.language()).ungrouped(amount / 1e6);
            texts.fill("measure-millions", [("number", millions.into())])
        }
        size if size >= 9_950.0 => texts.fill("measure-thousands", [("number", format!("{:.0}", amount / 1e3).into())]),
        _ => NumberFormat::of(texts.language()).whole(amount),
    };
    let sign = match currency {
        "GBP" => "£",
        "EUR" => "€",
        "USD" => "$",
        code => return texts.fill("measure-money-code", [("amount", short.into()), ("code", code.into())]),
    };
    texts.fill("measure-money", [("amount", short.into()), ("sign", sign.into())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::language::Language;

    fn texts() -> [Texts; 2] {
        Language::ALL.map(|language| Texts::load(language).unwrap())
    }

    #[test]
    fn english_matches_the_core_and_german_uses_german_formats() {
        let [english, german] = texts();
        let calendar = Calendar::parse("2026-11-26T09:10").unwrap();
        for minute in (0..400 * 1440).step_by(1013) {
            let at = SimTime::from_minutes(minute);
            assert_eq!(moment(&english, &calendar, at), calendar.say(at));
            assert_eq!(date(&english, &calendar, at), calendar.say_full(at));
            let span = SimDuration::from_minutes(minute);
            assert_eq!(length(&english, span), span.to_string());
        }
        let at = SimTime::from_minutes(36 * 60 + 10);
        assert_eq!(moment(&german, &calendar, at), "Fr 21:20");
        assert_eq!(date(&german, &calendar, at), "Fr, 27. Nov. 2026, 21:20");
        assert_eq!(length(&german, SimDuration::from_minutes(200)), "3 h 20 min");
        for (texts, expected) in [(&english, "2026-11-28"), (&german, "28.11.2026")] {
            assert_eq!(iso_date(texts, "2026-11-28"), expected);
        }
    }

    #[test]
    fn amounts_are_short_and_numbers_are_localized() {
        let [english, german] = texts();
        for (amount, currency, in_english, in_german) in [
            (310.0, "GBP", "£310", "310 £"),
            (9_900.0, "GBP", "£9,900", "9.900 £"),
            (48_000.0, "GBP", "£48k", "48 Tsd. £"),
            (1_240_000.0, "EUR", "€1.2m", "1,2 Mio. €"),
            (5.0, "CHF", "5 CHF", "5 CHF"),
        ] {
            assert_eq!(money(&english, amount, currency), in_english);
            assert_eq!(money(&german, amount, currency), in_german);
        }
        assert_eq!(
            (count(&english, 1_240_000.0), count(&german, 1_240_000.0)),
            ("1,240,000".into(), "1.240.000".into())
        );
        assert_eq!((decimal(&english, 3.46), decimal(&german, 3.46)), ("3.5".into(), "3,5".into()));
        for (number, text) in [(3.46, "+3,5"), (-12.0, "\u{2212}12,0"), (-0.01, "0,0")] {
            assert_eq!(signed(&german, number), text);
        }
    }
}
