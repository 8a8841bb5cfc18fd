//! Promises that are not due yet.

use serde::Serialize;

use crate::id::TopicId;
use crate::scenario::Condition;
use crate::time::SimTime;

/// A promise that is not due yet.
#[derive(Clone, Debug, Serialize)]
pub(super) struct OpenPromise {
    pub(super) publication: usize,
    pub(super) topic: Option<TopicId>,
    pub(super) made: SimTime,
    pub(super) due: SimTime,
    #[serde(skip)]
    pub(super) what: Option<Condition>,
}
