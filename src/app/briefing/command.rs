//! Commands of the briefing screen.

use goldenhour_core::id::{DocumentId, RoleId};
use goldenhour_core::session::Mode;

/// A user action on the briefing screen.
#[derive(Clone, Debug)]
pub enum BriefingCommand {
    /// Changes the text in the seed field.
    Seed(String),
    /// Picks a random seed.
    Surprise,
    /// Opens another document.
    Document(DocumentId),
    /// Sets the name of the person who plays a role.
    Player(RoleId, String),
    /// Sets the mode of the session.
    Mode(Mode),
    /// Starts the exercise.
    Start,
}
