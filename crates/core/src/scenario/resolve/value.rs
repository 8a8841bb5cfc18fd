//! Parses times, dates and numbers and checks their ranges.

use std::ops::RangeInclusive;

use super::resolver::Resolver;
use crate::diagnostic::Diagnostic;
use crate::scenario::file::{Located, Text};
use crate::time::{SimDuration, SimTime, TimeError};

impl Resolver<'_> {
    pub(super) fn moment(&mut self, text: &Text) -> SimTime {
        text.value.parse().unwrap_or_else(|error: TimeError| {
            let diagnostic = Diagnostic::error("bad-time", error.to_string()).hint(error.hint());
            self.report(diagnostic, text.mark);
            SimTime::START
        })
    }

    pub(super) fn duration(&mut self, text: &Text) -> SimDuration {
        text.value.parse().unwrap_or_else(|error: TimeError| {
            let diagnostic = Diagnostic::error("bad-time", error.to_string()).hint(error.hint());
            self.report(diagnostic, text.mark);
            SimDuration::ZERO
        })
    }

    /// Returns a number if it is within its range. Otherwise reports an error and returns the minimum.
    pub(super) fn number<T: PartialOrd + Copy + std::fmt::Display>(
        &mut self,
        what: &str,
        number: &Located<T>,
        range: RangeInclusive<T>,
    ) -> T {
        if range.contains(&number.value) {
            return number.value;
        }
        let message = format!("{what} is {}, but must be from {} to {}", number.value, range.start(), range.end());
        self.report(Diagnostic::error("out-of-range", message), number.mark);
        *range.start()
    }

    pub(super) fn share(&mut self, what: &str, number: &Located<f64>) -> f64 {
        self.number(what, number, 0.0..=1.0)
    }

    /// Parses dates and sorts them.
    pub(super) fn days(&mut self, texts: &[Text]) -> Vec<jiff::civil::Date> {
        let mut days: Vec<jiff::civil::Date> = texts.iter().filter_map(|text| self.day(text)).collect();
        days.sort();
        days.dedup();
        days
    }

    fn day(&mut self, text: &Text) -> Option<jiff::civil::Date> {
        let found = text.value.parse().ok();
        if found.is_none() {
            let message = format!("invalid date `{}`", text.value);
            self.report(Diagnostic::error("bad-time", message).hint("use the form `2026-12-25`"), text.mark);
        }
        found
    }

    /// Parses a time of day as minutes since midnight.
    pub(super) fn time_of_day(&mut self, text: &Text) -> Option<u32> {
        let part = |text: &str, below: u32| {
            let plain = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse::<u32>().ok().filter(|number| plain && *number < below)
        };
        let found =
            text.value.split_once(':').and_then(|(hour, minute)| Some(part(hour, 24)? * 60 + part(minute, 60)?));
        if found.is_none() {
            let message = format!("invalid time of day `{}`", text.value);
            self.report(Diagnostic::error("bad-time", message).hint("use the form `06:30`"), text.mark);
        }
        found
    }
}
