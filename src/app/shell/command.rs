//! Commands: everything the window can be asked to do, one variant per feature plus the shell's own.
//!
//! Drawing changes nothing: a view reads what it is given and sends an [`AppCommand`]. Commands run once per frame,
//! after drawing, in [`update`](super::update). They are not recorded; a session records the decisions and controls
//! that some of them lead to.

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

/// A command to the window.
#[derive(Clone, Debug)]
pub enum AppCommand {
    /// Goes to another screen.
    Open(Destination),
    /// Searches the library, or copies from it.
    Library(LibraryCommand),
    /// Changes the setup of the exercise, or starts it.
    Briefing(BriefingCommand),
    /// Plays the exercise.
    Exercise(ExerciseCommand),
    /// Writes or publishes a statement.
    Composer(ComposerCommand),
    /// Leads the exercise.
    Facilitator(FacilitatorCommand),
    /// Writes the hot wash.
    HotWash(HotWashCommand),
    /// Reads the debrief, asks what-ifs, overrides and edits.
    Debrief(DebriefCommand),
    /// Moves through a recorded session.
    Replay(ReplayCommand),
    /// Selects sessions and compares them.
    Compare(CompareCommand),
    /// Switches between the dark and the light theme.
    SwitchTheme,
    /// Changes a setting and stores it.
    Set(SettingCommand),
    /// Asks for a scenario or session file to open.
    ChooseFile,
    /// Opens a file or folder by its kind: a session, a scenario.
    OpenPath(PathBuf),
    /// Cancels the running background task.
    CancelTask,
    /// Shows a sheet over the screen, or closes it.
    Sheet(Option<Sheet>),
    /// Removes the notice.
    DismissNotice,
}

impl AppCommand {
    /// Returns the command that shows the palette with a typed text and the position of the marked entry.
    pub fn palette(typed: String, marked: usize) -> Self {
        AppCommand::Sheet(Some(Sheet::Palette { typed, marked }))
    }
}

/// A screen to open.
#[derive(Clone, Debug)]
pub enum Destination {
    /// All scenarios and recent sessions.
    Library,
    /// All widgets, for visual review.
    Gallery,
    /// The briefing of a scenario.
    Briefing(Origin),
    /// A recorded session, to resume it.
    Session(PathBuf),
    /// The debrief of a recorded session.
    Debrief(PathBuf),
    /// A recorded session, to replay it.
    Replay(PathBuf),
}

/// Takes commands while a frame is drawn.
#[derive(Debug, Default)]
pub struct CommandSender(RefCell<Vec<AppCommand>>);

impl CommandSender {
    /// Sends a command; it runs after the frame is drawn.
    pub fn send(&self, command: AppCommand) {
        self.0.borrow_mut().push(command);
    }

    /// Takes all commands, oldest first.
    pub fn take(&self) -> Vec<AppCommand> {
        self.0.take()
    }
}

/// Makes the commands of features sendable as they are: those of a feature itself, then those of its parts.
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
