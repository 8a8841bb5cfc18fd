//! What the views of the debrief are given.

use crate::app::debrief::marking::state::Marking;
use crate::app::debrief::report::state::Editing;
use crate::app::language::Filling;
use crate::app::measure;
use crate::app::shell::view::ViewContext;
use goldenhour_core::time::{Calendar, SimTime};

/// What the parts of a debrief are given.
#[derive(Clone, Copy)]
pub struct DebriefContext<'a> {
    /// What every view is given.
    pub view: ViewContext<'a>,
    /// The analysis.
    pub debrief: &'a goldenhour_core::debrief::Debrief,
    /// The override in the making.
    pub marking: Option<&'a Marking>,
    /// The report edit in the making.
    pub editing: Option<&'a Editing>,
    /// The reviewer's name.
    pub reviewer: &'a str,
    /// The calendar of the story.
    pub calendar: &'a Calendar,
}

impl DebriefContext<'_> {
    /// Returns a message of the program by its key.
    pub fn say(&self, key: &str) -> String {
        self.view.say(key)
    }

    /// Returns a message of the program with its places filled.
    pub fn fill<'b, const N: usize>(&self, key: &str, filling: [(&'b str, Filling<'b>); N]) -> String {
        self.view.fill(key, filling)
    }

    /// Returns a moment as people say it, in the language they read.
    pub fn moment(&self, at: SimTime) -> String {
        measure::moment(self.view.texts, self.calendar, at)
    }

    /// Returns a number with one decimal.
    pub fn decimal(&self, number: f64) -> String {
        measure::decimal(self.view.texts, number)
    }
}
