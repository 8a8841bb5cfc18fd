//! State of the briefing screen.

use std::collections::BTreeMap;
use std::sync::Arc;

use goldenhour_core::id::{DocumentId, RoleId};
use goldenhour_core::scenario::Scenario;
use goldenhour_core::session::Mode;

/// The setup of an exercise that has not started.
pub struct Briefing {
    /// Scenario to be played.
    pub scenario: Arc<Scenario>,
    /// Name of the scenario folder, used in the session's file name.
    pub slug: String,
    /// Text in the seed field.
    pub seed: String,
    /// The open document.
    pub document: DocumentId,
    /// Names of the players entered so far, by role.
    pub players: BTreeMap<RoleId, String>,
    /// Mode of the session.
    pub mode: Mode,
}
