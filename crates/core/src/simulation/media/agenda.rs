//! What outlets have asked, and which questions wait for an answer.

use std::collections::BTreeSet;

use serde::Serialize;

use super::subject::Subject;
use crate::id::{InjectId, OutletId};
use crate::time::SimTime;

/// What was asked, and what waits for its answer.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Questions {
    pub(super) asked: BTreeSet<Subject>,
    pub(super) open: Vec<Open>,
}

/// A question that waits.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Open {
    pub(super) id: InjectId,
    pub(super) due: SimTime,
    pub(super) outlet: OutletId,
    pub(super) subject: Subject,
}
