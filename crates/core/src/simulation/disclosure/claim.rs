//! A false claim that has not been found out.

use serde::Serialize;

use crate::id::TopicId;
use crate::scenario::AudienceKind;

/// A false claim that has not been found out.
#[derive(Clone, Debug, Serialize)]
pub(super) struct OpenClaim {
    pub(super) publication: usize,
    pub(super) topic: TopicId,
    pub(super) audience: AudienceKind,
    /// The firm knew better when it said so.
    pub(super) knew: bool,
    /// It is a number.
    pub(super) number: bool,
    /// It blames somebody else.
    pub(super) blames: bool,
}

impl OpenClaim {
    /// Whether it is an estimate that turned out wrong: a number in good faith, which is revised and not reversed.
    pub(super) fn is_estimate(&self) -> bool {
        self.number && !self.knew
    }
}
