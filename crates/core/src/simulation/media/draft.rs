//! A story in preparation.

use serde::Serialize;

use super::newsdesk::NewsItem;
use crate::id::OutletId;
use crate::time::SimTime;

/// A story that an outlet is writing.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Draft {
    pub(super) due: SimTime,
    pub(super) outlet: OutletId,
    pub(super) item: NewsItem,
    pub(super) key: u64,
}
