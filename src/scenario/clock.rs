//! Statutory and contractual clocks: who must be told, and by when.

use serde::{Deserialize, Serialize};

use super::condition::Condition;
use crate::id::{ClockId, StakeholderId};
use crate::time::{Calendar, SimDuration, SimTime};

/// What starts a clock, in the words of `doctrine`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ClockKind {
    /// Reasonable certainty that personal data was compromised.
    Awareness,
    /// The breach is discovered by, or reported to, the firm.
    Discovery,
    /// A recorded decision.
    Determination,
    /// The end of an assessment.
    AssessmentComplete,
    /// Another notice was given.
    PriorNotice,
    /// Something learnt later.
    NewInformation,
    /// Mere suspicion, usually by contract.
    Suspicion,
}

/// How the time is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deadline {
    /// Elapsed time; nights, weekends and holidays count.
    Within(SimDuration),
    /// The trigger day is day 0; due at the end of day N.
    CalendarDays(u32),
    /// The end of the Nth business day strictly after the trigger's date; Saturdays and Sundays do not count.
    BusinessDays(u32),
}

impl Deadline {
    /// Returns the last moment at which a duty that began at `start` can still be met.
    pub fn due(self, start: SimTime, calendar: &Calendar) -> SimTime {
        match self {
            Deadline::Within(length) => start + length,
            Deadline::CalendarDays(days) => end_of_day(start, days, calendar),
            Deadline::BusinessDays(days) => {
                let mut calendar_days = 0;
                let mut left = days;
                while left > 0 {
                    calendar_days += 1;
                    let day = start + SimDuration::from_minutes(calendar_days * 24 * 60);
                    if !calendar.is_weekend(day) {
                        left -= 1;
                    }
                }
                end_of_day(start, calendar_days, calendar)
            }
        }
    }
}

fn end_of_day(start: SimTime, days: u32, calendar: &Calendar) -> SimTime {
    let day = calendar.at(start + SimDuration::from_minutes(days * 24 * 60));
    calendar.moment(day.date().at(23, 59, 0, 0))
}

/// A duty to tell somebody within a time.
#[derive(Clone, Debug)]
pub struct Clock {
    /// Its id.
    pub id: ClockId,
    /// Its name.
    pub title: String,
    /// Who must be told.
    pub recipient: StakeholderId,
    /// What starts it, in the words of the law.
    pub kind: ClockKind,
    /// What starts it in this scenario.
    pub starts: Condition,
    /// How the time is counted.
    pub deadline: Deadline,
    /// Whether missing it caps the rating.
    pub binding: bool,
    /// The fine if it is missed, in the scenario's currency.
    pub fine: f64,
    /// The law or contract.
    pub source: String,
    /// The evidence grade of the row.
    pub grade: String,
    /// The day on which the row was checked.
    pub checked_on: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(start: &str, deadline: Deadline) -> String {
        let calendar = Calendar::parse(start).unwrap();
        calendar.at(deadline.due(SimTime::START, &calendar)).to_string()
    }

    #[test]
    fn deadlines_match_the_worked_cases_of_the_doctrine() {
        let hours = |hours: u32| Deadline::Within(SimDuration::from_minutes(hours * 60));
        assert_eq!(due("2026-11-27T18:40", hours(72)), "2026-11-30T18:40:00");
        assert_eq!(due("2026-11-20T10:00", Deadline::CalendarDays(30)), "2026-12-20T23:59:00");
        assert_eq!(due("2026-12-18T10:00", Deadline::CalendarDays(15)), "2027-01-02T23:59:00");
        assert_eq!(due("2026-11-28T10:00", Deadline::BusinessDays(4)), "2026-12-03T23:59:00");
        assert_eq!(due("2026-11-26T10:00", Deadline::BusinessDays(1)), "2026-11-27T23:59:00");
    }
}
