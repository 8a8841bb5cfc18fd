//! Commands: everything a view can request, with one variant per feature plus those of the shell.
//!
//! Drawing does not change state. A view reads the state and sends [`AppCommand`]s, which run in
//! [`update`](super::update) after the frame has been drawn. Commands are not recorded. The session records only
//! the decisions and facilitator controls that result from some of them.

use std::cell::RefCell;
use std::path::PathBuf;

use super::settings::command::SettingCommand;
use super::sheet::Sheet;
use crate::app::briefing::command::BriefingCommand;
use crate::app::compare::command::CompareCommand;
use crate::app::composer::command::ComposerCommand;
use crate::app::debrief::command::{DebriefCommand, EditCommand, MarkCommand, WhatifCommand};
use crate::app::debrief::state::DebriefPage;
use crate::app::exercise::command::{EndCommand, ExerciseCommand, LookCommand, PaceCommand, PlanCommand};
use crate::app::facilitator::command::FacilitatorCommand;
use crate::app::hot_wash::command::HotWashCommand;
use crate::app::library::command::LibraryCommand;
use crate::app::replay::command::ReplayCommand;
use goldenhour_core::scenario::library::Origin;
use goldenhour_report::Format;

/// A command sent by a view.
#[derive(Clone, Debug)]
pub enum AppCommand {
    /// Opens another screen.
    Open(Destination),
    /// Searches the library or copies a scenario.
    Library(LibraryCommand),
    /// Changes the exercise setup or starts the exercise.
    Briefing(BriefingCommand),
    /// Acts in the exercise: pacing, selection, decisions, ending.
    Exercise(ExerciseCommand),
    /// Edits or publishes a statement.
    Composer(ComposerCommand),
    /// Controls the exercise as its facilitator.
    Facilitator(FacilitatorCommand),
    /// Fills in the hot wash.
    HotWash(HotWashCommand),
    /// Navigates the debrief, runs what-ifs, records overrides and edits.
    Debrief(DebriefCommand),
    /// Controls a replay.
    Replay(ReplayCommand),
    /// Selects sessions and compares them.
    Compare(CompareCommand),
    /// Toggles between the dark and the light theme.
    SwitchTheme,
    /// Changes a setting and saves it.
    Set(SettingCommand),
    /// Opens the file dialog for a scenario or session file.
    ChooseFile,
    /// Opens a session file or a scenario file or folder.
    OpenPath(PathBuf),
    /// Cancels the running background task.
    CancelTask,
    /// Opens a sheet over the screen, or closes the open one.
    Sheet(Option<Sheet>),
    /// Dismisses the notice.
    DismissNotice,
}

impl AppCommand {
    /// Returns the command that shows the palette with this query and highlighted entry.
    pub fn palette(typed: String, marked: usize) -> Self {
        AppCommand::Sheet(Some(Sheet::Palette { typed, marked }))
    }
}

/// A screen to navigate to.
#[derive(Clone, Debug)]
pub enum Destination {
    /// The list of scenarios and recent sessions.
    Library,
    /// The widget gallery, for visual review.
    Gallery,
    /// The briefing of a scenario.
    Briefing(Origin),
    /// A recorded session to resume.
    Session(PathBuf),
    /// The debrief of a recorded session.
    Debrief(PathBuf),
    /// A recorded session to replay.
    Replay(PathBuf),
}

/// Queue that collects commands while a frame is drawn.
#[derive(Debug, Default)]
pub struct CommandSender(RefCell<Vec<AppCommand>>);

impl CommandSender {
    /// Queues a command to run after the frame has been drawn.
    pub fn send(&self, command: AppCommand) {
        self.0.borrow_mut().push(command);
    }

    /// Drains the queue, oldest command first.
    pub fn take(&self) -> Vec<AppCommand> {
        self.0.take()
    }
}

/// Implements `From` for the commands of features, and for the commands nested in them, so views can send either
/// directly.
macro_rules! sendable {
    ($($variant:ident($type:ty)),* $(,)?; $($outer:ident::$part:ident($inner:ty)),* $(,)?) => {
        $(impl From<$type> for AppCommand {
            fn from(command: $type) -> Self {
                AppCommand::$variant(command)
            }
        })*
        $(impl From<$inner> for AppCommand {
            fn from(command: $inner) -> Self {
                $outer::$part(command).into()
            }
        })*
    };
}

sendable! {
    Open(Destination),
    Library(LibraryCommand),
    Briefing(BriefingCommand),
    Exercise(ExerciseCommand),
    Composer(ComposerCommand),
    Facilitator(FacilitatorCommand),
    HotWash(HotWashCommand),
    Debrief(DebriefCommand),
    Replay(ReplayCommand),
    Compare(CompareCommand),
    Set(SettingCommand);
    ExerciseCommand::Pace(PaceCommand),
    ExerciseCommand::Look(LookCommand),
    ExerciseCommand::Plan(PlanCommand),
    ExerciseCommand::End(EndCommand),
    DebriefCommand::Page(DebriefPage),
    DebriefCommand::Whatif(WhatifCommand),
    DebriefCommand::Mark(MarkCommand),
    DebriefCommand::Edit(EditCommand),
    DebriefCommand::Export(Format),
}
