//! Runs the facilitator's commands: releasing injects, adding notes and ratings, showing scores, forking the session.
//!
//! All controls go through the session, which logs them so that a replay can repeat them. A note refers to the
//! moment at which it was started, because time may advance while it is being written.

use std::hash::{BuildHasher, RandomState};

use super::command::FacilitatorCommand;
use super::fork::fork;
use super::state::{Facilitator, NoteDraft, NoteKind, Points};
use crate::app::exercise::state::Drill;
use crate::app::shell::notice::trouble;
use crate::app::shell::route::Route;
use crate::app::shell::state::State;
use crate::app::theme::Tone;
use goldenhour_core::decision::Control;
use goldenhour_core::id::InjectId;
use goldenhour_core::session::mark::Subject;
use goldenhour_core::session::review::Grade;
use goldenhour_core::session::{Author, Mark};
use goldenhour_core::simulation::InjectState;
use goldenhour_core::statement::Ruling;
use goldenhour_core::time::{SimDuration, SimTime};
use goldenhour_core::timeline::EntryNumber;

/// Runs a command of the facilitator's window.
pub fn update(state: &mut State, command: FacilitatorCommand) {
    let Route::Exercise(drill) = &mut state.route else { return };
    match command {
        FacilitatorCommand::Open => {
            if drill.pacing.mode().has_facilitator() {
                drill.facilitator = Some(Facilitator::open(&drill.session));
            }
        }
        FacilitatorCommand::Close => drill.facilitator = None,
        FacilitatorCommand::Page(page) => change(drill, |facilitator| facilitator.page = page),
        FacilitatorCommand::Filter(filter) => change(drill, |facilitator| facilitator.filter = filter),
        FacilitatorCommand::Select(id) => change(drill, |facilitator| {
            facilitator.open_inject = (facilitator.open_inject.as_ref() != Some(&id)).then_some(id);
        }),
        FacilitatorCommand::Release(id) => control(state, "facilitator-released", &id, Control::Release(id.clone())),
        FacilitatorCommand::Hold(id) => control(state, "facilitator-held", &id, Control::Hold(id.clone())),
        FacilitatorCommand::Postpone(inject, length) => {
            let until = postponed_until(drill, &inject, length);
            let postpone = Control::Postpone { inject: inject.clone(), until };
            control(state, "facilitator-postponed", &inject, postpone);
        }
        FacilitatorCommand::Resume(inject) => {
            let until = drill.session.now();
            let resume = Control::Postpone { inject: inject.clone(), until };
            control(state, "facilitator-resumed", &inject, resume);
        }
        FacilitatorCommand::Surprise => surprise(state),
        FacilitatorCommand::BeginNote(what) => {
            let at = drill.session.now();
            change(drill, |facilitator| {
                facilitator.note = Some(NoteDraft { at, what, text: String::new() });
                facilitator.said = None;
            });
        }
        FacilitatorCommand::NoteText(text) => change(drill, |facilitator| {
            if let Some(note) = &mut facilitator.note {
                note.text = text;
            }
        }),
        FacilitatorCommand::KeepNote => keep(state),
        FacilitatorCommand::DropNote => change(drill, |facilitator| facilitator.note = None),
        FacilitatorCommand::Objective(id) => change(drill, |facilitator| facilitator.objective = Some(id)),
        FacilitatorCommand::Score => {
            if let Some(facilitator) = &mut drill.facilitator {
                facilitator.points = Points::of(&drill.session);
            }
        }
        FacilitatorCommand::Rule(statement, ruling) => rule(state, statement, ruling),
        FacilitatorCommand::Fork => fork(state),
    }
}

/// Applies a change to the state of the facilitator's window, if it is open.
fn change(drill: &mut Drill, change: impl FnOnce(&mut Facilitator)) {
    if let Some(facilitator) = &mut drill.facilitator {
        change(facilitator);
    }
}

/// Returns the moment until which an inject is postponed.
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

/// Executes a control and reports the result in the facilitator's window.
fn control(state: &mut State, said: &str, inject: &InjectId, control: Control) {
    let Route::Exercise(drill) = &mut state.route else { return };
    // Nothing can be released after the end.
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

/// Records a ruling on a statement, which is possible after the end as well.
fn rule(state: &mut State, statement: EntryNumber, ruling: Ruling) {
    let Route::Exercise(drill) = &mut state.route else { return };
    match drill.session.control(Control::Rule { statement, ruling }) {
        Ok(()) => {
            drill.refresh();
            let text = state.texts.say("facilitator-ruled");
            change(drill, |facilitator| facilitator.said = Some((Tone::Calm, text)));
        }
        Err(error) => state.notice = Some(trouble(&state.texts.say("facilitator-not-recorded"), &error)),
    }
}

/// Releases a random inject from the deck that fits the current situation. The draw does not use the simulation's
/// random numbers. The log records the release, so a replay repeats it.
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

/// Returns the injects in the deck that fit the current situation and are not on hold.
fn fitting(facilitator: &Facilitator) -> Vec<InjectId> {
    let fits = |id: &InjectId| facilitator.truth.msel.iter().any(|line| line.inject == *id && line.fits);
    let cards = facilitator.truth.deck.iter().filter(|card| !card.held && fits(&card.inject));
    cards.map(|card| card.inject.clone()).collect()
}

/// Records the note in the session. An empty note stays open.
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

/// Converts a rank to a grade. Ranks start at 1 for the best rating (P), while the best grade is 4.
fn grade(rank: u8) -> Result<Grade, String> {
    Grade::try_from(5_u8.saturating_sub(rank))
}
