//! Hints of the guided first run: one at a time, from the library to the debrief.
//!
//! The hint follows from what the window shows, not from what was clicked, so it never waits for a click that was
//! made in another way. The user can turn the guide off, and on again from the palette.

use crate::app::exercise::state::{Drill, Tab};
use crate::app::shell::route::Route;
use crate::app::shell::state::State;
use goldenhour_core::decision::Content;

/// A hint: the keys of its title and its text, and which one of how many it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The key of the title.
    pub title: &'static str,
    /// The key of the text.
    pub text: &'static str,
    /// Its number, from 1.
    pub number: usize,
}

/// How many hints there are.
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

/// The hint of the debrief; it is the last.
const LAST: (&str, &str) = ("guide-why", "guide-why-text");

/// Returns the hint for what is shown now; `None` once the guide is finished.
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
