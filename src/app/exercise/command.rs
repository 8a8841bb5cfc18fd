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
    /// Stands still.
    Pause,
    /// Runs at this many simulated seconds a second.
    Speed(u32),
    /// Goes one minute further and stands still.
    Step,
    /// Goes to the next inject and stands still there.
    NextInject,
    /// Goes on by so much and stands still there; earlier at an inject, where that is wanted.
    Jump(SimDuration),
    /// Whether to stand still whenever an inject arrives.
    PauseAtInjects(bool),
}

/// What to look at.
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
    /// Puts the selected action away.
    Close,
    /// Sets who leads it.
    LedBy(RoleId),
    /// Sets why.
    Rationale(String),
    /// Sets how sure the team is, from 1 to 5.
    Confidence(u8),
    /// Sets which way it is done.
    Choice(ChoiceId),
    /// Takes the decision.
    Decide,
}

/// How the exercise ends.
#[derive(Clone, Copy, Debug)]
pub enum EndCommand {
    /// Asks whether it should.
    Ask,
    /// Goes on after all.
    Cancel,
    /// Ends it and opens the debrief.
    Confirm,
    /// Ends it and opens the hot wash.
    HotWash,
}
