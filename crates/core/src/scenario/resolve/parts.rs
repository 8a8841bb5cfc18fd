//! The files of a scenario as their format has them, with what the cast lent.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cast::Borrowed;
use crate::scenario::file::v1::{ActionsFile, MselFile, PlaybookFile, ScenarioFile};
use crate::scenario::source::Bundle;
use crate::scenario::{BestKnown, Model, Phrases};

/// The files of a scenario as their format has them.
#[derive(Debug)]
pub struct Parts {
    pub(super) scenario: ScenarioFile,
    pub(super) actions: ActionsFile,
    pub(super) msel: MselFile,
    pub(super) playbook: PlaybookFile,
    pub(super) model: Model,
    pub(super) phrases: Phrases,
    pub(super) best_known: Option<BestKnown>,
    pub(super) documents: BTreeMap<String, Arc<str>>,
    /// The dossier of the cast, for a scenario without documents.
    pub(super) dossier: Option<Arc<str>>,
    pub(super) borrowed: Borrowed,
    pub(super) bundle: Bundle,
}
