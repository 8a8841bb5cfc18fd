//! Runs the commands for what-ifs.

use super::state::{decision, shifted};
use crate::app::debrief::command::WhatifCommand;
use crate::app::debrief::state::DebriefUi;
use crate::app::debrief::turning::update::take;

/// Runs a what-if command.
pub fn whatif(screen: &mut DebriefUi, command: WhatifCommand, in_place: bool) {
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
