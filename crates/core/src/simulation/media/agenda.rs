//! Questions that outlets have asked, and the ones still waiting for an answer.

use std::collections::BTreeSet;

use serde::Serialize;

use super::subject::Subject;
use crate::id::{InjectId, OutletId};
use crate::time::SimTime;

/// Subjects already asked about, and open questions.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Questions {
    pub(super) asked: BTreeSet<Subject>,
    pub(super) open: Vec<Open>,
}

/// A question that has not been answered yet.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Open {
    pub(super) id: InjectId,
    pub(super) due: SimTime,
    pub(super) outlet: OutletId,
    pub(super) subject: Subject,
}
