//! The debrief: its pages, what it finds out, and the reviewer's own changes.

use super::replay;
use crate::app::background::probe::ProbeState;
use crate::app::command::{DebriefPage, ReviewCommand, WhatIfCommand};
use crate::app::state::{Review, Route, State};
use crate::app::what_if::{decision, shifted};
use goldenhour_core::debrief::alternative::Recording;

/// Runs a command of the debrief.
pub fn review(state: &mut State, command: ReviewCommand) {
    if let ReviewCommand::Watch(at) = command {
        replay::watch(state, at);
        return;
    }
    let in_place = state.tasks.are_in_place();
    let Route::Debrief(review) = &mut state.route else { return };
    match command {
        ReviewCommand::Page(page) => {
            review.page = page;
            if page == DebriefPage::Turning {
                look(review, in_place);
            }
        }
        ReviewCommand::Stop => {
            if let Some(probe) = &mut review.turning.probe {
                probe.stop();
            }
        }
        ReviewCommand::LookAgain => {
            review.turning.probe = None;
            look(review, in_place);
        }
        ReviewCommand::Open(opened) => review.turning.opened = opened,
        ReviewCommand::Curve(curve) => review.turning.curve = curve,
        ReviewCommand::ListAll(lists_all) => review.turning.lists_all = lists_all,
        ReviewCommand::Beside(metric) => review.beside = metric,
        ReviewCommand::WhatIf(command) => what_if(review, command, in_place),
        ReviewCommand::Watch(_) => {}
    }
}

/// Begins to look for turning points where that has not begun; tests wait until somebody asks for them.
pub fn begin(state: &mut State) {
    if state.tasks.are_in_place() {
        return;
    }
    if let Route::Debrief(review) = &mut state.route {
        look(review, false);
    }
}

fn look(review: &mut Review, in_place: bool) {
    let session = &review.session;
    review.turning.begin(|| Recording::of(session), in_place);
    take(review);
}

/// Takes what was found out; returns whether something is still being found out.
pub fn listen(state: &mut State) -> bool {
    let review = match &mut state.route {
        Route::Debrief(review) => review,
        Route::Replay(replay) => match &mut replay.review {
            Some(review) => review,
            None => return false,
        },
        _ => return false,
    };
    take(review)
}

fn take(review: &mut Review) -> bool {
    let mut is_running = false;
    if let Some(probe) = &mut review.turning.probe {
        if probe.poll()
            && let Some(found) = &probe.latest
        {
            review.debrief.set_counterfactual(found.clone());
        }
        is_running |= probe.state() == ProbeState::Running;
    }
    if let Some(probe) = &mut review.what_if.probe {
        probe.poll();
        is_running |= probe.state() == ProbeState::Running;
    }
    is_running
}

fn what_if(review: &mut Review, command: WhatIfCommand, in_place: bool) {
    let (session, what_if) = (&review.session, &mut review.what_if);
    match command {
        WhatIfCommand::Pick(entry) => {
            what_if.picked = Some(entry);
            return;
        }
        WhatIfCommand::PutAway => {
            what_if.picked = None;
            return;
        }
        WhatIfCommand::LeaveOut(entry) => what_if.leave_out(entry),
        WhatIfCommand::Move(entry, to) => {
            what_if.picked = Some(entry);
            what_if.shift(session, entry, to);
        }
        WhatIfCommand::Shift(entry, minutes) => {
            let Some(taken) = decision(session, entry) else { return };
            what_if.picked = Some(entry);
            let from = what_if.moment(entry, taken).unwrap_or(taken.at);
            what_if.shift(session, entry, shifted(from, minutes));
        }
        WhatIfCommand::Choose(entry, choice) => what_if.choose(session, entry, choice),
        WhatIfCommand::Restore(entry) => drop(what_if.altered.remove(&entry)),
        WhatIfCommand::Reset => what_if.altered.clear(),
    }
    what_if.ask(session, in_place);
    take(review);
}
