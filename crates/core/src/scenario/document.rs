//! Documents that players can read during an exercise.

use std::sync::Arc;

use crate::id::DocumentId;

/// A document that players can read.
#[derive(Clone, Debug)]
pub struct Document {
    /// Unique id.
    pub id: DocumentId,
    /// Display title.
    pub title: String,
    /// Text in Markdown.
    pub text: Arc<str>,
}
