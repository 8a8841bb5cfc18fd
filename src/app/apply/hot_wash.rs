//! The hot wash: opening it, writing it, and keeping it in the session before the debrief is made.

use super::mark::attached;
use super::{end, trouble};
use crate::app::command::HotWashCommand;
use crate::app::hot_wash::{Draft, DraftRemark, HotWash};
use crate::app::state::{DebriefUi, Drill, Notice, Route, State};
use crate::app::theme::Tone;
use goldenhour_core::session::review::About;
use goldenhour_core::session::{Author, RecordError};

/// Runs a command of the hot wash.
pub fn wash(state: &mut State, command: HotWashCommand) {
    match command {
        HotWashCommand::Open => reopen(state),
        HotWashCommand::Keep => keep(state),
        HotWashCommand::Skip => leave(state),
        HotWashCommand::LessonKeep => keep_lesson(state),
        edit => {
            if let Route::HotWash(wash) = &mut state.route {
                change(wash, edit);
            }
        }
    }
}

/// Goes from an exercise that has ended to its hot wash.
pub fn begin(state: &mut State) {
    let route = std::mem::replace(&mut state.route, Route::Library);
    if let Route::Exercise(drill) = route {
        let Drill { session, path, .. } = *drill;
        state.notice = None;
        state.route = Route::HotWash(Box::new(HotWash::open(session, path)));
    }
}

fn change(wash: &mut HotWash, command: HotWashCommand) {
    match command {
        HotWashCommand::Page(page) => wash.page = page,
        HotWashCommand::Pick(about) => wash.picked = (wash.picked.as_ref() != Some(&about)).then_some(about),
        HotWashCommand::Remark(kind) => {
            if let Some(about) = wash.picked.clone() {
                wash.draft.remarks.push(DraftRemark { kind, about, text: String::new() });
            }
        }
        HotWashCommand::Action => {
            if let Some(About::Criterion(criterion)) = wash.picked.clone()
                && let Some(action) = wash.action(criterion)
            {
                wash.draft.actions.push(action);
            }
        }
        HotWashCommand::Lesson(text) => wash.lesson = text,
        edit => write(&mut wash.draft, edit),
    }
}

/// Changes what has been written so far.
fn write(draft: &mut Draft, command: HotWashCommand) {
    match command {
        HotWashCommand::Answer(place, text) => drop(draft.answers.insert(place, text)),
        HotWashCommand::RemarkText(place, text) => {
            if let Some(remark) = draft.remarks.get_mut(place) {
                remark.text = text;
            }
        }
        HotWashCommand::RemarkDrop(place) if place < draft.remarks.len() => drop(draft.remarks.remove(place)),
        HotWashCommand::ActionDrop(place) if place < draft.actions.len() => drop(draft.actions.remove(place)),
        HotWashCommand::ActionText(place, text) => {
            if let Some(action) = draft.actions.get_mut(place) {
                action.text = text;
            }
        }
        HotWashCommand::ActionOwner(place, owner) => {
            if let Some(action) = draft.actions.get_mut(place) {
                action.owner = owner;
            }
        }
        HotWashCommand::ActionDue(place, due) => {
            if let Some(action) = draft.actions.get_mut(place) {
                action.due = due;
            }
        }
        HotWashCommand::Mark(role, mark) => {
            let judged = draft.roles.entry(role).or_default();
            judged.mark = (judged.mark != Some(mark)).then_some(mark);
        }
        HotWashCommand::Because(role, text) => draft.roles.entry(role).or_default().because = text,
        _ => {}
    }
}

/// Keeps a lesson at once, with nobody's name.
fn keep_lesson(state: &mut State) {
    let Route::HotWash(wash) = &mut state.route else { return };
    let text = wash.lesson.trim().to_owned();
    if text.is_empty() {
        return;
    }
    match wash.session.note(Author::Anonymous, text) {
        Ok(()) => wash.lesson.clear(),
        Err(error) => state.notice = Some(trouble(&state.texts.say("hot_wash-not-kept"), &error)),
    }
}

/// Keeps everything and opens the debrief, which is made again, since the review counts in it.
fn keep(state: &mut State) {
    let Route::HotWash(wash) = &mut state.route else { return };
    match record(wash) {
        Ok(()) => leave(state),
        Err(error) => state.notice = Some(trouble(&state.texts.say("hot_wash-not-kept"), &error)),
    }
}

/// Writes what is new into the session, and a checkpoint that vouches for it.
fn record(wash: &mut HotWash) -> Result<(), RecordError> {
    let review = wash.draft.review();
    if review != wash.standing {
        wash.session.review(Author::Facilitator, review.clone())?;
        wash.standing = review;
    }
    if !wash.lesson.trim().is_empty() {
        wash.session.note(Author::Anonymous, wash.lesson.trim().to_owned())?;
        wash.lesson.clear();
    }
    while let Some((place, answer)) = wash.draft.answers.first_key_value() {
        let question = wash.questions.get(*place).map_or("", String::as_str);
        let text = format!("{question} {}", answer.trim());
        let is_said = !answer.trim().is_empty();
        if is_said {
            wash.session.note(Author::Facilitator, text)?;
        }
        wash.draft.answers.pop_first();
    }
    wash.session.checkpoint()?;
    Ok(())
}

fn leave(state: &mut State) {
    let route = std::mem::replace(&mut state.route, Route::Library);
    match route {
        Route::HotWash(wash) => end::leave_for_debrief(state, wash.session, wash.path),
        other => state.route = other,
    }
}

/// Goes from the debrief back to the hot wash.
fn reopen(state: &mut State) {
    let route = std::mem::replace(&mut state.route, Route::Library);
    let screen = match route {
        Route::Debrief(screen) if screen.session.has_ended() => screen,
        other => {
            state.route = other;
            return;
        }
    };
    // What was found out of the run may be of another when the hot wash is over; it is found again then.
    let DebriefUi { session, path, debrief, page, reference, .. } = *screen;
    match attached(session, &path) {
        Ok(session) => {
            state.notice = None;
            state.route = Route::HotWash(Box::new(HotWash::open(session, path)));
        }
        Err(refused) => {
            let (session, error) = *refused;
            state.route =
                Route::Debrief(Box::new(DebriefUi { page, ..DebriefUi::open(session, path, debrief, reference) }));
            super::review::begin(state);
            state.notice = Some(match error {
                Some(error) => trouble(&state.texts.say("hot_wash-not-opened"), &error),
                None => Notice {
                    tone: Tone::Caution,
                    title: state.texts.say("hot_wash-not-opened"),
                    text: state.texts.say("hot_wash-changed"),
                },
            });
        }
    }
}
