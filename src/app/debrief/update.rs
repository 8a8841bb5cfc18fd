//! Runs the commands of the debrief.

use super::command::DebriefCommand;
use super::state::{DebriefPage, DebriefUi};
use super::turning::update::look;
use super::whatif::update::whatif;
use super::{export, marking, report};
use crate::app::replay;
use crate::app::shell::route::Route;
use crate::app::shell::state::State;

/// Runs a debrief command.
pub fn update(state: &mut State, command: DebriefCommand) {
    let in_place = state.tasks.are_in_place();
    match command {
        DebriefCommand::Page(page) => change(state, |screen| {
            screen.page = page;
            if page == DebriefPage::Turning {
                look(screen, in_place);
            }
        }),
        DebriefCommand::Stop => change(state, |screen| {
            if let Some(probe) = &mut screen.turning.probe {
                probe.stop();
            }
        }),
        DebriefCommand::LookAgain => change(state, |screen| {
            screen.turning.probe = None;
            look(screen, in_place);
        }),
        DebriefCommand::Open(opened) => change(state, |screen| screen.turning.opened = opened),
        DebriefCommand::Curve(curve) => change(state, |screen| screen.turning.curve = curve),
        DebriefCommand::ListAll(lists_all) => change(state, |screen| screen.turning.lists_all = lists_all),
        DebriefCommand::Beside(metric) => change(state, |screen| screen.beside = metric),
        DebriefCommand::Whatif(command) => change(state, |screen| whatif(screen, command, in_place)),
        DebriefCommand::Mark(command) => marking::update::update(state, command),
        DebriefCommand::Edit(command) => report::update::update(state, command),
        DebriefCommand::Export(format) => export::export(state, format),
        DebriefCommand::Watch(at) => replay::open::watch(state, at),
    }
}

/// Applies a change to the debrief, if it is open.
fn change(state: &mut State, change: impl FnOnce(&mut DebriefUi)) {
    if let Route::Debrief(screen) = &mut state.route {
        change(screen);
    }
}
