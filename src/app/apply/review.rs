//! The debrief: its pages, what it finds out, and the reviewer's own changes.

use super::replay;
use crate::app::background::probe::ProbeState;
use crate::app::command::{DebriefCommand, DebriefPage, WhatIfCommand};
use crate::app::state::{DebriefUi, Route, State};
use crate::app::what_if::{decision, shifted};
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
        DebriefCommand::WhatIf(command) => what_if(screen, command, in_place),
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
    if let Some(probe) = &mut screen.what_if.probe {
        probe.poll();
        is_running |= probe.state() == ProbeState::Running;
    }
    is_running
}

fn what_if(screen: &mut DebriefUi, command: WhatIfCommand, in_place: bool) {
    let (session, what_if) = (&screen.session, &mut screen.what_if);
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
    take(screen);
}
