//! What a reviewer puts on record: marks, kept in the session's file at once, and the debrief made again with them.

use std::path::Path;

use super::trouble;
use crate::app::command::MarkCommand;
use crate::app::marking::Marking;
use crate::app::state::{DebriefUi, Notice, Route, State};
use crate::app::theme::Tone;
use goldenhour_core::debrief::debrief;
use goldenhour_core::scoring;
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::{Author, DrillFile, Mark, ReadError, RecordError, Session};

/// Runs a command about a mark.
pub fn mark(state: &mut State, command: MarkCommand) {
    if let MarkCommand::Reviewer(name) = command {
        state.settings.reviewer = name;
        return;
    }
    if matches!(command, MarkCommand::Keep) {
        keep(state);
        return;
    }
    let Route::Debrief(screen) = &mut state.route else { return };
    match (command, &mut screen.marking) {
        (MarkCommand::Begin(criterion), marking) => *marking = Some(Marking::of(criterion)),
        (MarkCommand::Drop, marking) => *marking = None,
        (MarkCommand::Credit(credit), Some(marking)) => marking.credit = Some(credit.min(100)),
        (MarkCommand::Reason(reason), Some(marking)) => marking.reason = reason,
        _ => {}
    }
}

fn keep(state: &mut State) {
    let reviewer = state.settings.reviewer.trim().to_owned();
    let Route::Debrief(screen) = &state.route else { return };
    let Some(marking) = screen.marking.clone().filter(|marking| marking.is_complete(&reviewer)) else { return };
    let Some(credit) = marking.credit else { return };
    if let Err(error) = state.settings.write(&state.folders.settings) {
        state.notice = Some(trouble(&state.texts.say("settings-not-kept"), &error));
    }
    let mark = Mark::Override {
        criterion: marking.criterion,
        credit: f64::from(credit) / 100.0,
        reason: marking.reason.trim().to_owned(),
    };
    record(state, |session| session.mark(Author::Evaluator(reviewer), mark));
}

/// Adds something to the session of the debrief that is shown, and makes the debrief again. Turning points and curves
/// stay: what a reviewer writes changes no world.
pub fn record(state: &mut State, add: impl FnOnce(&mut Session) -> Result<(), RecordError>) {
    let screen = match std::mem::replace(&mut state.route, Route::Library) {
        Route::Debrief(screen) => screen,
        elsewhere => {
            state.route = elsewhere;
            return;
        }
    };
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

/// Attaches a session to its file, so that what is added to it is kept. A session that was only read has no file
/// open; one that was just played has, and lets it go for a moment.
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
