//! Simulated time: whole minutes since StartEx, and the notation for them.
//!
//! The core counts minutes as integers, so that a thousand one-minute steps end at exactly the same time as one
//! step of a thousand minutes. A moment is a [`SimTime`] (`T+02:30` is two and a half hours after StartEx), and a
//! length of time is a [`SimDuration`] (`45m`, `2h`, `1h30m`, `3d`). Civil dates are separate: a [`Calendar`]
//! contains the date and time of StartEx and converts moments to weekdays and times of day. Real time never enters
//! the core; the window handles pacing.

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

/// Latest moment that a file can contain, 400 days after StartEx. The limit prevents files from requesting an
/// endless run.
pub const LATEST: SimTime = SimTime(400 * 24 * 60);

/// Error for a moment or duration that cannot be parsed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TimeError {
    /// The text is not of the form `T+hh:mm`.
    #[error("invalid time `{0}`")]
    Moment(String),
    /// The text is not of the form `45m`, `2h`, `1h30m` or `3d`.
    #[error("invalid duration `{0}`")]
    Duration(String),
    /// The value exceeds [`LATEST`].
    #[error("`{0}` exceeds the limit of 400 days")]
    TooLate(String),
}

impl TimeError {
    /// Returns advice on the expected notation.
    pub fn hint(&self) -> &'static str {
        match self {
            TimeError::Moment(_) => "use hours and minutes since StartEx, for example `T+02:30`",
            TimeError::Duration(_) => "use numbers with units, for example `45m`, `2h`, `1h30m` or `3d`",
            TimeError::TooLate(_) => "use at most 400 days",
        }
    }
}

impl SimTime {
    /// StartEx, time zero of the exercise.
    pub const START: SimTime = SimTime(0);

    /// Creates the moment this many minutes after StartEx.
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

    /// Returns the time elapsed since `earlier`, or zero if `earlier` is later.
    pub const fn since(self, earlier: SimTime) -> SimDuration {
        SimDuration(self.0.saturating_sub(earlier.0))
    }
}

impl SimDuration {
    /// The empty duration.
    pub const ZERO: SimDuration = SimDuration(0);

    /// Creates a duration of this many minutes.
    pub const fn from_minutes(minutes: u32) -> Self {
        SimDuration(minutes)
    }

    /// Returns the duration in minutes.
    pub const fn minutes(self) -> u32 {
        self.0
    }

    /// Returns the duration in hours.
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

/// Serializes a type through `Display` and deserializes it through `FromStr`.
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

/// The civil date and time of StartEx, which gives every moment a weekday and a time of day.
///
/// If the time zone is known, changes to and from daylight saving time are taken into account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    start: civil::DateTime,
    /// Clock changes within the longest exercise.
    shifts: [Shift; MOST_SHIFTS],
}

/// A clock change. From minute `from` on, civil time is offset from that at StartEx by `minutes`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shift {
    from: u32,
    minutes: i32,
}

/// Maximum number of clock changes within 400 days. No time zone has more.
const MOST_SHIFTS: usize = 4;

/// Placeholder for an unused entry.
const NO_SHIFT: Shift = Shift { from: u32::MAX, minutes: 0 };

const MINUTES_OF_DAY: u32 = 24 * 60;

impl Calendar {
    /// Returns the calendar of an exercise that starts at this civil date and time, without clock changes.
    pub fn starting(start: civil::DateTime) -> Self {
        Calendar { start, shifts: [NO_SHIFT; MOST_SHIFTS] }
    }

    /// Returns the calendar of an exercise that starts at this civil date and time in `zone`, as displayed in
    /// `seen_in`. Returns `None` if the date cannot be represented.
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

    /// Returns the offset of civil time from that at StartEx, in minutes.
    fn shift(&self, moment: SimTime) -> i64 {
        let past = self.shifts.iter().take_while(|shift| shift.from <= moment.0).last();
        past.map_or(0, |shift| i64::from(shift.minutes))
    }

    /// Parses a date and time such as `2026-11-26T09:10`.
    pub fn parse(text: &str) -> Option<Self> {
        text.parse().ok().map(Calendar::starting)
    }

    /// Returns the civil date and time of a moment.
    pub fn at(&self, moment: SimTime) -> civil::DateTime {
        let minutes = jiff::Span::new().minutes(i64::from(moment.minutes()) + self.shift(moment));
        self.start.checked_add(minutes).unwrap_or(civil::DateTime::MAX)
    }

    /// Returns the moment of a civil date and time, or StartEx for earlier times. A time that occurs twice at a
    /// clock change means its first occurrence; a time that is skipped means the time one hour later.
    pub fn moment(&self, when: civil::DateTime) -> SimTime {
        let even = when.duration_since(self.start).as_secs() / 60;
        let moment = |shift: i64| SimTime(u32::try_from(even - shift).unwrap_or(0));
        let shifts = std::iter::once(0).chain(self.shifts.iter().map(|shift| i64::from(shift.minutes)));
        let exact = shifts.map(moment).filter(|found| self.at(*found) == when).min();
        exact.unwrap_or_else(|| moment(self.shift(moment(0)).min(0)))
    }

    /// Parses a date such as `2027-01-15` and returns the last minute of that day, or StartEx if the day ended
    /// earlier.
    pub fn day(&self, text: &str) -> Option<SimTime> {
        let day: civil::Date = text.parse().ok()?;
        Some(self.moment(day.at(23, 59, 0, 0)))
    }

    /// Returns the date of a moment, for example `2027-01-15`.
    pub fn date(&self, moment: SimTime) -> String {
        self.at(moment).date().to_string()
    }

    /// Returns the time of day in hours, at least 0.0 and less than 24.0.
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

    /// Returns the minutes since the midnight before StartEx. The simulation needs the hour and weekday several
    /// times per minute, and civil date arithmetic would cost more than entire domains of the simulation.
    fn minutes_of_day(&self, moment: SimTime) -> u32 {
        let start = |part: i8| u32::from(part.unsigned_abs());
        start(self.start.hour()) * 60 + start(self.start.minute()) + moment.minutes()
    }

    /// Formats a moment as weekday and time: `Fri 21:20`.
    pub fn say(&self, moment: SimTime) -> String {
        let when = self.at(moment);
        format!("{} {:02}:{:02}", weekday(when.weekday()), when.hour(), when.minute())
    }

    /// Formats a moment with its date: `Fri 27 Nov 2026, 21:20`.
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
#[expect(clippy::trivially_copy_pass_by_ref, reason = "signature required by serde")]
pub(crate) fn as_minutes<S: Serializer>(at: &SimTime, serializer: S) -> Result<S::Ok, S::Error> {
    at.minutes().serialize(serializer)
}

/// Serializes an optional moment as minutes since StartEx, or null.
#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "signature required by serde")]
pub(crate) fn as_minutes_if_any<S: Serializer>(at: &Option<SimTime>, serializer: S) -> Result<S::Ok, S::Error> {
    at.map(SimTime::minutes).serialize(serializer)
}

/// Serializes an optional duration as minutes, or null.
#[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "signature required by serde")]
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
    fn hour_and_weekday_follow_the_civil_date() {
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
    fn times_and_durations_round_trip() {
        for text in ["T+00:00", "T+02:30", "T+71:59", "T+120:00"] {
            assert_eq!(text.parse::<SimTime>().unwrap().to_string(), text);
        }
        for (text, minutes) in [("45m", 45), ("2h", 120), ("1h30m", 90), ("3d", 4320), ("1d2h3m", 1563)] {
            assert_eq!(text.parse::<SimDuration>().unwrap().minutes(), minutes);
        }
    }

    #[test]
    fn invalid_times_are_rejected() {
        for text in ["", "T+", "T+1:5", "T+01:60", "02:30", "T-01:00", "T+1e3:00", "T++1:00", "T+99999999:00"] {
            assert!(text.parse::<SimTime>().is_err(), "{text}");
        }
        for text in ["", "45", "m", "5s", "30m1h", "1h1h", "-5m", "99999999d", "4294967295h"] {
            assert!(text.parse::<SimDuration>().is_err(), "{text}");
        }
    }

    #[test]
    fn daylight_saving_changes_are_respected() {
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
    fn a_calendar_formats_weekday_and_hour() {
        let calendar = Calendar::parse("2026-11-26T09:10").unwrap();
        assert_eq!(calendar.say(SimTime::from_minutes(36 * 60 + 10)), "Fri 21:20");
        assert_eq!(calendar.say_full(SimTime::START), "Thu 26 Nov 2026, 09:10");
        assert_eq!(calendar.moment(calendar.at(SimTime::from_minutes(777))), SimTime::from_minutes(777));
    }
}
