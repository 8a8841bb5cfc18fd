//! Commands of the briefing.

use goldenhour_core::id::{DocumentId, RoleId};
use goldenhour_core::session::Mode;

/// What can be done at the briefing.
#[derive(Clone, Debug)]
pub enum BriefingCommand {
    /// Sets what stands in the seed field.
    Seed(String),
    /// Draws a seed.
    Surprise,
    /// Shows another document.
    Document(DocumentId),
    /// Sets who plays a role.
    Player(RoleId, String),
    /// Sets how the session is paced.
    Mode(Mode),
    /// Begins the exercise.
    Start,
}
