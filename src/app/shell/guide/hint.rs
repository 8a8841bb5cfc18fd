//! Hints of the guided first run, shown one at a time from the library to the debrief.
//!
//! The hint is derived from the current state instead of past clicks, so the guide cannot get stuck when the user
//! reaches a step by another route. The user can dismiss the guide and turn it back on from the command palette.

use crate::app::exercise::state::{Drill, Tab};
use crate::app::shell::route::Route;
use crate::app::shell::state::State;
use goldenhour_core::decision::Content;

/// A hint, identified by the Fluent ids of its title and text and by its position in the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Fluent id of the title.
    pub title: &'static str,
    /// Fluent id of the text.
    pub text: &'static str,
    /// Position in the guide, from 1.
    pub number: usize,
}

/// Number of hints before the debrief.
pub const COUNT: usize = HINTS.len();

const HINTS: [(&str, &str); 8] = [
    ("guide-open", "guide-open-text"),
    ("guide-start", "guide-start-text"),
    ("guide-read", "guide-read-text"),
    ("guide-decide", "guide-decide-text"),
    ("guide-run", "guide-run-text"),
    ("guide-say", "guide-say-text"),
    ("guide-publish", "guide-publish-text"),
    ("guide-end", "guide-end-text"),
];

/// Final hint, shown in the debrief.
const LAST: (&str, &str) = ("guide-why", "guide-why-text");

/// Returns the hint for the current state, or `None` if the guide is finished or has no hint for this screen.
pub fn hint(state: &State) -> Option<Hint> {
    if state.settings.guided {
        return None;
    }
    let number = match &state.route {
        Route::Library => 1,
        Route::Briefing(_) => 2,
        Route::Gallery | Route::HotWash(_) | Route::Compare(_) | Route::Replay(_) => return None,
        Route::Exercise(drill) if drill.situation.ended => 8,
        Route::Exercise(drill) => in_exercise(drill),
        Route::Debrief(_) => {
            return Some(Hint { title: LAST.0, text: LAST.1, number: COUNT + 1 });
        }
    };
    let (title, text) = HINTS[number - 1];
    Some(Hint { title, text, number })
}

fn in_exercise(drill: &Drill) -> usize {
    let decisions = || drill.session.decisions().map(|(_, decision)| decision);
    let has_spoken = decisions().any(|decision| !matches!(decision.content, Content::Nothing | Content::Choice(_)));
    let has_decided = decisions().next().is_some();
    let ui = &drill.ui;
    match () {
        () if has_spoken => 8,
        () if ui.tab == Tab::Statement && !ui.composer.text.trim().is_empty() => 7,
        () if has_decided && drill.session.now().minutes() > 5 => 6,
        () if has_decided => 5,
        () if !ui.read.is_empty() => 4,
        () => 3,
    }
}
