//! Resolves the calendar of the exercise and the calendars of clocks in other time zones.

use jiff::tz::TimeZone;

use super::resolver::Resolver;
use crate::diagnostic::Diagnostic;
use crate::scenario::file::{Text, v1};
use crate::time::Calendar;

/// Start, time zone and holidays of an exercise, needed to resolve clocks in other time zones.
pub(super) struct Whereabouts<'a> {
    pub(super) start: Option<jiff::civil::DateTime>,
    pub(super) zone: Option<TimeZone>,
    pub(super) holidays: &'a [Text],
}

impl Resolver<'_> {
    pub(super) fn calendar(&mut self, text: &Text, zone: Option<&Text>) -> Calendar {
        let start = text.value.parse().unwrap_or_else(|_| {
            let message = format!("invalid date and time `{}`", text.value);
            let diagnostic = Diagnostic::error("bad-time", message);
            self.report(diagnostic.hint("use the form `2026-11-26T09:10`"), text.mark);
            jiff::civil::date(2026, 1, 1).at(9, 0, 0, 0)
        });
        let zone = zone.and_then(|zone| self.zone(zone));
        zone.and_then(|zone| Calendar::in_zones(start, &zone, &zone)).unwrap_or_else(|| Calendar::starting(start))
    }

    /// Parses the name of a time zone.
    fn zone(&mut self, text: &Text) -> Option<TimeZone> {
        let found = TimeZone::get(&text.value).ok();
        if found.is_none() {
            let message = format!("unknown time zone `{}`", text.value);
            let hint = "use an IANA name, for example `Europe/Berlin`";
            self.report(Diagnostic::error("bad-zone", message).hint(hint), text.mark);
        }
        found
    }

    /// Returns the calendar in the time zone of a clock's recipient.
    pub(super) fn zone_of(&mut self, clock: &v1::Clock, file: &Whereabouts) -> Option<Calendar> {
        let text = clock.zone.as_ref()?;
        let theirs = self.zone(text)?;
        if let Whereabouts { start: Some(start), zone: Some(ours), .. } = file {
            return Calendar::in_zones(*start, ours, &theirs);
        }
        let message = "this clock has a time zone, but the scenario has none";
        let diagnostic = Diagnostic::error("bad-zone", message);
        self.report(diagnostic.hint("add a `zone` to the scenario"), text.mark);
        None
    }
}
