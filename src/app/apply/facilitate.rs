//! Leading the exercise: injects, notes and marks, points, and going on in a copy.
//!
//! What is put into the world goes through the session like everything else, so that it is in the log and comes out
//! the same in a replay. A note speaks of the moment at which it was begun, since time may run while it is written.

use std::hash::{BuildHasher, RandomState};
use std::path::{Path, PathBuf};

use super::trouble;
use crate::app::command::{FacilitateCommand, NoteKind};
use crate::app::facilitator::{Facilitator, NoteDraft, Points};
use crate::app::pacing::Pace;
use crate::app::state::{Drill, Notice, Route, State};
use crate::app::theme::Tone;
use goldenhour_core::decision::Control;
use goldenhour_core::id::InjectId;
use goldenhour_core::session::log::Unkept;
use goldenhour_core::session::mark::Subject;
use goldenhour_core::session::review::Grade;
use goldenhour_core::session::{Author, DrillFile, Mark, ReadError, RecordError, Session};
use goldenhour_core::simulation::InjectState;
use goldenhour_core::time::{SimDuration, SimTime};
use goldenhour_core::writer;

/// Runs a command of the facilitator.
pub fn facilitate(state: &mut State, command: FacilitateCommand) {
    let Route::Exercise(drill) = &mut state.route else { return };
    match command {
        FacilitateCommand::Open if drill.pacing.mode().has_facilitator() => {
            drill.facilitator = Some(Facilitator::open(&drill.session));
        }
        FacilitateCommand::Open => {}
        FacilitateCommand::Close => drill.facilitator = None,
        FacilitateCommand::Fork => fork(state),
        FacilitateCommand::Release(id) => control(state, "facilitator-released", &id, Control::Release(id.clone())),
        FacilitateCommand::Hold(id) => control(state, "facilitator-held", &id, Control::Hold(id.clone())),
        FacilitateCommand::Postpone(inject, length) => {
            let until = postponed_until(drill, &inject, length);
            let postpone = Control::Postpone { inject: inject.clone(), until };
            control(state, "facilitator-postponed", &inject, postpone);
        }
        FacilitateCommand::Resume(inject) => {
            let until = drill.session.now();
            let resume = Control::Postpone { inject: inject.clone(), until };
            control(state, "facilitator-resumed", &inject, resume);
        }
        FacilitateCommand::Surprise => surprise(state),
        FacilitateCommand::KeepNote => keep(state),
        look => change(drill, look),
    }
}

/// Runs the commands that only change the facilitator's window.
fn change(drill: &mut Drill, command: FacilitateCommand) {
    let Some(facilitator) = &mut drill.facilitator else { return };
    match command {
        FacilitateCommand::Page(page) => facilitator.page = page,
        FacilitateCommand::Filter(filter) => facilitator.filter = filter,
        FacilitateCommand::Select(id) => {
            facilitator.open_inject = (facilitator.open_inject.as_ref() != Some(&id)).then_some(id)
        }
        FacilitateCommand::Objective(id) => facilitator.objective = Some(id),
        FacilitateCommand::BeginNote(what) => {
            facilitator.note = Some(NoteDraft { at: drill.session.now(), what, text: String::new() });
            facilitator.said = None;
        }
        FacilitateCommand::NoteText(text) => {
            if let Some(note) = &mut facilitator.note {
                note.text = text;
            }
        }
        FacilitateCommand::DropNote => facilitator.note = None,
        FacilitateCommand::Score => facilitator.points = Points::of(&drill.session),
        _ => {}
    }
}

/// The moment until which an inject is held back that was to come later by so much.
fn postponed_until(drill: &Drill, inject: &InjectId, length: SimDuration) -> SimTime {
    let msel = drill.facilitator.as_ref().map(|facilitator| &facilitator.truth.msel);
    let line = msel.and_then(|lines| lines.iter().find(|line| line.inject == *inject));
    let due = line.and_then(|line| match line.standing {
        InjectState::Postponed(until) => Some(line.due.map_or(until, |due| due.max(until))),
        _ => line.due,
    });
    let now = drill.session.now();
    due.map_or(now, |due| due.max(now)) + length
}

/// Carries out a control and reports it in the facilitator's window.
fn control(state: &mut State, said: &str, inject: &InjectId, control: Control) {
    let Route::Exercise(drill) = &mut state.route else { return };
    // Nothing can be released into a world that stands still for good.
    if drill.session.has_ended() {
        return;
    }
    let title = drill.session.scenario().inject(inject).map(|inject| inject.title.clone()).unwrap_or_default();
    match drill.session.control(control) {
        Ok(()) => {
            drill.refresh();
            let text = state.texts.fill(said, [("title", title.into())]);
            if let Some(facilitator) = &mut drill.facilitator {
                facilitator.said = Some((Tone::Calm, text));
            }
        }
        Err(error) => state.notice = Some(trouble(&state.texts.say("facilitator-not-recorded"), &error)),
    }
}

/// Releases a card of the deck that fits now. Which one is drawn outside the simulation; what the log keeps is that
/// it was released.
fn surprise(state: &mut State) {
    let Route::Exercise(drill) = &mut state.route else { return };
    let Some(facilitator) = &mut drill.facilitator else { return };
    let fitting = fitting(facilitator);
    if fitting.is_empty() {
        facilitator.said = Some((Tone::Caution, state.texts.say("facilitator-none-fits")));
        return;
    }
    let drawn = RandomState::new().hash_one(drill.session.now()) % fitting.len() as u64;
    let Some(id) = usize::try_from(drawn).ok().and_then(|place| fitting.into_iter().nth(place)) else { return };
    control(state, "facilitator-released", &id, Control::Release(id.clone()));
}

/// Returns the cards of the deck that fit now and are not held back.
fn fitting(facilitator: &Facilitator) -> Vec<InjectId> {
    let fits = |id: &InjectId| facilitator.truth.msel.iter().any(|line| line.inject == *id && line.fits);
    let cards = facilitator.truth.deck.iter().filter(|card| !card.held && fits(&card.inject));
    cards.map(|card| card.inject.clone()).collect()
}

/// Keeps the note in the session; an empty one stays open.
fn keep(state: &mut State) {
    let Route::Exercise(drill) = &mut state.route else { return };
    let Some(facilitator) = &mut drill.facilitator else { return };
    let Some(note) = &facilitator.note else { return };
    let text = note.text.trim().to_owned();
    if text.is_empty() {
        facilitator.said = Some((Tone::Caution, state.texts.say("facilitator-needs-words")));
        return;
    }
    let (mark, said) = match &note.what {
        NoteKind::Note => (Mark::Seen { at: note.at, text }, "facilitator-noted"),
        NoteKind::Rating(objective, rank) => {
            let Ok(mark) = grade(*rank) else { return };
            let of = Subject::Objective(objective.clone());
            (Mark::Rating { of, mark, reason: text }, "facilitator-rated")
        }
    };
    match drill.session.mark(Author::Facilitator, mark) {
        Ok(()) => {
            facilitator.note = None;
            facilitator.said = Some((Tone::Calm, state.texts.say(said)));
        }
        Err(error) => state.notice = Some(trouble(&state.texts.say("facilitator-not-recorded"), &error)),
    }
}

/// Returns the grade of a rank: the first rank is the best, as its letter P is, and the highest grade.
fn grade(rank: u8) -> Result<Grade, String> {
    Grade::try_from(5_u8.saturating_sub(rank))
}

/// Goes on in a copy of the session; the first one stays as it is.
fn fork(state: &mut State) {
    let Route::Exercise(drill) = &mut state.route else { return };
    if drill.session.has_ended() {
        return;
    }
    drill.pacing.set_pace(Pace::Paused);
    let stem = drill.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let copy = match state.folders.new_session(slug(&stem), drill.session.seed()) {
        Ok(path) => path,
        Err(error) => {
            state.notice = Some(trouble(&state.texts.say("facilitator-not-forked"), &error));
            return;
        }
    };
    let Route::Exercise(drill) = std::mem::replace(&mut state.route, Route::Library) else { return };
    let words = state.texts.fill("facilitator-fork-note", [("file", stem.clone().into())]);
    match go_on_in(*drill, copy, words) {
        Ok(drill) => {
            let text = drill.path.display().to_string();
            let title = state.texts.fill("facilitator-forked", [("file", stem.into())]);
            state.route = Route::Exercise(Box::new(drill));
            state.notice = Some(Notice { tone: Tone::Calm, title, text });
        }
        Err((drill, error)) => {
            if let Some(drill) = drill {
                state.route = Route::Exercise(drill);
            }
            state.notice = Some(trouble(&state.texts.say("facilitator-not-forked"), &error));
        }
    }
}

/// Returns the part of a session's file name before its seed and its count.
fn slug(stem: &str) -> &str {
    stem.rsplitn(3, '-').nth(2).unwrap_or(stem)
}

/// Copies a session's file and goes on in the copy, where it says where it comes from. Where that fails, the session
/// goes on in its own file; only where that cannot be opened again, nothing is left to go on with.
fn go_on_in(drill: Drill, copy: PathBuf, words: String) -> Result<Drill, (Option<Box<Drill>>, ReadError)> {
    let own = drill.path.clone();
    // The file is let go first: on some systems, nobody can read a locked one.
    let released = drill.session.continue_in(Box::new(Unkept));
    let (session, refused) = match copied(released, &own, &copy, words) {
        Ok(session) => return Ok(Drill { session, path: copy, ..drill }),
        Err(refused) => *refused,
    };
    match DrillFile::resume(&own) {
        Ok((file, _)) => {
            let session = session.continue_in(Box::new(file));
            Err((Some(Box::new(Drill { session, ..drill })), refused))
        }
        Err(error) => Err((None, error)),
    }
}

/// Returns the session in a copy of its file; where it cannot be, the session as it is and why.
fn copied(session: Session, own: &Path, copy: &Path, words: String) -> Result<Session, Box<(Session, ReadError)>> {
    let copied = std::fs::read(own).map_err(ReadError::from);
    let copied = copied.and_then(|bytes| Ok(writer::write(copy, &bytes)?));
    match copied.and_then(|()| DrillFile::resume(copy)) {
        Ok((file, _)) => {
            let mut session = session.continue_in(Box::new(file));
            match session.note(Author::Facilitator, words) {
                Err(RecordError::Log(error)) => Err(Box::new((session.continue_in(Box::new(Unkept)), error.into()))),
                _ => Ok(session),
            }
        }
        Err(error) => Err(Box::new((session, error))),
    }
}
