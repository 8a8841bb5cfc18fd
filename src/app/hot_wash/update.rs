//! Runs the commands of the hot wash: edits the draft, and records it in the session before opening the debrief.

use super::command::HotWashCommand;
use super::state::{DraftRemark, HotWash};
use crate::app::debrief::open::leave_for_debrief;
use crate::app::debrief::record::attached;
use crate::app::debrief::state::DebriefUi;
use crate::app::debrief::turning;
use crate::app::exercise::state::Drill;
use crate::app::shell::notice::{Notice, trouble};
use crate::app::shell::route::Route;
use crate::app::shell::state::State;
use crate::app::theme::Tone;
use goldenhour_core::session::review::About;
use goldenhour_core::session::{Author, RecordError};

/// Runs a hot wash command.
pub fn update(state: &mut State, command: HotWashCommand) {
    match command {
        HotWashCommand::Open => reopen(state),
        HotWashCommand::Page(page) => change(state, |wash| wash.page = page),
        HotWashCommand::Answer(place, text) => change(state, |wash| drop(wash.draft.answers.insert(place, text))),
        HotWashCommand::Pick(about) => {
            change(state, |wash| wash.picked = (wash.picked.as_ref() != Some(&about)).then_some(about));
        }
        HotWashCommand::Remark(kind) => change(state, |wash| {
            if let Some(about) = wash.picked.clone() {
                wash.draft.remarks.push(DraftRemark { kind, about, text: String::new() });
            }
        }),
        HotWashCommand::RemarkText(place, text) => {
            change(state, |wash| change_at(&mut wash.draft.remarks, place, |remark| remark.text = text));
        }
        HotWashCommand::RemarkDrop(place) => change(state, |wash| remove_at(&mut wash.draft.remarks, place)),
        HotWashCommand::Action => change(state, |wash| {
            if let Some(About::Criterion(criterion)) = wash.picked.clone()
                && let Some(action) = wash.action(criterion)
            {
                wash.draft.actions.push(action);
            }
        }),
        HotWashCommand::ActionText(place, text) => {
            change(state, |wash| change_at(&mut wash.draft.actions, place, |action| action.text = text));
        }
        HotWashCommand::ActionOwner(place, owner) => {
            change(state, |wash| change_at(&mut wash.draft.actions, place, |action| action.owner = owner));
        }
        HotWashCommand::ActionDue(place, due) => {
            change(state, |wash| change_at(&mut wash.draft.actions, place, |action| action.due = due));
        }
        HotWashCommand::ActionDrop(place) => change(state, |wash| remove_at(&mut wash.draft.actions, place)),
        HotWashCommand::Mark(role, mark) => change(state, |wash| {
            let judged = wash.draft.roles.entry(role).or_default();
            judged.mark = (judged.mark != Some(mark)).then_some(mark);
        }),
        HotWashCommand::Because(role, text) => {
            change(state, |wash| wash.draft.roles.entry(role).or_default().because = text);
        }
        HotWashCommand::Lesson(text) => change(state, |wash| wash.lesson = text),
        HotWashCommand::LessonKeep => keep_lesson(state),
        HotWashCommand::Keep => keep(state),
        HotWashCommand::Skip => leave(state),
    }
}

/// Opens the hot wash of an exercise that has ended.
pub fn begin(state: &mut State) {
    if let Some(drill) = state.route.take_exercise() {
        let Drill { session, path, .. } = *drill;
        state.notice = None;
        state.route = Route::HotWash(Box::new(HotWash::open(session, path)));
    }
}

/// Applies a change to the hot wash, if it is open.
fn change(state: &mut State, change: impl FnOnce(&mut HotWash)) {
    if let Route::HotWash(wash) = &mut state.route {
        change(wash);
    }
}

/// Changes the element at an index, if it exists.
fn change_at<T>(list: &mut [T], place: usize, change: impl FnOnce(&mut T)) {
    if let Some(element) = list.get_mut(place) {
        change(element);
    }
}

/// Removes the element at an index, if it exists.
fn remove_at<T>(list: &mut Vec<T>, place: usize) {
    if place < list.len() {
        list.remove(place);
    }
}

/// Records a lesson immediately, without an author.
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

/// Records everything and opens the debrief. The debrief is rebuilt, because the review affects the score.
fn keep(state: &mut State) {
    let Route::HotWash(wash) = &mut state.route else { return };
    match record(wash) {
        Ok(()) => leave(state),
        Err(error) => state.notice = Some(trouble(&state.texts.say("hot_wash-not-kept"), &error)),
    }
}

/// Records all new input in the session, followed by a checkpoint.
fn record(wash: &mut HotWash) -> Result<(), RecordError> {
    let review = wash.draft.review();
    if review != wash.recorded {
        wash.session.review(Author::Facilitator, review.clone())?;
        wash.recorded = review;
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
    if let Some(wash) = state.route.take_hot_wash() {
        leave_for_debrief(state, wash.session, wash.path);
    }
}

/// Returns from the debrief to the hot wash.
fn reopen(state: &mut State) {
    if !matches!(&state.route, Route::Debrief(screen) if screen.session.has_ended()) {
        return;
    }
    let Some(screen) = state.route.take_debrief() else { return };
    // The hot wash may change the score, so results about the run are dropped here and computed again afterward.
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
            turning::update::begin(state);
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
