//! The directory of what each action serves, kept with its scenario.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::id::{ActionId, CriterionId};

/// The criteria that each action serves, computed on first use: a scenario does not change, and players ask often.
#[derive(Clone, Debug, Default)]
pub(super) struct Directory(pub(super) OnceLock<BTreeMap<ActionId, Vec<CriterionId>>>);
