//! Statutory and contractual clocks: notification duties and their deadlines.

use serde::{Deserialize, Serialize};

use jiff::Span;
use jiff::civil::{Date, Weekday};

use super::condition::Condition;
use crate::id::{ClockId, StakeholderId};
use crate::time::{Calendar, SimDuration, SimTime};

/// Kind of event that starts a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ClockKind {
    /// Reasonable certainty that personal data was compromised.
    Awareness,
    /// The breach is discovered by, or reported to, the firm.
    Discovery,
    /// A decision is recorded.
    Determination,
    /// An assessment is completed.
    AssessmentComplete,
    /// Another notification is sent.
    PriorNotice,
    /// New information becomes available after a notification.
    NewInformation,
    /// A breach is suspected, which is usually a contractual trigger.
    Suspicion,
}

/// How the time limit of a clock is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deadline {
    /// Elapsed time, including nights, weekends and holidays.
    Within(SimDuration),
    /// Due at the end of day N, where the day of the trigger is day 0. N is 0 to 365.
    CalendarDays(u32),
    /// Due at the end of the Nth business day after the day of the trigger, 1 to 250. Weekends and holidays do not
    /// count.
    BusinessDays(u32),
    /// Due at the end of the same day of the month, this many months later (1 to 12), or of that month's last day
    /// if it is shorter.
    Months(u32),
}

/// Rules for counting days: holidays, closing time and time zone of the recipient.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reckoning {
    /// Non-business days other than Saturdays and Sundays. Defaults to the holidays of the scenario.
    pub holidays: Vec<Date>,
    /// Time at which the recipient's day ends, in minutes since midnight. The default is the last minute of the
    /// day.
    pub closes: Option<u32>,
    /// Whether a deadline that falls on a non-business day moves to the next business day (Regulation 1182/71,
    /// article 3(4)). Never applies to deadlines in hours.
    pub rounds: bool,
    /// Calendar in the recipient's time zone. Defaults to the calendar of the exercise.
    pub calendar: Option<Calendar>,
}

impl Reckoning {
    /// Returns the calendar used to count days.
    fn calendar<'a>(&'a self, exercise: &'a Calendar) -> &'a Calendar {
        self.calendar.as_ref().unwrap_or(exercise)
    }

    fn is_business_day(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !self.holidays.contains(&day)
    }

    /// Returns the end of a day, or of the next business day if the clock rounds.
    fn end_of(&self, day: Date, calendar: &Calendar) -> SimTime {
        let mut day = day;
        while self.rounds && !self.is_business_day(day) {
            day = next(day);
        }
        let end = self.closes.unwrap_or(LAST_MINUTE).min(LAST_MINUTE);
        let part = |minutes: u32| i8::try_from(minutes).unwrap_or(0);
        self.calendar(calendar).moment(day.at(part(end / 60), part(end % 60), 0, 0))
    }
}

/// Last minute of a day.
const LAST_MINUTE: u32 = 24 * 60 - 1;

fn next(day: Date) -> Date {
    day.tomorrow().unwrap_or(Date::MAX)
}

impl Deadline {
    /// Returns the latest time at which a duty that began at `start` can be met.
    pub fn due(self, start: SimTime, calendar: &Calendar, reckoning: &Reckoning) -> SimTime {
        let first = reckoning.calendar(calendar).at(start).date();
        match self {
            Deadline::Within(length) => start + length,
            Deadline::CalendarDays(days) => reckoning.end_of(days_after(first, days), calendar),
            Deadline::BusinessDays(days) => reckoning.end_of(business_days_after(first, days, reckoning), calendar),
            Deadline::Months(months) => reckoning.end_of(months_after(first, months), calendar),
        }
    }
}

impl Deadline {
    fn delayed(self, due: SimTime, held: SimDuration, calendar: &Calendar, reckoning: &Reckoning) -> SimTime {
        match self {
            Deadline::Within(_) => due + held,
            _ => reckoning.end_of(reckoning.calendar(calendar).at(due + held).date(), calendar).max(due + held),
        }
    }
}

fn days_after(day: Date, days: u32) -> Date {
    day.checked_add(Span::new().days(i64::from(days))).unwrap_or(Date::MAX)
}

/// Counts business days strictly after `day`. If `day` itself is not a business day, day 1 is still the next
/// business day.
fn business_days_after(day: Date, days: u32, reckoning: &Reckoning) -> Date {
    let mut day = day;
    let mut left = days;
    while left > 0 && day < Date::MAX {
        day = next(day);
        if reckoning.is_business_day(day) {
            left -= 1;
        }
    }
    day
}

fn months_after(day: Date, months: u32) -> Date {
    day.checked_add(Span::new().months(i64::from(months))).unwrap_or(Date::MAX)
}

/// A duty to notify a stakeholder within a time limit.
#[derive(Clone, Debug)]
pub struct Clock {
    /// Unique id.
    pub id: ClockId,
    /// Display name.
    pub title: String,
    /// Stakeholder that must be notified.
    pub recipient: StakeholderId,
    /// Kind of event that starts the clock, as defined by the law or contract.
    pub kind: ClockKind,
    /// Condition that starts the clock in this scenario.
    pub starts: Condition,
    /// Time limit.
    pub deadline: Deadline,
    /// Rules for counting days.
    pub reckoning: Reckoning,
    /// Whether a police request for silence suspends the clock.
    pub holds_for_police: bool,
    /// Whether missing the clock caps the rating.
    pub binding: bool,
    /// Fine for missing the clock, in the scenario's currency.
    pub fine: f64,
    /// Law or contract that imposes the duty.
    pub source: String,
    /// Evidence grade of this entry.
    pub grade: String,
    /// Date on which this entry was last verified.
    pub checked_on: String,
}

impl Clock {
    /// Returns the latest time at which the duty can be met if it began at `start`.
    pub fn due(&self, start: SimTime, calendar: &Calendar) -> SimTime {
        self.deadline.due(start, calendar, &self.reckoning)
    }

    /// Returns the new due time after the clock was suspended for `held`. A deadline counted in days is extended to
    /// the end of the day.
    pub fn delayed(&self, due: SimTime, held: SimDuration, calendar: &Calendar) -> SimTime {
        self.deadline.delayed(due, held, calendar, &self.reckoning)
    }
}

impl ClockKind {
    /// Returns whether only a notification sent after the clock started counts, as for updates and second notices.
    pub fn needs_a_new_word(self) -> bool {
        matches!(self, ClockKind::PriorNotice | ClockKind::NewInformation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(start: &str, deadline: Deadline) -> String {
        due_by(start, deadline, &Reckoning::default())
    }

    fn due_by(start: &str, deadline: Deadline, reckoning: &Reckoning) -> String {
        let calendar = Calendar::parse(start).unwrap();
        calendar.at(deadline.due(SimTime::START, &calendar, reckoning)).to_string()
    }

    fn closed_on(day: &str) -> Reckoning {
        Reckoning { holidays: vec![day.parse().unwrap()], ..Reckoning::default() }
    }

    #[test]
    fn deadlines_match_the_worked_examples() {
        let hours = |hours: u32| Deadline::Within(SimDuration::from_minutes(hours * 60));
        assert_eq!(due("2026-11-27T18:40", hours(72)), "2026-11-30T18:40:00");
        assert_eq!(due("2026-11-20T10:00", Deadline::CalendarDays(30)), "2026-12-20T23:59:00");
        assert_eq!(due("2026-12-18T10:00", Deadline::CalendarDays(15)), "2027-01-02T23:59:00");
        assert_eq!(due("2026-11-28T10:00", Deadline::BusinessDays(4)), "2026-12-03T23:59:00");
        assert_eq!(due("2026-11-26T10:00", Deadline::BusinessDays(1)), "2026-11-27T23:59:00");
        assert_eq!(due("2027-01-31T10:00", Deadline::Months(1)), "2027-02-28T23:59:00");
        let thanksgiving = closed_on("2026-11-26");
        assert_eq!(due_by("2026-11-25T10:00", Deadline::BusinessDays(4), &thanksgiving), "2026-12-02T23:59:00");
        assert_eq!(due_by("2026-11-28T10:00", Deadline::BusinessDays(4), &thanksgiving), "2026-12-03T23:59:00");
    }

    #[test]
    fn hours_span_dst_changes_and_days_end_in_the_recipients_zone() {
        let zone = |name: &str| jiff::tz::TimeZone::get(name).unwrap();
        let (berlin, york) = (zone("Europe/Berlin"), zone("America/New_York"));
        let exercise = |start: &str| Calendar::in_zones(start.parse().unwrap(), &berlin, &berlin).unwrap();
        let spring = exercise("2027-03-26T20:00");
        let hours = Deadline::Within(SimDuration::from_minutes(72 * 60));
        let due = hours.due(SimTime::START, &spring, &Reckoning::default());
        assert_eq!(spring.at(due).to_string(), "2027-03-29T21:00:00");
        // Early on Thanksgiving morning in Berlin, it is still Wednesday in New York.
        let start = "2026-11-26T02:00";
        let theirs = Calendar::in_zones(start.parse().unwrap(), &berlin, &york).unwrap();
        let reckoning = Reckoning { calendar: Some(theirs), ..closed_on("2026-11-26") };
        let due = Deadline::BusinessDays(4).due(SimTime::START, &exercise(start), &reckoning);
        assert_eq!(theirs.at(due).to_string(), "2026-12-02T23:59:00");
        assert_eq!(exercise(start).at(due).to_string(), "2026-12-03T05:59:00");
    }

    #[test]
    fn a_business_day_ends_at_closing_time() {
        let closing = Reckoning { closes: Some(17 * 60 + 30), ..Reckoning::default() };
        assert_eq!(due_by("2026-11-25T10:00", Deadline::BusinessDays(1), &closing), "2026-11-26T17:30:00");
    }

    #[test]
    fn rounding_moves_day_deadlines_to_business_days_but_not_hours() {
        let rounding = Reckoning { rounds: true, ..closed_on("2026-11-30") };
        let saturday = Deadline::CalendarDays(2);
        assert_eq!(due("2026-11-26T10:00", saturday), "2026-11-28T23:59:00");
        assert_eq!(due_by("2026-11-26T10:00", saturday, &rounding), "2026-12-01T23:59:00");
        let hours = Deadline::Within(SimDuration::from_minutes(48 * 60));
        assert_eq!(due_by("2026-11-26T10:00", hours, &rounding), "2026-11-28T10:00:00");
    }
}
