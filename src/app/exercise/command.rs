//! Commands of the exercise: pace, selection, decisions, and the end.

use super::state::Tab;
use goldenhour_core::id::{ActionId, ChoiceId, DocumentId, InjectId, RoleId};
use goldenhour_core::time::SimDuration;

/// What can be done in an exercise.
#[derive(Clone, Debug)]
pub enum ExerciseCommand {
    /// Changes how simulated time runs.
    Pace(PaceCommand),
    /// Selects what is shown.
    Look(LookCommand),
    /// Prepares or takes a decision.
    Plan(PlanCommand),
    /// Ends the exercise.
    End(EndCommand),
}

/// How simulated time runs.
#[derive(Clone, Copy, Debug)]
pub enum PaceCommand {
    /// Runs.
    Run,
    /// Pauses.
    Pause,
    /// Runs at this many simulated seconds per second.
    Speed(u32),
    /// Advances one minute and pauses.
    Step,
    /// Advances to the next inject and pauses.
    NextInject,
    /// Advances by this much and pauses; earlier at an inject if pausing at injects is on.
    Jump(SimDuration),
    /// Whether to pause whenever an inject arrives.
    PauseAtInjects(bool),
}

/// What to show.
#[derive(Clone, Debug)]
pub enum LookCommand {
    /// Shows a tab.
    Tab(Tab),
    /// Opens a message.
    Inject(InjectId),
    /// Closes the open message.
    CloseInject,
    /// Opens a document.
    Document(DocumentId),
}

/// What can be done with a decision before it is taken.
#[derive(Clone, Debug)]
pub enum PlanCommand {
    /// Selects an action; one that asks for a statement opens the composer.
    Select(ActionId),
    /// Deselects the action.
    Close,
    /// Sets who leads it.
    LedBy(RoleId),
    /// Sets the rationale.
    Rationale(String),
    /// Sets how sure the team is, from 1 to 5.
    Confidence(u8),
    /// Sets the choice of how it is done.
    Choice(ChoiceId),
    /// Takes the decision.
    Decide,
}

/// The end of the exercise.
#[derive(Clone, Copy, Debug)]
pub enum EndCommand {
    /// Asks for confirmation.
    Ask,
    /// Continues the exercise.
    Cancel,
    /// Ends it and opens the debrief.
    Confirm,
    /// Ends it and opens the hot wash.
    HotWash,
}
