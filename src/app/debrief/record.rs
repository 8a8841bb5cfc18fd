//! Records a reviewer's additions in the session and updates the debrief.

use std::path::Path;

use super::state::DebriefUi;
use crate::app::shell::notice::{Notice, trouble};
use crate::app::shell::route::Route;
use crate::app::shell::state::State;
use crate::app::theme::Tone;
use goldenhour_core::debrief::debrief;
use goldenhour_core::scoring;
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::{DrillFile, ReadError, RecordError, Session};

/// Adds entries to the session of the current debrief, and then rebuilds the debrief. Turning points and curves are
/// kept, because a reviewer's additions do not change the run.
pub fn record(state: &mut State, add: impl FnOnce(&mut Session) -> Result<(), RecordError>) {
    let Some(screen) = state.route.take_debrief() else { return };
    let mut screen = *screen;
    match attached(screen.session, &screen.path) {
        Ok(session) => {
            screen.session = session;
            match add(&mut screen.session) {
                Ok(()) => {
                    screen.marking = None;
                    screen.editing = None;
                    debrief_again(&mut screen);
                    state.notice = None;
                }
                Err(error) => state.notice = Some(trouble(&state.texts.say("marking-not-kept"), &error)),
            }
        }
        Err(refused) => {
            let (session, error) = *refused;
            screen.session = session;
            state.notice = Some(match error {
                Some(error) => trouble(&state.texts.say("marking-not-kept"), &error),
                None => Notice {
                    tone: Tone::Caution,
                    title: state.texts.say("marking-not-kept"),
                    text: state.texts.say("hot_wash-changed"),
                },
            });
        }
    }
    state.route = Route::Debrief(Box::new(screen));
}

fn debrief_again(screen: &mut DebriefUi) {
    let scorecard = scoring::score(&mut screen.session, &screen.reference);
    let mut again = debrief(&screen.session, &scorecard);
    again.story.ghosts = std::mem::take(&mut screen.debrief.story.ghosts);
    if let Some(found) = screen.debrief.counterfactual.take() {
        again.set_counterfactual(found);
    }
    screen.debrief = again;
}

/// Reopens the session's file so that additions are written to it. A session that was only read has no open file,
/// and a session that was just played has its file closed first.
pub fn attached(session: Session, path: &Path) -> Result<Session, Box<(Session, Option<ReadError>)>> {
    let session = session.continue_in(Box::new(Unkept));
    match DrillFile::resume(path) {
        Ok((file, recorded)) if recorded.entries.iter().map(|(_, entry)| entry).eq(session.entries()) => {
            Ok(session.continue_in(Box::new(file)))
        }
        Ok(_) => Err(Box::new((session, None))),
        Err(error) => Err(Box::new((session, Some(error)))),
    }
}
