//! What the public has been told and what not, for those who ask: details given, falsehoods that stand.

use super::detail::told_by;
use super::state::Disclosure;
use crate::id::TopicId;
use crate::scenario::Detail;
use crate::timeline::Publication;

impl Disclosure {
    /// Returns whether the public has been told a detail.
    pub(in crate::simulation) fn has_told(&self, detail: Detail) -> bool {
        self.details.contains(&detail)
    }

    /// Goes through the topics on which something false was said and not found out.
    pub(in crate::simulation) fn falsehoods(&self) -> impl Iterator<Item = &TopicId> {
        self.open_claims.iter().map(|open| &open.topic)
    }
}

/// Returns whether an answer says anything, or only that nothing can be said.
pub(in crate::simulation) fn has_substance(said: &Publication) -> bool {
    let in_words = || said.words.as_ref().is_some_and(|words| words.substance.substantive);
    said.claims.iter().any(|claim| told_by(claim) >= 1.0) || (said.claims.is_empty() && in_words())
}
