//! The news desk: this minute's news items, before outlets take them up.

use bevy_ecs::resource::Resource;
use serde::Serialize;

use crate::id::OutletId;
use crate::timeline::StoryKind;

/// Something that outlets may report.
#[derive(Clone, Debug, Serialize)]
pub(in crate::simulation) struct NewsItem {
    pub(super) kind: StoryKind,
    pub(super) size: f64,
    pub(super) quote: String,
    pub(super) subject: String,
    pub(super) count: Option<u64>,
    pub(super) source: Option<OutletId>,
}

impl NewsItem {
    /// Creates an item with the given size of its shot.
    pub(in crate::simulation) fn new(kind: StoryKind, size: f64) -> Self {
        NewsItem { kind, size, quote: String::new(), subject: String::new(), count: None, source: None }
    }

    pub(in crate::simulation) fn quoting(mut self, quote: &str) -> Self {
        quote.clone_into(&mut self.quote);
        self
    }

    pub(in crate::simulation) fn about(mut self, subject: &str) -> Self {
        subject.clone_into(&mut self.subject);
        self
    }

    pub(in crate::simulation) fn counting(mut self, count: u64) -> Self {
        self.count = Some(count);
        self
    }

    pub(in crate::simulation) fn broken_by(mut self, outlet: &OutletId) -> Self {
        self.source = Some(outlet.clone());
        self
    }
}

/// The news items of the current minute.
#[derive(Resource, Clone, Debug, Default, Serialize)]
pub(in crate::simulation) struct Newsdesk {
    pub(super) incoming: Vec<NewsItem>,
    pub(super) item_count: u64,
}

impl Newsdesk {
    pub(in crate::simulation) fn bring(&mut self, item: NewsItem) {
        self.incoming.push(item);
    }
}
