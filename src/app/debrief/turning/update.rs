//! Starts the search for turning points and polls its reports.

use crate::app::background::probe::ProbeState;
use crate::app::debrief::state::DebriefUi;
use crate::app::shell::route::Route;
use crate::app::shell::state::State;
use goldenhour_core::debrief::alternative::Recording;

/// Starts the search for turning points. With in-place tasks, as in tests, it starts only when the page is opened.
pub fn begin(state: &mut State) {
    if state.tasks.are_in_place() {
        return;
    }
    if let Route::Debrief(screen) = &mut state.route {
        look(screen, false);
    }
}

/// Starts the search unless it has already started, and polls its reports.
pub fn look(screen: &mut DebriefUi, in_place: bool) {
    let session = &screen.session;
    screen.turning.begin(|| Recording::of(session), in_place);
    take(screen);
}

/// Polls both probes for reports. Returns whether one of them is still running.
pub fn take(screen: &mut DebriefUi) -> bool {
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
