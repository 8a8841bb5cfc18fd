//! The debrief: its pages, what it finds out, and the reviewer's own changes.

use super::replay;
use crate::app::background::probe::ProbeState;
use crate::app::command::{DebriefCommand, DebriefPage, WhatifCommand};
use crate::app::state::{DebriefUi, Route, State};
use crate::app::whatif::{decision, shifted};
use goldenhour_core::debrief::alternative::Recording;

/// Runs a command of the debrief.
pub fn review(state: &mut State, command: DebriefCommand) {
    if let DebriefCommand::Watch(at) = command {
        replay::watch(state, at);
        return;
    }
    let in_place = state.tasks.are_in_place();
    let Route::Debrief(screen) = &mut state.route else { return };
    match command {
        DebriefCommand::Page(page) => {
            screen.page = page;
            if page == DebriefPage::Turning {
                look(screen, in_place);
            }
        }
        DebriefCommand::Stop => {
            if let Some(probe) = &mut screen.turning.probe {
                probe.stop();
            }
        }
        DebriefCommand::LookAgain => {
            screen.turning.probe = None;
            look(screen, in_place);
        }
        DebriefCommand::Open(opened) => screen.turning.opened = opened,
        DebriefCommand::Curve(curve) => screen.turning.curve = curve,
        DebriefCommand::ListAll(lists_all) => screen.turning.lists_all = lists_all,
        DebriefCommand::Beside(metric) => screen.beside = metric,
        DebriefCommand::Whatif(command) => whatif(screen, command, in_place),
        DebriefCommand::Watch(_) => {}
    }
}

/// Begins to look for turning points where that has not begun; tests wait until somebody asks for them.
pub fn begin(state: &mut State) {
    if state.tasks.are_in_place() {
        return;
    }
    if let Route::Debrief(screen) = &mut state.route {
        look(screen, false);
    }
}

fn look(screen: &mut DebriefUi, in_place: bool) {
    let session = &screen.session;
    screen.turning.begin(|| Recording::of(session), in_place);
    take(screen);
}

/// Takes what was found out; returns whether something is still being found out.
pub fn listen(state: &mut State) -> bool {
    let screen = match &mut state.route {
        Route::Debrief(screen) => screen,
        Route::Replay(replay) => match &mut replay.debrief {
            Some(screen) => screen,
            None => return false,
        },
        _ => return false,
    };
    take(screen)
}

fn take(screen: &mut DebriefUi) -> bool {
    let mut is_running = false;
    if let Some(probe) = &mut screen.turning.probe {
        if probe.poll()
            && let Some(found) = &probe.latest
        {
            screen.debrief.set_counterfactual(found.clone());
        }
        is_running |= probe.state() == ProbeState::Running;
    }
    if let Some(probe) = &mut screen.whatif.probe {
        probe.poll();
        is_running |= probe.state() == ProbeState::Running;
    }
    is_running
}

fn whatif(screen: &mut DebriefUi, command: WhatifCommand, in_place: bool) {
    let (session, whatif) = (&screen.session, &mut screen.whatif);
    match command {
        WhatifCommand::Pick(entry) => {
            whatif.picked = Some(entry);
            return;
        }
        WhatifCommand::PutAway => {
            whatif.picked = None;
            return;
        }
        WhatifCommand::LeaveOut(entry) => whatif.leave_out(entry),
        WhatifCommand::Move(entry, to) => {
            whatif.picked = Some(entry);
            whatif.shift(session, entry, to);
        }
        WhatifCommand::Shift(entry, minutes) => {
            let Some(taken) = decision(session, entry) else { return };
            whatif.picked = Some(entry);
            let from = whatif.moment(entry, taken).unwrap_or(taken.at);
            whatif.shift(session, entry, shifted(from, minutes));
        }
        WhatifCommand::Choose(entry, choice) => whatif.choose(session, entry, choice),
        WhatifCommand::Restore(entry) => drop(whatif.altered.remove(&entry)),
        WhatifCommand::Reset => whatif.altered.clear(),
    }
    whatif.ask(session, in_place);
    take(screen);
}
