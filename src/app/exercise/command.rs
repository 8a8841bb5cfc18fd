//! Commands of the exercise: pace, navigation, decisions and the end.

use super::state::Tab;
use goldenhour_core::id::{ActionId, ChoiceId, DocumentId, InjectId, RoleId};
use goldenhour_core::time::SimDuration;

/// A user action during an exercise.
#[derive(Clone, Debug)]
pub enum ExerciseCommand {
    /// Changes how simulated time advances.
    Pace(PaceCommand),
    /// Navigates to a tab, message or document.
    Look(LookCommand),
    /// Prepares or makes a decision.
    Plan(PlanCommand),
    /// Ends the exercise.
    End(EndCommand),
}

/// A change to how simulated time advances.
#[derive(Clone, Copy, Debug)]
pub enum PaceCommand {
    /// Lets time run.
    Run,
    /// Pauses time.
    Pause,
    /// Sets the speed, in simulated seconds per real second.
    Speed(u32),
    /// Advances by one minute and pauses.
    Step,
    /// Advances to the next inject and pauses.
    NextInject,
    /// Advances by a duration and pauses. If pausing at injects is on, the jump ends early at the next inject.
    Jump(SimDuration),
    /// Sets whether time pauses whenever an inject arrives.
    PauseAtInjects(bool),
}

/// A change to what is shown.
#[derive(Clone, Debug)]
pub enum LookCommand {
    /// Switches to a tab.
    Tab(Tab),
    /// Opens a message.
    Inject(InjectId),
    /// Closes the open message.
    CloseInject,
    /// Opens a document.
    Document(DocumentId),
}

/// A change to a decision before it is made.
#[derive(Clone, Debug)]
pub enum PlanCommand {
    /// Selects an action. If it requires a statement, the composer opens.
    Select(ActionId),
    /// Deselects the action.
    Close,
    /// Sets the role that leads the work.
    LedBy(RoleId),
    /// Sets the rationale.
    Rationale(String),
    /// Sets the team's confidence, from 1 to 5.
    Confidence(u8),
    /// Selects one of the choices the action offers.
    Choice(ChoiceId),
    /// Makes the decision.
    Decide,
}

/// A step in ending the exercise.
#[derive(Clone, Copy, Debug)]
pub enum EndCommand {
    /// Asks for confirmation.
    Ask,
    /// Continues the exercise.
    Cancel,
    /// Ends the exercise and opens the debrief.
    Confirm,
    /// Ends the exercise and opens the hot wash.
    HotWash,
}
