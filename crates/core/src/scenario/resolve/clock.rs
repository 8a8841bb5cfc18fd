//! Resolves clocks and the deadlines of laws and contracts.

use jiff::tz::TimeZone;

use super::calendar::Whereabouts;
use super::kind::Kind;
use super::resolver::Resolver;
use crate::diagnostic::Diagnostic;
use crate::scenario::file::v1::{self, ScenarioFile};
use crate::scenario::{Clock, Deadline, Reckoning};

impl Resolver<'_> {
    pub(super) fn clocks(&mut self, file: &ScenarioFile) -> Vec<Clock> {
        let at = Whereabouts {
            start: file.starts.value.parse().ok(),
            zone: file.zone.as_ref().and_then(|zone| TimeZone::get(&zone.value).ok()),
            holidays: &file.holidays,
        };
        file.clocks.iter().map(|clock| self.clock(clock, &at)).collect()
    }

    fn clock(&mut self, file: &v1::Clock, at: &Whereabouts) -> Clock {
        for (what, text) in [("source", &file.source), ("grade", &file.grade)] {
            if text.value.trim().is_empty() {
                self.report(Diagnostic::error("clock-without-source", format!("this clock has no {what}")), text.mark);
            }
        }
        if file.checked_on.value.parse::<jiff::civil::Date>().is_err() {
            let message = format!("invalid date `{}` in `checked_on`", file.checked_on.value);
            let diagnostic = Diagnostic::error("clock-without-source", message);
            self.report(diagnostic.hint("use the form `2026-11-23`"), file.checked_on.mark);
        }
        Clock {
            id: file.id.value.as_str().into(),
            title: file.title.clone(),
            recipient: self.refer(Kind::Stakeholder, &file.recipient),
            kind: file.kind,
            starts: self.condition(&file.starts),
            deadline: match &file.deadline {
                v1::Deadline::Within(length) => Deadline::Within(self.duration(length)),
                v1::Deadline::CalendarDays(days) => Deadline::CalendarDays(self.number("the deadline", days, 0..=365)),
                v1::Deadline::BusinessDays(days) => Deadline::BusinessDays(self.number("the deadline", days, 1..=250)),
                v1::Deadline::Months(months) => Deadline::Months(self.number("the deadline", months, 1..=12)),
            },
            reckoning: Reckoning {
                holidays: self.days(file.holidays.as_deref().unwrap_or(at.holidays)),
                closes: file.closes.as_ref().and_then(|closes| self.time_of_day(closes)),
                rounds: file.rounds,
                calendar: self.zone_of(file, at),
            },
            holds_for_police: file.holds_for_police,
            binding: file.binding,
            fine: self.number("the fine", &file.fine, 0.0..=1e10),
            source: file.source.value.clone(),
            grade: file.grade.value.clone(),
            checked_on: file.checked_on.value.clone(),
        }
    }
}
