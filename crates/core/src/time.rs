//! Simulated time: whole minutes since StartEx, and the spellings people use for them.
//!
//! Everything in the core counts minutes in integers, so that adding a thousand steps of one gives the
//! same number as one step of a thousand. A moment is a [`SimTime`] (`T+02:30` is two and a half hours
//! after StartEx), a length is a [`SimDuration`] (`45m`, `2h`, `1h30m`, `3d`). The date on the wall of the
//! story is a separate matter: a [`Calendar`] knows the civil date and hour of StartEx and turns a moment
//! into a weekday and an hour. Real time never enters the core; pacing lives in the window.

use std::fmt;
use std::ops::{Add, Sub};
use std::str::FromStr;

use jiff::civil;
use jiff::tz::TimeZone;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A moment of the exercise, in whole minutes since StartEx.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SimTime(u32);

/// A length of simulated time, in whole minutes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SimDuration(u32);

/// The longest moment that can be written: 400 days, so that no file can ask for an endless run.
pub const LATEST: SimTime = SimTime(400 * 24 * 60);

/// A spelling of a moment or length that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    /// Not of the form `T+hh:mm`.
    #[error("`{0}` is not a time since StartEx")]
    Moment(String),
    /// Not of the form `45m`, `2h`, `1h30m` or `3d`.
    #[error("`{0}` is not a duration")]
    Duration(String),
    /// Past the end of what can be simulated.
    #[error("`{0}` is later than 400 days after StartEx")]
    TooLate(String),
}

impl TimeError {
    /// Returns what the author should have written.
    pub fn hint(&self) -> &'static str {
        match self {
            TimeError::Moment(_) => "write hours and minutes since StartEx, for example `T+02:30`",
            TimeError::Duration(_) => "write a number with its unit, for example `45m`, `2h`, `1h30m` or `3d`",
            TimeError::TooLate(_) => "the longest exercise is 400 days",
        }
    }
}

impl SimTime {
    /// StartEx, the zero of the exercise.
    pub const START: SimTime = SimTime(0);

    /// Returns the moment this many minutes after StartEx.
    pub const fn from_minutes(minutes: u32) -> Self {
        SimTime(minutes)
    }

    /// Returns the minutes since StartEx.
    pub const fn minutes(self) -> u32 {
        self.0
    }

    /// Returns the hours since StartEx.
    pub fn hours(self) -> f64 {
        f64::from(self.0) / 60.0
    }

    /// Returns how long after `earlier` this is; zero if it is not after it.
    pub const fn since(self, earlier: SimTime) -> SimDuration {
        SimDuration(self.0.saturating_sub(earlier.0))
    }
}

impl SimDuration {
    /// No time at all.
    pub const ZERO: SimDuration = SimDuration(0);

    /// Returns a length of this many minutes.
    pub const fn from_minutes(minutes: u32) -> Self {
        SimDuration(minutes)
    }

    /// Returns the length in minutes.
    pub const fn minutes(self) -> u32 {
        self.0
    }

    /// Returns the length in hours.
    pub fn hours(self) -> f64 {
        f64::from(self.0) / 60.0
    }
}

impl Add<SimDuration> for SimTime {
    type Output = SimTime;
    fn add(self, length: SimDuration) -> SimTime {
        SimTime(self.0.saturating_add(length.0))
    }
}

impl Sub<SimDuration> for SimTime {
    type Output = SimTime;
    fn sub(self, length: SimDuration) -> SimTime {
        SimTime(self.0.saturating_sub(length.0))
    }
}

impl fmt::Display for SimTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "T+{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl fmt::Display for SimDuration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 60, self.0 % 60) {
            (0, minutes) => write!(f, "{minutes}m"),
            (hours, 0) => write!(f, "{hours}h"),
            (hours, minutes) => write!(f, "{hours}h{minutes:02}m"),
        }
    }
}

impl FromStr for SimTime {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        let wrong = || TimeError::Moment(text.to_owned());
        let (hours, minutes) = text.strip_prefix("T+").and_then(|rest| rest.split_once(':')).ok_or_else(wrong)?;
        if minutes.len() != 2 || hours.is_empty() || hours.starts_with('+') || minutes.starts_with('+') {
            return Err(wrong());
        }
        let hours: u32 = hours.parse().map_err(|_| wrong())?;
        let minutes: u32 = minutes.parse().map_err(|_| wrong())?;
        if minutes > 59 {
            return Err(wrong());
        }
        let moment = hours.checked_mul(60).and_then(|h| h.checked_add(minutes)).map(SimTime);
        moment.filter(|moment| *moment <= LATEST).ok_or_else(|| TimeError::TooLate(text.to_owned()))
    }
}

impl FromStr for SimDuration {
    type Err = TimeError;

    fn from_str(text: &str) -> Result<Self, TimeError> {
        let wrong = || TimeError::Duration(text.to_owned());
        let mut rest = text;
        let mut total: u32 = 0;
        let mut largest_left = u32::MAX;
        while !rest.is_empty() {
            let digits = rest.find(|c: char| !c.is_ascii_digit()).ok_or_else(wrong)?;
            let number: u32 = rest[..digits].parse().map_err(|_| wrong())?;
            let unit = match rest.as_bytes()[digits] {
                b'd' => 24 * 60,
                b'h' => 60,
                b'm' => 1,
                _ => return Err(wrong()),
            };
            if unit >= largest_left {
                return Err(wrong());
            }
            largest_left = unit;
            total = number.checked_mul(unit).and_then(|n| n.checked_add(total)).ok_or_else(wrong)?;
            rest = &rest[digits + 1..];
        }
        match (text.is_empty(), SimDuration(total)) {
            (true, _) => Err(wrong()),
            (_, length) if length.0 > LATEST.0 => Err(TimeError::TooLate(text.to_owned())),
            (_, length) => Ok(length),
        }
    }
}

/// Serialises a type as its spelling and reads it back through `FromStr`.
macro_rules! spelled {
    ($($name:ty),*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                text.parse().map_err(|error: TimeError| de::Error::custom(format!("{error}; {}", error.hint())))
            }
        }
    )*};
}
spelled!(SimTime, SimDuration);

/// The civil date and hour at which the exercise starts, so that a moment has a weekday and an hour.
///
/// Where its time zone is known, the clocks on the wall are put forward and back; where it is not, they run evenly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    start: civil::DateTime,
    /// Changes of the clocks during the longest exercise: the minute, and by how much they then differ from StartEx.
    shifts: [Shift; MOST_SHIFTS],
}

/// From a minute on the clocks on the wall differ from those of StartEx by so many minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shift {
    from: u32,
    minutes: i32,
}

/// More often than this no zone changes its clocks within 400 days.
const MOST_SHIFTS: usize = 4;

/// No change of the clocks.
const NO_SHIFT: Shift = Shift { from: u32::MAX, minutes: 0 };

const MINUTES_OF_DAY: u32 = 24 * 60;

impl Calendar {
    /// Returns the calendar of an exercise that starts at this civil date and time.
    pub fn starting(start: civil::DateTime) -> Self {
        Calendar { start, shifts: [NO_SHIFT; MOST_SHIFTS] }
    }

    /// Returns the calendar of an exercise that starts at this civil date and time of a zone, as it is seen in
    /// another zone; nothing where the date does not exist there.
    pub fn in_zones(start: civil::DateTime, zone: &TimeZone, seen_in: &TimeZone) -> Option<Self> {
        let instant = zone.to_ambiguous_zoned_datetime(start).compatible().ok()?.timestamp();
        let first = seen_in.to_offset(instant).seconds();
        let mut calendar = Calendar::starting(seen_in.to_datetime(instant));
        let transitions = seen_in.following(instant).map(|change| {
            let minutes = (change.timestamp().as_second() - instant.as_second()) / 60;
            Shift {
                from: u32::try_from(minutes).unwrap_or(u32::MAX),
                minutes: (change.offset().seconds() - first) / 60,
            }
        });
        for (place, shift) in calendar.shifts.iter_mut().zip(transitions.take_while(|shift| shift.from <= LATEST.0)) {
            *place = shift;
        }
        Some(calendar)
    }

    /// Returns by how many minutes the clocks differ from those of StartEx.
    fn shift(&self, moment: SimTime) -> i64 {
        let past = self.shifts.iter().take_while(|shift| shift.from <= moment.0).last();
        past.map_or(0, |shift| i64::from(shift.minutes))
    }

    /// Reads `2026-11-26T09:10`.
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().map(Calendar::starting)
    }

    /// Returns the civil date and time of a moment.
    pub fn at(&self, moment: SimTime) -> civil::DateTime {
        let minutes = jiff::Span::new().minutes(i64::from(moment.minutes()) + self.shift(moment));
        self.start.checked_add(minutes).unwrap_or(civil::DateTime::MAX)
    }

    /// Returns the moment of a civil date and time; StartEx for anything before it. Of an hour that comes twice it is
    /// the first; an hour that is left out is taken as the one after it.
    pub fn moment(&self, when: civil::DateTime) -> SimTime {
        let even = when.duration_since(self.start).as_secs() / 60;
        let moment = |shift: i64| SimTime(u32::try_from(even - shift).unwrap_or(0));
        let shifts = std::iter::once(0).chain(self.shifts.iter().map(|shift| i64::from(shift.minutes)));
        let exact = shifts.map(moment).filter(|found| self.at(*found) == when).min();
        exact.unwrap_or_else(|| moment(self.shift(moment(0)).min(0)))
    }

    /// Reads a day, `2027-01-15`, and returns the moment at which it ends; StartEx for any before it.
    pub fn day(&self, text: &str) -> Option<SimTime> {
        let day: civil::Date = text.parse().ok()?;
        Some(self.moment(day.at(23, 59, 0, 0)))
    }

    /// Returns the day of a moment as `2027-01-15`.
    pub fn date(&self, moment: SimTime) -> String {
        self.at(moment).date().to_string()
    }

    /// Returns the hour of the day of a moment, 0.0 up to 24.0.
    pub fn hour_of_day(&self, moment: SimTime) -> f64 {
        let minute = self.minutes_of_day(moment) % MINUTES_OF_DAY;
        f64::from(minute / 60) + f64::from(minute % 60) / 60.0
    }

    /// Returns whether a moment falls on a Saturday or Sunday.
    pub fn is_weekend(&self, moment: SimTime) -> bool {
        let days = self.minutes_of_day(moment) / MINUTES_OF_DAY;
        let first = u32::from(self.start.weekday().to_monday_zero_offset().unsigned_abs());
        (first + days) % 7 >= 5
    }

    /// Returns the minutes from the midnight before StartEx. The world asks for hour and weekday several times a
    /// minute; civil arithmetic would take longer than the rest of some domains.
    fn minutes_of_day(&self, moment: SimTime) -> u32 {
        let start = |part: i8| u32::from(part.unsigned_abs());
        start(self.start.hour()) * 60 + start(self.start.minute()) + moment.minutes()
    }

    /// Returns a moment as people say it: `Fri 21:20`.
    pub fn say(&self, moment: SimTime) -> String {
        let when = self.at(moment);
        format!("{} {:02}:{:02}", weekday(when.weekday()), when.hour(), when.minute())
    }

    /// Returns a moment with its date: `Fri 27 Nov 2026, 21:20`.
    pub fn say_full(&self, moment: SimTime) -> String {
        const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let when = self.at(moment);
        let month = MONTHS[usize::try_from(when.month() - 1).unwrap_or(0)];
        let day = weekday(when.weekday());
        format!("{day} {} {month} {}, {:02}:{:02}", when.day(), when.year(), when.hour(), when.minute())
    }
}

fn weekday(day: civil::Weekday) -> &'static str {
    match day {
        civil::Weekday::Monday => "Mon",
        civil::Weekday::Tuesday => "Tue",
        civil::Weekday::Wednesday => "Wed",
        civil::Weekday::Thursday => "Thu",
        civil::Weekday::Friday => "Fri",
        civil::Weekday::Saturday => "Sat",
        civil::Weekday::Sunday => "Sun",
    }
}

/// Serializes a moment as minutes since StartEx.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
pub(crate) fn as_minutes<S: Serializer>(at: &SimTime, serializer: S) -> Result<S::Ok, S::Error> {
    at.minutes().serialize(serializer)
}

/// Serializes an optional moment as minutes since StartEx, or as null.
#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
pub(crate) fn as_minutes_if_any<S: Serializer>(at: &Option<SimTime>, serializer: S) -> Result<S::Ok, S::Error> {
    at.map(SimTime::minutes).serialize(serializer)
}

/// Serializes an optional duration as minutes, or as null.
#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "the signature is serde's")]
pub(crate) fn length_as_minutes_if_any<S: Serializer>(
    length: &Option<SimDuration>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    length.map(SimDuration::minutes).serialize(serializer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hour_and_weekday_are_those_of_the_civil_date() {
        for start in ["2026-11-26T09:10", "2024-02-28T00:00", "2025-12-31T23:59"] {
            let calendar = Calendar::parse(start).unwrap();
            for minute in (0..20_000).step_by(37) {
                let moment = SimTime::from_minutes(minute);
                let civil = calendar.at(moment);
                let hour = f64::from(civil.hour()) + f64::from(civil.minute()) / 60.0;
                assert!((calendar.hour_of_day(moment) - hour).abs() < 1e-12, "{start} {minute}");
                let weekend = matches!(civil.weekday(), civil::Weekday::Saturday | civil::Weekday::Sunday);
                assert_eq!(calendar.is_weekend(moment), weekend, "{start} {minute}");
            }
        }
    }

    #[test]
    fn moments_and_durations_read_back_as_written() {
        for text in ["T+00:00", "T+02:30", "T+71:59", "T+120:00"] {
            assert_eq!(text.parse::<SimTime>().unwrap().to_string(), text);
        }
        for (text, minutes) in [("45m", 45), ("2h", 120), ("1h30m", 90), ("3d", 4320), ("1d2h3m", 1563)] {
            assert_eq!(text.parse::<SimDuration>().unwrap().minutes(), minutes);
        }
    }

    #[test]
    fn wrong_spellings_are_refused() {
        for text in ["", "T+", "T+1:5", "T+01:60", "02:30", "T-01:00", "T+1e3:00", "T++1:00", "T+99999999:00"] {
            assert!(text.parse::<SimTime>().is_err(), "{text}");
        }
        for text in ["", "45", "m", "5s", "30m1h", "1h1h", "-5m", "99999999d", "4294967295h"] {
            assert!(text.parse::<SimDuration>().is_err(), "{text}");
        }
    }

    #[test]
    fn clocks_are_put_forward_and_back() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let calendar = |start: &str| Calendar::in_zones(start.parse().unwrap(), &berlin, &berlin).unwrap();
        let spring = calendar("2027-03-26T20:00");
        let later = |hours: u32| SimTime::from_minutes(hours * 60);
        assert_eq!(spring.say(later(72)), "Mon 21:00");
        assert_eq!(spring.say(later(29)), "Sun 01:00");
        assert_eq!(spring.say(later(30)), "Sun 03:00");
        let autumn = calendar("2026-10-24T20:00");
        assert_eq!(["Sun 02:00", "Sun 02:00", "Sun 03:00"], [6, 7, 8].map(|hours| autumn.say(later(hours))));
        for (calendar, hours) in [(spring, 0..100), (autumn, 0..6), (autumn, 8..100)] {
            for hour in hours {
                assert_eq!(calendar.moment(calendar.at(later(hour))), later(hour), "{hour}");
            }
        }
        assert_eq!(autumn.moment("2026-10-25T02:30".parse().unwrap()), SimTime::from_minutes(6 * 60 + 30));
    }

    #[test]
    fn a_calendar_says_weekday_and_hour() {
        let calendar = Calendar::parse("2026-11-26T09:10").unwrap();
        assert_eq!(calendar.say(SimTime::from_minutes(36 * 60 + 10)), "Fri 21:20");
        assert_eq!(calendar.say_full(SimTime::START), "Thu 26 Nov 2026, 09:10");
        assert_eq!(calendar.moment(calendar.at(SimTime::from_minutes(777))), SimTime::from_minutes(777));
    }
}
