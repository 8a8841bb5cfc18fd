//! The state of a briefing: an exercise that has not started.

use std::collections::BTreeMap;
use std::sync::Arc;

use goldenhour_core::id::{DocumentId, RoleId};
use goldenhour_core::scenario::Scenario;
use goldenhour_core::session::Mode;

/// An exercise that has not started.
pub struct Briefing {
    /// What will be played.
    pub scenario: Arc<Scenario>,
    /// The folder's name, for the name of the session's file.
    pub slug: String,
    /// The text of the seed field.
    pub seed: String,
    /// The document that is open.
    pub document: DocumentId,
    /// Who plays which role, as far as entered.
    pub players: BTreeMap<RoleId, String>,
    /// How the session will be paced.
    pub mode: Mode,
}
