//! Cache of the criteria that each action serves, stored in the scenario.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::id::{ActionId, CriterionId};

/// Criteria served by each action. Computed on first use, since a scenario is immutable and the interface requests
/// them frequently.
#[derive(Clone, Debug, Default)]
pub(super) struct Directory(pub(super) OnceLock<BTreeMap<ActionId, Vec<CriterionId>>>);
