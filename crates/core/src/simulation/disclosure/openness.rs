//! Queries on what the public has been told: details disclosed, and false claims not yet exposed.

use super::detail::told_by;
use super::state::Disclosure;
use crate::id::TopicId;
use crate::scenario::Detail;
use crate::timeline::Publication;

impl Disclosure {
    /// Returns whether a detail has been disclosed to the public.
    pub(in crate::simulation) fn has_told(&self, detail: Detail) -> bool {
        self.details.contains(&detail)
    }

    /// Iterates over the topics of false claims that have not been exposed.
    pub(in crate::simulation) fn falsehoods(&self) -> impl Iterator<Item = &TopicId> {
        self.open_claims.iter().map(|open| &open.topic)
    }
}

/// Returns whether an answer has content, as opposed to stating that nothing can be said.
pub(in crate::simulation) fn has_substance(said: &Publication) -> bool {
    let in_words = || said.words.as_ref().is_some_and(|words| words.substance.substantive);
    said.claims.iter().any(|claim| told_by(claim) >= 1.0) || (said.claims.is_empty() && in_words())
}
