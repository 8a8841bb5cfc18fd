//! A document of the story, which players can read.

use std::sync::Arc;

use crate::id::DocumentId;

/// A document of the story.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// Its title.
    pub title: String,
    /// Its text, in Markdown.
    pub text: Arc<str>,
}
