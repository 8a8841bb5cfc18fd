//! Context passed to the views of the debrief.

use crate::app::debrief::marking::state::Marking;
use crate::app::debrief::report::state::Editing;
use crate::app::language::Filling;
use crate::app::measure;
use crate::app::shell::view::ViewContext;
use goldenhour_core::time::{Calendar, SimTime};

/// Context shared by all views of the debrief.
#[derive(Clone, Copy)]
pub struct DebriefContext<'a> {
    /// Context shared by all views of the window.
    pub view: ViewContext<'a>,
    /// The analysis.
    pub debrief: &'a goldenhour_core::debrief::Debrief,
    /// The override being entered, if any.
    pub marking: Option<&'a Marking>,
    /// The report edit being entered, if any.
    pub editing: Option<&'a Editing>,
    /// Name of the reviewer.
    pub reviewer: &'a str,
    /// Calendar of the scenario.
    pub calendar: &'a Calendar,
}

impl DebriefContext<'_> {
    /// Returns the text of a Fluent message.
    pub fn say(&self, key: &str) -> String {
        self.view.say(key)
    }

    /// Returns the text of a Fluent message with its arguments filled in.
    pub fn fill<'b, const N: usize>(&self, key: &str, filling: [(&'b str, Filling<'b>); N]) -> String {
        self.view.fill(key, filling)
    }

    /// Formats a moment as date and time in the user's language.
    pub fn moment(&self, at: SimTime) -> String {
        measure::moment(self.view.texts, self.calendar, at)
    }

    /// Formats a number with one decimal.
    pub fn decimal(&self, number: f64) -> String {
        measure::decimal(self.view.texts, number)
    }
}
