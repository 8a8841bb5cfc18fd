//! Where commands run: the only place that changes what the window knows.
//!
//! [`apply`] is called once for each command after a frame has been drawn; [`advance`] once a frame before it.
//! Each part of the window has a file here. What fails becomes a [`Notice`], never a crash and never silence.

mod compare;
mod compose;
mod edit;
mod end;
mod export;
mod facilitate;
pub mod file;
mod hot_wash;
mod library;
mod mark;
mod open;
mod pace;
mod plan;
mod replay;
mod review;
mod set;

pub use open::open;
pub use pace::advance;
pub use review::listen;

use super::background::task::TaskState;
use super::command::{AppCommand, BriefingCommand, LookCommand, SettingCommand, Tab};
use super::draft::Draft;
use super::language::Texts;
use super::pacing::Pace;
use super::state::{Drill, ExerciseUi, Notice, Route, State};
use super::theme::Tone;
use super::wording;
use goldenhour_core::writer::WriteError;

/// Runs a command.
pub fn apply(state: &mut State, command: AppCommand) {
    match command {
        AppCommand::Open(destination) => open(state, destination),
        AppCommand::Library(command) => library::library(state, command),
        AppCommand::Briefing(BriefingCommand::Start) => open::start(state),
        AppCommand::Briefing(command) => open::brief(state, command),
        AppCommand::Facilitate(command) => facilitate::facilitate(state, command),
        AppCommand::End(command) => end::end(state, command),
        AppCommand::HotWash(command) => hot_wash::wash(state, command),
        AppCommand::Compare(command) => compare::compare(state, command),
        AppCommand::Export(format) => export::export(state, format),
        AppCommand::SwitchTheme => set::set(state, SettingCommand::Theme(state.theme.kind.other())),
        AppCommand::Set(command) => set::set(state, command),
        AppCommand::Sheet(sheet) => state.sheet = sheet,
        AppCommand::ChooseFile => file::choose(state),
        AppCommand::OpenPath(path) => file::open_path(state, path),
        AppCommand::CancelTask => state.tasks.cancel(),
        AppCommand::DismissNotice => state.notice = None,
        AppCommand::Debrief(command) => review::review(state, command),
        AppCommand::Replay(command) => replay::replay(state, command),
        AppCommand::Mark(command) => mark::mark(state, command),
        AppCommand::Edit(command) => edit::edit(state, command),
        AppCommand::Pace(_) | AppCommand::Look(_) | AppCommand::Plan(_) | AppCommand::Compose(_) => {
            match &mut state.route {
                Route::Exercise(drill) => {
                    state.notice = apply_in_drill(&state.texts, drill, command).or(state.notice.take());
                }
                // Nothing can be decided in what is over.
                Route::Replay(replay) => match command {
                    AppCommand::Pace(command) => replay::pace(replay, command),
                    AppCommand::Look(command) => replay::look(replay, command),
                    _ => {}
                },
                _ => {}
            }
        }
    }
}

/// Keeps the statement in the making beside its session.
fn keep_draft(texts: &Texts, drill: &Drill) -> Option<Notice> {
    let kept = Draft::of(&drill.ui.composer).keep(&drill.path);
    kept.err().map(|error| trouble(&texts.say("notice-draft-unkept"), &error))
}

/// Leaves an exercise so that it goes on at this very minute when it is taken up again.
pub fn put_down(state: &mut State) {
    if let Route::Exercise(drill) = &mut state.route {
        drill.pacing.set_pace(Pace::Paused);
        if let Err(error) = drill.session.checkpoint() {
            state.notice = Some(trouble(&state.texts.say("notice-session-unrecorded"), &error));
        }
    }
}

/// Takes the result of long work where it is done; returns whether some still runs.
pub fn poll(state: &mut State) -> bool {
    match state.tasks.poll() {
        TaskState::Waiting => {}
        TaskState::Done(after) => after(state),
        TaskState::Broken => {
            let (title, text) = (state.texts.say("task-broken"), state.texts.say("task-broken-text"));
            state.notice = Some(Notice { tone: Tone::Harm, title, text });
        }
    }
    state.tasks.running().is_some()
}

/// Runs a command of the exercise; returns what the user should know.
fn apply_in_drill(texts: &Texts, drill: &mut Drill, command: AppCommand) -> Option<Notice> {
    match command {
        AppCommand::Pace(command) => pace::pace(texts, drill, command),
        AppCommand::Plan(command) => plan::plan(texts, drill, command),
        AppCommand::Compose(command) => compose::compose(texts, drill, command).or_else(|| keep_draft(texts, drill)),
        AppCommand::Look(command) => {
            look(&mut drill.ui, command);
            None
        }
        _ => None,
    }
}

fn look(ui: &mut ExerciseUi, command: LookCommand) {
    match command {
        LookCommand::Tab(tab) => ui.tab = tab,
        LookCommand::Inject(id) => {
            if !ui.read.contains(&id) {
                ui.read.push(id.clone());
            }
            ui.open_inject = Some(id);
        }
        LookCommand::CloseInject => ui.open_inject = None,
        LookCommand::Document(id) => {
            ui.document = Some(id);
            ui.tab = Tab::Documents;
        }
    }
}

/// Returns a notice about a file that cannot be written, and what to do about it; its title is named by key.
fn unwritten(texts: &Texts, title: &str, error: &WriteError) -> Notice {
    Notice { tone: Tone::Harm, title: texts.say(title), text: wording::unwritten(texts, error) }
}

/// Returns a notice about an error with its causes.
fn trouble(title: &str, error: &dyn std::error::Error) -> Notice {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    Notice { tone: Tone::Harm, title: title.to_owned(), text }
}
