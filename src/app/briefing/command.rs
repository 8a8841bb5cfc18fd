//! Commands of the briefing.

use goldenhour_core::id::{DocumentId, RoleId};
use goldenhour_core::session::Mode;

/// What can be done at the briefing.
#[derive(Clone, Debug)]
pub enum BriefingCommand {
    /// Sets the text of the seed field.
    Seed(String),
    /// Draws a random seed.
    Surprise,
    /// Shows another document.
    Document(DocumentId),
    /// Sets who plays a role.
    Player(RoleId, String),
    /// Sets how the session is paced.
    Mode(Mode),
    /// Starts the exercise.
    Start,
}
