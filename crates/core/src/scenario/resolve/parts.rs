//! The parsed files of a scenario, including lists borrowed from a cast.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cast::Borrowed;
use crate::scenario::file::v1::{ActionsFile, MselFile, PlaybookFile, ScenarioFile, WordingsFile};
use crate::scenario::source::Bundle;
use crate::scenario::{BestKnown, Model, Phrases};

/// The parsed files of a scenario.
#[derive(Debug)]
pub struct Parts {
    pub(super) scenario: ScenarioFile,
    pub(super) actions: ActionsFile,
    pub(super) msel: MselFile,
    pub(super) playbook: PlaybookFile,
    pub(super) model: Model,
    pub(super) phrases: Phrases,
    pub(super) best_known: Option<BestKnown>,
    pub(super) wordings: Option<WordingsFile>,
    pub(super) documents: BTreeMap<String, Arc<str>>,
    /// Dossier from the cast, if the scenario has none of its own.
    pub(super) dossier: Option<Arc<str>>,
    pub(super) borrowed: Borrowed,
    pub(super) bundle: Bundle,
}
